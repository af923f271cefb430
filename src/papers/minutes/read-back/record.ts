/**
 * What the record has of earlier readings of the minutes of a meeting. What was read once is known again, however people have
 * worded it since in the sheet.
 */
import { comparedName } from '../../../domain/compare.ts';
import type { Register } from '../../../register/register.ts';
import type { Unclear, UnclearWhy } from '../read/understood.ts';

export interface ReadBefore {
  /** The hashes of the documents. */
  readonly hashes: readonly string[];
  /** Whether an action was read before: its case, if it has one, and its text. */
  readonly hasAction: (caseId: string | undefined, text: string) => boolean;
  /** Whether it was read before what became of a case, or that an action is done. */
  readonly hasState: (id: string) => boolean;
  /** The ID that a case got which was added by hand under a title; of several, each once. Undefined where none did. */
  readonly caseTitled: (title: string) => string | undefined;
  /** The cases that were added by hand: the title that each got its ID under, by ID. */
  readonly casesAdded: ReadonlyMap<string, string>;
}

/** A line of the record for an action. */
export const actionLine = (caseId: string | undefined, text: string): string => `${caseId ?? '–'} ${text}`;

/** A line of the record for a case that was added by hand. */
export const caseLine = (id: string, title: string): string => `Ny sak ${id}: ${title}`;

/** A line of the record for what became of a case or an action: «Behandlet S-2026-007». */
export const stateLine = (word: string, id: string): string => `${word} ${id}`;

/** What stands outside the cases and is not written: a note, the day of the next meeting, an action of an earlier meeting. */
export interface Unplaced {
  readonly is: 'note' | 'next-meeting' | 'follow-up';
  readonly text: string;
}

const unplacedWords = {
  note: 'Uten plass: ',
  'next-meeting': 'Neste møte: ',
  'follow-up': 'Tiltak fra før: ',
};

const unplacedKinds: Readonly<Partial<Record<UnclearWhy, Unplaced['is']>>> = {
  ...{ outside: 'note', 'no-place': 'note', 'other-business': 'note', 'no-case': 'note' },
  ...{ 'next-meeting': 'next-meeting', 'follow-up': 'follow-up', done: 'follow-up' },
};

/** A line of the record for it; none for what is unclear within a case, or at the head. */
export function unplacedLine({ why, text }: Pick<Unclear, 'why' | 'text'>): readonly string[] {
  const is = unplacedKinds[why];
  return is === undefined ? [] : [`${unplacedWords[is]}${text.replace(/^notat\s*:\s*/iu, '')}`];
}

const state = /^\p{L}+ (?<id>[ST]-20\d\d-\d{3,6})$/u;
const newCase = /^Ny sak (?<id>S-20\d\d-\d{3,6}): (?<title>.+)$/u;

const readings = ({ statements }: Register, meetingId: string): Register['statements'] =>
  statements.filter(({ kind, about }) => kind === 'minutesRead' && about === meetingId);

/** What the document that was read last for a meeting has without a place in the register. */
export const unplacedIn = (register: Register, meetingId: string): readonly Unplaced[] =>
  (readings(register, meetingId).at(-1)?.facts.description ?? '')
    .split('\n')
    .flatMap((line) =>
      (['note', 'next-meeting', 'follow-up'] as const).flatMap((is) =>
        line.startsWith(unplacedWords[is]) ? [{ is, text: line.slice(unplacedWords[is].length) }] : [],
      ),
    );

export function readBefore(register: Register, meetingId: string): ReadBefore {
  const read = readings(register, meetingId);
  const lines = read.flatMap(({ facts }) => (facts.description ?? '').split('\n'));
  const actions = new Set(lines.map(comparedName));
  const states = new Set(lines.flatMap((line) => state.exec(line)?.groups?.['id'] ?? []));
  const cases = new Map<string, string[]>();
  const casesAdded = new Map<string, string>();
  for (const line of lines) {
    const { id, title } = newCase.exec(line)?.groups ?? {};
    if (id === undefined || title === undefined) continue;
    const ids = cases.get(comparedName(title)) ?? [];
    cases.set(comparedName(title), [...ids, id]);
    casesAdded.set(id, title);
  }
  return {
    hashes: read.flatMap(({ what }) => what ?? []),
    hasAction: (caseId, text) => actions.has(comparedName(actionLine(caseId, text))),
    hasState: (id) => states.has(id),
    caseTitled: (title) => cases.get(comparedName(title))?.shift(),
    casesAdded,
  };
}
