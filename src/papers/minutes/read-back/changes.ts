/** From understood minutes to what is to be written: empty cells, new rows, and what the register says otherwise. */
import type { StatementContent } from '../../../domain/statement.ts';
import { dayParts } from '../../../domain/time.ts';
import type { Change, NewValue } from '../../../domain/workbook.ts';
import { caseNumber } from '../../../language/dates.ts';
import { deadlineNote } from '../../../register/deadline-words.ts';
import {
  actionStatuses,
  caseKinds,
  caseStatuses,
  parties,
  treatmentOutcomes,
} from '../../../register/lists.ts';
import { statementRows } from '../../../register/statement-rows.ts';
import type { Action } from '../../../register/tabs/actions.ts';
import type { Case } from '../../../register/tabs/cases.ts';
import { meetingDay } from '../../meetings.ts';
import { treatmentsOf, type Treatment } from '../../treatments.ts';
import type {
  UnderstoodAction,
  UnderstoodCase,
  UnderstoodDone,
  UnderstoodMinutes,
  UnderstoodPeople,
} from '../read/understood.ts';
import { fillRow, newRow, type Conflict, type Wanted } from './cells.ts';
import { doneCells } from './done.ts';
import { peopleCells, withoutId, type PeopleCells } from './people-cells.ts';
import { raisedAgain, untilCells, untilValue, wantedOf } from './treatment-cells.ts';
import { knownCases } from './known-cases.ts';
import { newIds, type RowTab } from './new-ids.ts';
import type { ReadBackPlan, ReadInto, UnsureCase, Unwritten } from './plan.ts';
import { actionLine, caseLine, readBefore, stateLine, unplacedLine, type ReadBefore } from './record.ts';
import { actionRows } from './action-rows.ts';

/** What to write of understood minutes. Reading the same again gives nothing. */
export function readBackPlan(understood: UnderstoodMinutes, into: ReadInto): ReadBackPlan {
  const plan = new Plan(into, understood.cases);
  plan.meeting(understood.present);
  for (const one of understood.cases) plan.case(one);
  for (const action of understood.actions) plan.action(action, undefined);
  for (const one of understood.done) plan.done(one);
  plan.unplaced(understood.unclear.flatMap(unplacedLine));
  return plan.result();
}

class Plan {
  readonly #into: ReadInto;
  readonly #changes: Change[] = [];
  readonly #conflicts: Conflict[] = [];
  readonly #newActions: UnderstoodAction[] = [];
  readonly #newCases: UnderstoodCase[] = [];
  readonly #unwritten: Unwritten[] = [];
  readonly #unsure: UnsureCase[] = [];
  readonly #missing = new Set<string>();
  readonly #said: string[] = [];
  readonly #ids: ReturnType<typeof newIds>;
  readonly #before: ReadBefore;
  readonly #known: ReturnType<typeof knownCases>;
  readonly #rowOf: ReturnType<typeof actionRows>;
  readonly #people: PeopleCells;
  #lastNumber: number;

  constructor(into: ReadInto, cases: readonly UnderstoodCase[]) {
    const { register, meeting } = into;
    this.#into = into;
    this.#ids = newIds(into);
    this.#before = readBefore(register, meeting.id);
    this.#known = knownCases(cases, register, this.#before);
    this.#people = peopleCells(register);
    this.#rowOf = actionRows(register, meeting, this.#people);
    const inYear = dayParts(meetingDay(meeting)).year;
    this.#lastNumber = register.caseNumbers
      .filter((one) => one.year === inYear)
      .reduce((highest, { number }) => Math.max(highest, number), 0);
  }

