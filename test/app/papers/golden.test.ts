/** Every paper of the registry: what it should say, and what must be there beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, paperSamples } from '../../support/paper-samples.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

const root = join(import.meta.dirname, '../../..');
let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

describe.each(paperSamples)('$sample', (one) => {
  const { paper, argv } = one;

  it('reads as its golden files, in each format and written standard', async () => {
    const { code, stdout, stderr } = await world.run(paper, argv);
    expect([code, stderr.includes('Felles. Please report')]).toEqual([0, false]);
    const files = filesOf(one, stdout);
    expect(files.length).toBeGreaterThan(0);
    const missing: string[] = [];
    for (const { set, path, ending } of files.filter((file) => !file.ending.endsWith('docx'))) {
      const golden = `test/golden/${paper.name}/${set}.${ending}`;
      if (!existsSync(join(root, golden))) missing.push(golden);
      await expect(await readFile(join(world.folder, path), 'utf8')).toMatchFileSnapshot(join(root, golden));
    }
    expect(missing, 'these golden files were not there: read what is in them now, and commit them').toEqual(
      [],
    );
  });

  it.each(['docs/drift.nb.md', 'docs/drift.nn.md', 'docs/commands.md', 'README.md', 'package.json'])(
    'has its entry in %s',
    (document) => {
      const text = readFileSync(join(root, document), 'utf8');
      const named = new RegExp(`(?:npm run |felles\\.js |#)${paper.name}(?![\\w-])`, 'u');
      expect(named.test(text), `${document} lacks ${paper.name}: run «npm run docs»`).toBe(true);
    },
  );
});

it('only the digest tells what stands in Beskrivelse of an activity, as the note of the column says', () => {
  const rows = readFileSync(join(root, 'src/register/sample/activities.json'), 'utf8');
  const written = [...rows.matchAll(/"Beskrivelse": "(?<words>[^"{]{20,})"/gu)].map((one) => one[1] ?? '');
  const golden = join(root, 'test/golden');
  const pages = readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  const telling = pages.filter((path) => {
    const page = readFileSync(join(golden, path), 'utf8');
    return written.some((words) => page.includes(words));
  });
  expect(new Set(telling.map((path) => path.split(/[\\/]/u)[0]))).toEqual(new Set(['digest']));
});
