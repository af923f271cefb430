/** What the meeting did with one case, from the lines and tables of its section. */
import type { Case } from '../../../register/tabs/cases.ts';
import { understoodAction, type ActionContext } from './actions.ts';
import { certainUntil, emptyParts, joined, withoutByline } from './case-parts.ts';
import { readDeadline } from './deadline.ts';
import { decisionOf } from './decision.ts';
import { segmentsOf, type Label, type Segment } from './labels.ts';
import type { Item, Line } from './lines.ts';
import { tellMaybeActions } from './maybe-action.ts';
import { atStart, isOfAction, placeBelow } from './line-place.ts';
import { isNone, isRejection, maybeDecision, outcomeIn, outcomesOf, sentencesOf } from './outcome.ts';
import { byline, ownTextsOf, type OwnTexts } from './own.ts';
import { actionColumns, cellsOf, labelledCells, lineOfCells, type Column, type Rows } from './tables.ts';
import { startsWithName } from './who.ts';
import type { SourceLine, UnderstoodAction, UnderstoodCase, UnderstoodOutcome } from './understood.ts';

/** Reads the items of one case; a second section of the same case adds to the first. */
export class CaseReader {
  readonly parts = emptyParts();
  readonly #context: ActionContext;
  readonly #isName: (text: string) => boolean;
  readonly own: OwnTexts;
  readonly #isOfActions: boolean;
  #place = atStart;
  /** Nothing stands between the last action and what follows. */
  #isAtAction = false;

  /** `item` is the case in the register; undefined for one that was added by hand. `isOfActions`: for a list of actions alone. */
  constructor(context: ActionContext, item: Case | undefined, isOfActions = false) {
    this.#context = context;
    this.#isOfActions = isOfActions;
    this.#isName = (text) => context.who.subjectOf(text) !== undefined || startsWithName(text, context.who);
    this.own = ownTextsOf(item, context.who);
  }

  read(items: readonly Item[]): void {
    this.#place = this.#isOfActions ? { ...atStart, label: 'action', isList: true } : atStart;
    this.#isAtAction = false;
    const { own, rest } = withoutByline(items);
    this.parts.own.push(...own);
    for (const item of rest) {
      if (item.is === 'blank') this.#place = { ...this.#place, isEnded: this.#place.isInline };
      else if (item.is === 'line') this.#line(item.line);
      else this.#table(item.rows);
    }
  }

  #line(line: Line): void {
    if (line.isListItem) this.parts.items.add(line.number);
    const segments = segmentsOf(line, this.#isName);
    const isAction = this.#beginsAction(line, segments);
    if (isAction) this.#enter('action', false);
    for (const segment of segments)
      this.#segment(segment, line.number, segments.length === 1 ? line.text : segment.text);
  }

  /** An item of a list of actions, or a sentence there with its own who or when. */
  #beginsAction({ isListItem }: Line, [first, second]: readonly Segment[]): boolean {
    const { label, isInline, isList } = this.#place;
    if (!isList || first === undefined || first.label !== undefined) return false;
    if (label !== 'action' && (!isInline || this.#isPart(first.text))) return false;
    return isListItem || (isOfAction(second?.label) && /^\p{Lu}/u.test(first.text));
  }

  /** Only who or when. */
  #isPart(text: string): boolean {
    const { who, from } = this.#context;
    return who.isNames(text) || 'day' in readDeadline(text, from);
  }

  #enter(label: Label, isInline: boolean): void {
    const place = placeBelow(label, isInline, this.#place);
    this.#place = { ...place, isList: place.isList || this.#isOfActions };
    if (label === 'note') this.parts.hasNotes = true;
  }

