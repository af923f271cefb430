/** The rows of the register that a mailing's texts came from, as they were then, so that a change can be reported. */
import { comparedSetting } from '../../domain/compare.ts';
import { contactIdsIn } from '../../register/contact-index.ts';
import type { MailingKind } from '../../domain/mailing-kind.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { announcementSettings, partySettings } from '../../register/announcement-settings.ts';
import type { Register } from '../../register/register.ts';
import { slotTimes } from '../../register/slot-times.ts';
import { activitiesTab } from '../../register/tabs/activities.ts';
import type { TabKey } from '../../register/tabs.ts';
import { contactsTab } from '../../register/tabs/contacts.ts';
import { examplesTab } from '../../register/tabs/examples.ts';
import { settingsTab } from '../../register/tabs/settings.ts';
import { slotsTab } from '../../register/tabs/slots.ts';
import { textsTab, type PublishedText } from '../../register/tabs/texts.ts';
import { examplesFor } from './examples.ts';
import { nextWebinar } from './next-webinar.ts';
import { slotsOf, textsIn } from './text-faults.ts';
import type { Webinar } from './webinars.ts';

export interface SourceRow {
  /** By Felles' name, whatever people call it. */
  readonly tab: string;
  readonly id: string;
  /** By Felles' name of the heading. Times are wall times in Oslo; an empty cell is not there. */
  readonly values: Readonly<Record<string, string>>;
}

/** The columns that a text is made from. Remarks, hours and similar columns may change without harm. */
export const columnsRead = {
  activities: [
    ...(['party', 'status', 'start', 'end', 'place', 'link', 'series'] as const),
    ...(['registration', 'registrationDeadline', 'recording', 'slides', 'shared'] as const),
  ],
  texts: ['title', 'ingress', 'body', 'benefit', 'audience', 'series', 'reason', 'approvedBy', 'approvedOn'],
  slots: ['start', 'end', 'title', 'titleNn', 'speaker', 'organisation', 'status'],
  examples: ['title', 'municipality', 'link', 'checkedOn', 'consent'],
} as const satisfies Partial<Record<TabKey, readonly string[]>>;

/** What a cell says, as text; undefined for an empty one. */
function said(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('time' in value && typeof value.time === 'string') return value.time;
  return 'first' in value && typeof value.first === 'string' ? value.first : undefined;
}

interface Tab<Key extends string> {
  readonly name: string;
  readonly columns: Readonly<Record<Key, { readonly heading: string }>>;
}

function sourceRow<Key extends string>(
  { name, columns }: Tab<Key>,
  row: { readonly id: string } & Readonly<Partial<Record<Key, unknown>>>,
  keys: readonly Key[],
): SourceRow {
  const values = keys.flatMap((key) => {
    const value = said(row[key]);
    return value === undefined || value === '' ? [] : [[columns[key].heading, value] as const];
  });
  return { tab: name, id: row.id, values: Object.fromEntries(values) };
}

/** What a mailing contains. */
export interface Told {
  readonly webinar: Webinar;
  readonly kind: MailingKind;
  /** The standards that it is written in. */
  readonly standards: readonly NorwegianStandard[];
}

/**
 * The rows that a mailing's texts come from, each as the register has it now: the webinar's own, its texts and its slots,
 * the examples and the next webinar where the kind shows them, and the settings that all texts use. `now` is Oslo time.
 */
export function sourceRows(register: Register, told: Told, now: WallTime): readonly SourceRow[] {
  const { webinar, kind, standards } = told;
  return [
    activityRow(webinar),
    ...standards.flatMap((standard) => textsIn(register, webinar.id, standard)).map(textRow),
    ...(kind === 'cancelled' ? [] : programmeRows(register, webinar)),
    ...(kind === 'announcement' || kind === 'followup' ? exampleRows(register, webinar, now) : []),
    ...(kind === 'followup' || kind === 'cancelled' ? nextRows(register, told, now) : []),
    ...settingRows(register),
  ];
}

const activityRow = (row: Webinar): SourceRow => sourceRow(activitiesTab, row, columnsRead.activities);
const textRow = (row: PublishedText): SourceRow => sourceRow(textsTab, row, columnsRead.texts);

/** The slots, and the contacts that they name as speakers by their IDs. */
function programmeRows(register: Register, webinar: Webinar): readonly SourceRow[] {
  const slots = slotsOf(register, webinar);
  const speakers = new Set(slots.flatMap(({ speaker = '' }) => contactIdsIn(speaker)));
  return [
    ...slots.map((row) => sourceRow(slotsTab, { ...row, ...slotTimes(row, webinar) }, columnsRead.slots)),
    ...register.contacts
      .filter(({ id }) => speakers.has(id))
      .map((row) => sourceRow(contactsTab, row, ['name'])),
  ];
}

function exampleRows(register: Register, webinar: Webinar, now: WallTime): readonly SourceRow[] {
  const shown = new Set(examplesFor(register, webinar, dayOf(now)).map(({ id }) => id));
  return register.examples
    .filter(({ id }) => shown.has(id))
    .map((row) => sourceRow(examplesTab, row, columnsRead.examples));
}

function nextRows(register: Register, { webinar, standards }: Told, now: WallTime): readonly SourceRow[] {
  const found = standards.flatMap((standard) => nextWebinar(register, webinar, standard, now) ?? []);
  const webinars = new Map(found.map((next) => [next.webinar.id, next.webinar]));
  return [...[...webinars.values()].map(activityRow), ...found.map(({ text }) => textRow(text))];
}

const settingsRead = new Set(
  [
    ...Object.values<{ readonly name: string }>(announcementSettings),
    ...Object.values(partySettings).flatMap((own) => Object.values<{ readonly name: string }>(own)),
  ].map(({ name }) => comparedSetting(name)),
);

function settingRows({ settings }: Register): readonly SourceRow[] {
  return settings
    .filter(({ name }) => settingsRead.has(comparedSetting(name)))
    .map((row) => sourceRow(settingsTab, { ...row, id: row.name }, ['value']));
}
