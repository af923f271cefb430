import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CellChange, RowAddition } from '../../../src/domain/workbook.ts';
import { nodeFiles, type FileDisk } from '../../../src/disk/whole-file.ts';
import { createWorkbookFile, xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { tabOf } from '../../support/workbooks.ts';
import { refusalOf } from '../../support/refusal.ts';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  path = join(folder, 'Vårt register.xlsx');
  await createWorkbookFile(path, [tabOf('Tiltak', ['ID', 'Status'], [['T-1', 'Åpen']])]);
});

const change = (was: string, becomes: string): CellChange => {
  return {
    kind: 'cell',
    tab: 'Tiltak',
    at: { by: 'id', idColumn: 'ID', id: 'T-1' },
    column: 'Status',
    was,
    becomes,
  };
};

async function write(at = path, was = 'Åpen', becomes = 'Utført') {
  const store = xlsxStore(at);
  return store.write([change(was, becomes)], await store.read());
}

const statusIn = async (file: string) => (await xlsxStore(file).read()).sheets[0]?.rows[1]?.cells[1];

describe('a write', () => {
  it('leaves the file, the copy before it, and nothing else', async () => {
    const before = await readFile(path);
    await write();
    expect(await statusIn(path)).toBe('Utført');
    expect(await readFile(`${path}.bak`)).toEqual(before);
    await write(path, 'Utført', 'Droppet');
    expect(await readdir(folder)).toEqual(['Vårt register.xlsx', 'Vårt register.xlsx.bak']);
    await rm(path);
    await writeFile(path, await readFile(`${path}.bak`));
    expect(await statusIn(path)).toBe('Utført');
  });

  it('keeps the permissions of the file', async () => {
    await chmod(path, 0o640);
    await write();
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('goes to the file that a symbolic link points at', async () => {
    await mkdir(join(folder, 'delt'));
    const link = join(folder, 'delt', 'lenke.xlsx');
    await symlink('../Vårt register.xlsx', link);
    await write(link);
    expect(await readlink(link)).toBe('../Vårt register.xlsx');
    expect(await statusIn(path)).toBe('Utført');
    await writeFile(join(folder, 'delt', '.~lock.lenke.xlsx#'), ',kari,pc,,;');
    expect(await refusalOf(write(link, 'Utført', 'x'))).toMatch(/open in LibreOffice \(kari\)/u);
  });

  it('does not touch the file when every change is refused', async () => {
    const before = await stat(path);
    const results = await write(path, 'noe annet', 'x');
    expect(results).toMatchObject([{ outcome: 'refused' }]);
    expect((await stat(path)).ino).toBe(before.ino);
    expect(await readdir(folder)).toEqual(['Vårt register.xlsx']);
  });

  it('clears away what a killed run left behind', async () => {
    await writeFile(join(folder, '.Vårt register.xlsx.123-abc.tmp'), 'half');
    await writeFile(join(folder, '.Et annet.xlsx.123-abc.tmp'), 'not ours');
    await write();
    expect(await readdir(folder)).toEqual([
      '.Et annet.xlsx.123-abc.tmp',
      'Vårt register.xlsx',
      'Vårt register.xlsx.bak',
    ]);
  });
});

describe('a write is refused, and the file left as it is,', () => {
  it.each<[string, string, Buffer, RegExp]>([
    [
      'in LibreOffice',
      '.~lock.Vårt register.xlsx#',
      Buffer.from('Kari Nordmann,kari,PC-12,23.11.2026 12:00,file:///home;'),
      /open in LibreOffice \(Kari Nordmann\)/u,
    ],
    [
      'in LibreOffice by an account without a name',
      '.~lock.Vårt register.xlsx#',
      Buffer.from(',kari,PC-12,,;'),
      /\(kari\)/u,
    ],
    ['in LibreOffice by nobody knows whom', '.~lock.Vårt register.xlsx#', Buffer.from(''), /\(somebody\)/u],
    ['in Excel', '~$Vårt register.xlsx', excelOwner('Øystein Ås'), /open in Excel \(Øystein Ås\)/u],
    [
      'in an Excel that writes no wide name',
      '~$Vårt register.xlsx',
      Buffer.from('\u0004Kari'),
      /open in Excel \(Kari\)/u,
    ],
  ])('while somebody has it open %s', async (_, name, content, expected) => {
    const before = await readFile(path);
    await writeFile(join(folder, name), content);
    const message = await refusalOf(write());
    expect(message).toMatch(expected);
    expect(message).toContain(`delete the file ${join(folder, name)}`);
    expect(await readFile(path)).toEqual(before);
    expect(await statusIn(path)).toBe('Åpen');
  });

  it('when it has changed since it was read', async () => {
    const store = xlsxStore(path);
    const base = await store.read();
    await write(path, 'Åpen', 'Droppet');
    expect(await refusalOf(store.write([change('Åpen', 'Utført')], base))).toMatch(
      /Vårt register\.xlsx has changed since it was read.*Run this again/u,
    );
    expect(await statusIn(path)).toBe('Droppet');
  });

  it('when it is read-only, also for an administrator', async () => {
    await chmod(path, 0o444);
    expect(await refusalOf(write())).toMatch(/Vårt register\.xlsx is read-only/u);
    await chmod(path, 0o644);
    await chmod(folder, 0o555);
    expect(await refusalOf(write())).toMatch(/The folder .* may not be written to/u);
    await chmod(folder, 0o755);
    expect(await readdir(folder)).toEqual(['Vårt register.xlsx']);
  });

  it('when it has gone, or is a folder', async () => {
    const base = await xlsxStore(path).read();
    await rm(path);
    expect(await refusalOf(xlsxStore(path).write([change('Åpen', 'x')], base))).toMatch(
      /There is no workbook .*npm run init/u,
    );
    expect(await refusalOf(xlsxStore(path).read())).toMatch(/There is no workbook/u);
    await mkdir(path);
    expect(await refusalOf(xlsxStore(path).read())).toMatch(/is a folder, not a workbook/u);
  });

  it('when it is no workbook', async () => {
    const base = await xlsxStore(path).read();
    await writeFile(path, 'ID;Status\n');
    expect(await refusalOf(xlsxStore(path).read())).toMatch(/^Vårt register\.xlsx: The file is plain text/u);
    expect(await refusalOf(xlsxStore(path).write([change('Åpen', 'x')], base))).toMatch(/has changed since/u);
  });
});

it('a new workbook never takes the place of a file that is there', async () => {
  const before = await readFile(path);
  expect(await refusalOf(createWorkbookFile(path, [tabOf('Annet', ['ID'])]))).toMatch(/already there/u);
  expect(await readFile(path)).toEqual(before);
  expect(
    await refusalOf(createWorkbookFile(join(folder, 'ingen', 'x.xlsx'), [tabOf('Annet', ['ID'])])),
  ).toMatch(/There is no folder/u);
  expect(await readdir(folder)).toEqual(['Vårt register.xlsx']);
});

/** A disk that stops before its last step until it is let on, as a machine that sleeps does. */
function sleepyDisk(meanwhile: () => Promise<void>): FileDisk {
  return {
    ...nodeFiles,
    copy: async (from, to) => {
      await nodeFiles.copy(from, to);
      await meanwhile();
    },
  };
}

describe('a writer that slept while it wrote', () => {
  const lockFile = (): string => join(folder, '.Vårt register.xlsx.felles-lock');
  /** A person takes the lock away, and another run writes and is done. */
  const another = async (): Promise<void> => {
    await rm(lockFile());
    await write(path, 'Åpen', 'Droppet');
  };
  const row: RowAddition = { kind: 'row', tab: 'Tiltak', cells: { ID: 'T-2' } };
  const left = async (): Promise<readonly string[]> => readdir(folder);

  it.each<[string, () => Promise<void>, RegExp]>([
    [
      'gives up where another has written',
      another,
      /The lock of Vårt register\.xlsx was removed.*Run this again/u,
    ],
    ['gives up where its lock is gone', () => rm(lockFile()), /was removed/u],
    [
      'gives up where another has the lock',
      () => writeFile(lockFile(), JSON.stringify({ pid: process.pid, host: hostname(), token: 'annen' })),
      /was removed/u,
    ],
    [
      'gives up where somebody saved the file',
      async () => writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(1)])),
      /has changed since it was read/u,
    ],
  ])('%s', async (_, meanwhile, expected) => {
    const store = xlsxStore(path, sleepyDisk(meanwhile));
    const base = await store.read();
    expect(await refusalOf(store.write([change('Åpen', 'Utført')], base))).toMatch(expected);
    expect(['Åpen', 'Droppet']).toContain(await statusIn(path));
    expect((await left()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('leaves what the other has written, and its lock', async () => {
    const store = xlsxStore(path, sleepyDisk(another));
    await refusalOf(store.write([change('Åpen', 'Utført')], await store.read()));
    expect(await statusIn(path)).toBe('Droppet');
    const other = JSON.stringify({ pid: process.pid, host: hostname(), token: 'annen' });
    const third = xlsxStore(
      path,
      sleepyDisk(() => writeFile(lockFile(), other)),
    );
    await refusalOf(third.write([change('Droppet', 'x')], await third.read()));
    expect(await readFile(lockFile(), 'utf8')).toBe(other);
  });

  it('has been overtaken where it was to add rows', async () => {
    const store = xlsxStore(path, sleepyDisk(another));
    expect(await store.addUnlessOvertaken([row], await store.read())).toBe('overtaken');
    expect((await xlsxStore(path).read()).sheets[0]?.rows).toHaveLength(2);
    const again = xlsxStore(path);
    expect(await again.addUnlessOvertaken([row], await again.read())).not.toBe('overtaken');
  });
});

it('a full disk leaves the workbook, and nothing beside it', async () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  const before = await readFile(path);
  for (const step of ['write', 'copy'] as const) {
    const store = xlsxStore(path, {
      ...nodeFiles,
      [step]: async (...where: [string, string & Uint8Array, number]) => {
        await writeFile(step === 'write' ? where[0] : where[1], 'half');
        throw full;
      },
    });
    expect(await refusalOf(store.write([change('Åpen', 'x')], await store.read()))).toMatch(
      /no space left to write/u,
    );
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder)).toEqual(['Vårt register.xlsx']);
  }
});

/** What Excel lays beside an open workbook: 165 bytes with the user's name twice. */
function excelOwner(name: string): Buffer {
  const owner = Buffer.alloc(165, 0x20);
  owner[0] = name.length;
  owner.write(name, 1, 'latin1');
  owner.writeUInt16LE(name.length, 55);
  owner.write(name, 57, 'utf16le');
  return owner;
}
