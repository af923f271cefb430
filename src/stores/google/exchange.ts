/**
 * Writes by exchange. Sheets cannot write a cell on the condition of what it holds, and people edit between a reading
 * and a write. So each write first copies what stands where it goes, in the same request, and the answer shows the
 * copy. What hit something else than it was meant for is put back, by another exchange, and planned anew.
 */
import { UserError } from '../../domain/user-error.ts';
import { cellValue, type Cell, type Change, type ChangeResult } from '../../domain/workbook.ts';
import type { SheetsClient, Unclear } from '../../google/sheets-client.ts';
import { evidenceInAnswer, evidenceInReading, type Evidence } from './judging/evidence.ts';
import { judge, type Judgement, type WholeTab } from './judging/judge.ts';
import type { Request } from './planning/cell-data.ts';
import type { PlannedCell } from './planning/tab-model.ts';
import type { Undo, UndoneCell } from './planning/undo.ts';
import { WorkbookModel, type Effect } from './planning/workbook-model.ts';
import { ANSWER_FIELDS, planWrite, type WritePlan } from './planning/write-plan.ts';
import { readSpreadsheet, SPREADSHEET_FIELDS, type Snapshot } from './reading/spreadsheet.ts';

/** People would have to edit in the very moment of each, so many times in a row. */
const MOST_ROUNDS = 12;
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

/** What came of sending a plan: evidence of it, or undefined where nothing was applied. */
interface Sent {
  readonly evidence: Evidence | undefined;
  readonly isFromReading: boolean;
}

class Write {
  readonly #exchange: Exchange;
  readonly #changes: readonly Change[];
  readonly #results: ChangeResult[];
  #snapshot: Snapshot;
  #wishes: readonly Request[];
  #pending: readonly number[];
  #undos: readonly Undo[] = [];
  #wholeTabs: readonly WholeTab[] = [];
  #tries = 0;
  #refusals = 0;
  readonly #lost: Undo[] = [];

  constructor(
    exchange: Exchange,
    changes: readonly Change[],
    snapshot: Snapshot,
    wishes: readonly Request[],
  ) {
    this.#exchange = exchange;
    this.#changes = changes;
    this.#snapshot = snapshot;
    this.#wishes = wishes;
    this.#pending = [...changes.keys()];
    this.#results = changes.map((change) => ({ outcome: 'notTried', change }));
  }

