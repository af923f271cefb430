/** The only place that writes to the terminal. Results go to standard output, everything else to standard error. */
import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green';

/** A stream as far as we write to it. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Terminal {
  /** Whether messages go to a terminal and not to a file, so that a person probably reads them. */
  readonly isInteractive: boolean;
  /** A line of the result: what another program or a person would keep. `style` colours the whole line. */
  result(line: string, style?: Style): void;
  /** A line for the person at the terminal. */
  say(line: string, style?: Style): void;
  /** A line for the person at the terminal, replaced by the next one of its kind. Only if `isInteractive`. */
  line(text: string): void;
  /** Keeps the last `line`; further output goes below it. */
  endLine(): void;
  /** Colours a piece of a line, for messages unless it is a result; plain where colours are not wanted. */
  paint(style: Style, text: string, line?: 'message' | 'result'): string;
}

/**
 * Colours only on a terminal, and never with NO_COLOR set to anything (no-color.org); FORCE_COLOR turns them on
 * elsewhere.
 */
function wantsColours(output: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

export function createTerminal(
  stdout: Output,
  stderr: Output,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  let isInLine = false;
  const endLine = (): void => {
    if (isInLine) stderr.write('\n');
    isInLine = false;
  };
  const coloured = { message: wantsColours(stderr, env), result: wantsColours(stdout, env) };
  const paint: Terminal['paint'] = (style, text, line = 'message') =>
    coloured[line] ? styleText(style, text, { validateStream: false }) : text;
  const write = (kind: 'message' | 'result', line: string, style: Style | undefined): void => {
    endLine();
    const painted = style === undefined ? line : paint(style, line, kind);
    (kind === 'result' ? stdout : stderr).write(`${painted}\n`);
  };
  return {
    isInteractive: stderr.isTTY === true,
    result: (line, style) => {
      write('result', line, style);
    },
    say: (line, style) => {
      write('message', line, style);
    },
    line: (text) => {
      if (stderr.isTTY !== true) return;
      // Goes to the beginning of the line and clears it (ECMA-48, EL).
      stderr.write(`\r\u001B[2K${text}`);
      isInLine = true;
    },
    endLine,
    paint,
  };
}

/**
 * The process's own two outputs. That nobody reads them any more is not a fault: `npm run check | head` closes the pipe early, and
 * a terminal or a page that is closed must not end what is being written elsewhere.
 */
export function standardOutputs(): { readonly stdout: Output; readonly stderr: Output } {
  const { stdout, stderr } = process;
  for (const output of [stdout, stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && !(error.code === 'EIO' && output.isTTY)) throw error;
    });
  }
  return { stdout, stderr };
}
