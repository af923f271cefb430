/**
 * Writes by exchange. Sheets cannot write a cell on the condition of what it holds, and people edit between a reading
 * and a write. So each write first copies what stands where it goes, in the same request, and the answer shows the
 * copy. What hit something else than it was meant for is put back, by another exchange, and planned anew.
 */
import { UserError } from '../../domain/user-error.ts';
import {
  cellValue,
  type Cell,
  type Change,
  type ChangeResult,
  type RowAddition,
} from '../../domain/workbook.ts';
import { requireAllAdded } from '../added.ts';
import type { SheetsClient, Unclear } from '../../google/sheets-client.ts';
import type { OpenUndos } from './judging/judge-undos.ts';
import type { Verdict } from './judging/judge.ts';
import { relocateIn, settleChanges, settleUndos, type Seen } from './judging/settle.ts';
import type { Request } from './planning/cell-data.ts';
import type { Undo } from './planning/undo.ts';
import { WorkbookModel, type Effect } from './planning/workbook-model.ts';
import { ANSWER_FIELDS, planChanges, planUndos, rangeOf, type WritePlan } from './planning/write-plan.ts';
import { object } from './reading/json.ts';
import { readSpreadsheet, SPREADSHEET_FIELDS, withAnswer, type Snapshot } from './reading/spreadsheet.ts';

/** People would have to edit in the very moment of each, so many times in a row. */
const MOST_ROUNDS = 20;
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

/**
 * Makes the changes that still hold, each in the row it is meant for, and refuses the others. One request in the ordinary
 * case. Throws UserError when nothing can be written, or when something was written and could not be put back: it
 * then says what, and where.
 */
export async function writeByExchange(
  exchange: Exchange,
  changes: readonly Change[],
  snapshot: Snapshot,
  wishes: readonly Request[] = [],
): Promise<readonly ChangeResult[]> {
  const write = new Write(exchange, changes, snapshot, wishes);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await write.round()) return write.results();
  }
  throw unsettled(write.open());
}

/**
 * Adds rows on the condition that no other run has written since the snapshot. Answers with the snapshot that the next
 * write may be planned from, or with `overtaken` where nothing was added. Throws UserError as `writeByExchange` does.
 */
export async function addByExchange(
  exchange: Exchange,
  rows: readonly RowAddition[],
  snapshot: Snapshot,
): Promise<{ readonly snapshot: Snapshot; readonly results: readonly ChangeResult[] } | 'overtaken'> {
  refuseWithoutPlace(rows, snapshot);
  const write = new Write(exchange, rows, snapshot, []);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await write.round()) return { snapshot: write.snapshot(), results: write.results() };
    if (write.isOvertaken()) return 'overtaken';
  }
  throw unsettled(write.open());
}

/** Throws UserError where one of the rows finds no place, before any of them is written. */
function refuseWithoutPlace(rows: readonly RowAddition[], snapshot: Snapshot): void {
  const model = new WorkbookModel(snapshot, rows);
  requireAllAdded(
    rows.flatMap((change): readonly ChangeResult[] => {
      const came = model.apply(change);
      return 'why' in came ? [{ outcome: 'refused', change, refusal: came }] : [];
    }),
  );
}

class Write {
  readonly #exchange: Exchange;
  readonly #changes: readonly Change[];
  readonly #results: ChangeResult[];
  #snapshot: Snapshot;
  #wishes: readonly Request[];
  #pending: readonly number[];
  /** What stands where it should not: it is put back before anything else is written. */
  #undos: readonly Undo[] = [];
  #tries = 0;
  #refusals = 0;
  readonly #lost: Undo[] = [];
  readonly #firstMotor: number | undefined;
  #isDisplaced = false;

  constructor(
    exchange: Exchange,
    changes: readonly Change[],
    snapshot: Snapshot,
    wishes: readonly Request[],
  ) {
    this.#exchange = exchange;
    this.#changes = changes;
    this.#snapshot = snapshot;
    this.#firstMotor = snapshot.motor?.id;
    this.#wishes = wishes;
    this.#pending = [...changes.keys()];
    this.#results = changes.map((change) => ({ outcome: 'notTried', change }));
  }

