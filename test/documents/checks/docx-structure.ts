import { join } from 'node:path';
import { z } from 'zod';
import { squeezed } from './print.ts';
import { mustRun, PYTHON } from './tools.ts';

const Structure = z.object({
  title: z.string(),
  language: z.string().nullable(),
  /** Each run that is marked as another language than the document. */
  otherLanguages: z.array(z.object({ language: z.string(), text: z.string() })),
  headings: z.array(z.object({ level: z.number(), text: z.string() })),
  listItems: z.number(),
  tables: z.array(z.object({ rows: z.number(), headerRows: z.number(), head: z.array(z.string()) })),
  /** Width in millimetres; the kinds of file that a picture is there as. */
  pictures: z.array(z.object({ kinds: z.array(z.string()), width: z.number(), description: z.string() })),
  text: z.string(),
});

/** A .docx as an independent reader, python-docx, sees it. */
export type DocxStructure = z.infer<typeof Structure>;

/** Reads a .docx with python-docx. Throws when it cannot be read. */
export async function readDocx(file: string): Promise<DocxStructure> {
  const script = join(import.meta.dirname, 'inspect_docx.py');
  return Structure.parse(JSON.parse(await mustRun(PYTHON, [script, file])));
}

/**
 * What keeps a .docx from being read by everybody: title, language, headings, table heads. Only what people wrote (`quotes`)
 * may be marked as the other Norwegian standard.
 */
export function docxFaults(
  docx: DocxStructure,
  language: 'nb-NO' | 'nn-NO',
  quotes: readonly string[] = [],
): string[] {
  const other = language === 'nb-NO' ? 'nn-NO' : 'nb-NO';
  const isQuote = (text: string): boolean => quotes.some((quote) => quote.includes(squeezed(text)));
  return [
    ...(docx.title.trim() === '' ? ['the document has no title'] : []),
    ...(docx.language === language ? [] : [`the language is ${docx.language ?? 'not set'}, not ${language}`]),
    ...docx.otherLanguages
      .filter((marked) => marked.language !== other || !isQuote(marked.text))
      .map((marked) => `«${marked.text}» is marked as ${marked.language}`),
    ...headingFaults(docx.headings),
    ...docx.tables
      .filter((table) => table.headerRows !== 1)
      .map((table) => `the table «${table.head.join(' | ')}» has ${String(table.headerRows)} header rows`),
    ...docx.tables
      .filter((table) => table.head.some((cell) => cell.trim() === ''))
      .map((table) => `the table «${table.head.join(' | ')}» has an empty heading`),
  ];
}

function headingFaults(headings: DocxStructure['headings']): string[] {
  const first = headings.filter(({ level }) => level === 1).length;
  return [
    ...(first === 1 ? [] : [`there are ${String(first)} headings of level 1`]),
    ...headings
      .filter(({ text }) => text.trim() === '')
      .map(({ level }) => `a heading ${String(level)} is empty`),
    ...headings.flatMap(({ level, text }, index) => {
      const before = index === 0 ? 0 : (headings[index - 1]?.level ?? 0);
      return level > before + 1 ? [`«${text}» jumps from level ${String(before)} to ${String(level)}`] : [];
    }),
  ];
}
