/** Writes papers of one written standard as Markdown. */
import type { NorwegianStandard } from '../domain/written-standard.ts';
import { createTemplates } from '../render/templates.ts';
import { loadHouse, loadTemplate, requireSound } from './load-templates.ts';
import type { PaperName } from './papers.ts';

export type PaperWriter = (paper: PaperName, view: object) => Promise<string>;

/**
 * Each template is read, held to its view and compiled once, however many papers are written with it. Throws UserError
 * for a template that asks for what is not there.
 */
export async function paperWriter(standard: NorwegianStandard): Promise<PaperWriter> {
  const house = await loadHouse(standard);
  const templates = createTemplates(house);
  const prepared = new Map<PaperName, (view: object) => string>();
  return async (paper, view) => {
    const known = prepared.get(paper);
    if (known !== undefined) return known(view);
    const loaded = await loadTemplate(paper, standard, house);
    requireSound(paper, loaded);
    const write = templates.prepare(loaded.template);
    prepared.set(paper, write);
    return write(view);
  };
}
