/** Whom the mailings about webinars reached in a year, told from the ledger: by county and by centrality. */
import { mayHaveArrived } from '../../domain/ledger-event.ts';
import { parseMailingId } from '../../domain/mailing-kind.ts';
import { dayOf, dayParts, wallTimeOfUtc } from '../../domain/time.ts';
import { counties } from '../../register/data/counties.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import type { Register } from '../../register/register.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import type { Recipient } from '../../register/tabs/recipients.ts';
import { lastEvents, standardNamed } from '../announcement/sent.ts';
import type { KeyOf } from '../announcement/told-by-mail.ts';
import type { ReportView } from './view.ts';

type Reach = Omit<ReportView['webinars'], 'held'>;

/** The last events of the year's messages that may have arrived. */
function arrivedIn({ ledger }: Register, year: number): readonly LedgerEvent[] {
  return lastEvents(ledger).filter(({ mailing, event, timeUtc }) => {
    const time = wallTimeOfUtc(timeUtc ?? '');
    if (!mayHaveArrived(event) || time === undefined || dayParts(dayOf(time)).year !== year) return false;
    return parseMailingId(mailing) !== undefined;
  });
}

const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100);

interface Municipality {
  readonly county: string | undefined;
  readonly centrality: number | undefined;
  readonly isReached: boolean;
}

function group(name: string, own: readonly Municipality[]): ReportView['webinars']['counties'][number] {
  const reached = own.filter(({ isReached }) => isReached).length;
  return { name, reached, of: own.length, percent: percentOf(reached, own.length) };
}

/**
 * A municipality counts as reached when a message went to the address that it has today. Groups of which none was reached are
 * told too, where anything was sent at all.
 */
export function reachView(register: Register, year: number, keyOf: KeyOf): Reach {
  const arrived = arrivedIn(register, year);
  const keys = new Set(arrived.map(({ recipientKey }) => recipientKey));
  const mailings = [...new Set(arrived.map(({ mailing }) => mailing))];
  const isReached = ({ email }: Recipient): boolean =>
    email !== undefined && mailings.some((mailing) => keys.has(keyOf(mailing, email)));
  const municipalities = register.recipients
    .filter(({ kind }) => kind === 'municipality')
    .map((one): Municipality => ({
      county: countyNamed(one.county ?? '')?.number,
      centrality: one.centrality,
      isReached: isReached(one),
    }));
  const standards = arrived.map(({ standard }) => standardNamed(standard));
  const known = standards.filter((standard) => standard !== undefined);
  const inCounties = counties().map(({ number, name }) =>
    group(
      name,
      municipalities.filter(({ county }) => county === number),
    ),
  );
  const inClasses = [1, 2, 3, 4, 5, 6].map((level) =>
    group(
      String(level),
      municipalities.filter(({ centrality }) => centrality === level),
    ),
  );
  return {
    messages: arrived.length,
    nynorsk:
      known.length === 0
        ? undefined
        : percentOf(known.filter((standard) => standard === 'nn').length, known.length),
    municipalities: municipalities.filter((one) => one.isReached).length,
    municipalitiesIn: municipalities.length,
    counties: arrived.length === 0 ? [] : inCounties.filter(({ of }) => of > 0),
    centralities: arrived.length === 0 ? [] : inClasses.filter(({ of }) => of > 0),
  };
}
