/** What was understood of minutes, and what was not, on the terminal. */
import { inFew } from '../../domain/few.ts';
import type { NewValue } from '../../domain/workbook.ts';
import type { ReadNotice } from '../../domain/read-document.ts';
import { quarterName, quarterOf } from '../../domain/quarter.ts';
import { meetingDay, type Meeting } from '../../papers/meetings.ts';
import type { ReadBackPlan } from '../../papers/minutes/read-back/plan.ts';
import type {
  UnderstoodAction,
  UnderstoodCase,
  UnderstoodMinutes,
  UnclearWhy,
} from '../../papers/minutes/read/understood.ts';
import type { Register } from '../../register/register.ts';
import { shown } from '../../register/shown.ts';
import { aligned } from '../cli/aligned.ts';
import type { Terminal } from '../cli/terminal.ts';

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

const notices: Readonly<Record<ReadNotice, string>> = {
  'tracked-changes': 'It has tracked changes: it is read as if all of them were accepted.',
  comments: 'It has comments: they are left out.',
  macros: 'It has macros: they were not run, and only the text is read.',
  outside: 'It points at something outside the file, such as a template or a picture: that was not fetched.',
  notes: 'It has footnotes: their text is not read.',
  'other-format': 'It holds a document in another format: its text is not read.',
  'unread-text': 'It has parts that cannot be read, such as equations: look whether text is missing.',
  'struck-through': 'Some text is struck through: it is read like any other.',
  hidden: 'It has hidden text: that is not read.',
  placeholder: 'It has fields that nobody has filled in: what they say to do is not read.',
  'text-box': 'It has text boxes: each is read after the paragraph that it belongs to.',
};

/** Why, and what to do. */
const why: Readonly<Record<UnclearWhy, string>> = {
  outside: 'stands outside the cases',
  'no-place':
    'has no place in the register, so the final minutes will not have it: write it under a case, or under Eventuelt as «Sak: title»',
  after: 'is it part of what stands before it?',
  'above-notes': 'stands above Notat:',
  proposal: 'is a proposal that the register has otherwise',
  fact: 'is of the case itself, and is not read: change the row of the case in Saker if it is not so, or write Notat: before it',
  'no-proposal': 'points at a proposal, and none is certain: write the decision itself',
  'case-unknown': 'no case has this number or title: for a new case write «Sak: title»',
  'no-case':
    'names no case of the meeting: for a new case write «Sak: title» before its title, otherwise the number of its case',
  'case-differs': 'the number is of one case, the title of another',
  'several-people': 'is several people',
  'unknown-person': 'is not in Kontakter',
  'two-responsible':
    'names one before it and another behind it: write Ansvarlig: before the one who is responsible',
  deadline:
    'gives no certain day, so the papers say it in these words: write the day in Frist once there is one',
  slashed: 'may be several things: write the day with its month, as «1. februar»',
  ongoing: 'has no last day, so the papers say it in these words',
  'no-next-meeting': 'the next meeting has no day yet',
  'without-action': 'no action stands right before it',
  'repeated-otherwise':
    'stands under its case too, with another responsible or deadline: what stands there is read',
  'repeated-twice': 'stands under several cases: put the number of its case before it',
  'table-otherwise': 'stands under the case too, in other words: what stands there is read',
  'maybe-last':
    'ends with a name or a day: if it is the responsible or the deadline, write Ansvarlig: or Frist: before it',
  'one-more': 'is one more, and the action before it has one already',
  'maybe-decision': 'is it a decision? Then write Vedtak: before it',
  'maybe-action': 'is it an action? It is read as text only: write Tiltak: before it, on a line of its own',
  'no-decision': 'was to be decided, and has no decision',
  'maybe-postponed':
    'was the case postponed? Then write Status: Utsatt below it, otherwise Status: Behandlet',
  'maybe-withdrawn':
    'was the case withdrawn? Then write Status: Trukket below it, otherwise Status: Behandlet',
  'maybe-rejected':
    'was a proposal turned down? If the case is settled all the same, write Status: Behandlet below it',
  rejected:
    'says that the proposal was not adopted, so it is read as a note and no decision: write below it what became of the case, Status: Behandlet, Utsatt or Trukket',
  until:
    'names no meeting or day of the register for certain: unless it is the next meeting, write it in Utsett til of the case',
  'two-outcomes': 'says both that it was treated and that it was not',
  done: 'is said to be done, and is not as the register has it: set its Status in Tiltak',
  'other-business': 'has no decision and no action, so it becomes no case',
  'long-title': 'is too long for a title',
  'nobody-ticked': 'no box is ticked, so nobody is read as present',
  mark: 'is no mark that is known: put x before those who were there',
  head: 'is not what the register says of the meeting, and is not written: change the row of the meeting in Aktiviteter if the minutes are right',
  'minute-taker':
    'has no place in the register, so the final minutes will not have it: they name the party that is not the host',
  'next-meeting':
    'stands under the next meeting, and Aktiviteter has it otherwise: change it there if the minutes are right',
  'follow-up': 'is not as the register has it: change its row in Tiltak if the minutes are right',
  table: 'stands in a column that is not known',
  status: 'is no state of a case',
};

