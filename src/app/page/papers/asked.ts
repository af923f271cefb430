/** What an address of the papers asks for, and the addresses that ask for something else. */
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { norwegianStandards, type NorwegianStandard } from '../../../domain/written-standard.ts';
import type { Paper } from '../../papers/define-paper.ts';
import { paperNames, papers, type PaperName } from '../../papers/registry.ts';
import type { Scene } from '../screen.ts';
import { fieldsOf, flagsIn, type ChoiceField, type Flags } from './choices.ts';
import { schemes, widths, type Look } from './look.ts';

export type View = NorwegianStandard | 'both';
export const views: readonly View[] = ['both', ...norwegianStandards];

export interface PaperAsked {
  readonly name: PaperName;
  readonly paper: Paper;
  readonly fields: readonly ChoiceField[];
  readonly flags: Flags;
  readonly view: View;
  readonly look: Look;
}

/** Throws UserError for a paper that there is not. */
export async function paperAsked({ path, query, snapshot, standard }: Scene): Promise<PaperAsked> {
  const name = paperNames.find((one) => one === path[0]);
  if (name === undefined) throw new UserError(msg`There is no such paper.`, msg`Choose one of the list.`);
  const paper: Paper = await papers[name].load();
  const fields = fieldsOf(paper.options, snapshot, standard);
  return {
    ...{ name, paper, fields },
    flags: flagsIn(paper.options, fields, query),
    view: views.find((one) => one === query['view']) ?? 'both',
    look: {
      width: widths.find((one) => one === query['width']) ?? 'screen',
      scheme: schemes.find((one) => one === query['scheme']) ?? 'auto',
    },
  };
}

/** The part of an address behind the question mark, with it. */
export function queryOf(flags: Flags, others: Readonly<Record<string, string>> = {}): string {
  const own = Object.entries(flags).map(([flag, value]): [string, string] => [
    flag,
    value === true ? 'on' : value,
  ]);
  const text = new URLSearchParams([...own, ...Object.entries(others)]).toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of a paper as it is looked at. What is the usual is left out. */
export function paperAddress(
  standard: NorwegianStandard,
  { name, flags, view, look }: Pick<PaperAsked, 'name' | 'flags' | 'view' | 'look'>,
): string {
  const others = {
    ...(view === 'both' ? {} : { view }),
    ...(look.width === 'screen' ? {} : { width: look.width }),
    ...(look.scheme === 'auto' ? {} : { scheme: look.scheme }),
  };
  return `/${standard}/papers/${name}${queryOf(flags, others)}`;
}
