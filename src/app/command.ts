/** What a script is: its flags, its help, and what it does. */
import type { RegisterStore } from '../stores/store.ts';
import type { OptionSpecs } from './options.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** 0 done, 1 problems found or something not sent, 2 could not run (DESIGN.md rule 9). */
export type ExitCode = 0 | 1 | 2;

export interface Run {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly flags: Readonly<Record<string, string | boolean>>;
  /** The register's store. Makes the sample workbook first where nobody named a workbook and there is none. */
  readonly store: () => Promise<RegisterStore>;
}

export interface Command {
  /** As in `npm run <name>`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly options: OptionSpecs;
  readonly examples: readonly string[];
  readonly run: (run: Run) => Promise<ExitCode>;
}
