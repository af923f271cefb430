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
function usage({ name, options }: Pick<Command, 'name' | 'options'>): readonly string[] {
  if (name === 'felles') return ['Usage: npx felles [command] [flags]'];
  const first = Object.values(options).find(({ isFirst }) => isFirst === true)?.value;
  const rest = first === undefined ? '[flags]' : `${first} [flags]`;
  return [`Usage: npm run ${name} -- ${rest}`, `   or: npx felles ${name} ${rest}`];
}

/** When a command ends with which exit code. */
export const exitWords = ({ ends }: Pick<Command, 'ends'>): Readonly<Record<ExitCode, string>> => ({
  0: ends?.[0] ?? 'done',
  1: ends?.[1] ?? 'problems were found, or something is for a person to do',
  2: 'it could not run: the message says why',
});

/** The help of a script, as `--help` prints it. */
export function helpText(command: Command): string {
  const { summary, options, examples } = command;
  const ends = exitWords(command);
  return [
    summary,
    '',
    ...usage(command),
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
