import { notFound, forbidden } from './api-error.ts';
import { FakeDrive } from './model/drive.ts';
import type { Spreadsheet } from './model/spreadsheet.ts';
import type { Accounts } from './oauth/accounts.ts';
import type { Recorded } from './recorded.ts';
import type { RequestKind } from './requests/request-kind.ts';

export type Role = 'writer' | 'reader' | 'none';

/** A write that was applied, whatever became of its answer. */
export interface Applied {
  readonly request: Recorded;
  readonly spreadsheetId: string;
  /** The spreadsheet as it was before; it is not changed any more. */
  readonly before: Spreadsheet;
  /** The spreadsheet as the write left it, before anybody edited it again. */
  readonly after: Spreadsheet;
}

interface Shared {
  spreadsheet: Spreadsheet;
  /** By address; who is not named has the role of everybody. */
  readonly roles: Map<string, Role>;
  everybody: Role;
}

/** All that the fake remembers. */
export class State {
  readonly accounts: Accounts;
  readonly kinds: ReadonlyMap<string, RequestKind>;
  readonly applied: Applied[] = [];
  /** Mail of whoever is logged in: each message as it came. */
  readonly mailbox: { readonly sent: string[]; readonly drafts: string[] } = { sent: [], drafts: [] };
  readonly drive: FakeDrive;
  /** Whether the project has the Sheets API switched on. */
  apiEnabled = true;
  readonly #shared = new Map<string, Shared>();

  constructor(start: Pick<State, 'accounts' | 'kinds'>) {
    this.accounts = start.accounts;
    this.kinds = start.kinds;
    this.drive = new FakeDrive(() => this.accounts.now);
  }

  add(spreadsheet: Spreadsheet, everybody: Role): void {
    this.#shared.set(spreadsheet.spreadsheetId, { spreadsheet, roles: new Map(), everybody });
  }

  newSpreadsheetId(): string {
    return `1Fake-Spreadsheet_${String(this.#shared.size + 1).padStart(26, '0')}`;
  }

  spreadsheet(id: string): Spreadsheet {
    return this.#find(id).spreadsheet;
  }

  share(id: string, email: string, role: Role): void {
    this.#find(id).roles.set(email, role);
  }

  /** The spreadsheet, when that address may read (or write) it. Throws 404 or 403. */
  open(id: string, email: string, access: 'read' | 'write'): Spreadsheet {
    const { spreadsheet, roles, everybody } = this.#find(id);
    const role = roles.get(email) ?? everybody;
    if (role === 'none' || (role === 'reader' && access === 'write')) throw forbidden();
    return spreadsheet;
  }

  /** Puts a write in force: from now on this is the spreadsheet. */
  commit(after: Spreadsheet, request: Recorded): void {
    const shared = this.#find(after.spreadsheetId);
    this.applied.push({ request, spreadsheetId: after.spreadsheetId, before: shared.spreadsheet, after });
    shared.spreadsheet = after;
  }

  /** What a person does: nothing of it is recorded as applied. */
  edit(id: string, change: (spreadsheet: Spreadsheet) => void): void {
    const shared = this.#find(id);
    const after = shared.spreadsheet.clone();
    change(after);
    shared.spreadsheet = after;
  }

  #find(id: string): Shared {
    const shared = this.#shared.get(id);
    if (shared === undefined) throw notFound();
    return shared;
  }
}
