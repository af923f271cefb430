/**
 * A text that the register may have in bokmål and in nynorsk, such as a title, and which of its versions a paper prints.
 * Plain text where the standard is not known.
 */
import type { NorwegianStandard } from './written-standard.ts';

/** At least one version. `unsure` is in a standard that nobody has said. */
export interface TextVersions {
  readonly nb?: string | undefined;
  readonly nn?: string | undefined;
  readonly unsure?: string | undefined;
}

export type StandardText = string | TextVersions;

/** The words that a paper prints. */
export interface TextInPaper {
  readonly text: string;
  /** The written standard they are in, where it is known not to be the paper's. */
  readonly standard?: NorwegianStandard | undefined;
}

const names: ReadonlySet<string> = new Set(['nb', 'nn', 'unsure']);

const isVersion = (value: unknown): boolean => value === undefined || typeof value === 'string';

/** Whether a value, of any kind, is a text with its versions. */
export function hasVersions(value: unknown): value is TextVersions {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.some(([, version]) => typeof version === 'string') &&
    entries.every(([name, version]) => names.has(name) && isVersion(version))
  );
}

/** The version in the paper's own standard, otherwise the one of unknown standard, otherwise that in the other. */
export function textIn(value: StandardText, paper: NorwegianStandard): TextInPaper {
  if (typeof value === 'string') return { text: value };
  const own = value[paper] ?? value.unsure;
  if (own !== undefined) return { text: own };
  const standard = paper === 'nb' ? 'nn' : 'nb';
  return { text: value[standard] ?? '', standard };
}

/** A part of each version that has it; undefined where none has. */
export function eachVersion(
  value: StandardText,
  part: (version: string) => string | undefined,
): StandardText | undefined {
  if (typeof value === 'string') return part(value);
  const { nb, nn, unsure } = value;
  const parts = Object.entries({ nb, nn, unsure }).flatMap(([name, version]) => {
    const own = version === undefined ? undefined : part(version);
    return own === undefined ? [] : [[name, own] as const];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** The words alone, for what can carry no language: subjects, calendars, file properties. */
export const plainIn = (value: StandardText, paper: NorwegianStandard): string => textIn(value, paper).text;
