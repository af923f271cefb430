/** The settings of the tab `Oppsett` that announcements use: who sends, when, and in which written standard. */
import type { Day } from '../domain/time.ts';
import type { NorwegianStandard } from '../domain/written-standard.ts';
import { choiceCell } from './cells/choice.ts';
import { parseDuration } from './cells/durations.ts';
import { addressIn } from './cells/email.ts';
import { parseLink } from './cells/link.ts';
import { dayCell } from './cells/when.ts';
import { writtenStandards, type ClosedList, type Party } from './lists.ts';

/** One of the two parties of the agreement. */
export type SingleParty = Exclude<Party, 'both'>;

export const singleParties = ['bylivsenteret', 'distriktssenteret'] as const satisfies readonly SingleParty[];

/** Whether the rules for the state's own bodies apply to a party (språklova § 3), including those on language. */
export type LegalKind = 'private' | 'stateBody';

/** The names of the settings as people see them, and the value used when they cannot be read. */
export const announcementSettings = {
  announce: { name: 'Kunngjøring, dager før', value: 28 },
  remind: { name: 'Påminnelser, dager før', value: [7, 1] },
  followUp: { name: 'Oppfølging, dager etter', value: 2 },
  neutral: { name: 'Skriftspråk til nøytrale', value: 'nb' },
  listCheckedOn: { name: 'Språkvedtak sist kontrollert' },
  senderName: { name: 'Avsender, navn', value: 'Bylivsenteret og Distriktssenteret' },
  sender: { name: 'Avsender, e-post' },
  replyTo: { name: 'Svar til, e-post' },
  approvedWorkbook: { name: 'Godkjent regneark' },
} as const;

export const partySettings = {
  bylivsenteret: {
    fullName: { name: 'Bylivsenteret, fullt navn', value: 'Bylivsenteret i Norske arkitekters landsforbund' },
    legalKind: { name: 'Bylivsenteret, rettslig stilling', value: 'private' },
    privacy: { name: 'Bylivsenteret, personvernerklæring' },
  },
  distriktssenteret: {
    fullName: {
      name: 'Distriktssenteret, fullt navn',
      value: 'Distriktssenteret – Kompetansesenter for distriktsutvikling',
    },
    legalKind: { name: 'Distriktssenteret, rettslig stilling', value: 'stateBody' },
    privacy: { name: 'Distriktssenteret, personvernerklæring' },
  },
} as const satisfies Record<SingleParty, unknown>;

export interface PartySettings {
  readonly fullName: string;
  readonly legalKind: LegalKind;
  /** The page on how the party treats personal data; absent if the settings have no usable link. */
  readonly privacy: string | undefined;
}

export interface AnnouncementSettings {
  /** Days before a webinar. */
  readonly announceDaysBefore: number;
  /** Days before a webinar, each once, the earliest reminder first. */
  readonly remindDaysBefore: readonly number[];
  /** Days after a webinar. */
  readonly followUpDaysAfter: number;
  /** What recipients without a språkvedtak get, if nothing else decides. */
  readonly neutralStandard: NorwegianStandard;
  /** When the språkvedtak were last compared with the regulation; absent if no day can be read. */
  readonly listCheckedOn: Day | undefined;
  /** The sender of mailings; absent if the settings have no valid address, and then nothing can go out. */
  readonly sender: { readonly name: string; readonly email: string } | undefined;
  /** The address for answers and for asking to be left out: the sender's own unless another is given. */
  readonly replyTo: string | undefined;
  /** The ID of the only workbook that mailings may go out from; absent if any workbook may. */
  readonly approvedWorkbook: string | undefined;
  readonly parties: Readonly<Record<SingleParty, PartySettings>>;
}

/** Gives the value of a setting by its name; undefined if it is missing or empty. */
export type SettingValue = (name: string) => string | undefined;

const ignore = (): void => undefined;

