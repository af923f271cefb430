/** What is due about webinars: their texts by the plan, and what was said of them and is not so any more. */
import { dueNote, type NoteArguments } from '../../domain/due-note.ts';
import { mailingId, parseMailingId } from '../../domain/mailing-kind.ts';
import { parseSaidTime } from '../../domain/statement.ts';
import { dayOf, type Day } from '../../domain/time.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { isDueNow, webinarTexts, type WebinarText } from '../announcement/due.ts';
import {
  changesAmong,
  expecting,
  outdatedBy,
  peopleTold,
  reachable,
  type Outdated,
  type RightingKind,
} from '../announcement/outdated.ts';
import { unaccounted } from '../announcement/told.ts';
import { webinarsOf, type Webinar } from '../announcement/webinars.ts';
import type { DueRequest, Entry, Family } from './entry.ts';
import { madeOf } from './mailings.ts';

export const webinarEntries: Family = (request) => {
  const webinars = webinarsOf(request.register);
  return [
    ...webinarTexts(request).flatMap((text) => textEntry(request, text)),
    ...webinars
      .filter(({ start }) => start.time > request.now)
      .flatMap((webinar) => [...unreachableEntries(request, webinar), ...unknownEntries(request, webinar)]),
    ...withdrawnEntries(request, webinars),
  ];
};

/** The name by which a person waives a text. */
export const textEntryName = (webinar: string, text: Pick<WebinarText, 'kind' | 'offsetDays'>): string =>
  `${webinar} ${keyFor(text)}`;

/** As `--kind` takes it. */
export const keyFor = ({ kind, offsetDays }: Pick<WebinarText, 'kind' | 'offsetDays'>): string =>
  kind === 'reminder' ? `${kind}-${String(offsetDays)}` : kind;

const aboutOf = ({ id, title }: Pick<Activity, 'id' | 'title'>): Entry['about'] => ({
  tab: 'activities',
  id,
  title,
});

/** The first day on which one of them was told. */
const sinceOf = (people: readonly Outdated[], now: Day): Day =>
  people.flatMap(({ told }) => told.day ?? []).sort()[0] ?? now;

/** A text that goes out now, one whose time has run out, or one that people wait for in vain. */
function textEntry(request: DueRequest, text: WebinarText): readonly Entry[] {
  const { webinar, kind, state, outdated = [] } = text;
  const isWrong = outdated.length > 0;
  if (!isDueNow(text) && state !== 'lapsed' && !(isWrong && state === 'passed')) return [];
  const key = keyFor(text);
  const entry = { name: textEntryName(webinar.id, text), matter: kind, about: aboutOf(webinar) };
  const stem = { activity: webinar.id, kind, offsetDays: kind === 'reminder' ? text.offsetDays : undefined };
  const made = madeOf(request, mailingId({ ...stem, revision: 1 }));
  const command =
    made === undefined ? `announce -- --webinar ${webinar.id} --kind ${key}` : `send -- ${made}`;
  if (!isWrong)
    return [
      { ...entry, state: state === 'lapsed' ? state : lateOr(state), since: text.due, changes: [], command },
    ];
  return [
    {
      ...{ ...entry, state: 'outdated', since: sinceOf(outdated, dayOf(request.now)) },
      ...{ holders: outdated.length, changes: changesAmong(outdated) },
      ...(state === 'passed' ? { notes: [dueNote('start-passed', {})] } : { command }),
    },
  ];
}

const lateOr = (state: WebinarText['state']): 'overdue' | 'due' => (state === 'overdue' ? state : 'due');

const righting: readonly RightingKind[] = ['moved', 'cancelled', 'correction', 'announcement'];

/** Those who have what is not so any more, and whom no mailing reaches. */
function unreachableEntries(request: DueRequest, webinar: Webinar): readonly Entry[] {
  const people = peopleTold(request, webinar);
  return righting.flatMap((kind): readonly Entry[] => {
    const { lost: outdated } = reachable(request, outdatedBy(people, kind, webinar));
    if (outdated.length === 0) return [];
    return [
      {
        ...{
          name: `${webinar.id} ${kind} unreachable`,
          state: 'lapsed',
          matter: kind,
          about: aboutOf(webinar),
        },
        ...{ since: sinceOf(outdated, dayOf(request.now)), holders: outdated.length },
        changes: changesAmong(outdated),
        notes: [dueNote('no-mail-reaches', {})],
      },
    ];
  });
}

/** The record says that it was sent, and the ledger does not say to whom. */
const unknownEntries = ({ register, now }: DueRequest, webinar: Webinar): readonly Entry[] =>
  unaccounted(register, webinar.id).map(({ id, count }) => ({
    ...{ name: `${id} lost`, state: 'outdated', matter: 'unknown', about: aboutOf(webinar), changes: [] },
    ...{ since: dayOf(now), holders: count },
    notes: [dueNote('ledger-lost', { mailing: id })],
    command: `send -- ${id} --repair`,
  }));

/** People expect a webinar that the register does not have as one any more: no mailing can be made of such a row. */
function withdrawnEntries(request: DueRequest, webinars: readonly Webinar[]): readonly Entry[] {
  const { register, now } = request;
  const known = new Set(webinars.map(({ id }) => id));
  const told = new Set(register.ledger.flatMap(({ mailing }) => parseMailingId(mailing)?.activity ?? []));
  return [...told]
    .filter((id) => !known.has(id))
    .flatMap((id): readonly Entry[] => {
      const row = register.activities.find((activity) => activity.id === id);
      const people = expecting(peopleTold(request, { id })).filter(({ told: { facts } }) => {
        const start = parseSaidTime(facts.time ?? '')?.start;
        return start !== undefined && start > now;
      });
      if (people.length === 0) return [];
      return [
        {
          ...{ name: `${id} withdrawn`, state: 'outdated', matter: 'cancelled' },
          about: row === undefined ? { tab: 'activities', id, title: titleIn(people) } : aboutOf(row),
          ...{
            since: sinceOf(people, dayOf(now)),
            holders: people.length,
            changes: changesAmong(people),
          },
          notes: [dueNote('webinar-withdrawn', { why: whyGone(row) })],
        },
      ];
    });
}

const titleIn = (people: readonly Outdated[]): string =>
  people.flatMap(({ told }) => told.facts.title ?? told.facts.titleNn ?? [])[0] ?? '';

function whyGone(row: Activity | undefined): NoteArguments['webinar-withdrawn']['why'] {
  if (row === undefined) return 'row';
  if (row.type !== 'webinar') return 'type';
  return row.status === 'idea' ? 'idea' : 'time';
}
