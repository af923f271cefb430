/** Who was there: ticked rows of a table, ticked or plain lines, or names with comma between. */
import { contactIdsIn } from '../../../register/contact-index.ts';
import type { ActionContext } from './actions.ts';
import { peopleOf } from './actions.ts';
import type { Section } from './sections.ts';
import { textOfCell, tickBefore, tickIn, lineOfCells, type Rows } from './tables.ts';
import type { UnderstoodPeople } from './understood.ts';

export interface Attendance {
  readonly present: readonly UnderstoodPeople[];
  readonly absent: readonly string[];
  readonly known: readonly string[];
}

/** Somebody in the list, before it is known who. */
interface Listed {
  readonly line: number;
  readonly text: string;
  readonly organisation?: string | undefined;
  /** Undefined where there is no box. */
  readonly isTicked: boolean | undefined;
  /** What stands where the box was, if it is neither ticked nor empty. */
  readonly mark?: string | undefined;
}

/** Those in a section about who was there. Tells where boxes are and none is ticked, and of a name without a tick that the draft does not have: it lists those who are `invited`, by ID. */
export function attendance(
  { rest, heading, items }: Section,
  context: ActionContext,
  invited: ReadonlySet<string>,
): Attendance {
  const known: string[] = [];
  const listed = items.flatMap((item): readonly Listed[] => {
    if (item.is === 'blank') return [];
    if (item.is === 'line') return [{ line: item.line.number, ...named(item.line.text) }];
    return inTable(item.rows, known);
  });
  const all = rest === '' ? listed : [{ line: heading?.number ?? 0, ...named(rest) }, ...listed];
  const boxes = all.filter(({ isTicked, mark }) => (isTicked ?? mark) !== undefined);
  const marked = all.filter(({ mark }) => mark !== undefined);
  for (const { line, mark = '', text } of marked)
    context.tell({ line, text: `${mark} | ${text}`, why: 'mark' });
  const there = boxes.length > 0 ? all.filter(({ isTicked }) => isTicked === true) : all;
  const [first] = boxes;
  if (first !== undefined && there.length + marked.length === 0)
    context.tell({ line: first.line, text: first.text, why: 'nobody-ticked' });
  const absent = all.filter((one) => !there.includes(one) && !marked.includes(one));
  for (const { line, text, organisation } of there.length === 0 ? [] : absent)
    if (!context.who.read(text, organisation).ids.some((id) => invited.has(id)))
      context.tell({ line, text, why: 'unticked' });
  return {
    present: there.map(({ text, line, organisation }) =>
      peopleOf(withoutRemarks(text, line, context), line, context, organisation),
    ),
    absent: absent.map(({ text }) => text),
    known: [...known, ...all.flatMap(({ organisation }) => organisation ?? [])],
  };
}

/** «☒ Kari Nordmann», «Fra Bylivsenteret: Kari Nordmann, Ola Hansen». */
function named(text: string): Pick<Listed, 'text' | 'organisation' | 'isTicked'> {
  const { isTicked, rest } = tickBefore(text);
  const { organisation, names = rest } =
    /^(?:fra |frå )?(?<organisation>[^:,]{2,60}):\s*(?<names>\S.*)$/iu.exec(rest)?.groups ?? {};
  return { text: names, organisation, isTicked };
}

/** A remark in brackets, or one with a number behind the last name: «Kari Nordmann (deltok til 11.00)», «Ola Hansen, til kl. 12». */
const remarks = /\s*\([^()]*\)|(?:\s+[–—-]\s+|,\s*(?=\p{Ll}))[^,–—]*\d[^,–—]*$/gu;

/** The names alone, where what stands beside them is no part of them. Tells of that: Til stede has no place for it. */
function withoutRemarks(text: string, line: number, { who, tell }: ActionContext): string {
  const bare = text.replace(remarks, '').trim();
  const isWhole = bare === text || contactIdsIn(text).length > 0 || (who.isNames(text) && !/\d/u.test(text));
  if (isWhole || !who.isNames(bare)) return text;
  tell({ line, text, why: 'no-place' });
  return bare;
}

const heading =
  /^(?:til sted\p{L}*|til stad\p{L}*|navn|namn|part|rolle|organisasjon|stilling|verksemd|virksomhet|møtt|møtte|)$/iu;

const boxHeading = /^(?:til sted\p{L}*|til stad\p{L}*|møtt|møtte)$/iu;

/** Where a row has something else in place of its box, beside a name; -1 where it has not. Without a head, only what is too short for a name. */
function markIn(texts: readonly string[], inHead: number): number {
  const at = inHead === -1 ? 0 : inHead;
  const text = texts[at] ?? '';
  const hasName = texts.some((one, index) => index !== at && one !== '' && tickIn(one) === undefined);
  const isMark = tickIn(text) === undefined && hasName && (inHead !== -1 || text.length <= 2);
  return isMark ? at : -1;
}

/** The rows of a table: a box, a name, where they come from. A first row of headings is known. */
function inTable(rows: Rows, known: string[]): readonly Listed[] {
  const [head = []] = rows;
  const isHeaded =
    head.every((cell) => heading.test(textOfCell(cell))) && head.some((cell) => cell.length > 0);
  if (isHeaded) known.push(head.map(textOfCell).join(' '));
  const inHead = isHeaded ? head.findIndex((cell) => boxHeading.test(textOfCell(cell))) : -1;
  return rows.slice(isHeaded ? 1 : 0).flatMap((cells): readonly Listed[] => {
    const all = cells.map(textOfCell);
    const markAt = markIn(all, inHead);
    const mark = all[markAt];
    const texts = all.map((text, index) => (index === markAt ? '' : text));
    if (texts.every((text) => text === '' || tickIn(text) !== undefined)) return [];
    const at = texts.findIndex((text) => text !== '' && tickIn(text) === undefined);
    const box = texts.find(
      (text, index) => index !== at && tickIn(text) !== undefined && (text !== '' || index < at),
    );
    const inLine = tickBefore(texts[at] ?? '');
    const others = texts.filter((text, index) => index > at && text !== '' && tickIn(text) === undefined);
    const [organisation] = others;
    known.push(...others.slice(1));
    return [
      {
        line: lineOfCells(cells),
        text: inLine.rest,
        organisation,
        isTicked: mark !== undefined || box === undefined ? inLine.isTicked : tickIn(box),
        mark,
      },
    ];
  });
}
