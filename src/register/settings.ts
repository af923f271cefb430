/** The settings of the tab `Oppsett`: their names as people see them and their defaults. */
import { comparedSetting } from '../domain/compare.ts';
import type { NorwegianStandard } from '../domain/written-standard.ts';
import {
  announcementSettingsOf,
  norwegianStandardIn,
  parseDayCount,
  type AnnouncementSettings,
} from './announcement-settings.ts';
import { ignoreReports } from './cells/cell-parser.ts';
import { choiceCell, wordsCell, yesNoCell } from './cells/choice.ts';
import { parseDuration } from './cells/durations.ts';
import { addressIn } from './cells/email.ts';
import { caseKinds, type CaseKind } from './lists.ts';
import type { Register } from './register.ts';

interface NumberSetting {
  readonly name: string;
  readonly value: number;
}

/** How long the parts of a quarterly meeting take, in minutes. */
export const minuteSettings = {
  case: { name: 'Minutter per sak', value: 10 },
  opening: { name: 'Minutter til åpning', value: 2 },
  minutes: { name: 'Minutter til referat', value: 3 },
  actions: { name: 'Minutter til tiltak', value: 10 },
  agreement: { name: 'Minutter til aktivitetene', value: 10 },
  otherBusiness: { name: 'Minutter til eventuelt', value: 5 },
  nextMeeting: { name: 'Minutter til neste møte', value: 2 },
} as const satisfies Record<string, NumberSetting>;

/** How many days there are from a digest to the next; 0 where nobody is to be told that one is due. */
export const digestSetting = {
  name: 'Orientering, dager mellom',
  value: 30,
} as const satisfies NumberSetting;

/** The written standard of what has no version in nynorsk; where it says none, nobody knows. */
export const registerStandardSetting = { name: 'Skriftspråk i registeret' } as const;

/** The order of the cases by their types, and the deadlines that an agenda prints, in days before the meeting. */
export const agendaSettings = {
  order: { name: 'Rekkefølge på sakene', value: ['decision', 'discussion', 'information'] },
  lateCases: { name: 'Frist for saker, dager før', value: 7 },
  absence: { name: 'Frist for forfall, dager før', value: 3 },
} as const satisfies Record<string, { readonly name: string; readonly value: number | readonly CaseKind[] }>;

/** What happens after a meeting: days until its minutes and until their approval, and the reminder of each action. */
export const minutesSettings = {
  due: { name: 'Frist for referat, dager etter', value: 7 },
  approval: { name: 'Frist for godkjenning av referat, dager', value: 14 },
  silence: { name: 'Referat uten svar er godkjent', value: false },
  remind: { name: 'Påminnelse om tiltak, dager før', value: 7 },
  folder: { name: 'Mappe for referat' },
} as const;

/** The address used as the organiser of invitations. */
export const organiserSettings = { name: 'Avsender, navn', email: 'Innkalling fra, e-post' } as const;

export interface Settings {
  /** Who calls meetings and gets the answers; absent if the settings have no valid address. */
  readonly organiser: { readonly name: string; readonly email: string } | undefined;
  readonly minutes: Readonly<Record<keyof typeof minuteSettings, number>>;
  readonly agenda: {
    /** Every type of case once. */
    readonly order: readonly CaseKind[];
    readonly lateCaseDays: number;
    readonly absenceDays: number;
  };
  readonly afterMeeting: {
    /** From the meeting to the day on which its minutes should be there. */
    readonly minutesDays: number;
    /** From the day the minutes go out to the last day for approving them. */
    readonly approvalDays: number;
    /** Whether a party that has not answered by then has approved them. */
    readonly isSilenceConsent: boolean;
    /** Before the deadline of an action; 0 where nobody is reminded. */
    readonly remindDays: number;
    /** The folder on Google Drive for minutes: its address or ID, as it was typed. */
    readonly folder: string | undefined;
  };
  readonly digestDays: number;
  /** What titles and backgrounds are written in where nothing else says so. */
  readonly registerStandard: NorwegianStandard | undefined;
  readonly announcements: AnnouncementSettings;
}

/**
 * The settings with their defaults. A value that cannot be read counts as the default; the rule `settings` reports it.
 */
export function settingsOf(register: Register): Settings {
  const values = new Map(register.settings.map(({ name, value }) => [comparedSetting(name), value]));
  const minutesOf = ({ name, value }: NumberSetting): number =>
    parseMinutes(values.get(comparedSetting(name))) ?? value;
  const daysOf = ({ name, value }: NumberSetting): number =>
    parseDayCount(values.get(comparedSetting(name))) ?? value;
  return {
    organiser: organiserOf(values),
    minutes: {
      case: minutesOf(minuteSettings.case),
      opening: minutesOf(minuteSettings.opening),
      minutes: minutesOf(minuteSettings.minutes),
      actions: minutesOf(minuteSettings.actions),
      agreement: minutesOf(minuteSettings.agreement),
      otherBusiness: minutesOf(minuteSettings.otherBusiness),
      nextMeeting: minutesOf(minuteSettings.nextMeeting),
    },
    registerStandard: norwegianStandardIn(values.get(comparedSetting(registerStandardSetting.name))),
    agenda: {
      order: caseOrderIn(values.get(comparedSetting(agendaSettings.order.name))),
      lateCaseDays: daysOf(agendaSettings.lateCases),
      absenceDays: daysOf(agendaSettings.absence),
    },
    afterMeeting: {
      minutesDays: daysOf(minutesSettings.due),
      approvalDays: daysOf(minutesSettings.approval),
      isSilenceConsent:
        yesNoCell(values.get(comparedSetting(minutesSettings.silence.name)) ?? null, ignoreReports) ??
        minutesSettings.silence.value,
      remindDays: daysOf(minutesSettings.remind),
      folder: values.get(comparedSetting(minutesSettings.folder.name)),
    },
    digestDays: daysOf(digestSetting),
    announcements: announcementSettingsOf((name) => values.get(comparedSetting(name))),
  };
}

/** The words for a type of case, in a setting that lists several. */
export const caseKindCell = choiceCell(caseKinds);

/** The types as a setting has them; those that it leaves out follow. One unreadable word, and the default order is used. */
function caseOrderIn(text = ''): readonly CaseKind[] {
  const written = (wordsCell(text, ignoreReports) ?? []).map((word) => caseKindCell(word, ignoreReports));
  const known = written.filter((kind) => kind !== undefined);
  return [...new Set([...(known.length === written.length ? known : []), ...agendaSettings.order.value])];
}

function organiserOf(values: ReadonlyMap<string, string | undefined>): Settings['organiser'] {
  const email = addressIn(values.get(comparedSetting(organiserSettings.email)));
  if (email === undefined) return undefined;
  return { name: values.get(comparedSetting(organiserSettings.name)) ?? email, email };
}

export const MOST_MINUTES = 999;

/** A whole number of minutes from 0 to 999, with or without a unit; or undefined. */
export const parseMinutes = (text: string | undefined): number | undefined =>
  parseDuration(text, 'minutes', MOST_MINUTES);
