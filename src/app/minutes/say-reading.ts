/** What was understood of minutes, and what was not, on the terminal. */
import { inFew } from '../../domain/few.ts';
import { msg } from '../../domain/msg.ts';
import type { NewValue } from '../../domain/workbook.ts';
import type { ReadNotice } from '../../domain/read-document.ts';
import { quarterOf } from '../../domain/quarter.ts';
import { joinedByOr, spokenDate, spokenQuarter } from '../../language/spoken.ts';
import { meetingDay, type Meeting } from '../../papers/meetings.ts';
import type { ReadBackPlan } from '../../papers/minutes/read-back/plan.ts';
import type {
  UnderstoodAction,
  UnderstoodCase,
  UnderstoodMinutes,
} from '../../papers/minutes/read/understood.ts';
import type { Register } from '../../register/register.ts';
import { shown } from '../../register/shown.ts';
import { aligned } from '../cli/aligned.ts';
import type { Terminal } from '../cli/terminal.ts';
import { unclearWords } from './unclear-words.ts';

export interface Reading {
  readonly register: Register;
  readonly meeting: Meeting;
  readonly understood: UnderstoodMinutes;
  readonly plan: ReadBackPlan;
  readonly notices: readonly ReadNotice[];
  /** The lines of its headers and footers. */
  readonly aside: readonly string[];
  readonly source: { readonly name: string; readonly openBy: string | undefined };
}

function noticeWords(notice: ReadNotice): string {
  switch (notice) {
    case 'tracked-changes':
      return msg`  It has tracked changes: it is read as if all of them were accepted.`;
    case 'comments':
      return msg`  It has comments: they are left out.`;
    case 'macros':
      return msg`  It has macros: they were not run, and only the text is read.`;
    case 'outside':
      return msg`  It points at something outside the file, such as a template or a picture: that was not fetched.`;
    case 'notes':
      return msg`  It has footnotes: their text is not read.`;
    case 'other-format':
      return msg`  It holds a document in another format: its text is not read.`;
    case 'unread-text':
      return msg`  It has parts that cannot be read, such as equations: look whether text is missing.`;
    case 'struck-through':
      return msg`  Some text is struck through: it is read like any other.`;
    case 'hidden':
      return msg`  It has hidden text: that is not read.`;
    case 'placeholder':
      return msg`  It has fields that nobody has filled in: what they say to do is not read.`;
    case 'text-box':
      return msg`  It has text boxes: each is read after the paragraph that it belongs to.`;
  }
}

/** Says it. True where something is for a person. */
export function sayReading(terminal: Terminal, reading: Reading): boolean {
  const { meeting, understood, plan, source } = reading;
  const head = terminal.paint('bold', msg`Minutes of ${spokenQuarter(quarterOf(meetingDay(meeting)))}`);
  terminal.say(msg`${head}: ${meeting.title} (${meeting.id}), read from ${shown(source.name)}`);
  if (source.openBy !== undefined) terminal.say(msg`  Perhaps not finished: ${source.openBy}.`, 'yellow');
  for (const notice of reading.notices) terminal.say(noticeWords(notice), 'yellow');
  for (const text of reading.aside)
    terminal.say(msg`  In its header or footer, and not read: «${shown(text)}».`, 'yellow');
  if (understood.present.length > 0)
    terminal.say(msg`  Present: ${understood.present.map(({ text }) => shown(text)).join(', ')}`);
  for (const line of aligned(tableOf(understood))) terminal.say(`  ${line}`);
  const untouched = understood.cases.filter(isUntouched).map(({ id, title }) => id ?? title);
  if (untouched.length > 0) terminal.say(msg`  Nothing is written of ${inFew(untouched)}.`);
  if (plan.earlier.length > 0) sayNew(terminal, reading);
  if (understood.unclear.length > 0) terminal.say(msg`Not understood, or not certain:`, 'yellow');
  for (const one of understood.unclear) {
    const { place = msg`at the top`, text } = one;
    terminal.say(`  ${shown(place)}: «${shown(text)}» ${unclearWords(one)}.`);
  }
  sayLeft(terminal, plan);
  const { unclear } = understood;
  return (
    reading.aside.length +
      unclear.length +
      plan.conflicts.length +
      plan.unwritten.length +
      plan.unsure.length >
    0
  );
}

