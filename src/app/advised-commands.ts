/** Commands in messages, as whoever reads them must type them. */
import type { Run } from './command.ts';
import type { Terminal } from './terminal.ts';

/** A word for the command line, in quotes where it needs them. */
export const quoted = (word: string): string => (/^[\w./\\:-]+$/u.test(word) ? word : `"${word}"`);

/** Commands that take no register, or name theirs in another way. */
const withoutRegister: ReadonlySet<string> = new Set([
  ...['copy', 'login', 'logout', 'check-templates', 'probe'],
]);

/** `npm run check -- --json`, up to the end of the line or of what stands in guillemets. */
const npmRun = /npm run (?<name>[a-z-]+)(?: --(?= ))?(?<rest>[^»\n]*)/gu;

/** Where a run was started, as far as its advice depends on it. */
export interface Started {
  readonly flags: Run['flags'];
  /** Outside the folder of Felles: npm finds nothing there, only a linked `felles` does. */
  readonly isOutside: boolean;
}

/**
 * The same text with its commands as they must be typed here: with the register that was named on the command line, since
 * they would go by another one without it.
 */
export function advised(text: string, { flags, isOutside }: Started): string {
  const named = (['workbook', 'spreadsheet'] as const).flatMap((flag) => {
    const value = flags[flag];
    return typeof value === 'string' ? [`--${flag}`, quoted(value)] : [];
  });
  const commands = text.replace(npmRun, (whole: string, name: string, rest: string) => {
    const added = withoutRegister.has(name) || /--(?:workbook|spreadsheet|google)\b/u.test(rest) ? [] : named;
    if (isOutside) return [`felles ${name}`, ...added].join(' ') + rest;
    return added.length === 0 ? whole : `npm run ${name} -- ${added.join(' ')}${rest}`;
  });
  return isOutside ? commands.replaceAll('npx felles', 'felles') : commands;
}

/** A terminal whose messages and results have their commands so. JSON is left as it is: another program reads it. */
export function advising(terminal: Terminal, started: Started): Terminal {
  return {
    ...terminal,
    say: (line) => {
      terminal.say(advised(line, started));
    },
    result: (line) => {
      terminal.result(started.flags['json'] === true ? line : advised(line, started));
    },
  };
}
