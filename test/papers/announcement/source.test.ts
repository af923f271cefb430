import { keysOf } from '../../../src/app/mailings/keys.ts';
import { describe, expect, it } from 'vitest';
import type { MailingKind } from '../../../src/domain/mailing-kind.ts';
import { wallTimeFrom } from '../../../src/domain/time.ts';
import { cellValue, type Cell, type Workbook } from '../../../src/domain/workbook.ts';
import { norwegianStandards, type NorwegianStandard } from '../../../src/domain/written-standard.ts';
import { sourceRows } from '../../../src/papers/announcement/source.ts';
import { textFaults } from '../../../src/papers/announcement/text-faults.ts';
import { textView } from '../../../src/papers/announcement/text-view.ts';
import type { AnnouncementView } from '../../../src/papers/announcement/view.ts';
import { webinarsOf } from '../../../src/papers/announcement/webinars.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { settingsOf } from '../../../src/register/settings.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { dayAt } from '../../sample/days.ts';
import { workbookFrom } from '../../sample/workbook-from.ts';
import { share } from '../../support/campaign.ts';
import { writerOf } from '../../support/announcements.ts';

const today = dayAt('2026-11-23');
const now = wallTimeFrom(today, 720);
/** The sample without what no mailing has to do with. */
const sample = withRows(workbookFrom(planSetup(undefined, sampleContent(today, keysOf('file')))), {
  Aktiviteter: ([, type]) => type === 'Webinar',
  Program: ([, activity]) => activity === 'A-2026-036' || activity === 'A-2026-038',
  Kontakter: ([id]) => id === 'K-2025-001' || id === 'K-2025-007',
  ...Object.fromEntries(['Tekster', 'Forbilder', 'Oppsett'].map((tab) => [tab, () => true])),
});

function withRows(
  workbook: Workbook,
  keep: Readonly<Record<string, (cells: readonly Cell[]) => boolean>>,
): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    const [head, ...rows] = sheet.rows;
    const kept = rows.filter(({ cells }) => keep[sheet.name]?.(cells) ?? false);
    return { ...sheet, rows: head === undefined ? kept : [head, ...kept] };
  });
  return { ...workbook, sheets };
}

type Write = (view: AnnouncementView) => string;

/** What is sent of a kind, in both standards: each template is read once. */
async function writersOf(kind: MailingKind): Promise<readonly (readonly [NorwegianStandard, Write])[]> {
  const papers = [kind, `${kind}-subject`, 'webinar-invitation'] as const;
  return Promise.all(
    norwegianStandards.flatMap((standard) =>
      papers.map(async (paper) => [standard, await writerOf(paper, standard)] as const),
    ),
  );
}

/** What is sent, and the rows that it comes from; undefined where it cannot be made. */
function madeFrom(
  workbook: Workbook,
  id: string,
  kind: MailingKind,
  writers: Awaited<ReturnType<typeof writersOf>>,
): { readonly sent: string; readonly source: string } | undefined {
  const { register } = readRegister(workbook, now);
  const webinar = webinarsOf(register).find((one) => one.id === id);
  if (webinar === undefined) return undefined;
  const isWhole = norwegianStandards.every(
    (standard) => textFaults(register, { webinar, kind, standard }).length === 0,
  );
  if (!isWhole) return undefined;
  const { sender, replyTo } = settingsOf(register).announcements;
  const letters = writers.map(([standard, write]) =>
    write(textView(register, { webinar, kind, standard }, now)),
  );
  return {
    sent: JSON.stringify([sender, replyTo, letters]),
    source: JSON.stringify(sourceRows(register, { webinar, kind, standards: norwegianStandards }, now)),
  };
}

/** Somebody typed one word more. */
const changed = (cell: Cell): Cell => {
  const value = cellValue(cell);
  if (typeof value === 'number') return typeof cell === 'object' ? { ...cell, value: value + 1 } : value + 1;
  return typeof value === 'string' ? `${value} mer` : value;
};

const tabs = ['Aktiviteter', 'Tekster', 'Program', 'Forbilder', 'Oppsett', 'Kontakter'];

/** Every workbook that differs from the sample in one cell of these tabs, with what the cell is called. */
function* oneCellChanged(): Generator<readonly [string, Workbook]> {
  for (const sheet of sample.sheets.filter(({ name }) => tabs.includes(name))) {
    const headings = sheet.rows[0]?.cells ?? [];
    for (const row of sheet.rows.slice(1)) {
      for (const [index, cell] of row.cells.entries()) {
        if (cell === null) continue;
        const cells = row.cells.with(index, changed(cell));
        const rows = sheet.rows.map((one) => (one === row ? { ...row, cells } : one));
        const sheets = sample.sheets.map((one) => (one === sheet ? { ...sheet, rows } : one));
        yield [
          `${sheet.name} ${String(row.number)} ${String(cellValue(headings[index] ?? null))}`,
          { ...sample, sheets },
        ];
      }
    }
  }
}

describe('what a mailing says that it comes from', () => {
  it.each([
    ['A-2026-038', 'announcement'],
    ['A-2026-036', 'followup'],
  ] as const)('tells of every cell that changes what is sent: %s, %s', async (id, kind) => {
    const writers = await writersOf(kind);
    const before = madeFrom(sample, id, kind, writers);
    const untold: string[] = [];
    let told = 0;
    const stride = share(5, 1);
    for (const [index, [cell, workbook]] of [...oneCellChanged()].entries()) {
      if (index % stride > 0) continue;
      const after = madeFrom(workbook, id, kind, writers);
      if (after === undefined || after.sent === before?.sent) continue;
      if (after.source === before?.source) untold.push(cell);
      else told += 1;
    }
    expect(untold).toEqual([]);
    expect(told).toBeGreaterThan(30 / stride);
  });
});