  results(): readonly ChangeResult[] {
    if (this.#lost.length > 0) throw unsettled(this.#lost);
    return this.#results;
  }

  /** What the next write may be planned from. */
  snapshot(): Snapshot {
    return this.#snapshot;
  }

  /**
   * Whether the first try came to nothing, so that a second would be planned from another moment: another run may have
   * written by then. A write that surely was not applied is only sent again while the motor tab is the same.
   */
  isOvertaken(): boolean {
    return this.#undos.length === 0 && (this.#isDisplaced || this.#snapshot.motor?.id !== this.#firstMotor);
  }

  /** What is written and not put back yet. */
  open(): readonly Undo[] {
    return [...this.#lost, ...this.#undos];
  }

  /** One request at most, and a reading where its answer does not tell enough. True when all is settled. */
  round(): Promise<boolean> {
    return this.#undos.length > 0 ? this.#putBack() : this.#makeChanges();
  }

  async #putBack(): Promise<boolean> {
    const [undos, planned] = [this.#undos, this.#snapshot];
    const plan = planUndos(planned, undos, this.#exchange.nonce());
    const seen = await this.#send(plan);
    if (seen !== undefined) this.#keep(settleUndos(plan, undos, planned, seen));
    return this.#isSettled();
  }

  async #makeChanges(): Promise<boolean> {
    const model = new WorkbookModel(this.#snapshot, this.#changes);
    const effects = this.#planChanges(model);
    const plan = planChanges(this.#snapshot, model, this.#exchange.nonce(), this.#wishes);
    if (plan === undefined) return true;
    const seen = await this.#send(plan);
    if (seen === undefined) return false;
    this.#wishes = [];
    const settled = settleChanges(plan, model, [...effects.values()], seen);
    this.#settle([...effects.keys()], settled.verdicts);
    this.#keep(settled);
    return this.#isSettled();
  }

  #isSettled(): boolean {
    return this.#pending.length === 0 && this.#undos.length === 0;
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

  #settle(indices: readonly number[], verdicts: readonly Verdict[]): void {
    const displaced: number[] = [];
    for (const [at, index] of indices.entries()) {
      const [verdict, change] = [verdicts[at], this.#changes[index]];
      if (verdict === undefined || change === undefined) continue;
      if (verdict.is === 'displaced') displaced.push(index);
      else this.#results[index] = { outcome: 'done', change, ...rowIn(verdict) };
    }
    this.#pending = displaced;
    if (displaced.length > 0) this.#isDisplaced = true;
  }

  /** Answers with what can be seen of the write; undefined where nothing was applied. */
  async #send(plan: WritePlan): Promise<Seen | undefined> {
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
      case 'refused':
        await this.#afterRefusal(answer.message);
        return undefined;
      case 'unclear':
        return this.#afterUnclear(plan, answer);
    }
  }

  /** Something it rests on is gone: the motor tab that another run has replaced, a tab, a column. */
  async #afterRefusal(message: string): Promise<void> {
    this.#refusals += 1;
    if (this.#refusals > MOST_REFUSALS) {
      throw new UserError(
        `Google refuses the write: ${message}`,
        'Nothing more was written. See whether somebody is rearranging the sheet, and run this again.',
      );
    }
    await this.#readAgain();
  }

  /** Only a reading can tell whether it was applied: the motor tab then bears this write's own word. */
  async #afterUnclear(plan: WritePlan, answer: Unclear): Promise<Seen | undefined> {
    this.#tries += 1;
    await this.#exchange.client.pause(this.#tries, answer);
    const snapshot = await readSnapshot(this.#exchange);
    if (snapshot.motor?.nonce !== plan.motor.nonce) {
      this.#moveTo(snapshot);
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

function unsettled(undos: readonly Undo[]): UserError {
  const [first] = undos;
  const shown = (cell: Cell): string =>
    typeof cell === 'object' && cell?.formula !== undefined
      ? `«=${cell.formula}»`
      : `«${String(cellValue(cell) ?? '')}»`;
  const where =
    first === undefined
      ? ''
      : `: in ${first.tabName}, near row ${first.row}, ${shown(first.wrote)} may stand where ${shown(first.restore)} stood`;
  return new UserError(
    `Somebody was editing the very rows that were written, and not everything could be put right${where}.`,
    'Look there, or in the version history of the sheet, and run this again.',
  );
}
