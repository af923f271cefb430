/** The written standards of Norwegian that papers come in: bokmål and nynorsk (språklova § 1). */
export type NorwegianStandard = 'nb' | 'nn';

/** A language that people read Felles in. English is for the terminal, and for papers that offer it. */
export type WrittenStandard = NorwegianStandard | 'en';

export const norwegianStandards = ['nb', 'nn'] as const satisfies readonly NorwegianStandard[];
