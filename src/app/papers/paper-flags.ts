/** The flags that every paper has (in which written standards and formats), and how others are read. */
import { nearest } from '../../domain/nearest.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import type { SingleParty } from '../../register/announcement-settings.ts';
import { parties } from '../../register/lists.ts';
import type { Run } from '../cli/command.ts';
import type { OptionSpecs } from '../cli/options.ts';
import { paperFormats } from './paper-definition.ts';

type Flags = Run['flags'];

/** `--standard` and `--format`, for the options of a paper that has these formats. */
export const paperOptions = (formats: readonly string[] = paperFormats): OptionSpecs => ({
  standard: { type: 'string', value: '<nb|nn|both>', help: 'written standard (default both)' },
  format: {
    type: 'string',
    value: `<${formats.join(',')}>`,
    words: formats,
    help: 'which files to make (default all)',
  },
});

/** The text of a flag, trimmed; undefined where it was not given. */
export const textFlag = (flags: Flags, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value.trim() : undefined;
};

/** The written standards that were asked for, both unless one was. Throws UserError for one that there is not. */
export function standardsOf(flags: Flags): readonly NorwegianStandard[] {
  const wanted = textFlag(flags, 'standard') ?? 'both';
  if (wanted === 'both') return norwegianStandards;
  const found = norwegianStandards.filter((standard) => standard === wanted);
  if (found.length > 0) return found;
  throw new UserError(msg`There is no written standard «${wanted}».`, msg`Write --standard nb, nn or both.`);
}

/**
 * The one written standard that a flag names; undefined where it was not given. `use` says what for: ` for Kontroll`.
 * Throws UserError for one that there is not.
 */
export function standardIn(flags: Flags, flag: string, use = ''): NorwegianStandard | undefined {
  const wanted = textFlag(flags, flag);
  const found = norwegianStandards.find((standard) => standard === wanted);
  if (wanted === undefined || found !== undefined) return found;
  throw new UserError(msg`There is no written standard «${wanted}»${use}.`, msg`Write --${flag} nb or nn.`);
}

/** The party that a flag names; undefined where it was not given. Throws UserError for one that there is not. */
export function partyIn(flags: Flags, flag: string): SingleParty | undefined {
  const wanted = textFlag(flags, flag);
  if (wanted === undefined) return undefined;
  const names = ['bylivsenteret', 'distriktssenteret'] as const;
  const isName = (word: string): boolean => word.toLowerCase() === wanted.toLowerCase();
  const found = names.find((name) => parties[name].some(isName));
  if (found !== undefined) return found;
  const [one, other] = [parties.bylivsenteret[0], parties.distriktssenteret[0]];
  const near = nearest(wanted, [one, other]);
  throw new UserError(
    msg`There is no party «${wanted}».`,
    near === undefined
      ? msg`Write --${flag} ${one} or --${flag} ${other}.`
      : msg`Did you mean --${flag} ${near}?`,
  );
}

/** The formats that were asked for, of those there are; all unless some were. Throws UserError for one that there is not. */
export function formatsOf(flags: Flags, formats: readonly string[]): readonly string[] {
  const wanted = (textFlag(flags, 'format') ?? formats.join(','))
    .split(',')
    .map((format) => format.trim().toLowerCase());
  for (const format of wanted) {
    if (!formats.includes(format)) {
      throw new UserError(
        msg`There is no format «${format}».`,
        msg`Write --format with some of ${formats.join(', ')}.`,
      );
    }
  }
  return formats.filter((format) => wanted.includes(format));
}
