import type { Command, ExitCode } from './command.ts';
import type { OptionSpecs } from './options.ts';
import { commonOptions } from '../settings/settings.ts';

function optionLines(specs: OptionSpecs): readonly string[] {
  const entries = Object.entries(specs).map(([name, { value, help }]) => ({
    flag: `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  }));
  const width = Math.max(...entries.map(({ flag }) => flag.length));
  return entries.map(({ flag, help }) => `  ${flag.padEnd(width)}  ${help}`);
}

/** What a person types: with npm, or with `felles`, to which PowerShell too passes all flags. */
const usage = (name: string): readonly string[] =>
  name === 'felles'
    ? ['Usage: npx felles [command] [flags]']
    : [`Usage: npm run ${name} -- [flags]`, `   or: npx felles ${name} [flags]`];

/** When a command ends with which exit code. */
export const exitWords = ({ ends }: Pick<Command, 'ends'>): Readonly<Record<ExitCode, string>> => ({
  0: ends?.[0] ?? 'done',
  1: ends?.[1] ?? 'problems were found, or something is for a person to do',
  2: 'it could not run: the message says why',
});

/** The help of a script, as `--help` prints it. */
export function helpText(command: Command): string {
  const { name, summary, options, examples } = command;
  const ends = exitWords(command);
  return [
    summary,
    '',
    ...usage(name),
    '',
    ...optionLines({ ...options, ...commonOptions }),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    'Exit codes:',
    ...([0, 1, 2] as const).map((code) => `  ${String(code)}  ${ends[code]}`),
  ].join('\n');
}
