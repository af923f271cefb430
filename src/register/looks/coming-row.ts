/** Which row of a new tab is the next one to come: where the workbook opens. */
import { fromSerial, parseDay, type Day } from '../../domain/time.ts';
import type { NewValue } from '../../domain/workbook.ts';
import type { NewRow } from '../setup.ts';

/** The day of a value, if it is one. */
export const dayIn = (value: NewValue | undefined): Day | undefined => {
  if (typeof value !== 'object') return undefined;
  if ('day' in value) return parseDay(value.day);
  if ('serial' in value) return fromSerial(value.serial)?.day;
  return parseDay(value.wallTime.slice(0, 10));
};

/** The row whose day in a column is the first that is not past. The first empty one where all are past. */
export const nextBy =
  (heading: string) =>
  (rows: readonly NewRow[], today: Day): number => {
    const coming = rows.flatMap((row, index) => {
      const day = dayIn(row[heading]);
      return day === undefined || day < today ? [] : [{ day, index }];
    });
    const [next] = coming.toSorted((one, other) => (one.day < other.day ? -1 : 1));
    return next?.index ?? rows.length;
  };

/** The first row with one of the words in a column. The first empty one where none has. */
export const firstWith =
  (heading: string, words: readonly string[]) =>
  (rows: readonly NewRow[]): number => {
    const index = rows.findIndex((row) => words.some((word) => word === (row[heading] ?? '')));
    return index < 0 ? rows.length : index;
  };
