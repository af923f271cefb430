/** Makes rows of the workbook from the tables of the sample: README.md says how a table is written. */
import { z } from 'zod';
import { quarterOf } from '../../domain/quarter.ts';
import { daysBetween, dayParts, type Day } from '../../domain/time.ts';
import type { NewValue } from '../../domain/workbook.ts';
import { dayAsTyped } from '../data/setting-rows.ts';
import { parseTable } from '../data/table.ts';
import { dayIn } from '../looks/coming-row.ts';
import type { NewRow } from '../setup.ts';
import { dayByRule, meetingsInQuarter, type SampleCalendar } from './calendar.ts';
import { dayInWords, daysInWords } from './days.ts';

/** Several lines of text are a list. */
const cell = z.union([z.string(), z.number(), z.array(z.string())]);
const cells = z.record(z.string(), cell);

type Cell = z.infer<typeof cell>;
/** A row as its table has it, by heading; names that begin with a small letter are only for the sample. */
type TableRow = Readonly<Record<string, Cell>>;

const tableSchema = z.object({
  source: z.string().min(1),
  date: z.iso.date(),
  groups: z.array(z.object({ all: cells.default({}), rows: z.array(cells) })),
});

/** Cells that several rows share, by name and part: `webinar 3` has `nb`, `nn`, `opening` and `example`. */
export type Parts = Readonly<Record<string, Readonly<Record<string, TableRow>>>>;

/** What the cells of a row may refer to. */
export interface Sources {
  readonly calendar: SampleCalendar;
  readonly parts?: Parts;
  /** The IDs of rows by their keys. */
  readonly ids?: ReadonlyMap<string, string>;
}

/** A row without its ID. */
export interface SampleRow {
  readonly cells: NewRow;
  /** The key that other rows use to point to it. */
  readonly key: string | undefined;
  /** The year in its ID. */
  readonly year: number;
}

type Table = z.infer<typeof tableSchema>;

const parsed = new Map<unknown, Table>();

/** Each table is checked only once. */
function checked(file: string, table: unknown): Table {
  const known = parsed.get(table) ?? parseTable(file, tableSchema, table);
  parsed.set(table, known);
  return known;
}

/**
 * The rows of a table, in its order. Throws RangeError, which names the file, for an invalid table, and for a row with an
 * unknown rule or name, whose beginning it quotes.
 */
export function rowsOf(file: string, table: unknown, sources: Sources): readonly SampleRow[] {
  return checked(file, table).groups.flatMap(({ all, rows }) =>
    rows.flatMap((row) => {
      try {
        return repeated({ ...all, ...row }, sources)
          .filter((one) => isInTime(one, sources))
          .map((one) => sampleRow(one, sources));
      } catch (cause) {
        if (!(cause instanceof RangeError)) throw cause;
        throw new RangeError(`${file}: the row ${JSON.stringify(row).slice(0, 160)}: ${cause.message}`, {
          cause,
        });
      }
    }),
  );
}

const isForSample = (heading: string): boolean => /^\p{Ll}/u.test(heading);

/** Its year is that in the table, otherwise that of its day, otherwise the year at the end of the words for its start. */
function sampleRow(row: TableRow, sources: Sources): SampleRow {
  const start = startOf(row, sources);
  const filledIn = Object.entries({ ...row, ...sharedCells(row, sources) })
    .filter(([heading]) => heading !== 'with')
    .map(([heading, value]): [string, NewValue] => [heading, valueOf(value, sources, start)]);
  const own = Object.fromEntries(filledIn.filter(([heading]) => isForSample(heading)));
  const all = Object.fromEntries(filledIn.filter(([heading]) => !isForSample(heading)));
  const words = typeof all['Start'] === 'string' ? all['Start'].slice(-4) : '';
  const day = dayIn(all['Start'] ?? all['Dato'] ?? all['Frist']);
  return {
    cells: all,
    key: typeof own['key'] === 'string' ? own['key'] : undefined,
    year: Number(own['year'] ?? day?.slice(0, 4) ?? words),
  };
}

