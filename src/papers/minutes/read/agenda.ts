/** Whether a document is the agenda that Felles makes, and nobody has written minutes in it. */
import type { ReadBlock } from '../../../domain/read-document.ts';
import { comparedName } from '../../../domain/compare.ts';
import { segmentsOf } from './labels.ts';
import { itemsOf, type Line } from './lines.ts';
import { textOfCell } from './tables.ts';

const title = /^(?:saksliste|sakliste|innkalling|innkalling og saksliste) (?:til|for) /iu;
/** A line of the agenda below the title of a case, or in its column of kinds. */
const isKind = ({ text }: Line): boolean => /^(?:orientering|drøfting|vedtak)(?:$| · )/iu.test(text);
const written = new Set(['decision', 'note', 'action']);

const hasLabel = (line: Line): boolean =>
  !isKind(line) &&
  segmentsOf(line, () => true).some(({ label }) => label !== undefined && written.has(label));

/** The agenda has the title of one, and neither a decision, a note nor an action behind its label. */
export function isAgenda(blocks: readonly ReadBlock[]): boolean {
  const items = itemsOf(blocks);
  const first = items.find(({ is }) => is !== 'blank');
  if (first?.is !== 'line' || !title.test(first.line.text)) return false;
  return !items.some((item) => {
    if (item.is === 'blank') return false;
    if (item.is === 'line') return hasLabel(item.line);
    const [head = []] = item.rows;
    const names = head.map((cell) => comparedName(textOfCell(cell)));
    // Its own tables have a row of heads, and one of them is of actions.
    return names.includes('vedtak') || names.includes('notat') || item.rows.slice(1).flat(2).some(hasLabel);
  });
}
