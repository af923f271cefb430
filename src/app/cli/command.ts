/** What a script is: its flags, its help, and what it does. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Progress } from '../../delivery/send/run.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { OptionSpecs } from './options.ts';
import type { Settings } from '../settings/settings.ts';
import type { Terminal } from './terminal.ts';

/** 0 done, 1 problems found or something for a person to do, 2 could not run (docs/design.md, rule 9). */
export type ExitCode = 0 | 1 | 2;

export interface Run {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly flags: Readonly<Record<string, string | boolean>>;
  /** The register's store. Throws UserError if there is no register. */
  readonly store: () => Promise<RegisterStore>;
  /** The time of day as an instant in UTC, to the second, for what is written in the ledger. */
  readonly instant: () => string;
  /** The settings as they are now, with the time of now: for a run that lasts. */
  readonly settingsNow: () => Promise<Settings>;
  /** What `store` reads, where that has been read already at this time: the page makes many papers of one reading. */
  readonly reading?: RegisterReading;
  /** A stack with the places of the sources instead of those in the bundle. */
  readonly readable?: ((stack: string) => string) | undefined;
  /** Told how far a send has come, where something shows it: the page in the browser. */
  readonly progress?: ((progress: Progress) => void) | undefined;
}

export interface Command {
  /** As in `npm run <name>` and `npx felles <name>`. */
  readonly name: string;
  /** What it does, in at most twelve words. */
  readonly summary: string;
  readonly options: OptionSpecs;
  readonly examples: readonly string[];
  /** When it ends with 0 and with 1, if that differs from the others. */
  readonly ends?: { readonly 0?: string; readonly 1?: string };
  /** In a folder where Felles is new it makes a sample register and goes on; every other command stops there. */
  readonly makesSample?: true;
  readonly run: (run: Run) => Promise<ExitCode>;
}

/** When people run a command: each week, now and then, or while they set Felles up. */
export const commandGroups = ['weekly', 'seldom', 'setup'] as const;

export type CommandGroup = (typeof commandGroups)[number];

/** What is known about a command before it is loaded. */
export interface CommandEntry {
  readonly group: CommandGroup;
  /** What it does, in at most twelve words. */
  readonly line: Readonly<Record<NorwegianStandard, string>>;
  readonly load: () => Promise<Command>;
}
