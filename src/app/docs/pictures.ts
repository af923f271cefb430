/**
 * `npm run docs:pictures`: draws what people see of each tab, from the sample of a fixed day, into docs/pictures, and some papers
 * into docs. It needs LibreOffice (soffice), poppler (pdftoppm) and Chromium, and runs only when somebody asks: the pictures are kept with the guides.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import { dayOf } from '../../domain/time.ts';
import { forPictures, pictured, pictureOf } from './picture-sheets.ts';
import { PICTURES_NOW, pictureSums, sumLines, SUMS } from './picture-sums.ts';
import { smallPng } from './small-png.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Dots for an inch: a picture is then about 1,150 wide. */
const DENSITY = '108';

/** Runs a command on the day of the pictures. */
const felles = (folder: string, ...args: readonly string[]): Promise<unknown> =>
  run(process.execPath, [join(root, 'bin', 'felles.js'), ...args, '--now', PICTURES_NOW], { cwd: folder });

/** The sample with IDs and findings, as people have it after the first check. */
async function sampleIn(folder: string): Promise<string> {
  await felles(folder, 'init', '--sample');
  // Its exit code says that problems were found, as they should be.
  await felles(folder, 'check', '--give-ids', '--write').catch(() => undefined);
  return join(folder, 'register.xlsx');
}

/** The papers that README and the documents show: the command, the page that it makes, and the size of the window. */
const papers = [
  { name: 'agenda', command: ['agenda'], page: /saksliste-.*\.nb\.html$/u, size: '900,1160' },
  { name: 'report', command: ['report'], page: /\.nb\.html$/u, size: '900,1740' },
  { name: 'minutes-nb', command: ['minutes'], page: /\.nb\.html$/u, size: '900,2100' },
  { name: 'minutes-nn', command: ['minutes'], page: /\.nn\.html$/u, size: '900,2100' },
  {
    ...{ name: 'announcement', command: ['announce', '--kind', 'announcement'] },
    ...{ page: /message\.nn\.html$/u, size: '720,1120' },
  },
] as const;

/** Each paper of a new sample as Chromium shows its first screen. */
async function drawPapers(folder: string): Promise<void> {
  await felles(folder, 'init', '--sample');
  for (const { name, command, page, size } of papers) {
    const out = join(folder, name);
    await felles(folder, ...command, '--out', out);
    const made = (await readdir(out, { recursive: true })).find((path) => page.test(path));
    await run('chromium', [
      ...['--headless', '--no-sandbox', '--hide-scrollbars', `--window-size=${size}`],
      `--user-data-dir=${join(folder, 'chromium')}`,
      `--screenshot=${join(root, 'docs', `${name}.png`)}`,
      pathToFileURL(join(out, made ?? '')).href,
    ]);
  }
}

/** The page in the browser, as it opens on a new sample. */
async function drawPage(folder: string): Promise<void> {
  await felles(folder, 'init', '--sample');
  const program = join(root, 'bin', 'felles.js');
  const page = spawn(process.execPath, [program, 'start', '--no-open', '--now', PICTURES_NOW], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(page, 'exit');
  try {
    for await (const address of createInterface({ input: page.stdout })) {
      await run('chromium', [
        ...['--headless', '--no-sandbox', '--hide-scrollbars', '--timeout=5000', '--window-size=1100,900'],
        `--user-data-dir=${join(folder, 'chromium')}`,
        `--screenshot=${join(root, 'docs', 'page.png')}`,
        address,
      ]);
      break;
    }
  } finally {
    page.kill('SIGINT');
    await ended;
  }
}

/** A page of a PDF file as a picture: the front page whole, of a table what a screen shows. */
async function draw(pdf: string, page: number, folder: string): Promise<Buffer> {
  const only = ['-r', DENSITY, '-f', String(page), '-l', String(page), '-singlefile'];
  await run('pdftoppm', [...only, pdf, join(folder, 'page')]);
  return smallPng(await readFile(join(folder, 'page.ppm')), page === 1 ? 800 : 420);
}

const folder = await mkdtemp(join(tmpdir(), 'felles-pictures-'));
try {
  await drawPapers(await mkdtemp(join(folder, 'papers-')));
  await drawPage(await mkdtemp(join(folder, 'page-')));
  const workbook = await sampleIn(folder);
  const [files, day] = [unzipSync(await readFile(workbook)), dayOf(PICTURES_NOW)];
  const file = join(folder, 'shown.xlsx');
  await writeFile(file, zipSync(forPictures(files, day)));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run('soffice', [
    profile,
    '--headless',
    '--norestore',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    file,
  ]);
  const target = join(root, 'docs', 'pictures');
  for (const [index, sheet] of pictured.entries()) {
    await writeFile(join(target, pictureOf(sheet)), await draw(join(folder, 'shown.pdf'), index + 1, folder));
  }
  await writeFile(join(target, SUMS), sumLines(pictureSums(files, day)));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
