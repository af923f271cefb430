/**
 * The sample register: a workbook in which every paper has something to show, whenever it is made. Its content is in the
 * tables of this folder; README.md says how to write them.
 */
import { z } from 'zod';
import { quarterOf } from '../../domain/quarter.ts';
import { addDays, type Day } from '../../domain/time.ts';
import { settingRows } from '../data/setting-rows.ts';
import { activityStatuses, activityTypes } from '../lists.ts';
import { dayIn } from '../looks/coming-row.ts';
import type { NewRow, WorkbookContent } from '../setup.ts';
import actionTable from './actions.json' with { type: 'json' };
import activityTable from './activities.json' with { type: 'json' };
import answerTable from './answers.json' with { type: 'json' };
import { dayNamed, sampleCalendar, type SampleCalendar } from './calendar.ts';
import caseTable from './cases.json' with { type: 'json' };
import contactTable from './contacts.json' with { type: 'json' };
import dialogueTable from './dialogues.json' with { type: 'json' };
import exampleTable from './examples.json' with { type: 'json' };
import historyTable from './history.json' with { type: 'json' };
import { ledgerRows, statementsOf, type KeyOf } from './ledger.ts';
import { sampleRecipients } from './recipients.ts';
import { rowsOf, withIds, type SampleRow, type Sources } from './rows.ts';
import settingTable from './settings.json' with { type: 'json' };
import slotTable from './slots.json' with { type: 'json' };
import textTable from './texts.json' with { type: 'json' };
import treatmentTable from './treatments.json' with { type: 'json' };
import webinars from './webinars.json' with { type: 'json' };

/**
 * The rows of a sample register for a day in Oslo from 2025 on. The next quarterly meeting is 7 to 100 days ahead, a
 * webinar up to five weeks; days, IDs, titles and statuses follow. No persons, and no address that leads anywhere. `keyOf`
 * names the recipients of what the sample has sent, as the workbook that it is made for will.
 */
export function sampleContent(today: Day, keyOf: KeyOf): WorkbookContent {
  const calendar = sampleCalendar(today);
  const activities = withIds('A', activityRows({ calendar }));
  const { source: _source, date: _date, ...parts } = webinars;
  const sources = { calendar, parts: partsSchema.parse(parts), ids: activities.ids };
  const cases = withIds('S', withCaseNumbers(rowsOf('cases.json', caseTable, sources), calendar));
  const contacts = withIds('K', rowsOf('contacts.json', contactTable, sources));
  const slotSources = { ...sources, ids: new Map([...activities.ids, ...contacts.ids]) };
  const ofCases = { ...sources, ids: new Map([...activities.ids, ...cases.ids]) };
  const actions = rowsOf('actions.json', actionTable, ofCases);
  const recipients = sampleRecipients(calendar);
  const ledger = ledgerRows(calendar, activities.ids, recipients, keyOf);
  return {
    activities: activities.rows,
    texts: withIds('B', rowsOf('texts.json', textTable, sources)).rows,
    cases: cases.rows,
    actions: withIds(
      'T',
      inOrder(actions, ({ Frist }) => dayIn(Frist)),
    ).rows,
    treatments: withIds('V', rowsOf('treatments.json', treatmentTable, ofCases)).rows,
    slots: withIds(
      'P',
      inOrder(rowsOf('slots.json', slotTable, slotSources), ({ Start }) => dayIn(Start)),
    ).rows,
    examples: withIds('F', rowsOf('examples.json', exampleTable, sources)).rows,
    dialogues: withIds('D', rowsOf('dialogues.json', dialogueTable, sources)).rows,
    contacts: contacts.rows,
    answers: rowsOf('answers.json', answerTable, slotSources).map((row) => row.cells),
    recipients,
    statements: statementsOf(ledger),
    ledger,
    settings: sampleSettings(sources),
  };
}

const cells = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const partsSchema = z.record(z.string(), z.record(z.string(), cells));

/** Settings with an explanation come first; the others are values of settings that every workbook has. */
function sampleSettings(sources: Sources): readonly NewRow[] {
  const rows = rowsOf('settings.json', settingTable, sources).map((row) => row.cells);
  const values = rows.flatMap(({ Nøkkel: name, Verdi: value }) =>
    typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [],
  );
  return [...rows.filter((row) => 'Forklaring' in row), ...settingRows(Object.fromEntries(values))];
}

