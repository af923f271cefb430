/** Reads the lists in this folder. They are part of the program: a fault in one is a bug, and throws. */
import { languageDecisions, type LanguageDecision } from '../lists.ts';

/** Gives the value under a heading; throws RangeError where the list has no such column. */
type CellOfRow = (heading: string) => string;

/**
 * The rows of a list whose first line names the columns. No value holds a comma. Throws RangeError for a row that
 * has more or fewer values than there are columns.
 */
export function table(text: string): readonly CellOfRow[] {
  const [first = '', ...lines] = text.trim().split('\n');
  const places = new Map(first.split(',').map((heading, index) => [heading, index]));
  return lines.map((line) => {
    const values = line.split(',');
    if (values.length !== places.size)
      throw new RangeError(`${String(places.size)} values expected: ${line}`);
    return (heading) => {
      const value = values[places.get(heading) ?? -1];
      if (value === undefined) throw new RangeError(`no column ${heading} in: ${first}`);
      return value;
    };
  });
}

/** The value of a språkvedtak written as in the regulation: bokmål, nynorsk, nøytral. Throws RangeError for others. */
export function languageDecision(word: string): LanguageDecision {
  if (word === languageDecisions.nb[0]) return 'nb';
  if (word === languageDecisions.nn[0]) return 'nn';
  if (word === languageDecisions.neutral[0]) return 'neutral';
  throw new RangeError(`neither bokmål, nynorsk nor nøytral: ${word}`);
}
