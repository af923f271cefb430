/** Sections that change nothing in the register: what the draft says there is known, and the rest is told of. */
import { comparedName } from '../../../domain/compare.ts';
import type { Day } from '../../../domain/time.ts';
import type { ActionContext } from './actions.ts';
import { changedRow } from './changed-row.ts';
import { readDeadline, readPastDay, type DeadlineFrom } from './deadline.ts';
import type { DraftedTexts } from './drafted.ts';
import type { HeadFault } from './head-facts.ts';
import { isHead } from './headings.ts';
import { labelAlone } from './labels.ts';
import { linesOf, rowsAsLines, type Item, type Line } from './lines.ts';
import type { Section } from './sections.ts';
import { actionColumns, lineOfCells, textOfCell, type Rows } from './tables.ts';
import type { UnclearWhy, UnderstoodDone } from './understood.ts';

/** Where it is told what is not known, and which actions are done. */
interface KnownContext extends ActionContext {
  readonly isDone: (one: UnderstoodDone) => void;
  readonly headFault: HeadFault;
}

const party = '(?:bylivsenteret|distriktssenteret)';
const parties = `${party}(?: og ${party})?`;
const day = '\\d{1,2}\\. \\p{L}+';
/** What the draft says of who has approved the minutes before, in the order of `templates/partials/minutes-standing`. */
const standing = [
  'referatet mangl[ea]r',
  `godkjent av ${party}(?: ${day})?, ingen merknader fr[aå] ${party}`,
  `godkjent av begge part[ea]r(?: ${day})?`,
  'ingen merknader inn[ea]n fristen',
  `(?=\\S)(?:godkjent av ${party}(?:, |$))?(?:${parties} har (?:bare|berre) godkjent (?:en tidligere|ein tidlegare) versjon(?:, |$))?(?:det er (?:ikke klart hvilken|ikkje klart kva) versjon ${parties} har godkjent(?:, |$))?(?:(?:ikke|ikkje) godkjent av ${parties} (?:ennå|enno))?(?<!, )`,
].join('|');
/** What the draft says in sections that have no place in the register, and labels that nothing follows. */
const draftWords = new RegExp(
  `^(?:referatet (?:fra|frå) møtet ${day} \\d{4}(?:: (?:${standing}))?|referatet|dette er det første møtet\\.|ingen tiltak (?:fra|frå) (?:tidligere|tidlegare) møter? er (?:åpne|opne)\\.|ingen saker er meldt?e? til møtet\\.)$`,
  'iu',
);

const isDrafted = ({ text }: Line): boolean => draftWords.test(text) || labelAlone(text) !== undefined;

const open = /^(?:(?:☐|□|❑|◻|\[\s*\])\s*\p{L}*|åpen|åpent|open|ope|)$/iu;
const isOpen = (status: string): boolean => open.test(status);
const done =
  /^[\s([]*(?:☒|☑|✓|✔|√|[xv+]|ok|ja)?[\s)\]]*(?:utført|utførd|ferdig|gjort|gjennomført|fullført|ordnet|ordna|levert)?[\s.!]*$/iu;

/** Actions of earlier meetings: rows as the draft has them are known, also where they are said to be done. */
function followedUp(
  items: readonly Item[],
  { tell, isDone: take, from }: KnownContext,
  drafted: DraftedTexts,
): readonly string[] {
  const { followUp } = drafted;
  const read = (cells: Rows[number], why: UnclearWhy | undefined): readonly string[] => {
    const text = cells
      .map(textOfCell)
      .filter((one) => one !== '')
      .join(' | ');
    if (text === '') return [];
    if (why === undefined) return [text];
    const told = why === 'no-place' ? text : changedRow(cells.map(textOfCell), drafted, isOpen);
    tell({ line: lineOfCells(cells), text: told, why });
    return [];
  };
  return items.flatMap((item): readonly string[] => {
    if (item.is === 'blank') return [];
    if (item.is === 'line')
      return read(
        [[item.line]],
        isDrafted(item.line) ? undefined : /[☒☑✓✔]/u.test(item.line.text) ? 'done' : 'no-place',
      );
    return item.rows.flatMap((cells) => {
      const said = doneIn(textOfCell(cells.at(-1)), from);
      const why = whyOfRow(cells, said !== undefined, followUp);
      const id = why === 'done' ? followUp.get(draftedText(cells)) : undefined;
      if (id === undefined || said === undefined) return read(cells, why);
      take({ id, line: lineOfCells(cells), text: textOfCell(cells[0]), day: said.day });
      return read(cells, undefined);
    });
  });
}

/** Without its last cell, which says whether the action is done. */
const draftedText = (cells: Rows[number]): string =>
  comparedName(cells.map(textOfCell).slice(0, -1).join(' | '));

