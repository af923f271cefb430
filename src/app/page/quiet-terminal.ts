/** A terminal for what is made only to be looked at: its lines are kept, and shown nowhere. */
import type { Terminal } from '../cli/terminal.ts';

export const quietTerminal = (said: string[]): Terminal => ({
  isInteractive: false,
  result: () => undefined,
  say: (line) => {
    said.push(line);
  },
  line: () => undefined,
  endLine: () => undefined,
  paint: (_style, text) => text,
});
