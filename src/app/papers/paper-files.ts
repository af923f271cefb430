/** From a paper's view to its files: template → Markdown → HTML, text and .docx. */
import type { z } from 'zod';
import { utcText, wallTimeFrom, type Day } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { PaperDocument, PaperProperties } from '../../render/document/document.ts';
import type { Figures } from '../../render/svg/drawing.ts';
import { renderHtml, type HtmlShell } from '../../render/html/html.ts';
import { renderText } from '../../render/text/text.ts';
import type { Pictures } from '../../render/docx/picture.ts';
import { hashOf } from '../start/inputs.ts';
import { keptResults } from '../start/kept-results.ts';
import { loadShell, templateFile } from './load-templates.ts';
import { paperWriter, type PaperWriter } from './paper-writer.ts';
import { paperFormats, type PaperFormat, type PaperSet } from './paper-definition.ts';
import type { PaperFile } from './save-papers.ts';

/** What a run wants of a paper. */
export interface Wanted {
  readonly standards: readonly NorwegianStandard[];
  readonly formats: readonly string[];
  /** The day on which the register was read, in Oslo. */
  readonly asOf: Day;
  /** The paper is made from a sample. */
  readonly isSample: boolean;
}

interface Paper {
  readonly document: PaperDocument;
  readonly properties: PaperProperties;
  readonly shell: HtmlShell;
  readonly figures: Figures | undefined;
}

async function contentOf(
  format: PaperFormat,
  { document, properties, shell, figures }: Paper,
): Promise<PaperFile['content']> {
  switch (format) {
    case 'html':
      return renderHtml(document, properties, shell, figures);
    case 'docx':
      return docxContent({ document, properties, shell, figures });
    case 'txt':
      return renderText(document);
  }
}

/**
 * The paper as .docx, which takes as long to write as all its other files together. So the hash of what came of a paper is
 * kept, and the same paper is written again only where there is no such file.
 */
async function docxContent({ document, properties, shell, figures }: Paper): Promise<PaperFile['content']> {
  const drawn = figures === undefined ? undefined : { figures, styles: shell.styles };
  const make = async (): Promise<Uint8Array> => {
    const { renderDocx } = await import('../../render/docx/docx.ts');
    return renderDocx(document, properties, await picturesOf(drawn));
  };
  const results = keptResults();
  const key = hashOf(JSON.stringify([document, properties, drawn && [...drawn.figures], drawn?.styles]));
  // At most so many files, however many papers are made.
  const name = `docx.${key.slice(0, 3)}`;
  const hash = results?.find(name, key);
  if (hash !== undefined) return { hash, make };
  const made = await make();
  results?.keep(name, key, hashOf(made));
  return made;
}

/** Loads what renders drawings only where there are some. */
async function picturesOf(
  drawn: { readonly figures: Figures; readonly styles: string } | undefined,
): Promise<Pictures | undefined> {
  if (drawn === undefined) return undefined;
  const pictures = await import('./pictures.ts');
  return pictures.picturesOf(drawn.figures, drawn.styles);
}

/**
 * Midnight in Oslo on the day of a document, as an instant in UTC: files made on one day from one register are the same.
 */
const madeAt = (day: Day): string => utcText(wallTimeFrom(day, 0));

/** The files that the template of a set gives in one written standard, in the order of the wanted formats. */
async function templateFiles<Template extends string>(
  set: PaperSet<Template>,
  standard: NorwegianStandard,
  write: PaperWriter<Template>,
  { formats, asOf }: Wanted,
): Promise<readonly PaperFile[]> {
  const { template, view = {}, subject = '', day = asOf } = { ...set, ...set.inStandard?.(standard) };
  const wanted = paperFormats.filter((format) => formats.includes(format));
  if (template === undefined || wanted.length === 0) return [];
  const paper: Paper = {
    document: { ...(await write(template, view)), from: templateFile(template, standard) },
    properties: {
      ...{ standard, subject, created: madeAt(day) },
      creator: 'Bylivsenteret og Distriktssenteret',
    },
    shell: await loadShell(),
    figures: await set.figures?.(standard),
  };
  const files: PaperFile[] = [];
  for (const format of wanted)
    files.push({ ending: `.${standard}.${format}`, content: await contentOf(format, paper) });
  return files;
}

/** The files of a set, for each written standard. Throws UserError for a template that is at fault. */
export async function setFiles<Template extends string>(
  set: PaperSet<Template>,
  templates: Readonly<Record<Template, z.ZodType>>,
  wanted: Wanted,
): Promise<readonly PaperFile[]> {
  const files: PaperFile[] = [];
  const ownFormats = wanted.formats.filter((format) => !paperFormats.some((known) => known === format));
  for (const standard of wanted.standards) {
    const marking = { standard, isSample: wanted.isSample };
    const write = await paperWriter(marking, templates);
    files.push(...(await templateFiles(set, standard, write, wanted)));
    for (const format of ownFormats) files.push(...((await set.files?.({ format, marking, write })) ?? []));
  }
  return [...files, ...(set.common ?? [])];
}