  /** `said` is the text with its label. */
  #segment({ label, text }: Segment, line: number, said: string): void {
    if (label === undefined) {
      this.#continue(text, line);
      return;
    }
    this.#enter(label, text !== '');
    if (text !== '') this.#add(label, text, line, said);
  }

  /** Text without a label belongs to the label before it. */
  #continue(text: string, line: number): void {
    const { label, isInline, isEnded } = this.#place;
    if (label === undefined) this.parts.lead.push({ line, text });
    else if ((isEnded && label !== 'note') || (isInline && isOfAction(label))) this.#after(text, line);
    else this.#add(label, text, line);
  }

  #after(text: string, line: number): void {
    this.#isAtAction = false;
    if (outcomeIn(text) === undefined) this.#context.tell({ line, text, why: 'after' });
    else this.parts.note.push({ line, text });
  }

  #add(label: Label, text: string, line: number, said = text): void {
    if (isOfAction(label)) {
      this.#complete(label, text, line);
      return;
    }
    this.#isAtAction = label === 'action';
    if (this.#isOfActions && label !== 'action') {
      this.#context.tell({ line, text: said, why: 'outside' });
      return;
    }
    switch (label) {
      case 'decision':
        this.parts.decision.push({ line, text });
        break;
      case 'note':
        this.parts.note.push({ line, text });
        break;
      case 'action':
        this.parts.actions.push({ line, text, responsible: undefined, deadline: undefined });
        break;
      case 'outcome':
        this.#outcome(text, line);
        break;
      case 'proposal':
        this.parts.proposal.push(text);
        if (this.own.has(text)) this.parts.own.push(text);
        else this.#context.tell({ line, text, why: 'proposal' });
        break;
      case 'own':
        this.#fact(text, line, said);
    }
  }

  /** What is of the case itself: known where the register has it, and a note in a case that it has not. */
  #fact(text: string, line: number, said: string): void {
    if (this.own.hasFact(text)) this.parts.own.push(text);
    else if (this.own.isNew) this.parts.note.push({ line, text: said });
    else this.#context.tell({ line, text: said, why: 'fact' });
    for (const part of text.split(' · ').slice(1)) this.parts.drafted ??= outcomeIn(part);
  }

  /** Who or when, of the action right before it. After what was told it may be of another. */
  #complete(part: 'responsible' | 'deadline', text: string, line: number): void {
    const last = this.#isAtAction ? this.parts.actions.at(-1) : undefined;
    this.#isAtAction = last !== undefined && last[part] === undefined;
    if (last === undefined) this.#context.tell({ line, text, why: 'without-action' });
    else if (last[part] !== undefined) this.#context.tell({ line, text, why: 'one-more' });
    else this.parts.actions.splice(-1, 1, { ...last, [part]: text });
  }

  #outcome(text: string, line: number): void {
    const outcome = outcomeIn(text);
    if (outcome === undefined) this.#context.tell({ line, text, why: 'status' });
    else {
      this.parts.outcomes.add(outcome);
      this.parts.own.push(text);
    }
  }

  #table(rows: Rows): void {
    const columns = actionColumns(rows);
    if (columns !== undefined) this.#actionRows(rows, columns);
    else for (const cells of rows) this.#row(cells);
  }

  #actionRows(rows: Rows, columns: readonly (Column | undefined)[]): void {
    for (const { number: line, text } of (rows[0] ?? [])
      .filter((_, index) => columns[index] === undefined)
      .flat())
      this.#context.tell({ line, text, why: 'table' });
    this.#isAtAction = false;
    for (const cells of rows.slice(1)) {
      const { action, decision, rest } = cellsOf(cells, columns);
      if (decision !== undefined) this.#add('decision', decision, lineOfCells(cells));
      if (action !== undefined) this.parts.actions.push(action);
      for (const text of rest) this.#context.tell({ line: lineOfCells(cells), text, why: 'table' });
    }
  }

  /** A row with labels in its cells, or else the lines of its cells. */
  #row(cells: Rows[number]): void {
    const labelled = labelledCells(cells);
    if (labelled.length === 0) for (const line of cells.flat()) this.#line(line);
    for (const [label, values] of labelled) {
      this.#enter(label, true);
      for (const line of values.flat()) this.#add(label, line.text, line.number);
      this.#place = { ...this.#place, isEnded: true };
    }
  }

  /** What was understood. Tells of what the case itself leaves open. */
  understood(
    { id, title, line, isNew }: Pick<UnderstoodCase, 'id' | 'title' | 'line' | 'isNew'>,
    item: Case | undefined,
  ): UnderstoodCase {
    const written = this.parts.decision.filter(({ text }) => !isNone(text));
    const [first, ...others] = sentencesOf(written);
    // Where the case is settled all the same, what is said besides is its decision.
    const isSettled = this.parts.outcomes.has('treated') && others.some(({ text }) => !isRejection(text));
    const isRejected = isRejection(first?.text ?? '') && !isSettled;
    // A proposal that was turned down is no decision: its words are kept as a note.
    const [decision, turnedDown] = isRejected ? [[], written] : [written, []];
    const noted = this.#discussion();
    const discussion = [...noted, ...turnedDown];
    const actions = this.actions();
    tellMaybeActions({ decision: written, note: noted, items: this.parts.items }, this.#context);
    const isOpen = isRejected
      ? this.#readRejection(turnedDown, noted)
      : this.#readOutcomes(decision, discussion);
    if (written.length === 0)
      for (const one of discussion.filter(({ text }) => maybeDecision(text)))
        this.#context.tell({ ...one, why: 'maybe-decision' });
    const isTouched = decision.length + actions.length + discussion.length > 0;
    const outcome = isOpen
      ? undefined
      : this.#decided(isTouched, decision.length > 0, item, { line, text: title });
    return {
      ...{ id, title, line, isNew, outcome, actions, until: this.parts.until },
      ...decisionOf(decision, { own: this.own, lines: this.parts.proposal }, this.#context.tell),
      discussion: joined(discussion),
    };
  }

  /** The actions, read. Tells of who and when that stand beside «Ingen». */
  actions(): readonly UnderstoodAction[] {
    return this.parts.actions.flatMap((action) => {
      if (!isNone(action.text)) return [understoodAction(action, this.#context)];
      for (const text of [action.responsible ?? '', action.deadline ?? ''])
        if (text !== '' && !isNone(text))
          this.#context.tell({ line: action.line, text, why: 'without-action' });
      return [];
    });
  }

  /** True where the texts may say that the case was postponed, and nobody can know from them alone. */
  #readOutcomes(decision: readonly SourceLine[], discussion: readonly SourceLine[]): boolean {
    const { outcomes, perhaps, until } = outcomesOf(decision, discussion, this.own.number);
    for (const outcome of outcomes) this.parts.outcomes.add(outcome);
    if (this.parts.outcomes.has('postponed')) this.parts.until = certainUntil(until, this.#context);
    if (this.parts.outcomes.size > 0) return false;
    for (const one of perhaps) this.#context.tell(one);
    return perhaps.length > 0;
  }

  /** What else is said of a case whose proposal was turned down. True where that does not say what became of it. */
  #readRejection(turnedDown: readonly SourceLine[], noted: readonly SourceLine[]): boolean {
    const besides = sentencesOf(turnedDown).filter(({ text }) => !isRejection(text));
    if (this.#readOutcomes(besides, noted)) return true;
    const [first] = turnedDown;
    if (this.parts.outcomes.size > 0 || first === undefined) return false;
    this.#context.tell({ ...first, why: 'rejected' });
    return true;
  }

  /** Notes and, where there is no place for them, what was written before the first label. */
  #discussion(): readonly SourceLine[] {
    const typed = this.parts.lead.filter(({ text }) => {
      const isOwn = this.own.has(text) || byline.test(text);
      if (isOwn) this.parts.own.push(text);
      return !isOwn;
    });
    const note = this.parts.note.filter(({ text }) => !isNone(text));
    if (!this.parts.hasNotes) return [...typed, ...note];
    for (const one of typed) {
      const outcome = outcomeIn(one.text);
      if (outcome === undefined) this.#context.tell({ ...one, why: 'above-notes' });
      else note.unshift(one);
    }
    return note;
  }

  #decided(
    isTouched: boolean,
    isDecided: boolean,
    item: Case | undefined,
    at: SourceLine,
  ): UnderstoodOutcome | undefined {
    const [only, second] = this.parts.outcomes;
    if (second !== undefined) {
      this.#context.tell({ ...at, why: 'two-outcomes' });
      return undefined;
    }
    if (only !== undefined) return only;
    const { drafted } = this.parts;
    if (isDecided) return 'treated';
    if (drafted !== undefined || !isTouched) return drafted;
    if (item?.kind !== 'decision') return 'treated';
    this.#context.tell({ ...at, why: 'no-decision' });
    return undefined;
  }
}
