/** Minutes in the many forms of .docx that Word's and LibreOffice's users make: each is understood alike. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { understandMinutes } from '../../src/papers/minutes/read/understand.ts';
import { readDocx } from '../../src/render/docx/read.ts';
import { readingOf } from '../support/minutes.ts';
import { mustRun, PYTHON, ROOT, temporaryFolder } from './checks/tools.ts';

/** As many again by LibreOffice as make forty files with those that python-docx wrote. */
const THROUGH_OFFICE = 14;

const place = await temporaryFolder();
afterAll(place.remove);
const [written, odt, office] = ['written', 'odt', 'office'].map((name) => join(place.folder, name)) as [
  string,
  string,
  string,
];

const convert = (format: string, out: string, files: readonly string[]): Promise<string> =>
  mustRun('soffice', [
    ...[`-env:UserInstallation=${pathToFileURL(join(place.folder, 'profile')).href}`, '--headless'],
    ...['--norestore', '--convert-to', format, '--outdir', out, ...files],
  ]);

const pathsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).sort().map((name) => join(folder, name));

beforeAll(async () => {
  await mkdir(written);
  await mustRun(PYTHON, [join(ROOT, 'test/documents/checks/write_minutes.py'), written]);
  await convert('odt', odt, (await pathsIn(written)).slice(0, THROUGH_OFFICE));
  await convert('docx', office, await pathsIn(odt));
});

test('forty files of two producers say the same', async () => {
  const files = [...(await pathsIn(written)), ...(await pathsIn(office))];
  expect(files.length).toBeGreaterThanOrEqual(40);
  const read = await Promise.all(
    files.map(async (path): Promise<readonly unknown[]> => {
      const { blocks } = await readDocx(await readFile(path));
      const { cases, actions, unclear } = understandMinutes(blocks, readingOf());
      const all = [...actions, ...cases.flatMap((one) => one.actions)];
      return [
        path.slice(place.folder.length),
        cases.flatMap(({ id, decision }) => (decision === undefined ? [] : [`${String(id)} ${decision}`])),
        all.map(({ text, responsible, deadline }) => [text, responsible?.ids, deadline?.day]),
        unclear,
      ];
    }),
  );
  expect(read).toEqual(
    files.map((path) => [
      path.slice(place.folder.length),
      ['S-2026-008 Vi handler til våren.'],
      [['Ringe kommunene', ['K-2026-001'], '2027-02-01']],
      [],
    ]),
  );
});
