/** What the register said as a mailing was made: the rows that its texts came from, so that a change can be told of. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import { slotTimes } from '../../register/slot-times.ts';
import { activitiesTab } from '../../register/tabs/activities.ts';
import type { TabKey } from '../../register/tabs.ts';
import { slotsTab } from '../../register/tabs/slots.ts';
import { textsTab } from '../../register/tabs/texts.ts';
import { slotsOf, textsIn } from './text-faults.ts';
import type { Webinar } from './webinars.ts';

export interface SourceRow {
  /** As Felles calls it, whatever people do. */
  readonly tab: string;
  readonly id: string;
  /** By heading, as Felles calls it. Times are wall times in Oslo; an empty cell is not there. */
  readonly values: Readonly<Record<string, string>>;
}

/** The columns that a text is made of. Remarks, hours and the like may change without any harm. */
export const columnsRead = {
  activities: [
    ...(['party', 'status', 'start', 'end', 'place', 'link', 'series'] as const),
    ...(['registration', 'registrationDeadline', 'recording', 'slides', 'shared'] as const),
  ],
  texts: ['title', 'ingress', 'body', 'benefit', 'audience', 'series', 'approvedBy', 'approvedOn'],
  slots: ['start', 'end', 'title', 'titleNn', 'speaker', 'organisation', 'status'],
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

/** The webinar's own row, its texts in these standards and its slots, each as the register has it now. */
export function sourceRows(
  register: Register,
  webinar: Webinar,
  standards: readonly NorwegianStandard[],
): readonly SourceRow[] {
  const texts = standards.flatMap((standard) => textsIn(register, webinar.id, standard));
  return [
    sourceRow(activitiesTab, webinar, columnsRead.activities),
    ...texts.map((row) => sourceRow(textsTab, row, columnsRead.texts)),
    ...slotsOf(register, webinar).map((row) =>
      sourceRow(slotsTab, { ...row, ...slotTimes(row, webinar) }, columnsRead.slots),
    ),
  ];
}
