/** Commands in messages, as the reader must type them. */
import type { Run } from './command.ts';
import type { EnvVariables } from './options.ts';
import type { Terminal } from './terminal.ts';

/** A word for the command line, in quotes if it needs them. */
export const quoted = (word: string): string => (/^[\w./\\:-]+$/u.test(word) ? word : `"${word}"`);

/** Commands that use no register, or name theirs in another way. */
const withoutRegister: ReadonlySet<string> = new Set([
  ...['copy', 'login', 'logout', 'check-templates', 'probe'],
]);

/** Commands that make or find mailings in the folder of papers, which the list of the day names. */
const withFolder: ReadonlySet<string> = new Set([
  ...['agenda', 'announce', 'digest', 'programme', 'send', 'speakers'],
]);

/** `npm run check -- --json` or `npx felles check --json`, up to the end of the line or of the text in guillemets. */
const command =
  /(?<by>npm run|npx felles) (?<name>(?!help\b)[a-z][a-z-]*)(?<dashes> --(?= ))?(?<rest>[^»\n]*)/gu;

/** How a run was started, as far as its advice depends on it. */
export interface Started {
  readonly flags: Run['flags'];
  /** What every command begins with; undefined: what the text says. */
  readonly way: 'felles' | 'npx felles' | undefined;
}

/**
 * Outside the folder of Felles npm finds nothing, and only a linked `felles` works. Who began with `npx felles` may have to: PowerShell
 * does not pass flags to `npm run`.
 */
export function wayOf(env: EnvVariables, isOutside: boolean): Started['way'] {
  if (isOutside) return 'felles';
  const isNpx =
    env['npm_lifecycle_event'] === 'npx' && /^\W*felles\b/u.test(env['npm_lifecycle_script'] ?? '');
  return isNpx ? 'npx felles' : undefined;
}

/**
 * The same text with its commands as they must be typed here: with the register and the folder of papers that were named on
 * the command line, since they would use others without it.
 */
export function advised(text: string, { flags, way }: Started): string {
  const given = (...names: readonly string[]): readonly string[] =>
    names.flatMap((flag) => {
      const value = flags[flag];
      return typeof value === 'string' ? [`--${flag}`, quoted(value)] : [];
    });
  const named = given('workbook', 'spreadsheet');
  const folder = given('out');
  const typed = (
    whole: string,
    by: string,
    name: string,
    dashes: string | undefined,
    rest: string,
  ): string => {
    const isNamed = /--(?:workbook|spreadsheet|google|help)\b/u.test(rest);
    const added = [
      ...(isNamed || withoutRegister.has(name) ? [] : named),
      ...(withFolder.has(name) && !/--(?:out|help)\b/u.test(rest) ? folder : []),
    ];
    if (way === undefined && added.length === 0) return whole;
    const start = way ?? by;
    const isNpm = start === 'npm run' && (dashes !== undefined || added.length > 0);
    return [start, name, ...(isNpm ? ['--'] : []), ...added].join(' ') + rest;
  };
  const commands = text.replace(command, typed);
  if (way === undefined) return commands;
  // Both ways of starting a command are one here: help says it once.
  return commands
    .replaceAll('npx felles', way)
    .replace(/^(?<usage>Usage: (?<same>.*))\n {3}or: \k<same>$/mu, '$<usage>');
}

/** A terminal that applies this to its messages and results. JSON is left as it is, since another program reads it. */
export function advising(terminal: Terminal, started: Started): Terminal {
  return {
    ...terminal,
    say: (line, style) => {
      terminal.say(advised(line, started), style);
    },
    result: (line, style) => {
      terminal.result(started.flags['json'] === true ? line : advised(line, started), style);
    },
  };
}
