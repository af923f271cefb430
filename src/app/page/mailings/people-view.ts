/** Who gets a mailing and why, who does not, what became of each, and what a person has to decide about some. */
import { z } from 'zod';
import type { Mailing } from '../../../delivery/mailing.ts';
import type { RecipientStatus } from '../../../delivery/send/recipient-status.ts';
import { wallTimeOfUtc, dayOf } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { announcementWords, wordCause } from '../../../language/announcements/word-audience.ts';
import { clock, date } from '../../../language/dates.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { leftOutNow } from '../../send/before-sending.ts';
import type { Scene } from '../screen.ts';
import { faultOf } from '../fault.ts';
import type { OpenedMailing } from './made.ts';
import { returnedSchema, returnedView, type ReturnedStand } from './returned-view.ts';
import { reasonsOf, type Reason } from './reasons.ts';
import type { KnownStatus } from './standing.ts';

const person = z.object({
  key: z.string(),
  id: z.string(),
  name: z.string(),
  address: z.string(),
  state: z.string(),
  why: z.string(),
  /** Of what a mail server or Felles said. */
  whyLang: z.string(),
});

const row = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  standard: z.string(),
  reason: z.string(),
  lang: z.string(),
  state: z.string(),
});

const others = z.array(z.object({ id: z.string(), name: z.string(), why: z.string(), lang: z.string() }));

const group = z.object({ heading: z.string(), people: z.array(person) });

export const peopleSchema = z.object({
  summary: z.array(z.string()),
  columns: z.object({
    number: z.string(),
    name: z.string(),
    address: z.string(),
    standard: z.string(),
    why: z.string(),
  }),
  table: z.string(),
  rows: z.array(row),
  leftOut: z.object({ heading: z.string(), people: others }).optional(),
  leftOutNow: z.object({ heading: z.string(), people: others }).optional(),
  open: group.optional(),
  written: group.optional(),
  failed: returnedSchema.optional(),
});
type View = z.infer<typeof peopleSchema>;
type Person = z.infer<typeof person>;

/** Why a state is as it is. What is in quotation marks was read in the ledger, in any language. */
function whyOf(status: RecipientStatus, standard: NorwegianStandard): Pick<Person, 'why' | 'whyLang'> {
  const { people: words } = mailingsWords[standard];
  switch (status.is) {
    case 'elsewhere': {
      const time = wallTimeOfUtc(status.since ?? '');
      const when = time === undefined ? '' : `${date(phrasesOf[standard], dayOf(time))} ${clock(time)}`;
      return { why: words.claimedBy(status.owner, when), whyLang: standard };
    }
    case 'sent':
    case 'written':
      return { why: '', whyLang: standard };
    case 'free':
    case 'mine':
    case 'failed':
    case 'unclear':
      return { why: status.reason ?? '', whyLang: standard };
  }
}

/** `status` is undefined where nothing can be known of it here. */
export function peopleView(
  scene: Scene,
  made: OpenedMailing,
  status: KnownStatus | undefined,
  { revisions, isChanged }: Pick<ReturnedStand, 'revisions' | 'isChanged'>,
): View {
  const { standard } = scene;
  const { mailing } = made;
  const { people: words, look } = mailingsWords[standard];
  const { standards } = announcementWords[standard];
  const reasons = reasonsOf(made, standard);
  const stateOf = (key: string): RecipientStatus | undefined => status?.statuses.of(key);
  const groupIn = (
    states: readonly RecipientStatus['is'][],
    heading: (count: number) => string,
  ): z.infer<typeof group> | undefined => {
    const own = mailing.recipients.flatMap((one): readonly Person[] => {
      const now = stateOf(one.key);
      if (now === undefined || !states.includes(now.is)) return [];
      const { key, id, name, address } = one;
      return [{ key, id, name, address, state: words.states[now.is], ...whyOf(now, standard) }];
    });
    return own.length === 0 ? undefined : { heading: heading(own.length), people: own };
  };
  const [open, written] = [
    groupIn(['unclear', 'elsewhere'], words.open),
    groupIn(['written'], words.written),
  ];
  const { leftOut } = reasons;
  const { waiting, ...since } = leftOutSince(scene, mailing, stateOf);
  const failed = returnedView(scene, made, groupIn(['failed'], words.failedOnes)?.people ?? [], {
    ...{ revisions, isChanged, isUnfinished: waiting > 0 || open !== undefined },
  });
  return {
    summary: mailing.letters.map(({ standard: letter }) =>
      look.to(mailing.recipients.filter((one) => one.standard === letter).length, standards[letter]),
    ),
    columns: columnsIn(standard),
    table: words.table(mailing.recipients.length),
    rows: rowsOf(mailing, reasons.chosen, stateOf, standard),
    ...(leftOut.length === 0
      ? {}
      : { leftOut: { heading: words.leftOut(leftOut.length), people: [...leftOut] } }),
    ...since,
    ...(open === undefined ? {} : { open }),
    ...(written === undefined ? {} : { written }),
    ...(failed === undefined ? {} : { failed }),
  };
}

function columnsIn(reader: NorwegianStandard): View['columns'] {
  const { number, name, address, standard, why } = announcementWords[reader].columns;
  return { number, name, address, standard, why };
}

function rowsOf(
  { recipients }: Mailing,
  reasons: ReadonlyMap<string, Reason>,
  stateOf: (key: string) => RecipientStatus | undefined,
  reader: NorwegianStandard,
): View['rows'] {
  const { people: words } = mailingsWords[reader];
  return recipients.map(({ key, id, name, address, standard }) => {
    const reason = reasons.get(address);
    const state = stateOf(key);
    return {
      ...{ id, name, address, standard: announcementWords[reader].standards[standard] },
      ...{ reason: reason?.why ?? '', lang: reason?.lang ?? reader },
      state: state === undefined ? '' : words.states[state.is],
    };
  });
}

/** Of those who have not got it: who will not, since the register or returned mail now says otherwise, and how many still wait. */
function leftOutSince(
  { snapshot, standard }: Scene,
  mailing: Mailing,
  stateOf: (key: string) => RecipientStatus | undefined,
): Pick<View, 'leftOutNow'> & { readonly waiting: number } {
  const { reading, settings } = snapshot;
  let causes: ReturnType<typeof leftOutNow>;
  try {
    causes = leftOutNow(reading.register, mailing, settings.now);
  } catch (error) {
    // The fault stops the send, and the steps say it.
    if (faultOf(error) === undefined) throw error;
    return { waiting: 0 };
  }
  const unsent = mailing.recipients.filter(({ key }) => ['free', 'mine'].includes(stateOf(key)?.is ?? ''));
  const people = unsent.flatMap(({ key, id, name }) => {
    const cause = causes.get(key);
    return cause === undefined ? [] : [{ id, name, why: wordCause(cause, standard), lang: standard }];
  });
  const waiting = unsent.length - people.length;
  if (people.length === 0) return { waiting };
  return {
    waiting,
    leftOutNow: { heading: mailingsWords[standard].people.leftOutNow(people.length), people },
  };
}