/** Says it. True where something is for a person. */
export function sayReading(terminal: Terminal, reading: Reading): boolean {
  const { meeting, understood, plan, source } = reading;
  const head = terminal.paint('bold', `Minutes of ${quarterName(quarterOf(meetingDay(meeting)))}`);
  terminal.say(`${head}: ${meeting.title} (${meeting.id}), read from ${shown(source.name)}`);
  if (source.openBy !== undefined) terminal.say(`  Perhaps not finished: ${source.openBy}.`, 'yellow');
  for (const notice of reading.notices) terminal.say(`  ${notices[notice]}`, 'yellow');
  for (const text of reading.aside)
    terminal.say(`  In its header or footer, and not read: «${shown(text)}».`, 'yellow');
  if (understood.present.length > 0)
    terminal.say(`  Present: ${understood.present.map(({ text }) => shown(text)).join(', ')}`);
  for (const line of aligned(tableOf(understood))) terminal.say(`  ${line}`);
  const untouched = understood.cases.filter(isUntouched).map(({ id, title }) => id ?? title);
  if (untouched.length > 0) terminal.say(`  Nothing is written of ${inFew(untouched)}.`);
  if (plan.earlier.length > 0) sayNew(terminal, reading);
  if (understood.unclear.length > 0) terminal.say('Not understood, or not certain:', 'yellow');
  for (const { place = 'at the top', text, why: reason, among = [] } of understood.unclear) {
    const meant = among.length === 0 ? '' : ` (${among.join(' or ')})`;
    terminal.say(`  ${shown(place)}: «${shown(text)}» ${why[reason]}${meant}.`);
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
    terminal.say('Otherwise in the register, where nothing is written:', 'yellow');
  for (const { id, heading, has, read } of plan.conflicts)
    terminal.say(`  ${id}, ${heading}: has «${shown(has)}», the minutes «${shown(read)}».`);
  for (const { id, part, text } of plan.unwritten)
    terminal.say(
      `  The ${part} of ${id} is not written, since an earlier meeting treated the case: «${shown(text)}». Say below it what this one did: ${part === 'note' ? 'Vedtak: …, or Status: Utsatt' : 'Status: Behandlet, Utsatt or Trukket'}.`,
      'yellow',
    );
  for (const { title, among } of plan.unsure)
    terminal.say(
      `  Nothing of «${shown(title)}» is written, since it may be ${shown(among.join(' or '))}, which was read before and the document no longer has. If it is, give its row in Saker this title; if it is a new case, add a row for it in Saker.`,
      'yellow',
    );
}

/** Where another document was read before: what this one has that the register has not. */
function sayNew(terminal: Terminal, { plan, register }: Reading): void {
  terminal.say('  Another document was read for this meeting before.', 'yellow');
  const changes = plan.changes.filter(
    (change) => change.kind !== 'row' || change.tab !== register.tabs.statements?.name,
  );
  if (changes.length > 0) terminal.say('  New in this one:');
  else if (plan.unsure.length === 0) terminal.say('  Nothing in this one is new.');
  for (const change of changes) {
    if (change.kind === 'row')
      terminal.say(`    row in ${change.tab}: ${Object.values(change.cells).map(valueShown).join(' · ')}`);
    if (change.kind === 'cell')
      terminal.say(
        `    ${change.at.by === 'id' ? change.at.id : change.tab}, ${change.column}: ${valueShown(change.becomes)}`,
      );
  }
}

const valueShown = (value: NewValue): string =>
  shown(typeof value === 'object' ? Object.values(value).join('') : String(value));

/** A line for each case, and one below it for each of its parts. */
function tableOf({ cases, actions, done }: UnderstoodMinutes): readonly (readonly string[])[] {
  const rows = [
    ...cases.filter((one) => !isUntouched(one)).flatMap(rowsOf),
    ...actions.map((action, index) => [index === 0 ? 'no case' : '', ...partsOf(action)]),
    ...done.map(({ id, text }) => [id, 'done', shown(text), '', '']),
  ];
  return rows.length === 0 ? [] : [['Case', 'What', 'Text', 'Who', 'When'], ...rows];
}

const isUntouched = ({ outcome, decision, discussion, actions }: UnderstoodCase): boolean =>
  actions.length === 0 && (outcome ?? decision ?? discussion) === undefined;

function rowsOf(one: UnderstoodCase): readonly (readonly string[])[] {
  const name = one.id ?? (one.isNew ? 'new case' : 'no case');
  const texts = [
    [one.isProposal === true ? 'decision, from its proposal' : 'decision', one.decision],
    ['note', one.discussion],
  ] as const;
  return [
    [name, one.outcome ?? '–', shown(one.title), '', one.until ?? ''],
    ...texts.flatMap(([what, text]) => (text === undefined ? [] : [['', what, shown(text), '', '']])),
    ...one.actions.map((action) => ['', ...partsOf(action)]),
  ];
}

const partsOf = ({ text, responsible, deadline }: UnderstoodAction): readonly string[] => [
  'action',
  shown(text),
  responsible === undefined ? '' : shown(responsible.text),
  deadline === undefined ? '' : (deadline.day ?? `«${shown(deadline.text)}»`),
];
