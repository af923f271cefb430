/** A look: a command without the flags by which it writes, makes mailings or sends, so that a person sees first what it is about. */
import { join } from 'node:path';
import { wordsOfCommand } from '../../../language/page/commands/all.ts';

/**
 * The commands that do something useful without what they write, each with the flags that go with those that write. Of these
 * a look leaves out all.
 */
const looking: Readonly<Record<string, readonly string[]>> = {
  agenda: [],
  check: [],
  digest: [],
  minutes: ['again'],
  plan: [],
  programme: ['allow'],
  send: ['as', 'accept-loss'],
  today: ['reason'],
};

/** The flags that a look leaves out; none for a command that has no such first step. */
export function leftOutToLook(command: string): readonly string[] {
  const companions = Object.hasOwn(looking, command) ? looking[command] : undefined;
  if (companions === undefined) return [];
  const flags = Object.entries(wordsOfCommand(command)?.flags ?? {});
  return [...flags.flatMap(([flag, { writes }]) => (writes === undefined ? [] : [flag])), ...companions];
}

const flagOf = (word: string): string => /^--(?<flag>[^=]+)/u.exec(word)?.groups?.['flag'] ?? '';

/** Those whose look makes papers. */
const makers: readonly string[] = ['agenda', 'digest', 'minutes', 'programme'];

/** Where a look keeps the papers that it makes, in the room of this run of the page: the folder of papers has only what was meant to be made. */
const lookedAt = (room: string): string => join(room, 'looked-at');

/** The flags of a look: none that writes. */
export function lookArgv(command: string, argv: readonly string[], room: string): readonly string[] {
  const left = leftOutToLook(command);
  const own = argv.filter((word) => !left.includes(flagOf(word)));
  return makers.includes(command) && own.length < argv.length ? [...own, `--out=${lookedAt(room)}`] : own;
}

/** The flags that are in `whole` and not in `argv`. */
export const flagsLeftOut = (whole: readonly string[], argv: readonly string[]): readonly string[] =>
  whole.filter((word) => !argv.includes(word)).map(flagOf);
