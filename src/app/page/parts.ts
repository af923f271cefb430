/** What the page is made of. */
import type { Events } from './events.ts';
import type { Fresh } from './fresh.ts';
import type { Session } from './guard.ts';
import type { MakerPort } from './maker-port.ts';
import type { Runs } from './runs.ts';
import type { CommandFinder } from './start-asked.ts';

export interface PageParts {
  readonly session: Session;
  /** Known once the server listens. */
  readonly port: () => number;
  readonly maker: MakerPort;
  readonly fresh: Fresh;
  readonly events: Events;
  readonly runs: Runs;
  readonly find: CommandFinder;
  /** A folder of this run, for what is made or given to be looked at. */
  readonly room: string;
}
