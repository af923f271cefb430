/** The words of a decision, so that whoever reads them needs no proposal beside them. */
import { comparedName } from '../../../domain/compare.ts';
import { beforeChange, isAsProposed, isChangedProposal, withProposal } from '../../as-proposed.ts';
import type { Tell } from './actions.ts';
import { joined } from './case-parts.ts';
import type { OwnTexts } from './own.ts';
import type { SourceLine, UnderstoodCase } from './understood.ts';

/** What is known of the proposal: what the register has, and its lines in the document. */
interface Proposed {
  readonly own: OwnTexts;
  readonly lines: readonly string[];
}

/** What was decided. Words that only point at the proposal have it beside them; tells of those where none is certain. */
export function decisionOf(
  lines: readonly SourceLine[],
  { own, lines: proposal }: Proposed,
  tell: Tell,
): Pick<UnderstoodCase, 'decision' | 'isProposal'> {
  const written = joined(lines) ?? '';
  let isProposal = false;
  const meant = (one: SourceLine): string | undefined => {
    const has = own.proposalFor(one.text);
    const isOther = has !== undefined && proposal.length > 0 && !own.isProposal(proposal);
    const found = isOther ? undefined : (has ?? joinedTexts(proposal));
    if (found === undefined) tell({ ...one, why: 'no-proposal' });
    isProposal = found !== undefined;
    return found;
  };
  const whole = lines.map((one) => {
    const found = isAsProposed(one.text) ? meant(one) : undefined;
    return found === undefined ? one : { ...one, text: withProposal(one.text, found) };
  });
  const [first] = lines;
  const changed = first !== undefined && isChangedProposal(first.text) ? meant(first) : undefined;
  // In minutes that were read before, and made from the register, it stands there.
  const isThere = changed === undefined || comparedName(written).includes(comparedName(changed));
  const before = isThere || first === undefined ? [] : [{ ...first, text: beforeChange(written, changed) }];
  return { decision: joined([...whole, ...before]), isProposal };
}

const joinedTexts = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join('\n');
