/** One write in the making: what is pending, what stands where it should not, and what became of each change. */
import { UserError } from '../../domain/user-error.ts';
import type { Change, ChangeResult } from '../../domain/workbook.ts';
import type { SheetsClient, Unclear } from '../../google/sheets-client.ts';
import type { OpenUndos } from './verify-undos.ts';
import type { Outcome } from './verify.ts';
import { relocateIn, reconcileChanges, reconcileUndos, type Seen } from './reconcile.ts';
import type { Request } from './cell-data.ts';
import type { Undo } from './undo.ts';
import { WorkbookModel, type Effect } from './workbook-model.ts';
import { ANSWER_FIELDS, planChanges, planUndos, rangeOf, type WritePlan } from './plan.ts';
import { object } from './json.ts';
import { readSpreadsheet, SPREADSHEET_FIELDS, withAnswer, type Snapshot } from './read.ts';
import { closedTab, type ClosedTab } from './refusals.ts';
import {
  allClosed,
  rearranged,
  refusedForGood,
  unknownWrite,
  notRestored,
  withWritten,
} from './write-words.ts';

/** As often a write may be turned away, because another run or a person was quicker. */
const MOST_REFUSALS = 5;

export interface Exchange {
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  /** A fresh word for each write, by which it is known again. Hexadecimal. */
  readonly nonce: () => string;
}

/** A fresh reading of the whole spreadsheet. */
export async function readSnapshot({ client, spreadsheetId }: Exchange): Promise<Snapshot> {
  return readSpreadsheet(await client.get(spreadsheetId, SPREADSHEET_FIELDS)).snapshot;
}

/** Changes on their way into a spreadsheet, and what has become of each. */
export class Write {
  readonly #exchange: Exchange;
  readonly #changes: readonly Change[];
  readonly #results: ChangeResult[];
  #snapshot: Snapshot;
  #extraRequests: readonly Request[];
  #pending: readonly number[];
  /** What stands where it should not: it is put back before anything else is written. */
  #undos: readonly Undo[] = [];
  #tries = 0;
  #refusals = 0;
  #lastRefusal = '';
  readonly #closed: ClosedTab[] = [];
  readonly #isWhole: boolean;
  /** It is not known whether the last request was applied. */
  #isUnknown = false;
  readonly #lost: Undo[] = [];
  readonly #firstLog: number | undefined;
  #isDisplaced = false;

  constructor(
    exchange: Exchange,
    changes: readonly Change[],
    snapshot: Snapshot,
    extraRequests: readonly Request[],
    /** All of the changes or none: one that Google will not take stops them all. */
    isWhole = false,
  ) {
    this.#isWhole = isWhole;
    this.#exchange = exchange;
    this.#changes = changes;
    this.#snapshot = snapshot;
    this.#firstLog = snapshot.log?.id;
    this.#extraRequests = extraRequests;
    this.#pending = [...changes.keys()];
    this.#results = changes.map((change) => ({ outcome: 'notTried', change }));
  }

