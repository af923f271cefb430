/**
 * Applies a plan: one request to Google, and a reading if its answer does not show enough. It distinguishes two kinds of
 * refusal: Google accepts nothing for a tab, or the sheet has changed since it was read.
 */
import { UserError } from '../../domain/user-error.ts';
import type { SheetsClient, Unclear } from '../../google/sheets-client.ts';
import type { Seen } from './before-after.ts';
import { answerFields, rangeOf, type WritePlan } from './plan.ts';
import { object } from './read-cells.ts';
import {
  readSpreadsheet,
  SPREADSHEET_FIELDS,
  withAnswer,
  type ReadingExtent,
  type Snapshot,
} from './read.ts';
import { closedTab, type ClosedTab } from './refusals.ts';
import { rearranged, refusedForGood } from './write-errors.ts';

/** How often a write may be refused because another run or a person was faster. */
const MOST_REFUSALS = 5;

/** What a write needs from outside. */
export interface Exchange {
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  /** A new value for each write, by which it is recognised. Hexadecimal. */
  readonly nonce: () => string;
  /** With looks where the write gives looks to a tab. */
  readonly extent: ReadingExtent;
}

/** How a request ended. */
export type Applied =
  | { readonly is: 'applied'; readonly seen: Seen }
  /** Nothing was applied: Google takes nothing for this tab. */
  | { readonly is: 'closed'; readonly tab: ClosedTab }
  /** Nothing was applied, and it may be planned anew from a fresh reading. `stop`: it has been tried often enough. */
  | { readonly is: 'not applied'; readonly snapshot: Snapshot; readonly stop: UserError | undefined }
  /** `what` came in place of an answer, and `why` the sheet could not be read afterwards. */
  | { readonly is: 'unknown'; readonly what: string; readonly why: UserError };

/** A new reading of the whole spreadsheet. */
export async function readSnapshot({ client, spreadsheetId, extent }: Exchange): Promise<Snapshot> {
  return readSpreadsheet(await client.get(spreadsheetId, SPREADSHEET_FIELDS[extent]), extent).snapshot;
}

/** Sends the plans of one write, and counts how often they were refused. */
export class PlanApplier {
  readonly #exchange: Exchange;
  #tries = 0;
  #refusals = 0;
  #lastRefusal = '';

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** Throws UserError if the next request would fail in the same way: no access, no network. */
  async apply(plan: WritePlan, planned: Snapshot): Promise<Applied> {
    const { client, spreadsheetId, extent } = this.#exchange;
    const body = {
      requests: [...plan.requests],
      includeSpreadsheetInResponse: true,
      responseRanges: plan.shown.map(rangeOf),
      responseIncludeGridData: true,
    };
    const answer = await client.batchUpdate(spreadsheetId, body, answerFields(extent));
    switch (answer.outcome) {
      case 'answered': {
        const shown = readSpreadsheet(object(answer.body)['updatedSpreadsheet'], extent).snapshot;
        return { is: 'applied', seen: { in: 'answer', snapshot: withAnswer(planned, shown) } };
      }
      case 'refused': {
        const tab = closedTab(answer, { plan, snapshot: planned });
        return tab === undefined ? this.#afterRefusal(answer.message, planned) : { is: 'closed', tab };
      }
      case 'unclear':
        return this.#afterUnclear(plan, answer);
    }
  }

  /** Something the plan depends on is gone: the write log that another run has replaced, a tab, a column. */
  async #afterRefusal(message: string, planned: Snapshot): Promise<Applied> {
    this.#refusals += 1;
    const isSame = message === this.#lastRefusal;
    this.#lastRefusal = message;
    const snapshot = await readSnapshot(this.#exchange);
    const isForGood = isSame && shapeOf(snapshot) === shapeOf(planned);
    const isEnough = this.#refusals > MOST_REFUSALS;
    const stop = isForGood ? refusedForGood(message) : isEnough ? rearranged(message) : undefined;
    return { is: 'not applied', snapshot, stop };
  }

  /** Only a reading can show whether it was applied: the write log then has the nonce of this write. */
  async #afterUnclear(plan: WritePlan, answer: Unclear): Promise<Applied> {
    this.#tries += 1;
    const stop = await userErrorOf(this.#exchange.client.pause(this.#tries, answer));
    try {
      const snapshot = await readSnapshot(this.#exchange);
      return snapshot.log?.nonce === plan.log.nonce
        ? { is: 'applied', seen: { in: 'reading', snapshot } }
        : { is: 'not applied', snapshot, stop };
    } catch (error) {
      if (error instanceof UserError) return { is: 'unknown', what: answer.what, why: error };
      throw error;
    }
  }
}

/** What Google's refusals depend on: which tabs there are, and their size. */
const shapeOf = ({ taken, tabs }: Snapshot): string =>
  JSON.stringify([taken, tabs.map(({ id, rowCount, columnCount }) => [id, rowCount, columnCount])]);

/** The UserError that a call throws; undefined if it throws none. */
async function userErrorOf(call: Promise<void>): Promise<UserError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
