import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mustRun } from './tools.ts';

/** What somebody sees who opens a document in LibreOffice. */
export interface Opened {
  readonly text: string;
  readonly pages: number;
}

/**
 * Opens .docx or .xlsx files in LibreOffice, prints them to PDF and reads that back, in their order. It starts once for
 * all, and their names must differ. Throws when LibreOffice will not have a file: without a screen it repairs nothing.
 */
export async function openInOffice(files: readonly string[]): Promise<readonly Opened[]> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-office-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const said = await mustRun('soffice', [
      ...[profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, ...files],
    ]);
    return await Promise.all(
      files.map(async (file) => {
        const pdf = join(folder, `${basename(file, extname(file))}.pdf`);
        const text = await mustRun('pdftotext', ['-layout', pdf, '-']).catch((cause: unknown) => {
          throw new Error(`LibreOffice would not open ${basename(file)}: ${said}`, { cause });
        });
        const pages = /^Pages:\s+(\d+)/mu.exec(await mustRun('pdfinfo', [pdf]))?.[1];
        return { text, pages: Number(pages) };
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Text as it is compared across formats: white space and line breaks are the printer's business, hyphens too. */
export function squeezed(text: string): string {
  return text
    .replace(/[\u00AD\u2010]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
