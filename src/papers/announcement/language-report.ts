/**
 * How much each party has written in bokmål and in nynorsk. A central state body must over time use at least 25 percent
 * of each in documents that are generally available (språklova § 13 first paragraph). The law does not say how that is
 * measured, so texts, words and messages are all counted. Messages to municipalities follow § 15 and do not count for
 * § 13; they are reported separately.
 */
import { dayParts, dayOf, wallTimeOfUtc } from '../../domain/time.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { mayHaveArrived } from '../../domain/ledger-event.ts';
import { parseMailingId } from '../../domain/mailing-kind.ts';
import { singleParties, type SingleParty } from '../../register/announcement-settings.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { PublishedText } from '../../register/tabs/texts.ts';
import { lastEvents, standardNamed } from './sent.ts';

export type StandardCounts = Readonly<Record<NorwegianStandard, number>>;

/** What one party has sent out or published, alone and together with the other. */
export interface LanguageShare {
  readonly party: SingleParty;
  /** The rule binds state bodies; for others the shares are shown without a verdict. */
  readonly isBound: boolean;
  /** Approved texts of activities of the year. */
  readonly texts: StandardCounts;
  /** Words in those texts. */
  readonly words: StandardCounts;
  /** Messages of the year that may have arrived, by their version in the ledger. */
  readonly messages: StandardCounts;
  /** The share of each standard among the texts, 0 to 1; undefined if there are none. */
  readonly shares: StandardCounts | undefined;
  /** Standards with a share below a quarter, for a party that the rule binds. */
  readonly tooLittle: readonly NorwegianStandard[];
}

export interface LanguageReport {
  readonly year: number;
  readonly parties: readonly LanguageShare[];
  /** Messages of the year without a version in the ledger. */
  readonly untold: number;
}

/** Språklova § 13 first paragraph. */
const leastShare = 0.25;

/** One item in one standard, by an activity's party, with its weight. */
interface Entry {
  readonly activity: Activity;
  readonly standard: NorwegianStandard;
  readonly words: number;
}

/** The report for a year (Oslo). An activity of both parties counts for each: the rule binds both senders. */
export function languageReport(register: Register, year: number): LanguageReport {
  const activities = new Map(register.activities.map((activity) => [activity.id, activity]));
  const texts = textEntries(register, activities, year);
  const { entries: messages, untold } = messageEntries(register, activities, year);
  const { announcements } = settingsOf(register);
  return {
    year,
    parties: singleParties.map((party) =>
      shareOf(party, announcements.parties[party].legalKind === 'stateBody', texts, messages),
    ),
    untold,
  };
}

function shareOf(
  party: SingleParty,
  isBound: boolean,
  texts: readonly Entry[],
  messages: readonly Entry[],
): LanguageShare {
  const own = (entries: readonly Entry[]): readonly Entry[] =>
    entries.filter(({ activity }) => activity.party === party || activity.party === 'both');
  const counts = count(own(texts), () => 1);
  const total = counts.nb + counts.nn;
  const shares = total === 0 ? undefined : { nb: counts.nb / total, nn: counts.nn / total };
  return {
    party,
    isBound,
    texts: counts,
    words: count(own(texts), ({ words }) => words),
    messages: count(own(messages), () => 1),
    shares,
    tooLittle:
      isBound && shares !== undefined
        ? norwegianStandards.filter((standard) => shares[standard] < leastShare)
        : [],
  };
}

function count(entries: readonly Entry[], weight: (entry: Entry) => number): StandardCounts {
  const counts = { nb: 0, nn: 0 };
  for (const entry of entries) counts[entry.standard] += weight(entry);
  return counts;
}

const wordsIn = ({ title, ingress = '', body = '', benefit = '' }: PublishedText): number =>
  [title, ingress, body, benefit].join(' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

function textEntries(
  { texts }: Register,
  activities: ReadonlyMap<string, Activity>,
  year: number,
): readonly Entry[] {
  return texts.flatMap((text): readonly Entry[] => {
    const activity = activities.get(text.activity);
    const { standard, approvedBy } = text;
    if (activity?.start === undefined || approvedBy === undefined || standard === 'en') return [];
    if (dayParts(activity.start.first).year !== year) return [];
    return [{ activity, standard, words: wordsIn(text) }];
  });
}

function messageEntries(
  { ledger }: Register,
  activities: ReadonlyMap<string, Activity>,
  year: number,
): { readonly entries: readonly Entry[]; readonly untold: number } {
  const entries: Entry[] = [];
  let untold = 0;
  for (const { mailing, event, timeUtc, standard } of lastEvents(ledger)) {
    const time = wallTimeOfUtc(timeUtc ?? '');
    const activity = activities.get(parseMailingId(mailing)?.activity ?? '');
    if (!mayHaveArrived(event) || time === undefined || dayParts(dayOf(time)).year !== year) continue;
    const known = standardNamed(standard);
    if (activity === undefined || known === undefined) untold += 1;
    else entries.push({ activity, standard: known, words: 0 });
  }
  return { entries, untold };
}