/** A row with `each` once for each of its words; `each` can also be a quarter's meetings. */
function repeated({ each, ...row }: TableRow, { calendar }: Sources): readonly TableRow[] {
  if (each === undefined) return [row];
  const words = [each].flat().flatMap((word) => {
    const quarter = /^meetings of quarter (\d)$/u.exec(String(word))?.[1];
    return quarter === undefined ? [String(word)] : meetingsInQuarter(calendar, Number(quarter));
  });
  return words.map((word) => {
    const withWord = ([heading, value]: [string, Cell]): [string, Cell] => [
      heading,
      typeof value === 'string' ? value.replaceAll('{each}', word) : value,
    ];
    return Object.fromEntries(Object.entries(row).map(withWord));
  });
}

/** Whether the row's first day is not before what `from` says. */
function isInTime(row: TableRow, sources: Sources): boolean {
  const { from } = row;
  return typeof from !== 'string' || (startOf(row, sources) ?? '') >= from;
}

function startOf({ Start: start }: TableRow, { calendar }: Sources): Day | undefined {
  return typeof start === 'string' && start.startsWith('= ')
    ? dayByRule(start.slice(2), calendar).day
    : undefined;
}

/** The cells that `with` names: `nb of webinar 3`, or several such. */
function sharedCells({ with: names = [] }: TableRow, { calendar, parts = {} }: Sources): TableRow {
  const shared = [names].flat().flatMap((name) => {
    const [, part = '', of = ''] = /^(\w+) of (.+)$/u.exec(String(name)) ?? [];
    const found = parts[calendar.aliases.get(of) ?? of]?.[part];
    if (found === undefined) throw new RangeError(`the sample has no part «${String(name)}»`);
    return Object.entries(found);
  });
  return Object.fromEntries(shared);
}

function valueOf(value: Cell, sources: Sources, start: Day | undefined): NewValue {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return value.map((line) => filled(line, sources, start)).join('\n');
  if (!value.startsWith('= ')) return filled(value, sources, start);
  const { day, clock } = dayByRule(value.slice(2), sources.calendar, start);
  return clock === undefined ? { day } : { wallTime: `${day}T${clock}` };
}

const field = /^(?<word>id|typed|lead to|day of|days of|quarter of|year(?<more>[+-]\d)? of) (?<rest>.+)$/u;

/** How many days before a webinar on a day the sample announces webinars. */
const leadTo = (day: Day, { today }: SampleCalendar): string => (daysBetween(today, day) > 28 ? '42' : '28');

/** A text with its braces filled in. Throws RangeError for braces without a meaning. */
function filled(text: string, { calendar, ids }: Sources, start: Day | undefined): string {
  const dayOf = (rule: string): Day => dayByRule(rule, calendar, start).day;
  return text.replace(/\{([^{}]*)\}/gu, (braces, content: string) => {
    const { word, more = '0', rest = '' } = field.exec(content)?.groups ?? {};
    if (word === undefined) throw new RangeError(`the sample knows no «${braces}»`);
    if (word === 'id') return idOf(calendar.aliases.get(rest) ?? rest, ids);
    if (word === 'typed') return dayAsTyped(dayOf(rest));
    if (word === 'day of') return dayInWords(dayOf(rest));
    if (word === 'lead to') return leadTo(dayOf(rest), calendar);
    if (word === 'quarter of') return String(quarterOf(dayOf(rest)).number);
    if (word !== 'days of') return String(dayParts(dayOf(rest)).year + Number(more));
    const [first = '', last = ''] = rest.split(' to ');
    return daysInWords(dayOf(first), dayOf(last));
  });
}

function idOf(key: string, ids: ReadonlyMap<string, string> = new Map()): string {
  const id = ids.get(key);
  if (id === undefined) throw new RangeError(`the sample has no row with the key «${key}»`);
  return id;
}

/** The rows with their IDs, `A-2026-001` onwards in each year, and the IDs by key. */
export function withIds(
  letter: string,
  rows: readonly SampleRow[],
): { readonly rows: readonly NewRow[]; readonly ids: ReadonlyMap<string, string> } {
  const counts = new Map<number, number>();
  const ids = new Map<string, string>();
  const numbered = rows.map(({ cells, key, year }) => {
    const number = (counts.get(year) ?? 0) + 1;
    counts.set(year, number);
    const id = `${letter}-${String(year)}-${String(number).padStart(3, '0')}`;
    if (key !== undefined) ids.set(key, id);
    return { ID: id, ...cells };
  });
  return { rows: numbered, ids };
}
