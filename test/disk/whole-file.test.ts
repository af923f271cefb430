import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createFiles, nodeFiles } from '../../src/disk/whole-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const files = (...names: string[]) =>
  names.map((name) => ({ path: join(folder, name), bytes: Buffer.from(`i ${name}`) }));

it('new files are there whole', async () => {
  await createFiles(files('a', 'b'));
  expect(await readdir(folder)).toEqual(['a', 'b']);
  expect(await readFile(join(folder, 'b'), 'utf8')).toBe('i b');
});

it.each([1, 2, 3])('a disk that is full at file %d leaves none of them', async (fullAt) => {
  let count = 0;
  const disk = {
    ...nodeFiles,
    write: async (path: string, bytes: Uint8Array, mode: number) => {
      count += 1;
      if (count < fullAt) return nodeFiles.write(path, bytes, mode);
      await writeFile(path, 'ha');
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    },
  };
  await expect(createFiles(files('a', 'b', 'c'), disk)).rejects.toThrow('full');
  expect(await readdir(folder)).toEqual([]);
});

it('a file that is there stays, and none of the others comes', async () => {
  await writeFile(join(folder, 'b'), 'før');
  await expect(createFiles(files('a', 'b', 'c'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readdir(folder)).toEqual(['b']);
  expect(await readFile(join(folder, 'b'), 'utf8')).toBe('før');
});
