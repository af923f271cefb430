/** The due list: everything that should be said now. Each family of matters has a file beside this one; list.ts joins them. */
import type { DueNote } from '../../domain/due-note.ts';
import type { EntryState, Matter } from '../../domain/due.ts';
import type { Difference } from '../../domain/statement.ts';
import type { Day, WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { TabKey } from '../../register/tabs.ts';
import type { MailedTo } from '../announcement/unreached.ts';

export interface Entry {
  /** Stable and unique, such as `A-2026-031 reminder-7`: a person waives it by this name. */
  readonly name: string;
  readonly state: EntryState;
  readonly matter: Matter;
  /** The row that it is about. `tab` is absent for a party, which has no row. */
  readonly about: { readonly tab?: TabKey | undefined; readonly id: string; readonly title: string };
  /** The day from which it should have been said, or on which it changed as far as is known (Oslo). */
  readonly since: Day;
  /** How many have what is not so any more; absent where nobody has, or it cannot be known. */
  readonly holders?: number | undefined;
  /** What is otherwise now than it was said. */
  readonly changes: readonly Difference[];
  /** What else must be known to act on it; rarely needed. */
  readonly notes?: readonly DueNote[] | undefined;
  /** The one command that puts it right, as typed after `npm run`: `announce -- --webinar A-2026-031 --kind correction`. */
  readonly command?: string | undefined;
}

/** What the list is made from. Pure: same request, same list. */
export interface DueRequest {
  readonly register: Register;
  /** Oslo time. */
  readonly now: WallTime;
  /** The key of an address in a mailing: `recipientKey` with the workbook and the hash of this run. */
  readonly keyOf: (mailing: string, address: string) => string;
  /** For how many each mailing on this machine is, by its ID. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The mailings on this machine; left out where nobody asks whom they did not reach. */
  readonly made?: readonly MailedTo[] | undefined;
}

/** The entries of one family of matters, in any order. */
export type Family = (request: DueRequest) => readonly Entry[];
