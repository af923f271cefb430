/** The dialogue with all county authorities (the agreement's activity 4): whom to speak with next, and where to speak together first. */
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { WatchedCounty } from '../../register/rules/county-guard.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import { requireSharing } from '../sharing.ts';
import { crossingsOf, sharedCounties, sharedOverdueSteps } from './contacts.ts';
import { unnotedIn } from './happenings.ts';
import type { CountiesView } from './view.ts';

/** The view across all counties. `now` is Oslo time. Throws UserError when it is not known what may be shown to the partner. */
export function countiesOverview(register: Register, now: WallTime): CountiesView {
  requireSharing(register);
  const today = dayOf(now);
  const all = sharedCounties(register, today).map((own) => {
    const { county, isSilent } = own;
    const { number, name } = county;
    const last = own.behind.at(-1);
    const crossings = crossingsOf(own, today);
    return {
      crossings,
      planned: own.planned.map(({ date, party, topic }) => ({ county: name, date, party, topic })),
      unnoted: unnotedIn(register, county, own.behind, today).map((one) => ({ county: name, ...one })),
      row: {
        ...{ number, name, last: last?.date, party: last?.party },
        state: last === undefined ? 'never' : isSilent ? 'silent' : 'recent',
        nextDeadline: nextDeadline(own, today),
        isCrossed: crossings.length > 0,
      } as const,
    };
  });
  const rows = all.map(({ row }) => row);
  return {
    asOf: today,
    silent: rows
      .filter(({ state }) => state !== 'recent')
      .sort((one, other) => (one.last ?? '').localeCompare(other.last ?? '')),
    recent: rows
      .flatMap(({ last, party, ...row }) =>
        row.state === 'recent' && last !== undefined && party !== undefined ? [{ ...row, last, party }] : [],
      )
      .sort((one, other) => one.last.localeCompare(other.last)),
    crossings: all.flatMap((one) => one.crossings),
    overdue: [...sharedOverdueSteps(register, today).values()].map(({ contact, days }) => {
      const { county, party, nextStep, deadline } = contact;
      return { county, party, nextStep, deadline, days };
    }),
    planned: all.flatMap((one) => one.planned).sort((one, other) => one.date.localeCompare(other.date)),
    unnoted: all.flatMap((one) => one.unnoted),
  };
}

/** The first deadline that has not passed. */
function nextDeadline({ behind, planned }: WatchedCounty<Dialogue>, today: Day): Day | undefined {
  const deadlines = [...behind, ...planned].flatMap(({ nextStep, deadline }) =>
    nextStep === undefined || deadline === undefined || deadline < today ? [] : [deadline],
  );
  return deadlines.sort()[0];
}
