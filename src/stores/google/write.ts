/**
 * A write to a Google Sheet: plan → apply → verify → undo.
 *
 * Sheets cannot write a cell only if it holds a given value, and people edit between a reading and a write. So each
 * write first copies the old content of its cells to the write log, in the same request (plan.ts), and its answer shows the
 * copy and the tabs after the write (apply.ts). A value that reached another cell than it was meant for (verify.ts) is put back
 * by a separate write (undo.ts) before anything else is written, and then planned again. In the ordinary case that is one
 * request.
 */
import { UserError } from '../../domain/user-error.ts';
import { sheetOf, type Change, type ChangeResult, type RowAddition } from '../../domain/workbook.ts';
import { requireAllAdded } from '../added.ts';
import { PlanApplier, type Exchange } from './apply.ts';
import type { Seen } from './before-after.ts';
import type { Request } from './cell-requests.ts';
import { areStill, looksAstray, misplacedLooks, type MisplacedLooks } from './misplaced-looks.ts';
import { planChanges, planUndos, type WritePlan } from './plan.ts';
import type { Snapshot } from './read.ts';
import type { ClosedTab } from './refusals.ts';
import { relocate, tablesIn, verifyUndos, type OpenUndos, type Undo } from './undo.ts';
import { verifyChanges, type Outcome } from './verify.ts';
import { WorkbookModel, type Effect } from './workbook-model.ts';
import { allClosed, notRestored, olderVersion, unknownWrite, withWritten } from './write-errors.ts';

/** To reach this, people would have to edit during every one of the rounds. */
const MOST_ROUNDS = 20;

/**
 * Makes the changes that still hold, each in the row it is meant for, and refuses the others. One request in the ordinary
 * case. If Google accepts nothing for a tab, for example because it is protected, all changes to that tab are refused, and
 * the rest is written. Throws UserError if nothing can be written, or if something was written and could not be put
 * back: the message then says what, and where.
 */
export async function writeByExchange(
  exchange: Exchange,
  changes: readonly Change[],
  snapshot: Snapshot,
  extraRequests: readonly Request[],
): Promise<readonly ChangeResult[]> {
  const write = new Write(exchange, changes, snapshot, extraRequests, false);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await write.round()) return write.results();
  }
  throw notRestored(write.open());
}

/**
 * Adds rows if no other run has written since the snapshot. Returns the snapshot that the next
 * write may be planned from, or with `overtaken` where nothing was added. Throws UserError as `writeByExchange` does.
 */
export async function addByExchange(
  exchange: Exchange,
  rows: readonly RowAddition[],
  snapshot: Snapshot,
): Promise<{ readonly snapshot: Snapshot; readonly results: readonly ChangeResult[] } | 'overtaken'> {
  if (isSharedWithOlder(snapshot)) throw olderVersion();
  refuseWithoutPlace(rows, snapshot);
  const write = new Write(exchange, rows, snapshot, [], true);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await write.round()) return { snapshot: write.snapshot(), results: write.results() };
    if (write.isOvertaken()) return 'overtaken';
  }
  throw notRestored(write.open());
}

/**
 * Whether an older version of Felles has written since this one gave the write log its name. That version does not know
 * the log by that name, so that it does not see in time that rows have been added by others: it would not be overtaken.
 */
const isSharedWithOlder = ({ log, staleLogs }: Snapshot): boolean =>
  log?.hasFormerName === true && staleLogs.some(({ hasFormerName }) => !hasFormerName);

/** Throws UserError if one of the rows has no place, before any of them is written. */
function refuseWithoutPlace(rows: readonly RowAddition[], snapshot: Snapshot): void {
  const model = new WorkbookModel(snapshot, rows);
  requireAllAdded(
    rows.flatMap((change): readonly ChangeResult[] => {
      const came = model.apply(change);
      return 'why' in came ? [{ outcome: 'refused', change, refusal: came }] : [];
    }),
  );
}

/** Changes on their way into a spreadsheet, and how each has ended so far. */
class Write {
  readonly #exchange: Exchange;
  readonly #applier: PlanApplier;
  readonly #changes: readonly Change[];
  readonly #results: ChangeResult[];
  #snapshot: Snapshot;
  #extraRequests: readonly Request[];
  #pending: readonly number[];
  /** Values in the wrong cells. They are put back before anything else is written. */
  #undos: readonly Undo[] = [];
  readonly #lost: Undo[] = [];
  /** Looks in the wrong columns. They are taken back together with the undos. */
  #misplaced: readonly MisplacedLooks[] = [];
  readonly #closed: ClosedTab[] = [];
  /** All of the changes or none: one that Google does not accept stops them all. */
  readonly #isWhole: boolean;
  /** It is not known whether the last request was applied. */
  #isUnknown = false;
  readonly #firstLog: number | undefined;
  #isDisplaced = false;

