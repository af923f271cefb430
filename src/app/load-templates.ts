/** Reads the templates of a paper from the folder templates/, and holds them to the paper's view before use. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { NorwegianStandard } from '../domain/written-standard.ts';
import { UserError } from '../domain/user-error.ts';
import { nb } from '../language/nb.ts';
import { nn } from '../language/nn.ts';
import type { Phrases } from '../language/phrases.ts';
import type { HtmlShell } from '../render/html.ts';
import { paperViews, type PaperName } from './papers.ts';
import { paperHelpers } from '../render/paper-helpers.ts';
import { checkTemplate } from '../render/template-check.ts';
import { formatTemplateFault, type TemplateFile } from '../render/template-fault.ts';
import type { TemplateHouse } from '../render/templates.ts';

const phrasesOf: Readonly<Record<NorwegianStandard, Phrases>> = { nb, nn };

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));

const read = async (file: string): Promise<TemplateFile> => ({
  file: `templates/${file}`,
  text: await readFile(`${folder}${file}`, 'utf8'),
});

export interface PaperTemplate {
  readonly template: TemplateFile;
  readonly house: TemplateHouse;
}

/** The template of a paper in one written standard, with the partials and helpers that it may call. */
export async function loadTemplate(paper: PaperName, standard: NorwegianStandard): Promise<PaperTemplate> {
  const ending = `.${standard}.md.hbs`;
  const partials = (await readdir(`${folder}partials`)).filter((file) => file.endsWith(ending)).sort();
  return {
    template: await read(`${paper}${ending}`),
    house: {
      helpers: paperHelpers(phrasesOf[standard]),
      partials: await Promise.all(partials.map((file) => read(`partials/${file}`))),
    },
  };
}

/** Throws UserError, naming file, line and field, when a template asks for what its view does not have. */
export function requireSound(paper: PaperName, { template, house }: PaperTemplate): void {
  const faults = checkTemplate(template, paperViews[paper], house);
  if (faults.length === 0) return;
  throw new UserError(
    `The template ${template.file} asks for what is not there.`,
    faults.map((fault) => formatTemplateFault(fault)).join('\n  '),
  );
}

/** The page round every HTML paper, with its styles. */
export async function loadShell(): Promise<HtmlShell> {
  const [page, styles] = await Promise.all([read('page.html.hbs'), readFile(`${folder}styles.css`, 'utf8')]);
  return { page, styles };
}
