/**
 * The hidden sheet with what the dropdowns for other rows offer: «A-2026-017 · Boliger i sentrum», what is coming first.
 * It has values, no formulas: it is written when Felles gives IDs and problems, and a row has no ID before that.
 */
import type { Offer, PageCell, PageChange } from '../domain/looks.ts';
import { columnLetters } from '../domain/workbook.ts';
import { dayOf, type Day, type WallTime } from '../domain/time.ts';
import { titled } from './cells/id.ts';
import { hasLeft } from './contact-index.ts';
import { CHOICES_SHEET } from './pages.ts';
import type { Register } from './register.ts';
import type { TabKey } from './tabs.ts';

/** A longer list is no help: people type the title or the ID instead. */
const MOST = 200;
const LONGEST_TITLE = 80;

const short = (title: string): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;

interface List {
  readonly heading: string;
  readonly choices: (register: Register, today: Day) => readonly string[];
}

type Activity = Register['activities'][number];

/** Those to come first, the nearest at the top; then those without a time, then the past ones, the newest first. */
function activityChoices(activities: readonly Activity[], today: Day): readonly string[] {
  const last = ({ start, end }: Activity): Day | undefined => end?.last ?? start?.last;
  const startOf = ({ start }: Activity): Day | '' => start?.first ?? '';
  const shown = activities.filter(({ status }) => status !== 'cancelled');
  const [coming, timeless, past] = [
    shown.filter((one) => (last(one) ?? '') >= today),
    shown.filter((one) => last(one) === undefined),
    shown.filter((one) => (last(one) ?? today) < today),
  ];
  const byStart = (one: Activity, other: Activity): number => (startOf(one) < startOf(other) ? -1 : 1);
  return [...coming.toSorted(byStart), ...timeless, ...past.toSorted(byStart).toReversed()].map(
    ({ id, title }) => titled(id, short(title)),
  );
}

/** The newest first. A case that has no ID in its cell yet cannot be pointed to. */
function caseChoices({ cases, tabs }: Register): readonly string[] {
  const unkept = new Set(tabs.cases?.newIds.map(({ becomes }) => becomes));
  return cases
    .filter(({ id, status }) => status !== 'withdrawn' && !unkept.has(id))
    .toReversed()
    .map(({ id, title }) => titled(id, short(title)));
}

const present = ({ contacts }: Register, today: Day): Register['contacts'] =>
  contacts
    .filter((contact) => !hasLeft(contact, today))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nb'));

const lists = {
  activities: {
    heading: 'Aktivitet',
    choices: ({ activities }, today) => activityChoices(activities, today),
  },
  meetings: {
    heading: 'Møte',
    choices: ({ activities }, today) =>
      activityChoices(
        activities.filter(({ type }) => type === 'quarterlyMeeting'),
        today,
      ),
  },
  cases: { heading: 'Sak', choices: caseChoices },
  contacts: {
    heading: 'Kontakt',
    choices: (register, today) => present(register, today).map(({ id, name }) => titled(id, short(name))),
  },
  names: {
    heading: 'Navn',
    choices: (register, today) => [...new Set(present(register, today).map(({ name }) => name))],
  },
} as const satisfies Readonly<Record<string, List>>;

type ListName = keyof typeof lists;

const isListName = (name: string): name is ListName => Object.hasOwn(lists, name);
const listNames: readonly ListName[] = Object.keys(lists).filter(isListName);

const approvers = { approvedByBylivsenteret: 'names', approvedByDistriktssenteret: 'names' } as const;

/** The columns that offer a list, by tab. */
const offering: Readonly<Partial<Record<TabKey, Readonly<Record<string, ListName>>>>> = {
  activities: { responsible: 'names', ...approvers },
  texts: { activity: 'activities', approvedBy: 'names' },
  cases: {
    ...{ meeting: 'meetings', activity: 'activities', presenter: 'names' },
    ...{ treatedIn: 'meetings', snoozedUntil: 'meetings' },
  },
  actions: { responsible: 'names', fromCase: 'cases', fromMeeting: 'meetings' },
  treatments: { case: 'cases', meeting: 'meetings' },
  slots: { activity: 'activities', contact: 'contacts' },
  examples: { usedIn: 'activities' },
  answers: { meeting: 'meetings', who: 'contacts' },
};

const rangeOf = (list: ListName): string => {
  const letters = columnLetters(listNames.indexOf(list));
  return `'${CHOICES_SHEET}'!$${letters}$2:$${letters}$${String(MOST + 1)}`;
};

/** The dropdowns of a tab. `headings`: as they are in the workbook, by column key; a column that is not there has none. */
export function offersOf(key: TabKey, headings: Readonly<Partial<Record<string, string>>>): readonly Offer[] {
  return Object.entries(offering[key] ?? {}).flatMap(([column, list]) => {
    const heading = headings[column];
    return heading === undefined ? [] : [{ column: heading, range: rangeOf(list) }];
  });
}

/** The sheet as it should be now. `now` is Oslo time. */
export function choicesPage(register: Register, now: WallTime): PageChange {
  const columns = listNames.map((name) => {
    const { heading, choices } = lists[name];
    return [heading, ...choices(register, dayOf(now)).slice(0, MOST)];
  });
  const length = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length }, (_, row): readonly PageCell[] =>
    columns.flatMap((texts, column) => {
      const text = texts[row];
      return text === undefined
        ? []
        : [{ column, text, look: row === 0 ? ('heading' as const) : ('text' as const) }];
    }),
  );
  return {
    kind: 'page',
    layout: { name: CHOICES_SHEET, widths: columns.map(() => 60), rows },
    place: 'last',
    isHidden: true,
  };
}
