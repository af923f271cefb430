import type { Command } from './command.ts';
import type { OptionSpecs } from './options.ts';
import { commonOptions } from './settings.ts';

function optionLines(specs: OptionSpecs): readonly string[] {
  const entries = Object.entries(specs).map(([name, { value, help }]) => ({
    flag: `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  }));
  const width = Math.max(...entries.map(({ flag }) => flag.length));
  return entries.map(({ flag, help }) => `  ${flag.padEnd(width)}  ${help}`);
}

/** The help of a script, as `--help` prints it. */
export function helpText({ name, summary, options, examples }: Command): string {
  return [
    summary,
    '',
    `Usage: npm run ${name} -- [flags]`,
    '',
    ...optionLines({ ...options, ...commonOptions }),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    'Exit codes: 0 done, 1 problems found, 2 could not run.',
  ].join('\n');
}
