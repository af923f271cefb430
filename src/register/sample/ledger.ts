/**
 * What has been sent about the sample's webinars: the announcements of the last two that were held, and their follow-ups where it is
 * too late for one. Earlier ones were sent in other ways, as with parties who have only begun to use Felles.
 */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { mailingId, parseAnyMailingId } from '../../domain/mailing-kind.ts';
import { masked } from '../../domain/email-address.ts';
import { groupBy } from '../../domain/group.ts';
import { addDays, type Day } from '../../domain/time.ts';
import type { NewValue } from '../../domain/workbook.ts';
import { languageDecisions, recipientKinds, writtenStandards, yesNo } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { statementCells, statementHeadings } from '../statement-rows.ts';
import type { SampleCalendar } from './calendar.ts';
import { workingDayAfter, workingDayBefore } from './days.ts';

const mailings = 2;
/** How many days before a webinar it is announced, how many after it people are thanked, and until when they may be. */
const announced = 28;
const thanked = 2;
const settled = 20;
/** One of this many messages came back: the mailbox was full (RFC 3463 section 3.3), and may not be the next time. */
const comesBack = 35;

/** The key of an address in a mailing: `recipientKey` with the workbook. */
export type KeyOf = (mailing: string, address: string) => string;

/** The last event of each message. `ids` are the activities' IDs by their keys. */
export function ledgerRows(
  { days, today }: SampleCalendar,
  ids: ReadonlyMap<string, string>,
  recipients: readonly NewRow[],
  keyOf: KeyOf,
): readonly NewRow[] {
  const addressees = recipients.filter(isDistrict);
  return [...days]
    .filter(([name, day]) => name.startsWith('webinar ') && day < today)
    .slice(-mailings)
    .flatMap(([name, day]) => {
      const activity = ids.get(name) ?? '';
      const announcement = ['announcement', workingDayBefore(addDays(day, -announced))] as const;
      const followUp = ['followup', workingDayAfter(addDays(day, thanked))] as const;
      const sent = addDays(day, settled) < today ? [announcement, followUp] : [announcement];
      return sent.flatMap(([kind, on]) => {
        const mailing = mailingId({ activity, kind, revision: 1 });
        const isFirst = kind === 'announcement';
        // A follow-up goes to those whom the announcement reached.
        return addressees.flatMap((recipient, index) =>
          isFirst || !bounces(index)
            ? [messageRow({ mailing, day, on, cameBack: isFirst && bounces(index) }, recipient, index, keyOf)]
            : [],
        );
      });
    });
}

/** What these mailings said, as the record keeps it of a mailing that is older than the record: the time alone. */
export const statementsOf = (ledger: readonly NewRow[]): readonly NewRow[] =>
  [...groupBy(ledger, ({ sendId }) => textIn(sendId))].map(([what, messages]) => {
    const { 'tid UTC': saidAt, gjelder: time, sekvens } = messages[0] ?? {};
    const parts = parseAnyMailingId(what);
    const about = parts?.activity ?? '';
    const said = {
      kind: parts?.kind ?? 'announcement',
      about,
      what,
      saidAt: textIn(saidAt),
      count: messages.length,
    } as const;
    const sequence = typeof sekvens === 'number' ? sekvens : undefined;
    return statementCells({ ...said, sequence, facts: { time: textIn(time) } }, statementHeadings);
  });

/** The default recipients of webinar announcements. */
function isDistrict({
  Type: kind,
  Sentralitet: centrality,
  'E-post': address,
  Reservert: reserved,
}: NewRow): boolean {
  const isMunicipality = kind === recipientKinds.municipality[0];
  return isMunicipality && Number(centrality) >= 5 && address !== undefined && reserved !== yesNo.yes[0];
}

/** A mailing that was sent `on` a day, about the webinar on `day`. */
interface SentOn {
  readonly mailing: string;
  readonly day: Day;
  readonly on: Day;
  readonly cameBack: boolean;
}

const bounces = (index: number): boolean => index % comesBack === comesBack - 1;

function messageRow(
  { mailing, day, on, cameBack }: SentOn,
  recipient: NewRow,
  index: number,
  keyOf: KeyOf,
): NewRow {
  const { Skriftspråk: decision, 'E-post': address } = recipient;
  const standard = decision === languageDecisions.nn[0] ? writtenStandards.nn[0] : writtenStandards.nb[0];
  return {
    rk: keyOf(mailing, textIn(address)),
    sendId: mailing,
    mottaker: masked(textIn(address)),
    hendelse: cameBack ? ledgerEvents.bounced : ledgerEvents.sent,
    'tid UTC': sentAt(on, index),
    ...(cameBack ? { feil: '4.2.2 postkassen er full' } : {}),
    skriftspråk: standard,
    gjelder: `${day}T10:00/${day}T11:30`,
    ...(mailing.includes('.announcement.') ? { sekvens: 0 } : {}),
  };
}

const textIn = (value: NewValue | undefined): string => (typeof value === 'string' ? value : '');

/** One message a second, from 8:15. */
function sentAt(day: Day, index: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${day}T08:${pad(15 + Math.floor(index / 60))}:${pad(index % 60)}Z`;
}