  results(): readonly ChangeResult[] {
    if (this.#lost.length > 0) throw unsettled(this.#lost);
    return this.#results;
  }

  /** What is written and not put back yet. */
  open(): readonly Undo[] {
    return [...this.#lost, ...this.#undos];
  }

  /** One request at most, and a reading where it is needed. True when all is settled. */
  async round(): Promise<boolean> {
    const model = new WorkbookModel(this.#snapshot);
    const planned = this.#planUndos(model);
    const effects = this.#wholeTabs.length > 0 ? new Map<number, Effect>() : this.#planChanges(model);
    const before = [...this.#wishes, ...this.#wholeTabs.flatMap((tab) => this.#copyBack(tab))];
    const ordered = [...effects.values()];
    const plan = planWrite(this.#snapshot, model, ordered, this.#exchange.nonce(), { before });
    if (plan === undefined) return true;
    const { evidence, isFromReading } = await this.#send(plan);
    if (evidence === undefined) return false;
    this.#wishes = [];
    const judgement = judge(plan, ordered, evidence);
    this.#settle([...effects.keys()], judgement);
    this.#undos = [...judgement.undos, ...this.#stillOpen(planned, judgement)];
    const hadWholeTabs = this.#wholeTabs.length > 0;
    this.#wholeTabs = judgement.wholeTabs;
    const isSettled = this.#pending.length === 0 && this.#undos.length === 0 && this.#wholeTabs.length === 0;
    if (isSettled) return true;
    if (!isFromReading || hadWholeTabs) this.#snapshot = await readSnapshot(this.#exchange);
    return false;
  }

  /** The cells by which undos are to be done. What cannot be found any more is given up, and told of where it may stand. */
  #planUndos(model: WorkbookModel): ReadonlyMap<UndoneCell, PlannedCell> {
    const planned = new Map<UndoneCell, PlannedCell>();
    for (const undo of this.#undos) {
      const found = model.undo(undo);
      for (const cell of undo.cells) {
        const put = found.get(cell);
        if (put !== undefined) planned.set(cell, put);
        else if (model.mayStand(undo, cell)) this.#lost.push({ ...undo, cells: [cell] });
      }
    }
    return planned;
  }

  /** The undos of cells that were planned, and have not been put back. */
  #stillOpen(planned: ReadonlyMap<UndoneCell, PlannedCell>, { restored }: Judgement): readonly Undo[] {
    return this.#undos.flatMap((undo) => {
      const cells = undo.cells.filter((cell) => {
        const put = planned.get(cell);
        return put !== undefined && !restored.has(put);
      });
      return cells.length === 0 ? [] : [{ ...undo, cells }];
    });
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

  #settle(indices: readonly number[], { verdicts }: Judgement): void {
    const displaced: number[] = [];
    for (const [at, index] of indices.entries()) {
      const [verdict, change] = [verdicts[at], this.#changes[index]];
      if (verdict === undefined || change === undefined) continue;
      if (verdict.is === 'displaced') displaced.push(index);
      else this.#results[index] = { outcome: 'done', change, ...rowIn(verdict) };
    }
    this.#pending = indices.length === 0 ? this.#pending : displaced;
  }

  /** A tab is put back from the motor tab that has its copy; where another write has replaced that, it is lost. */
  #copyBack(tab: WholeTab): readonly Request[] {
    if (this.#snapshot.motor?.id !== tab.motorId) throw replacedWrongly();
    const columns = { startColumnIndex: 0, endColumnIndex: tab.columnCount };
    const source = {
      sheetId: tab.motorId,
      startRowIndex: tab.motorRow,
      endRowIndex: tab.motorRow + tab.rowCount,
    };
    const destination = { sheetId: tab.tabId, startRowIndex: 0, endRowIndex: tab.rowCount };
    return [
      {
        copyPaste: {
          source: { ...source, ...columns },
          destination: { ...destination, ...columns },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ];
  }

  async #send(plan: WritePlan): Promise<Sent> {
    const { client, spreadsheetId } = this.#exchange;
    const body = {
      requests: [...plan.requests],
      includeSpreadsheetInResponse: true,
      responseRanges: plan.shown.map(({ range }) => range),
      responseIncludeGridData: true,
    };
    const answer = await client.batchUpdate(spreadsheetId, body, ANSWER_FIELDS);
    switch (answer.outcome) {
      case 'answered':
        return { evidence: evidenceInAnswer(answer.body, plan), isFromReading: false };
      case 'refused':
        await this.#afterRefusal(answer.message);
        return { evidence: undefined, isFromReading: true };
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
    this.#snapshot = await readSnapshot(this.#exchange);
  }

  /** Only a reading can tell whether it was applied: the motor tab then bears this write's own word. */
  async #afterUnclear(plan: WritePlan, answer: Unclear): Promise<Sent> {
    this.#tries += 1;
    await this.#exchange.client.pause(this.#tries, answer);
    this.#snapshot = await readSnapshot(this.#exchange);
    const isApplied = this.#snapshot.motor?.nonce === plan.motor.nonce;
    return { evidence: isApplied ? evidenceInReading(this.#snapshot) : undefined, isFromReading: true };
  }
}

const rowIn = ({ row }: { readonly row?: number }): { readonly row?: number } =>
  row === undefined ? {} : { row };

function unsettled(undos: readonly Undo[]): UserError {
  const [first] = undos;
  const shown = (cell: Cell): string => `«${String(cellValue(cell) ?? '')}»`;
  const [cell] = first?.cells ?? [];
  const where =
    first === undefined || cell === undefined
      ? ''
      : `: in ${first.tabName}, near row ${first.row}, ${shown(cell.wrote)} may stand where ${shown(cell.restore)} stood`;
  return new UserError(
    `Somebody was editing the very rows that were written, and not everything could be put right${where}.`,
    'Look there, or in the version history of the sheet, and run this again.',
  );
}

function replacedWrongly(): UserError {
  return new UserError(
    'Somebody was rearranging a tab of Felles while it was written, and it could not be put right.',
    'Go back to the version before in the version history of the sheet, and run this again.',
  );
}
