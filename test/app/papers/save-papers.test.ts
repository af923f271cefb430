import fc from 'fast-check';
import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileName, savePapers } from '../../../src/app/papers/save-papers.ts';
import { hashOf } from '../../../src/app/start/inputs.ts';
import { nodeFiles, type FileDisk } from '../../../src/disk/whole-file.ts';
import { UserError } from '../../../src/domain/user-error.ts';

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'felles-'));
});
afterEach(async () => {
  await rm(out, { recursive: true });
});

const set = (text: string): { ending: string; content: string }[] => [
  { ending: '.nb.html', content: `<p>${text}</p>` },
  { ending: '.nb.txt', content: text },
];
const save = async (text: string): Promise<readonly (readonly [string, boolean])[]> =>
  (await savePapers(out, 'agenda', 'saksliste', set(text))).map(({ path, unchanged }) => [
    basename(path),
    unchanged,
  ]);

describe('saving papers', () => {
  it('writes the set', async () => {
    expect(await save('en')).toEqual([
      ['saksliste.nb.html', false],
      ['saksliste.nb.txt', false],
    ]);
  });

  it('leaves what is the same', async () => {
    await save('en');
    expect(await save('en')).toEqual([
      ['saksliste.nb.html', true],
      ['saksliste.nb.txt', true],
    ]);
  });

  it('keeps a calendar that differs in nothing but when it was made, with its time', async () => {
    const calendar = (made: string, title: string): Promise<readonly (readonly [string, boolean])[]> => {
      const content = `UID:a\r\nDTSTAMP:${made}\r\nSUMMARY:${title}\r\n`;
      return savePapers(out, 'calendar', 'plan', [{ ending: '.ics', content }]).then((saved) =>
        saved.map(({ path, unchanged }) => [basename(path), unchanged]),
      );
    };
    expect(await calendar('20261123T110000Z', 'Møte')).toEqual([['plan.ics', false]]);
    expect(await calendar('20261124T080000Z', 'Møte')).toEqual([['plan.ics', true]]);
    expect(await readFile(join(out, 'calendar', 'plan.ics'), 'utf8')).toContain('20261123T110000Z');
    expect(await calendar('20261124T080000Z', 'Kvartalsmøte')).toEqual([['plan-v2.ics', false]]);
  });

  it('never overwrites: a whole new version, also when only one file was edited', async () => {
    await save('en');
    await writeFile(join(out, 'agenda', 'saksliste.nb.txt'), 'skrevet for hånd');
    expect(await save('en')).toEqual([
      ['saksliste-v2.nb.html', false],
      ['saksliste-v2.nb.txt', false],
    ]);
    expect(await save('to')).toEqual([
      ['saksliste-v3.nb.html', false],
      ['saksliste-v3.nb.txt', false],
    ]);
    expect(await readFile(join(out, 'agenda', 'saksliste.nb.txt'), 'utf8')).toBe('skrevet for hånd');
    expect(await save('en')).toEqual([
      ['saksliste-v2.nb.html', true],
      ['saksliste-v2.nb.txt', true],
    ]);
  });

  it('makes content that is known by its hash only where no file has it, with the same versions', async () => {
    const made: string[] = [];
    const saveKnown = async (text: string): Promise<readonly (readonly [string, boolean])[]> => {
      const make = (): Promise<Uint8Array> => {
        made.push(text);
        return Promise.resolve(Buffer.from(text));
      };
      const files = [
        { ending: '.nb.txt', content: 'en' },
        { ending: '.nb.docx', content: { hash: hashOf(text), make } },
      ];
      const saved = await savePapers(out, 'agenda', 'saksliste', files);
      return saved.map(({ path, unchanged }) => [basename(path), unchanged]);
    };
    expect(await saveKnown('W')).toEqual([
      ['saksliste.nb.txt', false],
      ['saksliste.nb.docx', false],
    ]);
    expect(await saveKnown('W')).toEqual([
      ['saksliste.nb.txt', true],
      ['saksliste.nb.docx', true],
    ]);
    expect(made).toEqual(['W']);
    await writeFile(join(out, 'agenda', 'saksliste.nb.docx'), 'W, and typed in');
    expect(await saveKnown('W')).toEqual([
      ['saksliste-v2.nb.txt', false],
      ['saksliste-v2.nb.docx', false],
    ]);
    expect(made).toEqual(['W', 'W']);
    expect(await readFile(join(out, 'agenda', 'saksliste-v2.nb.docx'), 'utf8')).toBe('W');
  });

  it('stays inside the folder', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'felles-'));
    await symlink(elsewhere, join(out, 'agenda'));
    await expect(save('en')).rejects.toThrow(UserError);
    expect(await readdir(elsewhere)).toEqual([]);
    await rm(elsewhere, { recursive: true });
  });

  it('says so when the folder is a file', async () => {
    await writeFile(join(out, 'agenda'), '');
    await expect(save('en')).rejects.toThrow(/cannot be made/u);
  });
});

describe('a disk that is full', () => {
  const full = (at: number): FileDisk => {
    let count = 0;
    return {
      ...nodeFiles,
      write: async (path, bytes, mode) => {
        count += 1;
        if (count < at) return nodeFiles.write(path, bytes, mode);
        await writeFile(path, bytes.subarray(0, 2));
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
  };

  it.each([1, 2])('at file %d leaves no paper, whole or cut', async (at) => {
    const saving = savePapers(out, 'agenda', 'saksliste', set('en'), full(at));
    await expect(saving).rejects.toThrow(/could not be written/u);
    expect(await readdir(join(out, 'agenda'))).toEqual([]);
    expect(await save('en')).toEqual([
      ['saksliste.nb.html', false],
      ['saksliste.nb.txt', false],
    ]);
  });

  it('leaves the version before', async () => {
    await save('en');
    await expect(savePapers(out, 'agenda', 'saksliste', set('to'), full(2))).rejects.toThrow(UserError);
    expect(await readdir(join(out, 'agenda'))).toEqual(['saksliste.nb.html', 'saksliste.nb.txt']);
  });
});

it('two runs that make the same papers at once get versions of their own', async () => {
  const both = await Promise.all(['en', 'to', 'en'].map((text) => save(text)));
  const names = await readdir(join(out, 'agenda'));
  expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  for (const [index, text] of ['en', 'to', 'en'].entries())
    for (const [name] of both[index] ?? [])
      expect(await readFile(join(out, 'agenda', name), 'utf8')).toContain(text);
});

describe('file names', () => {
  it.each([
    ['../../x', 'x'],
    ['CON', 'con-fil'],
    ['a:b', 'a-b'],
    ['Blåbærgrøt. ', 'blabaergrot'],
    ['', 'fil'],
    ['x'.repeat(300), 'x'.repeat(80)],
  ])('%s', (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  it('are always plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fileName(text)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,82}[a-z0-9])?$/u);
      }),
    );
  });
});
