/** The guides, and where in them things stand. */
import { fileURLToPath } from 'node:url';
import { nb } from '../../src/language/nb.ts';
import { nn } from '../../src/language/nn.ts';
import { readGuide, type Guide, type GuideSection, type GuideTable, type Words } from './read-guide.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const guideOf = (name: string): Guide => readGuide(`${root}docs/${name}`);

/** What those who edit read, how a quarterly meeting goes, what the operator reads and what the editor of templates reads, in both standards. */
export const guides = [
  {
    standard: 'nb',
    phrases: nb,
    guide: guideOf('veiledning.nb.md'),
    meeting: guideOf('kvartalsmote.nb.md'),
    operation: guideOf('drift.nb.md'),
    templates: guideOf('maler.nb.md'),
    headings: {
      trouble: 'Når noe er galt',
      templates: 'Slik endrer du tekstene i sakslisten',
      fields: 'Feltene i sakslisten',
      announcementTemplates: 'Malene til kunngjøringene',
      announcementFields: 'Feltene i kunngjøringene',
      helpers: 'Funksjonene',
    },
  },
  {
    standard: 'nn',
    phrases: nn,
    guide: guideOf('rettleiing.nn.md'),
    meeting: guideOf('kvartalsmote.nn.md'),
    operation: guideOf('drift.nn.md'),
    templates: guideOf('malar.nn.md'),
    headings: {
      trouble: 'Når noko er gale',
      templates: 'Slik endrar du tekstane i sakslista',
      fields: 'Felta i sakslista',
      announcementTemplates: 'Malane til kunngjeringane',
      announcementFields: 'Felta i kunngjeringane',
      helpers: 'Funksjonane',
    },
  },
] as const;

/** Every column, in bokmål alone. */
export const reference = guideOf('kolonner.nb.md');

/** The one section whose heading is wanted. */
function section(guide: Guide, wanted: (heading: Words) => boolean, what: string): GuideSection {
  const [found, ...more] = guide.sections.filter(({ heading }) => wanted(heading));
  if (found === undefined || more.length > 0) throw new Error(`not exactly one section: ${what}`);
  return found;
}

export const titled = (guide: Guide, title: string): GuideSection =>
  section(guide, ({ prose }) => prose === title, title);

export function table({ tables, heading }: GuideSection, index = 0): GuideTable {
  const found = tables[index];
  if (found === undefined) throw new Error(`no table ${index} under «${heading.prose}»`);
  return found;
}

export const cell = (row: readonly Words[], index: number): Words => {
  const found = row[index];
  if (found === undefined) throw new Error('a row is too short');
  return found;
};
export const codesIn = ({ rows }: GuideTable, column: number): readonly string[] =>
  rows.flatMap((row) => cell(row, column).codes);
