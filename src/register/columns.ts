/** Shorthands for the kinds of column. */
import { attachmentsCell, type Attachment } from './cells/attachments.ts';
import { choiceCell, numberCell, wholeNumberCell, wordsCell, yesNoCell } from './cells/choice.ts';
import { emailCell, reachCell } from './cells/email.ts';
import { idCell, exampleId, referenceCell } from './cells/id.ts';
import { linkCell } from './cells/link.ts';
import { lineOfText, linesOfText } from './cells/text.ts';
import { dayCell } from './cells/when.ts';
import type { Day } from '../domain/time.ts';
import type { ClosedList } from './lists.ts';
import type { Column } from './tab.ts';

type Names = readonly [heading: string, ...aliases: string[]];

const named = ([heading, ...aliases]: Names): { heading: string; aliases: readonly string[] } => ({
  heading,
  aliases,
});

export const idColumn = (letter: string, what: string): Column<string> => ({
  ...named(['ID', 'Id-nummer']),
  parse: idCell(letter),
  note: `Kjennemerket til ${what}, for eksempel ${exampleId(letter)}. Skriv ikke selv: la cellen stå tom, så fyller «npm run check -- --give-ids» den. En ID endres aldri og brukes aldri om igjen.`,
  width: 13,
  format: 'text',
});

/** What may be in a cell that points to a row. */
const pointing = 'Velg i listen, eller skriv ID-en eller tittelen.';

/** A column that points to a row of another tab. `what`: the row that is meant, a sentence. */
export const referenceColumn = (names: Names, letter: string, what: string, more = ''): Column<string> => ({
  ...named(names),
  parse: referenceCell(letter),
  refersTo: { letter },
  note: `${what} ${pointing}${more}`,
  width: 24,
  format: 'text',
});

export const lineColumn = (names: Names, note: string, width = 24): Column<string> => ({
  ...named(names),
  parse: lineOfText,
  note,
  width,
  format: 'text',
});

export const textColumn = (names: Names, note: string, width = 48): Column<string> => ({
  ...named(names),
  parse: linesOfText,
  note,
  width,
  format: 'text',
  wrap: true,
});

export const choiceColumn = <Value extends string>(
  names: Names,
  list: ClosedList<Value>,
  note: string,
  width = 17,
): Column<Value> => ({
  ...named(names),
  parse: choiceCell(list),
  note,
  width,
  format: 'text',
  choices: Object.values<readonly [string, ...string[]]>(list).map(([word]) => word),
});

export const yesNoColumn = (names: Names, note: string): Column<boolean> => ({
  ...named(names),
  parse: yesNoCell,
  note,
  width: 11,
  format: 'text',
  choices: ['ja', 'nei'],
});

export const dayColumn = (names: Names, note: string): Column<Day> => ({
  ...named(names),
  parse: dayCell,
  note,
  width: 13,
  format: 'date',
});

export const numberColumn = (names: Names, from: number, to: number, note: string): Column<number> => ({
  ...named(names),
  parse: numberCell(from, to),
  note,
  width: 10,
  format: 'number',
});

export const wholeNumberColumn = (names: Names, from: number, to: number, note: string): Column<number> => ({
  ...numberColumn(names, from, to, note),
  parse: wholeNumberCell(from, to),
});

export const linkColumn = (names: Names, note: string): Column<string> => ({
  ...named(names),
  parse: linkCell,
  note,
  width: 32,
  format: 'text',
});

/** Documents and links, several in a cell. */
export const attachmentsColumn = (names: Names, note: string): Column<readonly Attachment[]> => ({
  ...named(names),
  parse: attachmentsCell,
  note,
  width: 40,
  format: 'text',
  wrap: true,
});

export const emailColumn = (names: Names, note: string): Column<string> => ({
  ...named(names),
  parse: emailCell,
  note,
  width: 30,
  format: 'text',
});

/** Whom to write to: the ID of a contact, or an address. */
export const reachColumn = (names: Names, note: string): Column<string> => ({
  ...emailColumn(names, note),
  parse: reachCell,
  refersTo: { letter: 'K' },
});

export const wordsColumn = (names: Names, note: string, width = 24): Column<readonly string[]> => ({
  ...named(names),
  parse: wordsCell,
  note,
  width,
  format: 'text',
});

/** The IDs of rows of another tab, with commas between. */
export const referencesColumn = (names: Names, letter: string, note: string): Column<readonly string[]> => ({
  ...wordsColumn(names, note),
  refersTo: { letter, many: true },
});