  constructor(
    exchange: Exchange,
    changes: readonly Change[],
    snapshot: Snapshot,
    extraRequests: readonly Request[],
    isWhole: boolean,
  ) {
    this.#exchange = exchange;
    this.#applier = new PlanApplier(exchange);
    this.#changes = changes;
    this.#snapshot = snapshot;
    this.#firstLog = snapshot.log?.id;
    this.#extraRequests = extraRequests;
    this.#isWhole = isWhole;
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
   * Whether the first try failed, so that a second would be planned from another reading: another run may have
   * written meanwhile. A write that surely was not applied is sent again only while the write log is the same.
   */
  isOvertaken(): boolean {
    return this.#undos.length === 0 && (this.#isDisplaced || this.#snapshot.log?.id !== this.#firstLog);
  }

  /** What has not been put back yet. */
  open(): readonly Undo[] {
    return [...this.#lost, ...this.#undos];
  }

  /** One request at most, and a reading if its answer does not show enough. True when all is done. */
  async round(): Promise<boolean> {
    try {
      const isApplied = await (this.#isInOrder() ? this.#makeChanges() : this.#putBack());
      return isApplied && this.#isComplete();
    } catch (error) {
      throw error instanceof UserError ? this.#reported(error) : error;
    }
  }

  /** An error with what has been written so far, and which of it is in the wrong place. */
  #reported(error: UserError): UserError {
    const open = this.open();
    if (open.length > 0) return notRestored(open, error);
    const done = this.#results.filter(({ outcome }) => outcome === 'done').length;
    return this.#isUnknown && done === 0 ? error : withWritten(error, done, this.#results.length);
  }

  #isComplete(): boolean {
    return this.#pending.length === 0 && this.#isInOrder() && this.#extraRequests.length === 0;
  }

  #isInOrder(): boolean {
    return this.#undos.length === 0 && this.#misplaced.length === 0;
  }

  /** False if nothing was applied and it must be tried again. */
  async #putBack(): Promise<boolean> {
    const [undos, planned] = [this.#undos, this.#snapshot];
    const back = new Map(this.#misplaced.map(({ tabId, requests }) => [tabId, requests]));
    const plan = planUndos(planned, undos, back, this.#exchange.nonce());
    const came = await this.#apply(plan);
    if (came === undefined) {
      // Somebody has edited again: what the looks are in now is not known.
      this.#leave(() => true);
      return false;
    }
    if ('advice' in came && back.has(came.tabId)) {
      this.#leave((each) => each.tabId === came.tabId);
    } else if ('advice' in came) {
      if (!undos.some(({ tabId }) => tabId === came.tabId)) throw allClosed([came]);
      this.#keep({
        undos: undos.filter(({ tabId }) => tabId !== came.tabId),
        lost: undos.filter(({ tabId }) => tabId === came.tabId),
      });
    } else {
      this.#leave((each) => !areStill(each, planned, came.snapshot));
      this.#misplaced = [];
      this.#keep(verifyUndos(plan, undos, planned, came));
    }
    return true;
  }

  /** As `#putBack`. */
  async #makeChanges(): Promise<boolean> {
    const model = new WorkbookModel(this.#snapshot, this.#changes);
    const effects = this.#planEffects(model);
    const plan = planChanges(this.#snapshot, model, this.#exchange.nonce(), this.#extraRequests);
    if (plan === undefined) {
      // Looks that the tabs have already.
      this.#record(
        [...effects.keys()],
        [...effects].map(() => ({ is: 'done' })),
      );
      return true;
    }
    const came = await this.#apply(plan);
    if (came === undefined) return false;
    if ('advice' in came) {
      this.#close(came, effects);
      return true;
    }
    this.#extraRequests = [];
    const verified = verifyChanges(model, plan.copies, [...effects.values()], came);
    this.#record([...effects.keys()], verified.outcomes);
    this.#misplaced = misplacedLooks(plan, effects, verified.outcomes, came.snapshot);
    this.#keep(verified);
    return true;
  }

  /**
   * What can be seen after the plan was applied, or the tab that Google accepts nothing for; undefined if
   * nothing was applied for another reason. Throws UserError if that has happened too often, or if the result cannot be known.
   */
  async #apply(plan: WritePlan): Promise<Seen | ClosedTab | undefined> {
    const applied = await this.#applier.apply(plan, this.#snapshot);
    switch (applied.is) {
      case 'applied':
        this.#snapshot = applied.seen.snapshot;
        return applied.seen;
      case 'closed':
        return applied.tab;
      case 'not applied': {
        const { snapshot, stop } = applied;
        // People may have moved the cells that must be put back.
        this.#keep(relocate(this.#undos, tablesIn(this.#snapshot), tablesIn(snapshot)));
        this.#snapshot = snapshot;
        if (stop !== undefined) throw stop;
        return undefined;
      }
      case 'unknown': {
        this.#isUnknown = true;
        const changes = this.#pending.flatMap((index) => this.#changes[index] ?? []);
        throw unknownWrite(applied.what, applied.why, changes, this.#exchange.spreadsheetId);
      }
    }
  }

  /** Nothing was applied. Changes to that tab are refused; the rest is planned again, from the same reading. */
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

  /** Leaves misplaced looks where they are, and says so. */
  #leave(isLeft: (each: MisplacedLooks) => boolean): void {
    const left = this.#misplaced.filter(isLeft);
    this.#misplaced = this.#misplaced.filter((each) => !left.includes(each));
    for (const { index } of left) {
      const change = this.#changes[index];
      this.#pending = this.#pending.filter((pending) => pending !== index);
      if (change === undefined) continue;
      this.#results[index] = { outcome: 'refused', change, refusal: looksAstray(sheetOf(change)) };
    }
  }

  #keep({ undos, lost }: OpenUndos): void {
    this.#undos = undos;
    this.#lost.push(...lost);
  }

  #planEffects(model: WorkbookModel): ReadonlyMap<number, Effect> {
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
      else {
        const row = outcome.row === undefined ? {} : { row: outcome.row };
        this.#results[index] = { outcome: 'done', change, ...row };
      }
    }
    this.#pending = displaced;
    if (displaced.length > 0) this.#isDisplaced = true;
  }
}
