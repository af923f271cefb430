/** The words of every command: a test walks the registry and finds one that has none. */
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { mailingCommands } from './mailings.ts';
import { meetingCommands } from './meetings.ts';
import { paperCommands } from './papers.ts';
import { registerCommands } from './register.ts';
import { sendingCommands } from './sending.ts';
import { choiceWords, sharedFlags } from './shared.ts';
import type { CommandWords, FlagWords, Text } from './words.ts';

const commandWords: Readonly<Record<string, CommandWords>> = {
  ...registerCommands,
  ...meetingCommands,
  ...mailingCommands,
  ...paperCommands,
  ...sendingCommands,
};

const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Undefined for a name that is no command of the page. */
export const wordsOfCommand = (command: string): CommandWords | undefined => own(commandWords, command);

/** The name of a command for people; the word itself for one that has none. */
export const nameOfCommand = (command: string, standard: NorwegianStandard): string =>
  wordsOfCommand(command)?.name[standard] ?? command;

/** Those of the command, otherwise those that several have. */
export const wordsOfFlag = (command: string, flag: string): FlagWords | undefined =>
  own(wordsOfCommand(command)?.flags ?? {}, flag) ?? own(sharedFlags, flag);

/**
 * The label of a flag: that of the first of these commands that has it, otherwise the one on which all commands agree. Undefined where no
 * command has it, or they differ.
 */
export function labelOfFlag(flag: string, commands: readonly string[]): Text | undefined {
  const named = commands.flatMap((command) => own(wordsOfCommand(command)?.flags ?? {}, flag) ?? []);
  const all = Object.values(commandWords).flatMap(({ flags }) => own(flags, flag) ?? []);
  const [first] = named.length > 0 ? named : all;
  const isOne = named.length > 0 || all.every(({ label }) => label.nb === first?.label.nb);
  return (isOne ? first : undefined)?.label ?? own(sharedFlags, flag)?.label;
}

const reminder = /^reminder-(?<days>\d{1,3})$/u;

/** A choice as people read it; the value itself for one without words, such as the name of a county. */
export function choiceText(value: string, standard: NorwegianStandard): string {
  const days = reminder.exec(value)?.groups?.['days'];
  const words = own(choiceWords, days === undefined ? value : 'reminder')?.[standard];
  if (words === undefined) return value;
  return days === undefined ? words : `${words} (${days})`;
}