  results(): readonly ChangeResult[] {
    if (this.#lost.length > 0) throw notRestored(this.#lost);
    const isClosed = (result: ChangeResult): boolean =>
      result.outcome === 'refused' && result.refusal.why === 'not-allowed';
    if (this.#closed.length > 0 && this.#results.every(isClosed))
      throw this.#reported(allClosed(this.#closed));
    return this.#results;
  }

  /** What the next write may be planned from. */
  snapshot(): Snapshot {
    return this.#snapshot;
  }

  /**
   * Whether the first try came to nothing, so that a second would be planned from another moment: another run may have
   * written by then. A write that surely was not applied is only sent again while the write log is the same.
   */
  isOvertaken(): boolean {
    return this.#undos.length === 0 && (this.#isDisplaced || this.#snapshot.log?.id !== this.#firstLog);
  }

  /** What is written and not put back yet. */
  open(): readonly Undo[] {
    return [...this.#lost, ...this.#undos];
  }

  /** One request at most, and a reading where its answer does not tell enough. True when all is done. */
  async round(): Promise<boolean> {
    try {
      return await (this.#undos.length > 0 ? this.#putBack() : this.#makeChanges());
    } catch (error) {
      throw error instanceof UserError ? this.#reported(error) : error;
    }
  }

  /** An error with what has been written by now, and what of it stands where it should not. */
  #reported(error: UserError): UserError {
    const open = this.open();
    if (open.length > 0) return notRestored(open, error);
    const done = this.#results.filter(({ outcome }) => outcome === 'done').length;
    return this.#isUnknown && done === 0 ? error : withWritten(error, done, this.#results.length);
  }

  async #putBack(): Promise<boolean> {
    const [undos, planned] = [this.#undos, this.#snapshot];
    const plan = planUndos(planned, undos, this.#exchange.nonce());
    const seen = await this.#send(plan);
    if (seen === undefined) return false;
    if ('advice' in seen) {
      this.#undos = undos.filter(({ tabId }) => tabId !== seen.tabId);
      this.#lost.push(...undos.filter(({ tabId }) => tabId === seen.tabId));
    } else {
      this.#keep(reconcileUndos(plan, undos, planned, seen));
    }
    return this.#isComplete();
  }

  async #makeChanges(): Promise<boolean> {
    const model = new WorkbookModel(this.#snapshot, this.#changes);
    const effects = this.#planChanges(model);
    const plan = planChanges(this.#snapshot, model, this.#exchange.nonce(), this.#extraRequests);
    if (plan === undefined) return true;
    const seen = await this.#send(plan);
    if (seen === undefined) return false;
    if ('advice' in seen) {
      this.#close(seen, effects);
      return this.#isComplete();
    }
    this.#extraRequests = [];
    const came = reconcileChanges(plan, model, [...effects.values()], seen);
    this.#record([...effects.keys()], came.outcomes);
    this.#keep(came);
    return this.#isComplete();
  }

  #isComplete(): boolean {
    return this.#pending.length === 0 && this.#undos.length === 0 && this.#extraRequests.length === 0;
  }

  /** Nothing was applied. Of what goes into that tab nothing will be; the rest is planned anew, from the same moment. */
  #close(closed: ClosedTab, effects: ReadonlyMap<number, Effect>): void {
    if (this.#isWhole) throw allClosed([closed]);
    this.#closed.push(closed);
    const { says, advice } = closed;
    for (const [index, { tab }] of effects) {
      const change = this.#changes[index];
      if (tab.id !== closed.tabId || change === undefined) continue;
      this.#results[index] = { outcome: 'refused', change, refusal: { why: 'not-allowed', says, advice } };
    }
    const left = this.#pending.filter((index) => effects.get(index)?.tab.id !== closed.tabId);
    // Nothing of ours goes into that tab, so that leaving it out changes nothing.
    if (left.length === this.#pending.length) throw allClosed([closed]);
    this.#pending = left;
  }

  #keep({ undos, lost }: OpenUndos): void {
    this.#undos = undos;
    this.#lost.push(...lost);
  }

  #planChanges(model: WorkbookModel): ReadonlyMap<number, Effect> {
    const effects = new Map<number, Effect>();
    for (const index of this.#pending) {
      const change = this.#changes[index];
      if (change === undefined) continue;
      const came = model.apply(change);
      if ('why' in came) this.#results[index] = { outcome: 'refused', change, refusal: came };
      else effects.set(index, came);
    }
    this.#pending = [...effects.keys()];
    return effects;
  }

  #record(indices: readonly number[], outcomes: readonly Outcome[]): void {
    const displaced: number[] = [];
    for (const [at, index] of indices.entries()) {
      const [outcome, change] = [outcomes[at], this.#changes[index]];
      if (outcome === undefined || change === undefined) continue;
      if (outcome.is === 'displaced') displaced.push(index);
      else this.#results[index] = { outcome: 'done', change, ...rowIn(outcome) };
    }
    this.#pending = displaced;
    if (displaced.length > 0) this.#isDisplaced = true;
  }

  /**
   * Answers with what can be seen of the write, or with the tab that Google will not take anything for; undefined where
   * nothing was applied for another reason, and it is planned anew from a fresh reading.
   */
  async #send(plan: WritePlan): Promise<Seen | ClosedTab | undefined> {
    const { client, spreadsheetId } = this.#exchange;
    const body = {
      requests: [...plan.requests],
      includeSpreadsheetInResponse: true,
      responseRanges: plan.shown.map(rangeOf),
      responseIncludeGridData: true,
    };
    const answer = await client.batchUpdate(spreadsheetId, body, ANSWER_FIELDS);
    switch (answer.outcome) {
      case 'answered': {
        const shown = readSpreadsheet(object(answer.body)['updatedSpreadsheet']).snapshot;
        this.#snapshot = withAnswer(this.#snapshot, shown);
        return { in: 'answer', snapshot: this.#snapshot };
      }
      case 'refused': {
        const closed = closedTab(answer, { plan, snapshot: this.#snapshot });
        if (closed === undefined) await this.#afterRefusal(answer.message);
        return closed;
      }
      case 'unclear':
        return this.#afterUnclear(plan, answer);
    }
  }

  /** Something it rests on is gone: the write log that another run has replaced, a tab, a column. */
  async #afterRefusal(message: string): Promise<void> {
    this.#refusals += 1;
    const before = shapeOf(this.#snapshot);
    const isSame = message === this.#lastRefusal;
    this.#lastRefusal = message;
    await this.#readAgain();
    if (isSame && shapeOf(this.#snapshot) === before) throw refusedForGood(message);
    if (this.#refusals > MOST_REFUSALS) throw rearranged(message);
  }

  /** Only a reading can tell whether it was applied: the write log then bears this write's own word. */
  async #afterUnclear(plan: WritePlan, answer: Unclear): Promise<Seen | undefined> {
    this.#tries += 1;
    const enough = await userErrorOf(this.#exchange.client.pause(this.#tries, answer));
    const snapshot = await readSnapshot(this.#exchange).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      this.#isUnknown = true;
      const changes = this.#pending.flatMap((index) => this.#changes[index] ?? []);
      throw unknownWrite(answer.what, error, changes, this.#exchange.spreadsheetId);
    });
    if (snapshot.log?.nonce !== plan.log.nonce) {
      this.#moveTo(snapshot);
      if (enough !== undefined) throw enough;
      return undefined;
    }
    this.#snapshot = snapshot;
    return { in: 'reading', snapshot };
  }

  async #readAgain(): Promise<void> {
    this.#moveTo(await readSnapshot(this.#exchange));
  }

  /** Nothing was written: what is to be put back is where people have moved it. */
  #moveTo(snapshot: Snapshot): void {
    this.#keep(relocateIn(this.#undos, this.#snapshot, snapshot));
    this.#snapshot = snapshot;
  }
}

const rowIn = ({ row }: { readonly row?: number }): { readonly row?: number } =>
  row === undefined ? {} : { row };

/** What Google's refusals rest on: which tabs there are, and how large. */
const shapeOf = ({ taken, tabs }: Snapshot): string =>
  JSON.stringify([taken, tabs.map(({ id, rowCount, columnCount }) => [id, rowCount, columnCount])]);

/** The UserError that a call ends in; undefined where it ends well. */
async function userErrorOf(call: Promise<void>): Promise<UserError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
