/** Mail that came back: addresses to correct, and mailings that have not gone to those that were corrected. */
import { comparedAddress, comparedEvent } from '../../domain/compare.ts';
import { dueNote } from '../../domain/due-note.ts';
import { groupBy } from '../../domain/group.ts';
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { parseAnyMailingId, parseMailingId } from '../../domain/mailing-kind.ts';
import { isForGood } from '../../domain/return-reason.ts';
import { dayOf, wallTimeOfUtc, type Day } from '../../domain/time.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import { tabs } from '../../register/tabs.ts';
import { municipalityByNumber } from '../../register/data/municipalities.ts';
import { candidatesIn } from '../announcement/candidates.ts';
import { lastEvents } from '../announcement/sent.ts';
import { suppressedAddresses } from '../announcement/recipients.ts';
import {
  addressColumn,
  addressedRows,
  atNewAddresses,
  isFailed,
  madeFor,
  unreached,
  type MailedTo,
} from '../announcement/unreached.ts';
import { webinarsOf } from '../announcement/webinars.ts';
import type { DueRequest, Entry, Family } from './entry.ts';
import { aboutMailing, ofUse, stillHolds } from './mailings.ts';

export const bouncedEntries: Family = (request) => [...addressEntries(request), ...correctedEntries(request)];

const dayIn = ({ timeUtc = '' }: LedgerEvent): Day | undefined => {
  const time = wallTimeOfUtc(timeUtc);
  return time === undefined ? undefined : dayOf(time);
};

/**
 * One for each row with an address that nothing reaches: of such no mailing takes account. Gone once the address is another one, or the
 * row asks for nothing.
 */
function addressEntries(request: DueRequest): readonly Entry[] {
  const { register, now, keyOf } = request;
  const bounced = lastEvents(register.ledger).filter(
    ({ event, error = '' }) => comparedEvent(event) === ledgerEvents.bounced && isForGood(error),
  );
  const byMailing = [...groupBy(bounced, ({ mailing }) => mailing)].map(
    ([mailing, events]) => [mailing, new Map(events.map((event) => [event.recipientKey, event]))] as const,
  );
  if (byMailing.length === 0) return [];
  const candidates = candidatesIn(register, dayOf(now));
  const unwanted = suppressedAddresses(register, candidates);
  const gone = new Set(candidates.flatMap(({ id, fault }) => (fault?.code === 'left' ? [id] : [])));
  return addressedRows(register).flatMap(({ tab, id, name, address }): readonly Entry[] => {
    if (unwanted.has(comparedAddress(address)) || gone.has(id)) return [];
    const [event] = byMailing.flatMap(([mailing, events]) => events.get(keyOf(mailing, address)) ?? []);
    if (event === undefined) return [];
    const found = {
      ...{ kind: parseAnyMailingId(event.mailing)?.kind, title: aboutMailing(register, event.mailing).title },
      ...{ reason: event.error ?? '', tab: register.tabs[tab]?.name ?? tabs[tab].name },
    };
    return [
      {
        // A waiver is of this address: mail of another mailing comes back from the next wrong one.
        ...{ name: `${id} bounced ${event.mailing}`, state: 'overdue', matter: 'bounced' },
        ...{ about: { tab, id, title: name }, since: dayIn(event) ?? dayOf(now), changes: [] },
        notes: [dueNote('address-bounced', { ...found, column: addressColumn(register, tab) })],
      },
    ];
  });
}

/** The mailings of this machine that some did not get whose address is another one since. */
function correctedEntries(request: DueRequest): readonly Entry[] {
  const { recipients, contacts } = request.register.tabs;
  // Where it is not known who asks for nothing, nothing can be sent, and a problem says so.
  if (recipients?.headings?.reserved === undefined || contacts?.headings?.lists === undefined) return [];
  const failed = new Set(
    lastEvents(request.register.ledger)
      .filter(isFailed)
      .map(({ mailing }) => mailing),
  );
  return (request.made ?? []).flatMap((mailing) =>
    failed.has(mailing.id) ? correctedEntry(request, mailing) : [],
  );
}

function correctedEntry(request: DueRequest, mailing: MailedTo): readonly Entry[] {
  const { register, now } = request;
  const people = unreached(register, mailing, request);
  const wanted = atNewAddresses(people);
  const command = commandFor(request, mailing, wanted);
  if (command === undefined) return [];
  const day = people
    .flatMap(({ event }) => dayIn(event) ?? [])
    .sort()
    .at(-1);
  const [activity = ''] = mailing.id.split('.');
  if (ofUse([{ activity, day }], register, now).length === 0) return [];
  return [
    {
      ...{ name: `${mailing.id} new-address`, state: 'due', matter: 'bounced', changes: [] },
      ...{ about: aboutMailing(register, mailing.id), since: day ?? dayOf(now) },
      notes: [
        dueNote('address-changed', {
          kind: parseAnyMailingId(mailing.id)?.kind,
          people: wanted.map(({ id, name }) => `${name} (${id})`),
          isChanged: command.startsWith('announce'),
        }),
      ],
      command,
    },
  ];
}

/**
 * How those with another address get it: as it is, or, where what it says has changed, by an announcement to them alone. Undefined where
 * there is nothing to get any more.
 */
function commandFor(
  { register, now, made = [] }: DueRequest,
  mailing: MailedTo,
  wanted: readonly { readonly id: string; readonly address: string }[],
): string | undefined {
  if (wanted.length === 0) return undefined;
  if (stillHolds(register, { mailing: mailing.id, basis: undefined }, now))
    return `send -- ${madeFor(wanted, made, mailing)?.id ?? `${mailing.id} --readdress`}`;
  const activity = parseMailingId(mailing.id)?.activity;
  const webinar = webinarsOf(register).find(({ id }) => id === activity);
  const isComing = webinar !== undefined && webinar.status !== 'cancelled' && webinar.start.time > now;
  const areMunicipalities = wanted.every(({ id }) => municipalityByNumber(id) !== undefined);
  if (!isComing || !areMunicipalities) return undefined;
  const whom = wanted.map(({ id }) => id).join(';');
  return `announce -- --webinar ${webinar.id} --kind announcement --target "kommune:${whom}"`;
}