/** A value that cannot be read counts as the initial value. */
export function announcementSettingsOf(valueOf: SettingValue): AnnouncementSettings {
  const { announce, remind, followUp, neutral, senderName, sender, replyTo, approvedWorkbook } =
    announcementSettings;
  const senderEmail = addressIn(valueOf(sender.name));
  const listCheckedOn = valueOf(announcementSettings.listCheckedOn.name);
  return {
    announceDaysBefore: parseDayCount(valueOf(announce.name)) ?? announce.value,
    remindDaysBefore: parseDayCounts(valueOf(remind.name)) ?? remind.value,
    followUpDaysAfter: parseDayCount(valueOf(followUp.name)) ?? followUp.value,
    neutralStandard: norwegianStandardIn(valueOf(neutral.name)) ?? neutral.value,
    listCheckedOn: listCheckedOn === undefined ? undefined : dayCell(listCheckedOn, ignore),
    sender:
      senderEmail === undefined
        ? undefined
        : { name: valueOf(senderName.name) ?? senderName.value, email: senderEmail },
    replyTo: addressIn(valueOf(replyTo.name)) ?? senderEmail,
    approvedWorkbook: valueOf(approvedWorkbook.name)?.trim(),
    parties: {
      bylivsenteret: partyOf('bylivsenteret', valueOf),
      distriktssenteret: partyOf('distriktssenteret', valueOf),
    },
  };
}

export const MOST_DAYS = 365;

/** A whole number of days from 0 to 365, with or without a unit; or undefined. */
export const parseDayCount = (text: string | undefined): number | undefined =>
  parseDuration(text, 'days', MOST_DAYS);

/** `7, 1` as numbers, each once, the greatest first; undefined where one of them cannot be read. */
export function parseDayCounts(text: string | undefined): readonly number[] | undefined {
  if (text === undefined) return undefined;
  const parts = text.split(/[,;\n]|\sog\s|\s&\s/u).filter((part) => part.trim() !== '');
  // «7 og 1 dag», «2, 1 uker»: a unit after the last applies to all.
  const unit = /\p{L}+(?:\s\p{L}+)?\.?\s*$/u.exec(parts.at(-1) ?? '')?.[0] ?? '';
  const counts = parts.map((part) => parseDayCount(/^\s*\d+\s*$/u.test(part) ? `${part} ${unit}` : part));
  if (counts.length === 0) return undefined;
  const known = counts.filter((count) => count !== undefined);
  if (known.length < counts.length) return undefined;
  return [...new Set(known)].sort((one, other) => other - one);
}

/** A setting that says one of the two standards of Norwegian. */
export const norwegianStandardCell = choiceCell<NorwegianStandard>({
  nb: writtenStandards.nb,
  nn: writtenStandards.nn,
});

/** The standard that a setting says; undefined where it says none. */
export const norwegianStandardIn = (text: string | undefined): NorwegianStandard | undefined =>
  text === undefined ? undefined : norwegianStandardCell(text, ignore);

function linkIn(text: string | undefined): string | undefined {
  const parsed = parseLink(text ?? '');
  return 'link' in parsed ? parsed.link : undefined;
}

const legalKinds = {
  private: ['privat', 'privat organisasjon', 'privat rettssubjekt', 'forening', 'foreining', 'private'],
  stateBody: ['statsorgan', 'statlig', 'statleg', 'statlig organ', 'statleg organ', 'stat', 'state body'],
} as const satisfies ClosedList<LegalKind>;

export const legalKindCell = choiceCell<LegalKind>(legalKinds);

function partyOf(party: SingleParty, valueOf: SettingValue): PartySettings {
  const { fullName, legalKind, privacy } = partySettings[party];
  const written = valueOf(legalKind.name);
  return {
    fullName: valueOf(fullName.name) ?? fullName.value,
    legalKind: (written === undefined ? undefined : legalKindCell(written, ignore)) ?? legalKind.value,
    privacy: linkIn(valueOf(privacy.name)),
  };
}
