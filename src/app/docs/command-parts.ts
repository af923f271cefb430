/** What the documents say of commands: lists by group, and each with its flags, examples and exit codes. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { allowableChecks } from '../../papers/announcement/checklist.ts';
import { commandGroups, type Command, type CommandEntry, type CommandGroup } from '../cli/command.ts';
import { exitWords } from '../cli/help.ts';
import type { OptionSpecs } from '../cli/options.ts';
import { overviewWords } from '../cli/overview.ts';
import { commonOptions } from '../settings/settings.ts';
import { markdownTable } from './fill.ts';

export type LoadedCommand = CommandEntry & { readonly command: Command };

const english: Readonly<Record<CommandGroup, string>> = {
  weekly: 'Each week',
  seldom: 'Now and then',
  setup: 'Setting up',
};

const byGroup = (
  commands: readonly LoadedCommand[],
  heading: (group: CommandGroup) => string,
  line: (command: LoadedCommand) => string,
): string =>
  commandGroups
    .map((group) => {
      const own = commands.filter((command) => command.group === group);
      return [heading(group), '', ...own.map((command) => `- ${line(command)}`)].join('\n');
    })
    .join('\n\n');

/** For README: every command in a line, with where to read more. */
export const commandList = (commands: readonly LoadedCommand[]): string =>
  byGroup(
    commands,
    (group) => `**${english[group]}**`,
    ({ command }) => `[\`${command.name}\`](docs/commands.md#${command.name}): ${command.summary}`,
  );

/** For the guides: the same in their own words. */
export const norwegianCommandList = (
  commands: readonly LoadedCommand[],
  standard: NorwegianStandard,
): string =>
  byGroup(
    commands,
    (group) => `**${overviewWords[standard].groups[group]}**`,
    ({ command, line }) => `\`npm run ${command.name}\`: ${line[standard]}`,
  );

const flagRows = (options: OptionSpecs): readonly (readonly string[])[] =>
  Object.entries(options).map(([name, { value, help }]) => [
    `\`--${name}${value === undefined ? '' : ` ${value}`}\``,
    help,
  ]);

/** Everything that the definition of a command says. */
export function commandPart(command: Command): string {
  const { options, examples, summary } = command;
  const ends = exitWords(command);
  const rows = flagRows(options);
  return [
    summary,
    ...(rows.length === 0 ? [] : [markdownTable(['flag', 'meaning'], rows)]),
    ['```sh', ...examples, '```'].join('\n'),
    `Exit codes: ${([0, 1, 2] as const).map((code) => `${String(code)}: ${ends[code]}`).join('. ')}.`,
  ].join('\n\n');
}

/** The names that `--allow` of `announce` takes. */
export const allowable = (): string => allowableChecks.map((name) => `\`${name}\``).join(', ');

/** The flags that every command has. */
export const commonFlags = (): string => markdownTable(['flag', 'meaning'], flagRows(commonOptions));

/** When a command ends with which exit code, as a table. */
export function exitTable(command: Command): string {
  const ends = exitWords(command);
  const rows = ([0, 1, 2] as const).map((code) => [String(code), ends[code]]);
  return markdownTable(['exit code', 'means'], rows);
}
