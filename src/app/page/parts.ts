/** What the page is made of. */
import type { Command } from '../cli/command.ts';
import type { Events } from './events.ts';
import type { Fresh } from './fresh.ts';
import type { Session } from './guard.ts';
import type { PageDisk } from './made-files.ts';
import type { MakerPort } from './maker-port.ts';
import type { Runs } from './runs.ts';

/** How the page knows a command by its name; undefined for a name that is none, or that the page cannot start. */
type CommandFinder = (name: string) => Promise<Command | undefined>;

export interface PageParts {
  readonly session: Session;
  /** Known once the server listens. */
  readonly port: () => number;
  readonly maker: MakerPort;
  readonly fresh: Fresh;
  readonly events: Events;
  readonly runs: Runs;
  readonly find: CommandFinder;
  readonly disk: PageDisk;
}
