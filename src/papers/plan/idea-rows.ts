/** The rows of Aktiviteter for planned meetings, and what shows later that nobody has changed their time. */
import { dayOf, dayParts, type WallTime } from '../../domain/time.ts';
import type { RowAddition, Workbook } from '../../domain/workbook.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { joined, longDate, longTime } from '../../language/dates.ts';
import { phrasesOf } from '../../language/phrases-of.ts';
import { activityStatuses, activityTypes, parties } from '../../register/lists.ts';
import { freeIds, rowFor } from '../../register/new-rows.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Proposal } from './meeting-days.ts';
import type { QuarterPlan, YearPlan } from './year-plan.ts';

/** «Foreslått av Felles: torsdag 11. mars 2027 kl. 10.00–11.30.» The words are the same in both standards, weekdays are not. */
const proposed = (standard: NorwegianStandard, start: WallTime, end: WallTime): string =>
  `Foreslått av Felles: ${longTime(phrasesOf[standard], start, end)}.`;

const others: Readonly<Record<NorwegianStandard, string>> = {
  nb: 'Andre gode dager',
  nn: 'Andre gode dagar',
};

/** What is written in Merknad of a planned meeting. */
function noteOf(standard: NorwegianStandard, [first, ...rest]: readonly Proposal[]): string | undefined {
  if (first === undefined) return undefined;
  const phrases = phrasesOf[standard];
  const also = joined(
    phrases,
    rest.map(({ day }) => longDate(phrases, day)),
  );
  return [
    proposed(standard, first.start, first.end),
    ...(rest.length === 0 ? [] : [`${others[standard]}: ${also}.`]),
  ].join(' ');
}

const simple = (text: string): string => text.replace(/\s+/gu, ' ');

/** Whether an idea has the time that Felles proposed for it, as its Merknad says: then nobody has written another. */
export function isAsProposed({ status, start, end, note }: Activity): boolean {
  const [from, to] = [start?.time, end?.time];
  if (status !== 'idea' || from === undefined || to === undefined) return false;
  return (['nb', 'nn'] as const).some((standard) =>
    simple(note ?? '').includes(simple(proposed(standard, from, to))),
  );
}

/** A meeting to be added: its ID, and its row. */
export interface NewMeeting {
  readonly quarter: string;
  readonly id: string;
  readonly row: RowAddition;
}

type Proposed = QuarterPlan & { readonly standing: 'proposed' };

const isProposed = (plan: QuarterPlan): plan is Proposed => plan.standing === 'proposed';

/** The first choice of each quarter as a row with the status Idé; none if the register has no tab for them. */
export function meetingRows(
  register: Register,
  workbook: Workbook,
  { quarters }: YearPlan,
): readonly NewMeeting[] {
  const { activities } = register.tabs;
  if (activities === undefined) return [];
  const standard = settingsOf(register).registerStandard ?? 'nb';
  const idFor = freeIds(workbook);
  return quarters
    .filter(isProposed)
    .flatMap(({ quarter, title, titleNn, host, proposals }): readonly NewMeeting[] => {
      const [first] = proposals;
      if (first === undefined) return [];
      const id = idFor('A', dayParts(dayOf(first.start)).year);
      const row = rowFor(activities, {
        ...{ id, type: activityTypes.quarterlyMeeting[0], title, titleNn, party: parties[host.party][0] },
        ...{
          status: activityStatuses.idea[0],
          start: { wallTime: first.start },
          end: { wallTime: first.end },
        },
        note: noteOf(standard, proposals),
      });
      return [{ quarter, id, row }];
    });
}
