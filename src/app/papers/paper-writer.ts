/** Writes papers of one written standard. What is made from a sample says so in its head: no template has to. */
import type { z } from 'zod';
import type { PaperDocument } from '../../render/document/document.ts';
import { parseMarkdown } from '../../render/markdown/markdown.ts';
import { markedAsSample } from '../../render/document/sample-mark.ts';
import { createTemplates, type Templates } from '../../render/templates/templates.ts';
import { sampleWords } from '../../language/sample.ts';
import type { Marking } from './calendar-text.ts';
import { compiledTemplates } from './compiled-templates.ts';
import { loadHouse, loadTemplate, requireSound } from './load-templates.ts';

/** Fills a template with a view. */
export type PaperWriter<Template extends string> = (
  template: Template,
  view: object,
) => Promise<PaperDocument>;

/**
 * A writer with these templates. Each is read, held to the schema of its view and compiled once, however many papers are
 * written with it. Throws UserError for a template that asks for what is not there.
 */
export async function paperWriter<Template extends string>(
  { standard, isSample }: Marking,
  schemas: Readonly<Record<Template, z.ZodType>>,
): Promise<PaperWriter<Template>> {
  const house = await loadHouse(standard);
  let templates: Templates | undefined;
  const prepared = new Map<Template, (view: object) => string>();
  const written = async (name: Template, view: object): Promise<string> => {
    const known = prepared.get(name);
    if (known !== undefined) return known(view);
    const loaded = await loadTemplate(name, standard, house);
    const sound = compiledTemplates(loaded.template, house, () => requireSound(schemas[name], loaded));
    templates ??= createTemplates(sound.house);
    const write = templates.prepare(sound.template);
    prepared.set(name, write);
    return write(view);
  };
  return async (name, view) => {
    const document = parseMarkdown(await written(name, view));
    const kind = /-(?:subject|post)$/u.test(name) ? 'short' : 'paper';
    return isSample ? markedAsSample(document, kind, sampleWords[standard]) : document;
  };
}
