/** Writes papers of one written standard. What is made from a sample says so in its head: no template has to. */
import type { PaperDocument } from '../../render/document/document.ts';
import { parseMarkdown } from '../../render/markdown/markdown.ts';
import { markedAsSample } from '../../render/document/sample-mark.ts';
import { createTemplates } from '../../render/templates/templates.ts';
import { sampleWords } from '../../language/sample.ts';
import type { Marking } from './calendar-text.ts';
import { loadHouse, loadTemplate, requireSound } from './load-templates.ts';
import type { PaperName } from './papers.ts';

export type PaperWriter = (paper: PaperName, view: object) => Promise<PaperDocument>;

/**
 * Each template is read, held to its view and compiled once, however many papers are written with it. Throws UserError
 * for a template that asks for what is not there.
 */
export async function paperWriter({ standard, isSample }: Marking): Promise<PaperWriter> {
  const house = await loadHouse(standard);
  const templates = createTemplates(house);
  const prepared = new Map<PaperName, (view: object) => string>();
  const written = async (paper: PaperName, view: object): Promise<string> => {
    const known = prepared.get(paper);
    if (known !== undefined) return known(view);
    const loaded = await loadTemplate(paper, standard, house);
    requireSound(paper, loaded);
    const write = templates.prepare(loaded.template);
    prepared.set(paper, write);
    return write(view);
  };
  return async (paper, view) => {
    const document = parseMarkdown(await written(paper, view));
    const kind = /-(?:subject|post)$/u.test(paper) ? 'short' : 'paper';
    return isSample ? markedAsSample(document, kind, sampleWords[standard]) : document;
  };
}