function inOrder(
  rows: readonly SampleRow[],
  by: (cells: NewRow) => string | undefined,
): readonly SampleRow[] {
  const compare = (one = '', other = ''): number => (one < other ? -1 : one > other ? 1 : 0);
  return [...rows].sort((one, other) => compare(by(one.cells), by(other.cells)));
}

/** How many cases a meeting outside the sample has, so that numbers continue after it. */
const casesPerMeeting = 3;

/** Case numbers for meetings that were held, as their agendas gave them. The oldest is seldom the first of its year. */
function withCaseNumbers(rows: readonly SampleRow[], calendar: SampleCalendar): readonly SampleRow[] {
  const { year: firstYear, number: quarter } = quarterOf(dayNamed(calendar, 'meeting -4'));
  const counts = new Map([[firstYear, (quarter - 1) * casesPerMeeting]]);
  return rows.map((row) => {
    const { cells, year } = row;
    if (cells['Saksnr'] === undefined) return row;
    const number = (counts.get(year) ?? 0) + 1;
    counts.set(year, number);
    return { ...row, cells: { ...cells, Saksnr: `Sak ${String(number)}/${String(year).slice(2)}` } };
  });
}

/** In the order of their IDs: within a year the quarterly meetings first, then by day; those without a day last. */
function activityRows({ calendar }: Sources): readonly SampleRow[] {
  const rows = [
    ...rowsOf('history.json', historyTable, { calendar }),
    ...rowsOf('activities.json', activityTable, { calendar }),
  ];
  const known = rows.map((row) => ({ ...row, cells: asKnown(row.cells, calendar.today) }));
  const byDay = inOrder(known, (row) => {
    const isMeeting = row['Type'] === activityTypes.quarterlyMeeting[0];
    return `${isMeeting ? '0' : '1'} ${dayIn(row['Start']) ?? '9999'}`;
  });
  return [...byDay].sort((one, other) => one.year - other.year);
}

const { planned, confirmed, ongoing, done } = activityStatuses;

/** Confirmed from six weeks before; until then planned. */
const daysBeforeConfirmed = 42;

/** From the day: past, ongoing, near, or further ahead. Meetings are not confirmed. */
function statusOf(cells: NewRow, today: Day): string {
  const first = dayIn(cells['Start']);
  const last = dayIn(cells['Slutt']) ?? first;
  if (first === undefined || last === undefined || last < today) return done[0];
  if (first <= today) return ongoing[0];
  const isNear = first <= addDays(today, daysBeforeConfirmed);
  return isNear && cells['Type'] !== activityTypes.quarterlyMeeting[0] ? confirmed[0] : planned[0];
}

const onlyAhead = new Set(['Påmelding', 'Påmeldingsfrist']);
const onlyDone = new Set([
  ...['Presentasjoner', 'Referat', 'Timer Bylivsenteret', 'Timer Distriktssenteret'],
  ...['Til stede', 'Godkjenningsfrist', 'Godkjent av Bylivsenteret', 'Godkjent av Distriktssenteret'],
  ...['Godkjent dato Bylivsenteret', 'Godkjent dato Distriktssenteret'],
]);
const approvals = [
  ['Godkjent av Bylivsenteret', 'Godkjent dato Bylivsenteret'],
  ['Godkjent av Distriktssenteret', 'Godkjent dato Distriktssenteret'],
] as const;

/** An activity with its status, without data that is not known yet or no longer valid. */
function asKnown(cells: NewRow, today: Day): NewRow {
  const { Status: status = statusOf(cells, today), Opptak: recording } = cells;
  const isAhead = status === planned[0] || status === confirmed[0];
  const isDone = status === done[0];
  const isNotYet = new Set<string>(approvals.filter(([, day]) => (dayIn(cells[day]) ?? '') > today).flat());
  const known = Object.entries(cells).filter(
    ([heading]) =>
      (isAhead || !onlyAhead.has(heading)) && (isDone || !onlyDone.has(heading)) && !isNotYet.has(heading),
  );
  const isPromised = !isDone && recording !== undefined && recording !== 'nei';
  return { ...Object.fromEntries(known), Status: status, ...(isPromised ? { Opptak: 'ja' } : {}) };
}
