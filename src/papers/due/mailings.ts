/** Mailings of every kind that wait for a person: made and not begun, written as files or drafts, or not finished. */
import { dueNote } from '../../domain/due-note.ts';
import { parseAnyMailingId, parseMailingId } from '../../domain/mailing-kind.ts';
import { addDays, dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { singleParties } from '../../register/announcement-settings.ts';
import { parties } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import {
  revisionOf,
  stemOf,
  unfinishedMailings,
  waitingFiles,
  type Unfinished,
  type Waiting,
} from '../announcement/sent.ts';
import { differences } from '../record/facts.ts';
import type { DueRequest, Entry, Family } from './entry.ts';

/** How many days after it was written or begun a mailing about something past is still mentioned. */
const waitingDays = 14;

/** Files or drafts that wait for a person. */
export interface WrittenMailing extends Waiting {
  /** What they say is still true: it will be held at that time, and it is not too late. */
  readonly holds: boolean;
}

/** The newest mailing with the name of `mailing`, of any revision, if it is on this machine and was not begun. */
export function madeOf(
  { register: { ledger }, sizes }: Pick<DueRequest, 'register' | 'sizes'>,
  mailing: string,
): string | undefined {
  const isOwn = (id: string): boolean => stemOf(id) === stemOf(mailing);
  const begun = ledger.reduce(
    (last, event) => (isOwn(event.mailing) ? Math.max(last, revisionOf(event.mailing)) : last),
    0,
  );
  const made = [...sizes.keys()].filter(isOwn).sort((one, other) => revisionOf(one) - revisionOf(other));
  const newest = made.at(-1);
  return newest !== undefined && revisionOf(newest) > begun ? newest : undefined;
}

/** Those that were started recently, or are about a future event: after that nobody needs them. */
export function ofUse<Mailing extends { readonly activity: string; readonly day: Day | undefined }>(
  mailings: readonly Mailing[],
  { activities }: Register,
  now: WallTime,
): readonly Mailing[] {
  const today = dayOf(now);
  const starts = new Map(activities.map(({ id, start }) => [id, start?.first]));
  return mailings.filter(
    ({ activity, day = today }) =>
      (starts.get(activity) ?? today) >= today || day >= addDays(today, -waitingDays),
  );
}

/** The files and drafts that wait, and whether they may still be sent. `now` is Oslo time. */
export function writtenNow(register: Register, now: WallTime): readonly WrittenMailing[] {
  return ofUse(waitingFiles(register), register, now).map((waiting) => ({
    ...waiting,
    holds: stillHolds(register, waiting, now),
  }));
}

/** The mailings that were begun and that not all have got, on whatever machine: the record says for how many they were. */
export function unfinishedNow({ register, now, sizes }: Omit<DueRequest, 'keyOf'>): readonly Unfinished[] {
  const counts = register.statements.flatMap(({ what, count }) =>
    what === undefined || count === undefined ? [] : [[what, count] as const],
  );
  return ofUse(unfinishedMailings(register, new Map([...counts, ...sizes])), register, now);
}

/** What the record says that it said is as the register has it. */
const isAsRecorded = (register: Register, mailing: string, now: WallTime): boolean =>
  register.statements.every(
    (said) =>
      said.what !== mailing || said.kind === 'digest' || differences(said, register, now).length === 0,
  );

/** Whether what a mailing says is still so, and it is not too late for it. */
export function stillHolds(
  register: Register,
  { mailing, basis }: Pick<Waiting, 'mailing' | 'basis'>,
  now: WallTime,
): boolean {
  const parts = parseAnyMailingId(mailing);
  const activity = register.activities.find(({ id }) => id === parts?.activity);
  if (!isAsRecorded(register, mailing, now)) return false;
  // Only a webinar or a meeting has a time that can be missed.
  return parts?.activity.startsWith('A-') === true ? isAhead(mailing, basis?.start, activity, now) : true;
}

function isAhead(
  mailing: string,
  told: WallTime | undefined,
  activity: Activity | undefined,
  now: WallTime,
): boolean {
  const start = activity?.start?.time;
  if (activity === undefined || start === undefined) return false;
  const kind = parseAnyMailingId(mailing)?.kind;
  const isCalledOff = activity.status === 'cancelled';
  if (isCalledOff !== (kind === 'cancelled' || kind === 'cancellation')) return false;
  if (told !== undefined && told !== start) return false;
  return kind === 'followup' || kind === 'correction' || kind === 'minutes' || start > now;
}

/** The row that a mailing is about, or the party. */
export function aboutMailing(register: Register, mailing: string): Entry['about'] {
  const { activity: id } = parseAnyMailingId(mailing) ?? { activity: mailing };
  const party = singleParties.find((one) => one === id);
  const named = party === undefined ? id : parties[party][0];
  const find = (rows: readonly { readonly id: string; readonly title: string }[]): string | undefined =>
    rows.find((one) => one.id === id)?.title;
  const contact = register.contacts.find((one) => one.id === id)?.name;
  const found = [
    { tab: 'activities', title: find(register.activities) },
    { tab: 'slots', title: find(register.slots) },
    { tab: 'contacts', title: contact },
  ] as const;
  const row = found.find(({ title }) => title !== undefined);
  return { tab: row?.tab, id, title: row?.title ?? named };
}

const entryFor = ({ register }: DueRequest, mailing: string): Pick<Entry, 'about' | 'changes'> => ({
  about: aboutMailing(register, mailing),
  changes: [],
});

function writtenEntry(request: DueRequest, { mailing, recipients, day, holds }: WrittenMailing): Entry {
  const entry = {
    ...{ ...entryFor(request, mailing), name: `${mailing} written`, matter: 'written' as const },
    since: day ?? dayOf(request.now),
  };
  return holds
    ? {
        ...{ ...entry, state: 'due', command: `send -- ${mailing} --sent-by-hand all` },
        notes: [dueNote('files-wait', { count: recipients })],
      }
    : {
        ...{ ...entry, state: 'outdated', command: `send -- ${mailing} --reopen all` },
        notes: [dueNote('files-wrong', { count: recipients })],
      };
}

function unfinishedEntry(request: DueRequest, { mailing, missing, recipients, day }: Unfinished): Entry {
  const { register, now, sizes } = request;
  const parts = parseMailingId(mailing);
  const isRight = isAsRecorded(register, mailing, now);
  const kind = parts?.offsetDays === undefined ? parts?.kind : `${parts.kind}-${String(parts.offsetDays)}`;
  const isChanged = !(isRight || parts === undefined || kind === undefined);
  const isHere = sizes.has(mailing);
  return {
    ...{
      ...entryFor(request, mailing),
      name: `${mailing} unfinished`,
      matter: 'unfinished',
      state: 'overdue',
    },
    since: day ?? dayOf(now),
    notes: [dueNote('unfinished', { missing, of: recipients, isHere, isChanged })],
    command: isChanged
      ? `announce -- --webinar ${parts.activity} --kind ${kind}`
      : `send -- ${mailing} --status`,
  };
}

function madeEntries(request: DueRequest): readonly Entry[] {
  const { register, now, sizes } = request;
  return [...sizes.keys()].flatMap((mailing): readonly Entry[] => {
    const kind = parseAnyMailingId(mailing)?.kind;
    if (kind === undefined || madeOf(request, mailing) !== mailing) return [];
    if (!stillHolds(register, { mailing, basis: undefined }, now)) return [];
    return [
      {
        ...{ ...entryFor(request, mailing), name: `${mailing} made`, state: 'due', matter: kind },
        ...{
          since: dayOf(now),
          notes: [dueNote('made', {})],
          command: `send -- ${mailing}`,
        },
      },
    ];
  });
}

export const mailingEntries: Family = (request) => [
  ...writtenNow(request.register, request.now).map((written) => writtenEntry(request, written)),
  ...unfinishedNow(request).map((unfinished) => unfinishedEntry(request, unfinished)),
  ...madeEntries(request),
];