/** Whether a status says that the action is done, and since when if it names a day that is past; undefined where it does not. */
function doneIn(status: string, { meeting }: DeadlineFrom): { readonly day: Day | undefined } | undefined {
  if (done.test(status)) return { day: undefined };
  const { state = '', when = '' } =
    /^(?<state>.*\S)\s+(?<when>(?:den )?\d{1,2}\..*)$/u.exec(status)?.groups ?? {};
  const day = state !== '' && done.test(state) ? readPastDay(when, meeting) : undefined;
  return day === undefined ? undefined : { day };
}

function whyOfRow(
  cells: Rows[number],
  isDone: boolean,
  followUp: DraftedTexts['followUp'],
): UnclearWhy | undefined {
  if (actionColumns([cells]) !== undefined) return undefined;
  const status = cells.map(textOfCell).at(-1) ?? '';
  if (!isOpen(status)) return isDone ? 'done' : 'follow-up';
  return followUp.has(draftedText(cells)) ? undefined : 'follow-up';
}

/** What is known of the next meeting: the words of the draft, or its day. */
const isOfNext = (text: string, { from }: ActionContext, { nextMeeting }: DraftedTexts): boolean => {
  const read = readDeadline(text, from);
  return (
    labelAlone(text) !== undefined ||
    nextMeeting.has(comparedName(text)) ||
    ('day' in read && read.day === from.next)
  );
};

/** Under the next meeting: what is not of the draft is told of, also where it stands on the line of the heading. */
function ofNext(
  { heading, rest, items }: Pick<Section, 'heading' | 'rest' | 'items'>,
  context: ActionContext,
  drafted: DraftedTexts,
): readonly string[] {
  const behind = rest === '' || heading === undefined ? [] : [{ ...heading, text: rest }];
  const isKnown = ({ text }: Line): boolean => isOfNext(text, context, drafted);
  const all = [...behind, ...items.flatMap((item) => asLines(item, isKnown))];
  for (const { number: line, text } of all.filter((one) => !isKnown(one)))
    context.tell({ line, text, why: 'next-meeting' });
  return [heading?.text ?? '', ...all.filter(isKnown).map(({ text }) => text)];
}

/** The lines of an item; a row of a table is one, with `|` between its cells, unless all of its lines are known. */
function asLines(item: Item, isKnown: (line: Line) => boolean = () => false): readonly Line[] {
  if (item.is !== 'table') return linesOf([item]);
  return item.rows.flatMap((cells) => {
    const [first] = cells.flat();
    if (first === undefined || cells.flat().every(isKnown)) return cells.flat();
    const texts = cells.map(textOfCell).filter((text) => text !== '');
    return [{ ...first, text: texts.join(' | ') }];
  });
}

/** A row of a table of cases that names none of them: as one line, as people see it. */
function tellOfRow(items: readonly Item[], { tell }: ActionContext): void {
  const cells = items.flatMap((item): readonly (readonly Line[])[] => {
    if (item.is === 'blank') return [];
    return item.is === 'line' ? [[item.line]] : item.rows.map((row) => row.slice(1).flat());
  });
  tell({ line: lineOfCells(cells), text: cells.map(textOfCell).join(' | '), why: 'no-case' });
}

/** The lines of the sections that change nothing; of the others what is not known is told of. */
export function knownIn(
  { is, heading, rest, items }: Section,
  context: KnownContext,
  drafted: DraftedTexts,
): readonly string[] {
  const lines = linesOf(items);
  const own = [heading?.text ?? '', rest].filter((text) => text !== '');
  const tellOf = (all: readonly Line[], why: UnclearWhy = 'outside'): void => {
    for (const { number: line, text } of all) context.tell({ line, text, why });
  };
  switch (is) {
    case 'next-meeting':
      return ofNext({ heading, rest, items }, context, drafted);
    case 'head':
      return [...own, ...atHead(items, context)];
    case 'unknown':
      tellOf([...(heading === undefined ? [] : [heading]), ...items.flatMap((item) => asLines(item))]);
      return [];
    case 'row':
      tellOfRow(items, context);
      return [];
    case 'known':
      tellOf(
        lines.filter((line) => !isDrafted(line)),
        'no-place',
      );
      return [...own, ...lines.filter(isDrafted).map(({ text }) => text)];
    case 'follow-up':
      return [...own, ...followedUp(items, context, drafted)];
    case 'case':
    case 'present':
    case 'absent':
    case 'other-business':
    case 'actions':
      return own;
  }
}

/** Tells of what is not of a head, and of facts that the register has otherwise. */
function atHead(items: readonly Item[], { tell, headFault }: KnownContext): readonly string[] {
  return rowsAsLines(items).flatMap((line) => {
    const why = isTop(line) ? headFault(line.text) : 'outside';
    if (why === undefined) return [line.text];
    tell({ line: line.number, text: line.text, why });
    return [];
  });
}

/** At the head of the document: its title, and facts such as the place. */
const isTop = (line: Line): boolean => line.level !== undefined || isHead(line);
