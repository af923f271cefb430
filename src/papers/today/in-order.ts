/** What is in order, in a few counts that are certain. */
import { comparedEvent } from '../../domain/compare.ts';
import { groupBy } from '../../domain/group.ts';
import { hasSurelyArrived, ledgerEvents } from '../../domain/ledger-event.ts';
import type { Day } from '../../domain/time.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { tabKeys, tabs } from '../../register/tabs.ts';
import { lastEvents } from '../announcement/sent.ts';

export interface InOrder {
  /** Tabs that people fill in: how many rows have neither an error nor a warning. Without those of which it is not known. */
  readonly tabs: readonly { readonly tab: string; readonly sound: number; readonly rows: number }[];
  readonly texts: { readonly approved: number; readonly of: number };
  /** Mailings that all have got, as far as the ledger says, of those whose number of recipients is known. */
  readonly mailings: number;
  /** Open actions whose deadline has not passed. */
  readonly actions: number;
}

/** `sizes`: for how many each mailing on this machine is, by its ID. */
export function inOrder(reading: RegisterReading, today: Day, sizes: ReadonlyMap<string, number>): InOrder {
  const { register } = reading;
  const { texts, actions } = register;
  return {
    tabs: soundTabs(reading),
    texts: { approved: texts.filter(({ approvedBy }) => approvedBy !== undefined).length, of: texts.length },
    mailings: wholeMailings(register, sizes),
    actions: actions.filter(({ status, deadline }) => status === 'open' && (deadline ?? '') >= today).length,
  };
}

function soundTabs({ register, problems, unlisted }: RegisterReading): InOrder['tabs'] {
  const weighty = problems.filter(({ level }) => level !== 'info');
  const byTab = groupBy(weighty, ({ at }) => at.tab);
  // Of problems that were only counted nobody knows the rows.
  const unknown = new Set(unlisted.map(({ like }) => like.at.tab));
  return tabKeys.flatMap((key) => {
    const state = register.tabs[key];
    if (state === undefined || state.count === 0 || tabs[key].owner !== 'people') return [];
    const own = byTab.get(state.name) ?? [];
    const isWhole = own.some(({ at, level }) => at.row === undefined && level === 'error');
    if (isWhole || unknown.has(state.name)) return [];
    const rows = new Set(own.flatMap(({ at }) => at.row ?? []));
    return [{ tab: state.name, sound: Math.max(0, state.count - rows.size), rows: state.count }];
  });
}

/** Somebody who asks to get no more has got it. */
const hasArrived = (event: string): boolean =>
  hasSurelyArrived(event) || comparedEvent(event) === ledgerEvents.optedOut;

function wholeMailings({ ledger, statements }: Register, sizes: ReadonlyMap<string, number>): number {
  const recorded = statements.flatMap(({ what, count }) =>
    what === undefined || count === undefined ? [] : [[what, count] as const],
  );
  const counts = new Map([...recorded, ...sizes]);
  return [...groupBy(lastEvents(ledger), ({ mailing }) => mailing)].filter(
    ([mailing, events]) =>
      events.length >= (counts.get(mailing) ?? Infinity) && events.every(({ event }) => hasArrived(event)),
  ).length;
}
