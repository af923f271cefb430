import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { readPdf, type Printed } from './print.ts';
import { mustRun } from './tools.ts';

/**
 * Opens files in LibreOffice, saves them in another format and reads those back, in their order. It starts once for all,
 * and their names must differ. Throws when LibreOffice will not have a file: without a screen it repairs nothing.
 */
async function throughOffice<T>(
  files: readonly string[],
  format: string,
  read: (path: string) => Promise<T>,
): Promise<readonly T[]> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-office-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    // A day in a formula is that of Oslo, as for everybody who has the register.
    const said = await mustRun('env', [
      ...['TZ=Europe/Oslo', 'soffice', profile, '--headless', '--norestore'],
      ...['--convert-to', format, '--outdir', folder, ...files],
    ]);
    return await Promise.all(
      files.map((file) =>
        read(join(folder, `${basename(file, extname(file))}.${format}`)).catch((cause: unknown) => {
          throw new Error(`LibreOffice would not open ${basename(file)}: ${said}`, { cause });
        }),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Prints .docx or .xlsx files to PDF. */
export const openInOffice = (files: readonly string[]): Promise<readonly Printed[]> =>
  throughOffice(files, 'pdf', readPdf);

/** What LibreOffice computes in .xlsx files: every formula anew, where a file holds no result of it. */
export const computeInOffice = (files: readonly string[]): Promise<readonly Workbook[]> =>
  throughOffice(files, 'xlsx', async (path) => readWorkbook(await readFile(path), basename(path)));
