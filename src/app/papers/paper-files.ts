/** From a paper's view to its files: template → Markdown → HTML, text and .docx. */
import { utcText, parseDay, wallTimeFrom } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { PaperDocument, PaperProperties } from '../../render/document/document.ts';
import { renderHtml, type HtmlShell } from '../../render/html/html.ts';
import { renderText } from '../../render/text/text.ts';
import { loadShell } from './load-templates.ts';
import { paperWriter, type PaperWriter } from './paper-writer.ts';
import type { PaperName } from './papers.ts';
import type { PaperFile } from './save-papers.ts';

export const paperFormats = ['html', 'docx', 'txt'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** A paper that is to be made. */
export interface PaperOrder {
  readonly paper: PaperName;
  readonly view: object;
  /** It is made from a sample. */
  readonly isSample: boolean;
  /** The day on which the register was read, in Oslo. */
  readonly asOf: string;
  /** What the paper is about, for the properties of the document. */
  readonly subject: string;
  /** The drawings that its pages have, by name. */
  readonly figures?: ((standard: NorwegianStandard) => ReadonlyMap<string, string>) | undefined;
}

interface Paper {
  readonly document: PaperDocument;
  readonly properties: PaperProperties;
  readonly shell: HtmlShell;
  readonly figures: ReadonlyMap<string, string> | undefined;
}

async function contentOf(
  format: PaperFormat,
  { document, properties, shell, figures }: Paper,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return renderHtml(document, properties, shell, figures);
    case 'docx': {
      const { renderDocx } = await import('../../render/docx/docx.ts');
      return renderDocx(document, properties);
    }
    case 'txt':
      return renderText(document);
  }
}

/**
 * Midnight in Oslo on the day the register was read, as an instant in UTC: files made on one day from one register are
 * the same. Throws RangeError for what is no day.
 */
function madeAt(asOf: string): string {
  const day = parseDay(asOf);
  if (day === undefined) throw new RangeError(`not a day: ${asOf}`);
  return utcText(wallTimeFrom(day, 0));
}

/** The files of one written standard, in the order of the wanted formats. `write` is that of the standard. */
export async function paperFilesIn(
  standard: NorwegianStandard,
  write: PaperWriter,
  { paper, view, asOf, subject, figures: drawn }: Omit<PaperOrder, 'isSample'>,
  wanted: readonly PaperFormat[],
): Promise<readonly PaperFile[]> {
  const created = madeAt(asOf);
  const document = await write(paper, view);
  const properties = { standard, subject, creator: 'Bylivsenteret og Distriktssenteret', created };
  const shell = await loadShell();
  const figures = drawn?.(standard);
  const files: PaperFile[] = [];
  for (const format of wanted) {
    const content = await contentOf(format, { document, properties, shell, figures });
    files.push({ ending: `.${standard}.${format}`, content });
  }
  return files;
}

/** The files in the wanted formats, for each written standard. Throws UserError for a template that is at fault. */
export async function paperFiles(
  order: PaperOrder,
  standards: readonly NorwegianStandard[],
  wanted: readonly PaperFormat[],
): Promise<readonly PaperFile[]> {
  const files: PaperFile[] = [];
  const { isSample } = order;
  for (const standard of standards)
    files.push(...(await paperFilesIn(standard, await paperWriter({ standard, isSample }), order, wanted)));
  return files;
}