/** What is in the minutes and is not written. */
function sayLeft(terminal: Terminal, plan: ReadBackPlan): void {
  if (plan.conflicts.length > 0)
    terminal.say(msg`Otherwise in the register, where nothing is written:`, 'yellow');
  for (const { id, heading, has, read } of plan.conflicts)
    terminal.say(
      msg`  ${id}, ${heading}: has «${shown(spokenDate(has))}», the minutes «${shown(spokenDate(read))}».`,
    );
  for (const { id, part, text } of plan.unwritten)
    terminal.say(
      part === 'note'
        ? msg`  The note of ${id} is not written, since an earlier meeting treated the case: «${shown(text)}». Say below it what this one did: Vedtak: …, or Status: Utsatt.`
        : msg`  The decision of ${id} is not written, since an earlier meeting treated the case: «${shown(text)}». Say below it what this one did: Status: Behandlet, Utsatt or Trukket.`,
      'yellow',
    );
  for (const { title, among } of plan.unsure)
    terminal.say(
      msg`  Nothing of «${shown(title)}» is written, since it may be ${shown(joinedByOr(among))}, which was read before and the document no longer has. If it is, give its row in Saker this title; if it is a new case, add a row for it in Saker.`,
      'yellow',
    );
}

/** Where another document was read before: what this one has that the register has not. */
function sayNew(terminal: Terminal, { plan, register }: Reading): void {
  terminal.say(msg`  Another document was read for this meeting before.`, 'yellow');
  const changes = plan.changes.filter(
    (change) => change.kind !== 'row' || change.tab !== register.tabs.statements?.name,
  );
  if (changes.length > 0) terminal.say(msg`  New in this one:`);
  else if (plan.unsure.length === 0) terminal.say(msg`  Nothing in this one is new.`);
  for (const change of changes) {
    if (change.kind === 'row')
      terminal.say(msg`    row in ${change.tab}: ${Object.values(change.cells).map(valueShown).join(' · ')}`);
    if (change.kind === 'cell')
      terminal.say(
        `    ${change.at.by === 'id' ? change.at.id : change.tab}, ${change.column}: ${valueShown(change.becomes)}`,
      );
  }
}

const valueShown = (value: NewValue): string =>
  shown(typeof value === 'object' ? spokenDate(Object.values(value).join('')) : String(value));

/** A line for each case, and one below it for each of its parts. */
function tableOf({ cases, actions, done }: UnderstoodMinutes): readonly (readonly string[])[] {
  const rows = [
    ...cases.filter((one) => !isUntouched(one)).flatMap(rowsOf),
    ...actions.map((action, index) => [index === 0 ? msg`no case` : '', ...partsOf(action)]),
    ...done.map(({ id, text }) => [id, msg`done`, shown(text), '', '']),
  ];
  return rows.length === 0 ? [] : [[msg`Case`, msg`What`, msg`Text`, msg`Who`, msg`When`], ...rows];
}

const isUntouched = ({ outcome, decision, discussion, actions }: UnderstoodCase): boolean =>
  actions.length === 0 && (outcome ?? decision ?? discussion) === undefined;

function outcomeWords(outcome: UnderstoodCase['outcome']): string {
  switch (outcome) {
    case 'treated':
      return msg`treated`;
    case 'postponed':
      return msg`postponed`;
    case 'withdrawn':
      return msg`withdrawn`;
    case undefined:
      return '–';
  }
}

function rowsOf(one: UnderstoodCase): readonly (readonly string[])[] {
  const name = one.id ?? (one.isNew ? msg`new case` : msg`no case`);
  const texts = [
    [one.isProposal === true ? msg`decision, from its proposal` : msg`decision`, one.decision],
    [msg`note`, one.discussion],
  ] as const;
  return [
    [name, outcomeWords(one.outcome), shown(one.title), '', spokenDate(one.until ?? '')],
    ...texts.flatMap(([what, text]) => (text === undefined ? [] : [['', what, shown(text), '', '']])),
    ...one.actions.map((action) => ['', ...partsOf(action)]),
  ];
}

const partsOf = ({ text, responsible, deadline }: UnderstoodAction): readonly string[] => [
  msg`action`,
  shown(text),
  responsible === undefined ? '' : shown(responsible.text),
  deadline === undefined
    ? ''
    : deadline.day === undefined
      ? `«${shown(deadline.text)}»`
      : spokenDate(deadline.day),
];
