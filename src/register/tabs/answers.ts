import { z } from 'zod';
import { choiceColumn, dayColumn, referenceColumn, textColumn } from '../columns.ts';
import { whenCell, whenOrTimeCell, onDay, type When } from '../cells/when.ts';
import { dateAnswers } from '../lists.ts';
import { day, oneOf, text, when, whenOrTime } from '../schemas.ts';
import type { Loose } from '../rows/needed.ts';
import { defineTab, type RowOf, type RowReport } from '../tab.ts';

const row = z.object({
  meeting: text,
  who: text,
  start: when,
  end: whenOrTime.optional(),
  answer: oneOf(dateAnswers).optional(),
  deadline: day.optional(),
  note: text.optional(),
});

type Row = z.infer<typeof row>;
type Finished = Omit<Row, 'end'> & { readonly end?: When | undefined };

/** An end that is only a time of day is on the day of the start. */
function endOf({ start, end }: Pick<Loose<Row>, 'start' | 'end'>, report: RowReport): When | undefined {
  if (end === undefined || 'precision' in end) return end;
  if (start?.time === undefined) return undefined;
  return onDay(start.first, end, (code, level, args) => {
    report('end', code, level, args);
  });
}

/** Days are put to the vote with their time of day: only then can people say whether they suit. */
function isTimed({ start }: Pick<Loose<Row>, 'start'>, report: RowReport): boolean {
  if (start === undefined || start.time !== undefined) return true;
  report('start', 'date-too-vague', 'error', { precision: start.precision, needed: 'time' });
  return false;
}

/** `Datoforslag`: one proposed time for one meeting, and whether it suits one of those who are invited. */
export const answersTab = defineTab({
  name: 'Datoforslag',
  aliases: ['Datoframlegg', 'Date proposals'],
  owner: 'people',
  columns: {
    meeting: referenceColumn(['Møte', 'Meeting'], 'A', 'Kvartalsmøtet som skal få en dag.'),
    who: referenceColumn(['Navn', 'Namn', 'Name'], 'K', 'Den som svarer.'),
    start: {
      heading: 'Start',
      aliases: ['Starter', 'Startar'],
      parse: whenCell,
      note: 'Dagen og klokkeslettet som er foreslått.',
      width: 18,
      format: 'dateTime',
    },
    end: {
      heading: 'Slutt',
      aliases: ['Sluttar', 'End'],
      parse: whenOrTimeCell,
      note: 'Når møtet slutter den dagen.',
      width: 18,
      format: 'dateTime',
    },
    answer: choiceColumn(
      ['Svar', 'Answer'],
      dateAnswers,
      'Passer dagen? Velg i listen, på hver rad med navnet ditt.',
      20,
    ),
    deadline: dayColumn(['Svarfrist', 'Answer by'], 'Siste dag for å svare.'),
    note: textColumn(['Merknad', 'Note'], 'Til de andre, for eksempel «bare før lunsj».', 36),
  },
  row,
  finish: (cells, report): Finished | undefined => {
    const end = endOf(cells, report);
    return isTimed(cells, report) && (cells.end === undefined || end !== undefined)
      ? Object.assign(cells, { end })
      : undefined;
  },
  draft: (cells, report): Loose<Finished> => {
    isTimed(cells, report);
    return { ...cells, end: endOf(cells, report) };
  },
});

export type DateAnswer = RowOf<typeof answersTab>;
