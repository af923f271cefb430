/** Whom the mailings about webinars reached in a year, according to the ledger: by webinar and by county. */
import { comparedAddress } from '../../domain/compare.ts';
import { mayHaveArrived } from '../../domain/ledger-event.ts';
import { parseMailingId } from '../../domain/mailing-kind.ts';
import { masked } from '../../domain/email-address.ts';
import { dayOf, dayParts, wallTimeOfUtc } from '../../domain/time.ts';
import { counties } from '../../register/data/counties.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import type { Register } from '../../register/register.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import type { Recipient } from '../../register/tabs/recipients.ts';
import { lastEvents, standardNamed } from '../announcement/sent.ts';
import type { KeyOf } from '../announcement/suppressed.ts';
import { titlesOf } from '../titles.ts';
import { isShown } from './happenings.ts';
import type { ReportView } from './view.ts';

type Reach = ReportView['webinars'];

/** The last event of each message about a webinar that may have arrived. */
const arrivedOf = ({ ledger }: Register): readonly LedgerEvent[] =>
  lastEvents(ledger).filter(
    ({ mailing, event }) => mayHaveArrived(event) && parseMailingId(mailing) !== undefined,
  );

function isOfYear({ timeUtc }: LedgerEvent, year: number): boolean {
  const time = wallTimeOfUtc(timeUtc ?? '');
  return time !== undefined && dayParts(dayOf(time)).year === year;
}

type IsReached = (address: string) => boolean;

/**
 * Whether some of these messages went to an address: by its key. A ledger that was copied to another workbook has keys that
 * can no longer be made, so otherwise by the address as the ledger shows it. That counts only if no other recipient's
 * address looks the same.
 */
function reachedBy(
  messages: readonly LedgerEvent[],
  keyOf: KeyOf,
  shownOnce: ReadonlySet<string>,
): IsReached {
  const keys = new Set(messages.map(({ recipientKey }) => recipientKey));
  const mailings = [...new Set(messages.map(({ mailing }) => mailing))];
  const shown = new Set(messages.map(({ recipient = '' }) => comparedAddress(recipient)));
  return (address) => {
    const look = shownAs(address);
    return (
      (shownOnce.has(look) && shown.has(look)) ||
      mailings.some((mailing) => keys.has(keyOf(mailing, address)))
    );
  };
}

const shownAs = (address: string): string => masked(comparedAddress(address));

/** Masked addresses that belong to only one recipient. */
function shownByOne({ recipients }: Register): ReadonlySet<string> {
  const addresses = new Map<string, Set<string>>();
  for (const { email } of recipients) {
    if (email === undefined) continue;
    const look = shownAs(email);
    addresses.set(look, (addresses.get(look) ?? new Set()).add(comparedAddress(email)));
  }
  return new Set([...addresses].flatMap(([look, own]) => (own.size === 1 ? [look] : [])));
}

const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100);

function group(name: string, own: readonly Recipient[], isReached: IsReached): Reach['counties'][number] {
  const reached = countReached(own, isReached);
  return { name, reached, of: own.length, percent: percentOf(reached, own.length) };
}

const countReached = (own: readonly Recipient[], isReached: IsReached): number =>
  own.filter(({ email }) => email !== undefined && isReached(email)).length;

/** SSB's classes of the district municipalities. */
const isDistrict = ({ centrality = 0 }: Recipient): boolean => centrality >= 5;

/**
 * A municipality counts as reached when a message went to the address that it has today. Counties of which none was reached
 * are listed too, if anything was sent at all; those without a district municipality are not.
 */
export function reachView(register: Register, year: number, keyOf: KeyOf): Reach {
  const shownOnce = shownByOne(register);
  const arrived = arrivedOf(register);
  const ofYear = arrived.filter((event) => isOfYear(event, year));
  const isReached = reachedBy(ofYear, keyOf, shownOnce);
  const municipalities = register.recipients.filter(({ kind }) => kind === 'municipality');
  const district = municipalities.filter(isDistrict);
  const held = heldIn(register, year).map(({ id, ...webinar }) => {
    const about = arrived.filter(({ mailing }) => parseMailingId(mailing)?.activity === id);
    return {
      ...webinar,
      isTold: about.length > 0,
      municipalities: countReached(municipalities, reachedBy(about, keyOf, shownOnce)),
    };
  });
  const reached = countReached(district, isReached);
  return {
    held,
    messages: ofYear.length,
    standards: standardsOf(ofYear),
    district: { reached, of: district.length },
    others: countReached(municipalities, isReached) - reached,
    counties: ofYear.length === 0 ? [] : byCounty(district, isReached),
  };
}

const byCounty = (district: readonly Recipient[], isReached: IsReached): Reach['counties'] =>
  counties().flatMap(({ number, name }) => {
    const own = district.filter(({ county = '' }) => countyNamed(county)?.number === number);
    return own.length === 0 ? [] : [group(name, own, isReached)];
  });

type HeldWebinar = Omit<Reach['held'][number], 'isTold' | 'municipalities'> & { readonly id: string };

/** The webinars of the year that were held, in order of time. */
function heldIn(register: Register, year: number): readonly HeldWebinar[] {
  const titleOf = titlesOf(register);
  return register.activities
    .filter((activity) => activity.type === 'webinar' && activity.status === 'done' && isShown(activity))
    .flatMap((activity) => {
      const { id, start } = activity;
      if (start === undefined || dayParts(start.first).year !== year) return [];
      const { first, last } = start;
      return [
        {
          id,
          title: titleOf(activity),
          precision: start.precision === 'time' ? ('day' as const) : start.precision,
          first,
          last,
        },
      ];
    })
    .sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
}

/** Of the messages whose version is in the ledger. */
function standardsOf(messages: readonly LedgerEvent[]): Reach['standards'] {
  const told = messages.flatMap(({ standard }) => standardNamed(standard) ?? []);
  if (told.length === 0) return undefined;
  return { nynorsk: percentOf(told.filter((standard) => standard === 'nn').length, told.length) };
}
