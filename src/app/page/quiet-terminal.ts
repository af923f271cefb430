/** A terminal for what is made only to be looked at: its lines are kept. */
import type { Terminal } from '../cli/terminal.ts';

/** Where the lines go. */
export interface Lines {
  /** Gets what is said. */
  readonly said: string[];
  /** Gets those lines of it that warn. */
  readonly warned?: string[];
  /** Gets the results: the paths of files. */
  readonly results?: string[];
}

export const quietTerminal = ({ said, warned = [], results = [] }: Lines): Terminal => ({
  isInteractive: false,
  result: (line) => {
    results.push(line);
  },
  say: (line, style) => {
    said.push(line);
    if (style === 'yellow' || style === 'red') warned.push(line);
  },
  line: () => undefined,
  endLine: () => undefined,
  paint: (_style, text) => text,
});
