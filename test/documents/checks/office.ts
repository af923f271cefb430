import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPdf, type Printed } from './print.ts';
import { mustRun } from './tools.ts';

/**
 * Opens .docx or .xlsx files in LibreOffice, prints them to PDF and reads that back, in their order. It starts once for
 * all, and their names must differ. Throws when LibreOffice will not have a file: without a screen it repairs nothing.
 */
export async function openInOffice(files: readonly string[]): Promise<readonly Printed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-office-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const said = await mustRun('soffice', [
      ...[profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, ...files],
    ]);
    return await Promise.all(
      files.map((file) => {
        const pdf = join(folder, `${basename(file, extname(file))}.pdf`);
        return readPdf(pdf).catch((cause: unknown) => {
          throw new Error(`LibreOffice would not open ${basename(file)}: ${said}`, { cause });
        });
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