  /** Who was there, and where the document is. */
  meeting(people: readonly UnderstoodPeople[]): void {
    const { register, workbook, meeting, link } = this.#into;
    const wanted: Wanted[] = [];
    if (people.length > 0) {
      const shown = people.map((one) => this.#people.cell(one)).join(', ');
      const isSame = meeting.present !== undefined && this.#people.areAll(meeting.present, shown);
      wanted.push({ key: 'present', value: shown, shown, has: isSame ? shown : meeting.present });
    }
    if (link !== undefined && meeting.minutes === undefined)
      wanted.push({ key: 'minutes', value: link, shown: link, has: undefined });
    this.#take(fillRow(register, workbook, 'activities', meeting, wanted));
  }

  case(understood: UnderstoodCase): void {
    const { title } = understood;
    const known = this.#known.get(understood);
    if (known?.is === 'unsure') {
      this.#unsure.push({ title, among: known.among });
      return;
    }
    if (known?.is === 'retitled') this.#said.push(caseLine(known.id, title));
    if (known !== undefined) this.#compareTitle(known.id, title);
    this.#case(understood, understood.id ?? known?.id);
  }

  /** `id`: of its row, if it has one or had one. */
  #case(understood: UnderstoodCase, id: string | undefined): void {
    const { isNew, decision, discussion, outcome, actions } = understood;
    const item = this.#into.register.cases.find((one) => one.id === id);
    const isTouched = (decision ?? discussion ?? outcome) !== undefined;
    // A case that was read before has no row where somebody took it away since.
    const caseId = item?.id ?? id ?? (isNew ? this.#newCase(understood) : undefined);
    if (item !== undefined && isTouched) this.#treat(item, understood);
    if (item !== undefined)
      this.#take(untilCells(this.#into, item, understood, this.#before.hasState(item.id)));
    if (caseId !== undefined && outcome !== undefined)
      this.#said.push(stateLine(caseStatuses[outcome][0], caseId));
    for (const action of actions) this.action(action, caseId);
  }

  /** A case that was added by hand may have another title in the sheet now: that stays, and both are shown. */
  #compareTitle(id: string, title: string): void {
    const { register, workbook } = this.#into;
    const item = register.cases.find((one) => one.id === id);
    if (item === undefined) return;
    const wanted = { key: 'title', value: title, shown: title, has: item.title };
    this.#take(fillRow(register, workbook, 'cases', item, [wanted]));
  }

