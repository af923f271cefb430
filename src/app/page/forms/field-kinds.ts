/** How each flag is filled in on the page: a text, one of some words, a tick, a number, a day, a file. */
import { mailingKinds } from '../../../domain/mailing-kind.ts';
import { allowableChecks } from '../../../papers/announcement/checklist.ts';
import { counties } from '../../../register/data/counties.ts';
import { parties } from '../../../register/lists.ts';
import type { OptionSpec } from '../../cli/options.ts';

export const fieldKinds = [
  ...(['text', 'number', 'date', 'time', 'email', 'tick', 'ticks', 'choice'] as const),
  ...(['file', 'file-or-address'] as const),
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Flags that the page gives every command itself, or that are for other programs. */
const hidden: ReadonlySet<string> = new Set(['json', 'workbook', 'spreadsheet', 'out', 'now', 'help']);

export const isShown = (flag: string): boolean => !hidden.has(flag);

/** Where the flag alone does not say it, by `<command> <flag>`. */
const kinds: Readonly<Record<string, FieldKind>> = {
  'check since': 'file',
  'minutes read': 'file-or-address',
  'send bounces': 'file',
  'send limit': 'number',
  'send allow': 'tick',
  'send test-to': 'email',
  'plan year': 'number',
  'plan count': 'number',
  'plan from': 'date',
  'plan time': 'time',
  'plan answer-by': 'date',
  'plan date': 'date',
  'report year': 'number',
};

/** Words that a flag takes though its definition does not list them, by `<command> <flag>`. */
const words: Readonly<Record<string, () => readonly string[]>> = {
  'announce kind': () => mailingKinds,
  'announce allow': () => allowableChecks,
  'digest for': () => [parties.bylivsenteret[0], parties.distriktssenteret[0]],
  'plan weekday': () => ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag'],
  'county fylke': () => counties().map(({ name }) => name),
};

/** The words that a flag takes; none where it takes any. `<nb|nn>` in its help is a list of such words. */
export function wordsOf(
  command: string,
  flag: string,
  { words: listed, value }: OptionSpec,
): readonly string[] {
  const key = `${command} ${flag}`;
  if (Object.hasOwn(words, key)) return words[key]?.() ?? [];
  if (listed !== undefined) return listed;
  return value?.includes('|') === true ? value.replace(/[<>]/gu, '').split('|') : [];
}

export function kindOf(command: string, flag: string, spec: OptionSpec): FieldKind {
  const key = `${command} ${flag}`;
  const own = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  if (own !== undefined) return own;
  if (spec.type === 'boolean') return 'tick';
  if (wordsOf(command, flag, spec).length === 0) return 'text';
  // A list with commas between, as in <html,docx>.
  return spec.value?.includes(',') === true ? 'ticks' : 'choice';
}

/** What a tick says: nothing of a flag without a value, otherwise the only word that it takes, as in `<sample>`. */
export const tickValue = ({ type, value }: OptionSpec): string =>
  type === 'boolean' ? 'on' : (value ?? '').replace(/[<>]/gu, '');
