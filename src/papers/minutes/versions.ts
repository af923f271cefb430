/** The versions of minutes that the record keeps: what each said, case by case, and what is otherwise now. */
import { differencesBetween, type Difference, type Facts } from '../../domain/statement.ts';
import { parseDay, type Day } from '../../domain/time.ts';
import { parseVersionName } from '../../domain/version-name.ts';
import type { TreatmentOutcome } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { orNone } from '../record/fact-values.ts';
import type { Treatment } from '../treatments.ts';

/** A version of the minutes of a meeting. */
export interface MinutesVersion {
  readonly version: number;
  /** When it was kept, an instant in UTC. */
  readonly at: string;
  /** What it said of the meeting as a whole. */
  readonly facts: Facts;
  /** The same of each case, by its ID. */
  readonly cases: ReadonlyMap<string, Facts>;
  /** The SHA-256 of its text. */
  readonly sum: string | undefined;
  /** The name of the version before it, where both parties had approved that: what its actions say stays. */
  readonly after: string | undefined;
}

/** Every version of the minutes of a meeting, the first one first. */
export function versionsOf(
  { statements }: Pick<Register, 'statements'>,
  meeting: string,
): readonly MinutesVersion[] {
  const versions = new Map<number, { at: string; facts: Facts; cases: Map<string, Facts>; sum?: string }>();
  for (const { kind, what = '', about, facts, saidAt, sum } of statements) {
    const name = kind === 'minutesVersion' ? parseVersionName(what) : undefined;
    if (name?.activity !== meeting) continue;
    const version = versions.get(name.version) ?? { at: saidAt, facts: {}, cases: new Map() };
    if (about !== meeting) version.cases.set(about, facts);
    else Object.assign(version, { facts, sum });
    versions.set(name.version, version);
  }
  return [...versions]
    .map(
      ([
        version,
        {
          at,
          facts: { version: after, ...facts },
          cases,
          sum,
        },
      ]) => ({
        ...{ version, at, facts, cases, sum },
        after: after ?? undefined,
      }),
    )
    .sort((one, other) => one.version - other.version);
}

export const lastVersion = (
  register: Pick<Register, 'statements'>,
  meeting: string,
): MinutesVersion | undefined => versionsOf(register, meeting).at(-1);

/** An action as minutes have it. `responsible` is as written in the row: a role, a name or a contact's ID. */
export interface SaidAction {
  readonly id: string;
  readonly action: string;
  readonly responsible?: string | undefined;
  readonly deadline?: Day | undefined;
  /** The deadline in words, where it is no day. */
  readonly deadlineWords?: string | undefined;
}

/** An action of an earlier meeting that is done, and the day. */
export interface DoneAction extends SaidAction {
  readonly doneOn: Day;
}

const none = '–';

const inCell = (text: string): string => text.replaceAll(/[\s|]+/gu, ' ').trim();

/** `T-2026-012 | 2026-12-17 | Fagsjef | Skrive utkast`, in one line. */
export const actionLine = ({
  id,
  action,
  responsible = none,
  deadline,
  deadlineWords = none,
}: SaidAction): string =>
  [id, deadline ?? inCell(deadlineWords), inCell(responsible), action.replaceAll(/\s+/gu, ' ').trim()].join(
    ' | ',
  );

/** The reverse; none for text that is no such line. */
export function actionsSaid(text: string | null | undefined): readonly SaidAction[] {
  return (text ?? '').split('\n').flatMap((line): readonly SaidAction[] => {
    const [id, when = none, responsible = none, ...rest] = line.split(' | ');
    if (id === undefined || rest.length === 0) return [];
    const deadline = parseDay(when);
    return [
      {
        ...{ id, action: rest.join(' | '), deadline },
        deadlineWords: deadline === undefined && when !== none ? when : undefined,
        responsible: responsible === none ? undefined : responsible,
      },
    ];
  });
}

/** By ID: on paper they stand in the order of the sheet, which people change. */
const actionsFact = (actions: readonly SaidAction[]): string | null =>
  orNone(
    actions
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(actionLine)
      .join('\n'),
  );

/** What minutes say of a case that nothing is written of: it was not treated. */
export const outcomeOf = (treatment: Treatment | undefined): TreatmentOutcome | 'untreated' =>
  treatment?.outcome ?? (treatment?.decision === undefined ? 'untreated' : 'treated');

/** What minutes say of a case; `until` is until when it waits, null where people have not said that, undefined where it waits for nothing. */
export const caseFacts = (
  { title }: Pick<Case, 'title'>,
  treatment: Treatment | undefined,
  actions: readonly SaidAction[],
  until: string | null | undefined,
): Facts => ({
  state: outcomeOf(treatment),
  ...(until === undefined ? {} : { deadline: until }),
  title: orNone(title),
  description: orNone(treatment?.discussion),
  decision: orNone(treatment?.decision),
  actions: actionsFact(actions),
});

/**
 * What they say of the meeting as a whole: `actions` are those that came of none of its cases, `description` those of earlier
 * meetings that are done.
 */
export const wholeFacts = (
  present: string | undefined,
  actions: readonly SaidAction[],
  done: readonly DoneAction[],
): Facts => ({
  description: actionsFact(done.map((one) => ({ ...one, deadline: one.doneOn }))),
  present: orNone(present?.trim()),
  actions: actionsFact(actions),
});

/** What minutes say, as the record keeps it. */
export interface MinutesFacts {
  readonly facts: Facts;
  readonly cases: ReadonlyMap<string, Facts>;
}

/** What one part of the minutes says otherwise than a version did: the meeting as a whole, or one case. */
export interface MinutesChange {
  /** The ID of the case; undefined for the meeting as a whole. */
  readonly about: string | undefined;
  /** Whether the case is new in the minutes, or not in them any more. */
  readonly is: 'changed' | 'came' | 'left';
  readonly differences: readonly Difference[];
}

/**
 * What is otherwise now, the meeting as a whole first. Once minutes are approved (`isSettled`), what becomes of their actions
 * and of cases that wait does not change them.
 */
export function changesFrom(
  { facts, cases }: MinutesVersion,
  is: MinutesFacts,
  isSettled: boolean,
): readonly MinutesChange[] {
  const between = (was: Facts, now: Facts | undefined): readonly Difference[] =>
    differencesBetween(was, now).filter(
      ({ fact }) => !isSettled || (fact !== 'actions' && fact !== 'deadline'),
    );
  const parts: readonly MinutesChange[] = [
    {
      ...{ about: undefined, is: 'changed' },
      differences: between(facts, is.facts).filter(({ fact }) => !isSettled || fact !== 'description'),
    },
    ...[...is.cases].map(([about, now]): MinutesChange => {
      const was = cases.get(about);
      return was === undefined
        ? { about, is: 'came', differences: [] }
        : { about, is: 'changed', differences: between(was, now) };
    }),
    ...[...cases].flatMap(([about, was]): readonly MinutesChange[] =>
      is.cases.has(about) ? [] : [{ about, is: 'left', differences: differencesBetween(was, undefined) }],
    ),
  ];
  return parts.filter(({ is: how, differences }) => how !== 'changed' || differences.length > 0);
}
