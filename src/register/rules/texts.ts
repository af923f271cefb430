/** Published texts. */
import { groupBy } from '../../domain/group.ts';
import { problem } from '../../domain/problem.ts';
import { writtenStandards } from '../lists.ts';
import type { Rule } from '../register.ts';
import type { Checked } from '../tab.ts';
import type { PublishedText } from '../tabs/texts.ts';
import { cellAt } from './at.ts';

type PlacedText = Checked<PublishedText> & Pick<PublishedText, 'activity' | 'standard'>;

const isPlaced = (text: Checked<PublishedText>): text is PlacedText =>
  text.activity !== undefined && text.standard !== undefined;

/** An activity has one text in each written standard: of two, it cannot be known which one to publish. */
export const oneTextPerStandard: Rule = function* ({ texts, tabs }) {
  for (const same of groupBy(
    texts.filter(isPlaced),
    ({ activity, standard }) => `${activity} ${standard}`,
  ).values()) {
    if (same.length < 2) continue;
    const all = same.slice(0, 11).map(({ at }) => at.row);
    for (const text of same) {
      const rows = all.filter((row) => row !== text.at.row).slice(0, 10);
      const at = cellAt(tabs.texts, text, 'standard');
      yield problem('text-twice', 'error', at, { rows }, writtenStandards[text.standard][0]);
    }
  }
};
