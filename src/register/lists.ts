/**
 * The closed lists of the register. The first word of each entry is the one that Felles writes and offers in
 * dropdowns (bokmål); the others are accepted when people type them (nynorsk, English, common short forms).
 */

/** Accepted words per value; the first is the workbook's own. */
export type ClosedList<Value extends string> = Readonly<Record<Value, readonly [string, ...string[]]>>;

export const activityTypes = {
  information: ['Informasjon', 'Informasjonsdeling', 'Information'],
  quarterlyMeeting: ['Kvartalsmøte', 'Quarterly meeting'],
  conference: ['Konferanse', 'BYLIVkonferansen', 'Conference'],
  network: ['Nettverk', 'Network'],
  countyDialogue: ['Fylkesdialog', 'Dialog', 'County dialogue'],
  example: ['Forbilde', 'Førebilete', 'Example'],
  webinar: ['Webinar'],
} as const satisfies ClosedList<string>;

export const parties = {
  bylivsenteret: ['Bylivsenteret', 'NAL', 'Bylivsenteret (NAL)'],
  distriktssenteret: ['Distriktssenteret'],
  both: ['Felles', 'Begge', 'Both', 'Joint'],
} as const satisfies ClosedList<string>;

export const activityStatuses = {
  idea: ['Idé', 'Ide', 'Idea'],
  planned: ['Planlagt', 'Planlagd', 'Planned'],
  confirmed: ['Bekreftet', 'Stadfesta', 'Bekrefta', 'Confirmed'],
  ongoing: ['Pågår', 'Går føre seg', 'I arbeid', 'Ongoing'],
  done: ['Gjennomført', 'Done'],
  cancelled: ['Avlyst', 'Cancelled', 'Canceled'],
} as const satisfies ClosedList<string>;

export const caseKinds = {
  information: ['Orientering', 'Information'],
  discussion: ['Drøfting', 'Discussion'],
  decision: ['Vedtak', 'Beslutning', 'Decision'],
} as const satisfies ClosedList<string>;

export const caseStatuses = {
  raised: ['Meldt', 'Meld', 'Raised'],
  treated: ['Behandlet', 'Behandla', 'Treated'],
  postponed: ['Utsatt', 'Utsett', 'Postponed'],
  withdrawn: ['Trukket', 'Trekt', 'Withdrawn'],
} as const satisfies ClosedList<string>;

/** What a meeting did with a case: its status from then on. */
export const treatmentOutcomes = {
  treated: caseStatuses.treated,
  postponed: caseStatuses.postponed,
  withdrawn: caseStatuses.withdrawn,
} as const satisfies ClosedList<string>;

export const actionStatuses = {
  open: ['Åpen', 'Open', 'Åpent', 'Ope'],
  done: ['Utført', 'Done'],
  dropped: ['Droppet', 'Droppa', 'Dropped'],
} as const satisfies ClosedList<string>;

export const slotStatuses = {
  wanted: ['Ønsket', 'Ønskt', 'Wanted'],
  asked: ['Spurt', 'Spurd', 'Asked'],
  confirmed: ['Bekreftet', 'Stadfesta', 'Bekrefta', 'Confirmed'],
  declined: ['Avslått', 'Avslege', 'Declined'],
} as const satisfies ClosedList<string>;

/** What somebody answers about a proposed day. */
export const dateAnswers = {
  // Not `x`: many use a cross for a day that does not suit.
  yes: ['passer', 'passar', 'høver', 'ja', 'yes'],
  ifNeeded: ['kan hvis nødvendig', 'kan om nødvendig', 'kan om naudsynt', 'if needed'],
  no: ['passer ikke', 'passar ikkje', 'høver ikkje', 'kan ikke', 'kan ikkje', 'nei', 'no'],
} as const satisfies ClosedList<string>;

export const writtenStandards = {
  nb: ['bokmål', 'bokmal', 'nb', 'bm'],
  nn: ['nynorsk', 'nn'],
  en: ['engelsk', 'English', 'en'],
} as const satisfies ClosedList<string>;

/** Språkvedtak of a municipality or county authority (språklova § 11); neutral where it has not decided. */
export const languageDecisions = {
  nb: ['bokmål', 'bokmal', 'nb'],
  nn: ['nynorsk', 'nn'],
  neutral: ['nøytral', 'neutral'],
} as const satisfies ClosedList<string>;

export const recipientKinds = {
  municipality: ['kommune', 'herad', 'municipality'],
  county: ['fylkeskommune', 'fylke', 'county'],
} as const satisfies ClosedList<string>;

export const yesNo = {
  yes: ['ja', 'SANN', 'TRUE', 'VERO', 'VRAI', 'WAHR', 'yes', 'x', '1', 'j', 'y', '✓', '✔'],
  no: ['nei', 'USANN', 'FALSE', 'FALSO', 'FAUX', 'FALSCH', 'no', '0', 'n'],
} as const satisfies ClosedList<string>;

export type ActivityType = keyof typeof activityTypes;
export type Party = keyof typeof parties;
export type ActivityStatus = keyof typeof activityStatuses;
export type CaseKind = keyof typeof caseKinds;
export type CaseStatus = keyof typeof caseStatuses;
export type TreatmentOutcome = keyof typeof treatmentOutcomes;
export type ActionStatus = keyof typeof actionStatuses;
export type SlotStatus = keyof typeof slotStatuses;
export type DateAnswerWord = keyof typeof dateAnswers;
export type LanguageDecision = keyof typeof languageDecisions;
export type RecipientKind = keyof typeof recipientKinds;