  /** Adds a case that was added by hand, and returns its ID. */
  #newCase(understood: UnderstoodCase): string {
    const { title, decision, discussion, outcome, until } = understood;
    const { meeting } = this.#into;
    const { year } = dayParts(meetingDay(meeting));
    const id = this.#ids.cases.next().value;
    this.#lastNumber += 1;
    this.#newCases.push(understood);
    this.#said.push(caseLine(id, title));
    this.#addRow('cases', {
      ...{ id, meeting: meeting.id, title, decision, discussion },
      kind: caseKinds[decision === undefined ? 'discussion' : 'decision'][0],
      number: caseNumber(this.#lastNumber, year).replace(/\u00A0/gu, ' '),
      status: caseStatuses[outcome ?? 'raised'][0],
      treatedIn: outcome === undefined ? undefined : meeting.id,
      snoozedUntil: untilValue({ outcome, until }),
    });
    return id;
  }

  /** The cells of the case hold its first treatment; a later one is a row of its own. */
  #treat(item: Case, understood: UnderstoodCase): void {
    const { register, workbook, meeting } = this.#into;
    const treatments = treatmentsOf(register).filter(({ caseId }) => caseId === item.id);
    const here = treatments.find((one) => one.meeting === meeting.id);
    if (here === undefined && treatments.length > 0) {
      this.#treatAgain(item, understood, treatments[0]);
      return;
    }
    const later = register.treatments.find((row) => row.case === item.id && row.meeting === meeting.id);
    if (later === undefined) {
      // Once it was read what the meeting did with it, Meldt says that somebody has raised it anew.
      const isRaised = item.status === 'raised' && !this.#before.hasState(item.id);
      const wanted = wantedOf(understood, here, 'status', isRaised);
      wanted.push({ key: 'treatedIn', value: meeting.id, shown: meeting.id, has: item.treatedIn });
      this.#take(fillRow(register, workbook, 'cases', item, wanted));
    } else
      this.#take(fillRow(register, workbook, 'treatments', later, wantedOf(understood, here, 'outcome')));
  }

  /** A row of Behandling has to say what was done. */
  #treatAgain(item: Case, { outcome, decision, discussion }: UnderstoodCase, first?: Treatment): void {
    if (outcome === undefined) {
      this.#leave(item.id, 'decision', decision);
      this.#leave(item.id, 'note', discussion);
      return;
    }
    this.#addRow('treatments', {
      ...{ id: this.#ids.treatments.next().value, case: item.id, meeting: this.#into.meeting.id },
      ...{ outcome: treatmentOutcomes[outcome][0], discussion, decision },
    });
    this.#take(raisedAgain(this.#into, item, first?.outcome ?? outcome));
  }

  /** What gets no row is kept in the record, as what has no place is. */
  #leave(id: string, part: Unwritten['part'], text: string | undefined): void {
    if (text === undefined) return;
    this.#unwritten.push({ id, part, text });
    this.unplaced(unplacedLine({ why: 'no-place', text: text.replaceAll('\n', ' ') }));
  }

  /** A new row, unless it is there, or was read before and somebody has worded it anew since. */
  action(action: UnderstoodAction, caseId: string | undefined): void {
    const { text, typedId } = withoutId(action.text);
    this.#said.push(actionLine(caseId, text));
    const same = this.#rowOf({ text, typedId, caseId, responsible: action.responsible });
    if (same !== undefined) this.#compare(same, action, caseId);
    else if (!this.#before.hasAction(caseId, text)) this.#newAction(action, text, caseId);
  }

  /** An action of an earlier meeting that the minutes say is done. */
  done(one: UnderstoodDone): void {
    this.#said.push(stateLine(actionStatuses.done[0], one.id));
    this.#take(doneCells(this.#into, one, this.#before.hasState(one.id)));
  }

  /** What has no place is kept in the record, so that final minutes can tell that they do not have it. */
  unplaced(lines: readonly string[]): void {
    this.#said.push(...lines);
  }

  #newAction(action: UnderstoodAction, text: string, caseId: string | undefined): void {
    const { responsible, deadline } = action;
    this.#newActions.push(action);
    this.#addRow('actions', {
      ...{ id: this.#ids.actions.next().value, action: text, fromCase: caseId },
      responsible: responsible === undefined ? undefined : this.#people.cell(responsible),
      party: responsible?.party === undefined ? undefined : parties[responsible.party][0],
      deadline: deadline?.day === undefined ? undefined : { day: deadline.day },
      note: deadline === undefined || deadline.day !== undefined ? undefined : deadlineNote(deadline.text),
      status: actionStatuses.open[0],
      fromMeeting: this.#into.meeting.id,
    });
  }

  /** Who and when, where the sheet has the action already: empty cells are filled. */
  #compare(row: Action, { responsible, deadline }: UnderstoodAction, caseId: string | undefined): void {
    const { register, workbook } = this.#into;
    const wanted: Wanted[] = [];
    if (caseId !== undefined && row.fromCase === undefined)
      wanted.push({ key: 'fromCase', value: caseId, shown: caseId, has: undefined });
    if (responsible !== undefined) {
      const shown = this.#people.cell(responsible);
      const isSame = row.responsible !== undefined && this.#people.isSame(row.responsible, responsible);
      wanted.push({ key: 'responsible', value: shown, shown, has: isSame ? shown : row.responsible });
    }
    if (deadline?.day !== undefined)
      wanted.push({ key: 'deadline', value: { day: deadline.day }, shown: deadline.day, has: row.deadline });
    else if (deadline !== undefined && row.deadline === undefined) {
      const note = deadlineNote(deadline.text);
      const has = row.deadlineWords === undefined ? row.note : deadlineNote(row.deadlineWords);
      wanted.push({ key: 'note', value: note, shown: note, has });
    }
    this.#take(fillRow(register, workbook, 'actions', row, wanted));
  }

  #addRow(tab: RowTab, values: Readonly<Record<string, NewValue | undefined>>): void {
    const found = this.#into.register.tabs[tab];
    if (found === undefined) {
      this.#missing.add(tab === 'treatments' ? 'Behandling' : tab === 'actions' ? 'Tiltak' : 'Saker');
      return;
    }
    this.#changes.push(newRow(found, values));
  }

  #take({ changes, conflicts }: ReturnType<typeof fillRow>): void {
    this.#changes.push(...changes);
    this.#conflicts.push(...conflicts);
  }

  result(): ReadBackPlan {
    const { register, meeting, hash, saidAt } = this.#into;
    const said: StatementContent = {
      ...{ kind: 'minutesRead', about: meeting.id, what: hash, saidAt },
      facts: { description: this.#said.length === 0 ? null : this.#said.join('\n') },
    };
    const isKnown = this.#before.hashes.includes(hash);
    return {
      changes: [...this.#changes, ...(isKnown ? [] : statementRows(register, [said]))],
      conflicts: this.#conflicts,
      newActions: this.#newActions,
      newCases: this.#newCases,
      unwritten: this.#unwritten,
      unsure: this.#unsure,
      missingTabs: [...this.#missing],
      earlier: isKnown ? [] : this.#before.hashes,
    };
  }
}
