import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { housePicture, readFolders } from '../../src/app/docs/house-picture.ts';

/** A house of these files, by their path in it. */
function houseOf(files: Readonly<Record<string, string>>): string {
  const top = mkdtempSync(join(tmpdir(), 'felles-house-'));
  onTestFinished(() => rmSync(top, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  return top;
}

const top = (): string =>
  houseOf({
    'base/a.ts': '',
    'world/b.ts': "import { readFile } from 'node:fs/promises';\nimport { a } from '../base/a.ts';\n",
    'paper/room/c.ts':
      "import type { B } from '../../world/b.ts';\nimport {\n  a,\n} from '../../base/a.ts';\n",
    'shell/d.ts':
      "import type { A } from '../base/a.ts';\nexport { c } from '../paper/room/c.ts';\nexport const b = () => import('../world/b.ts');\n",
  });

it('reads every kind of import, and tells those of types alone', () => {
  const shown = readFolders(top()).map(({ name, rooms, isPure, imports }) => [
    name,
    rooms,
    isPure,
    Object.fromEntries([...imports].map(([to, { hasValues }]) => [to, hasValues])),
  ]);
  expect(shown.sort()).toEqual([
    ['base', [], true, {}],
    ['paper', ['room'], true, { base: true, world: false }],
    ['shell', [], true, { base: false, paper: true, world: true }],
    ['world', [], false, { base: true }],
  ]);
});

it('draws a box for each folder and an arrow for each import, and says the same in words', () => {
  const picture = housePicture(readFolders(top()));
  expect(picture.match(/class="name"/gu)).toHaveLength(4);
  expect(picture.match(/marker-end="url\(#(?:plain|cross)\)"/gu)).toHaveLength(6 + 2);
  expect(picture).toContain('paper imports base, world.');
});
