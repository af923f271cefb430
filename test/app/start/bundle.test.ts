import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBundle, runBundle, type Bundle } from '../../../src/app/start/bundle.ts';
import { bundleFile, diskStates, hashOf, unchangedBundle } from '../../../src/app/start/inputs.ts';
import { cacheFolder, writeSealed } from '../../../src/app/start/kept-files.ts';
import { entries, makeBundle, recipe } from '../../../src/app/start/make-bundle.ts';
import { loadedIn } from '../../../src/app/start/start.ts';

/** A project of two source files that puts on globalThis what it says. */
const main = `import { greeting } from './greeting.ts';
export async function main(name: string, readable: (stack: string) => string): Promise<void> {
  const say = (words: string): unknown => Reflect.set(globalThis, 'said', words);
  try {
    say(greeting(name));
  } catch (error) {
    if (error instanceof Error) say(readable(error.stack ?? ''));
  }
}
`;
const greeting = (words: string): string => `// The first line.
export function greeting(name: string): string {
  if (name === 'fault') throw new TypeError('none to greet');
  return '${words}, ' + name;
}
`;

let root: string;
const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'felles æ-')));
  await Promise.all([...recipe, entries.starter].map((path) => write(path, '')));
  await write('src/app/main.ts', main);
  await write('src/app/greeting.ts', greeting('Hei'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

async function made(): Promise<Bundle> {
  const bundle = await makeBundle(root);
  if (bundle === undefined) throw new Error('no bundle was made');
  return bundle;
}

async function said(bundle: Bundle, command = 'du'): Promise<unknown> {
  await runBundle(bundle, command);
  return Reflect.get(globalThis, 'said');
}

/** A process that makes the bundle so many times, one after the other. It ends with 0 when each could be made. */
function maker(project: string, times: number): ChildProcess {
  const module = pathToFileURL(join(import.meta.dirname, '../../../src/app/start/make-bundle.ts')).href;
  const code = `import { makeBundle } from ${JSON.stringify(module)};
    for (let n = 0; n < ${String(times)}; n += 1)
      if ((await makeBundle(${JSON.stringify(project)})) === undefined) process.exitCode = 1;`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    stdio: 'inherit',
    cwd: join(import.meta.dirname, '../../..'),
  });
}

const kept = async (ending: string): Promise<string[]> =>
  (await readdir(cacheFolder(root))).filter(
    (name) => name.endsWith(ending) && (name === ending || name !== 'start.js'),
  );

describe('a bundle', () => {
  test('is found again while nothing has changed, and does what the sources say', async () => {
    expect(findBundle(root)).toBeUndefined();
    const bundle = await made();
    expect(findBundle(root)).toEqual(bundle);
    expect(await said(bundle)).toBe('Hei, du');
  });

  test.each(['src/app/greeting.ts', entries.starter, ...recipe])(
    'is not found once %s has changed',
    async (path) => {
      await made();
      await write(path, `${await readFile(join(root, path), 'utf8')}\n`);
      expect(findBundle(root)).toBeUndefined();
    },
  );

  test('is not found once a source is gone', async () => {
    await made();
    await rm(join(root, 'src/app/greeting.ts'));
    expect(findBundle(root)).toBeUndefined();
  });

  test('is found again once a change is taken back, only as long as no other has been made', async () => {
    const first = await made();
    await write('src/app/greeting.ts', greeting('Hallo'));
    const second = await made();
    expect(await said(second)).toBe('Hallo, du');
    expect(await kept('.js')).toHaveLength(1);
    await write('src/app/greeting.ts', greeting('Hei'));
    expect(findBundle(root)).toBeUndefined();
    expect(await made()).toEqual(first);
  });

  test('is never missing while other runs make it again', async () => {
    const first = await made();
    const makers = [maker(root, 15), maker(root, 15)];
    const runs = ({ exitCode, signalCode }: ChildProcess): boolean =>
      exitCode === null && signalCode === null;
    while (makers.some(runs)) {
      const found = findBundle(root);
      if (found?.code !== first.code) expect(found).toEqual(first);
      await setImmediate();
    }
    expect(makers.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(await made()).toEqual(first);
  });

  test('leaves the drafts of other runs, and takes those away that killed runs have left', async () => {
    const { file } = await made();
    const [young, old] = [randomUUID(), randomUUID()].map((id) => `${file}.${id}`);
    if (young === undefined || old === undefined) throw new Error('no drafts');
    await Promise.all([young, old].map((path) => writeFile(path, 'half')));
    await utimes(old, new Date(0), new Date(0));
    await made();
    expect(await readdir(cacheFolder(root))).toContain(basename(young));
    expect(await readdir(cacheFolder(root))).not.toContain(basename(old));
  });

  test('has a name that tells contents, their files and the place of the project apart', () => {
    const name = (place: string, ...files: readonly (readonly [string, string])[]): string =>
      bundleFile(
        place,
        files.map(([path, content]) => ({ path, hash: hashOf(content) })),
      )
        .split(/[\\/]/u)
        .slice(-1)
        .join('');
    const names = [
      name('/a', ['b', 'c'], ['d', 'e']),
      name('/other', ['b', 'c'], ['d', 'e']),
      name('/a', ['b', 'ce'], ['d', '']),
      name('/a', ['b', ''], ['d', 'ce']),
      name('/a', ['b', 'c']),
      name('/a', ['d', 'c'], ['b', 'e']),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  test('knows where each source stands', async () => {
    await write('src/app/greeting.ts', 'export const greeting = (): string => import.meta.url;');
    const url = await said(await made());
    expect(decodeURIComponent(String(url))).toBe(`file://${join(root, 'src/app/greeting.ts')}`);
  });

  test('tells of a fault at its place in the sources', async () => {
    expect(await said(await made(), 'fault')).toMatch(
      `TypeError: none to greet\n    at greeting (${join(root, 'src/app/greeting.ts')}:3:31)\n    at Object.main (${join(root, 'src/app/main.ts')}:5:9)`,
    );
  });
});

describe('a bundle whose inputs are told by their state on the disk', () => {
  const source = 'src/app/greeting.ts';
  /** As the next run sees the disk, a minute from now. */
  const later = () => diskStates(Date.now() + 60_000);
  const settled = async (): Promise<Bundle> => {
    const bundle = await made();
    expect(unchangedBundle(root, later())).toBe(bundle.file);
    return bundle;
  };

  test('is found without reading them', async () => {
    const { file } = await made();
    expect(unchangedBundle(root, () => 'as it was')).toBe(file);
    await write(source, greeting('Hallo'));
    expect(unchangedBundle(root, () => 'as it was')).toBe(file);
    expect(unchangedBundle(root, () => 'another')).toBeUndefined();
  });

  test('is found when one was written anew with the same content, and its new state is recorded', async () => {
    const { file } = await settled();
    const record = await readFile(join(cacheFolder(root), 'inputs.txt'));
    await write(source, greeting('Hei'));
    expect(unchangedBundle(root, later())).toBe(file);
    expect((await readFile(join(cacheFolder(root), 'inputs.txt'))).equals(record)).toBe(false);
  });

  test('is not found after an edit that kept size and time, as copies and checkouts do', async () => {
    await settled();
    const { atime, mtime } = await stat(join(root, source));
    await write(source, greeting('Hoi'));
    await utimes(join(root, source), atime, mtime);
    expect(unchangedBundle(root, later())).toBeUndefined();
  });

  test('is not found after another file of the same size and time took the place of one', async () => {
    await settled();
    const { atime, mtime } = await stat(join(root, source));
    await write('other.ts', greeting('Hoi'));
    await utimes(join(root, 'other.ts'), atime, mtime);
    await rename(join(root, 'other.ts'), join(root, source));
    expect(unchangedBundle(root, later())).toBeUndefined();
  });

  test('trusts no state that a second edit within the same tick of the clock would leave as well', async () => {
    await made();
    await write(source, greeting('Hoi'));
    const { mtimeMs, ctimeMs } = await stat(join(root, source));
    const written = Math.max(mtimeMs, ctimeMs);
    expect(diskStates(written)(join(root, source))).toBe('');
    expect(diskStates(written + 2000)(join(root, source))).toBe('');
    expect(later()(join(root, source))).not.toBe('');
    expect(findBundle(root)).toBeUndefined();
  });

  test('trusts no time that lies ahead of the clock', async () => {
    const ahead = new Date(Date.now() + 3_600_000);
    await utimes(join(root, source), ahead, ahead);
    expect(later()(join(root, source))).toBe('');
    await made();
    await write(source, greeting('Hoi'));
    await utimes(join(root, source), ahead, ahead);
    expect(unchangedBundle(root, later())).toBeUndefined();
  });

  test('trusts no state of a disk that other machines write to', async () => {
    const { file } = await settled();
    const shared = diskStates(Date.now() + 60_000, () => false);
    expect(shared(join(root, source))).toBe('');
    expect(unchangedBundle(root, shared)).toBe(file);
    await write(source, greeting('Hoi'));
    expect(unchangedBundle(root, shared)).toBeUndefined();
  });

  test('is not found where the project was copied or moved to, and is made there anew', async () => {
    await settled();
    const first = root;
    const copy = `${root}-copy`;
    await cp(first, copy, { recursive: true, preserveTimestamps: true });
    root = copy;
    expect(findBundle(root)).toBeUndefined();
    await write(source, greeting('Hallo'));
    expect(await said(await made())).toBe('Hallo, du');
    root = first;
    await rm(copy, { recursive: true });
    expect(await said(await made())).toBe('Hei, du');
  });
});

describe('what V8 compiled', () => {
  const compiled = (bundle: Bundle): string => bundle.file.replace(/js$/u, 'du.v8');

  test('is kept for each command', async () => {
    const bundle = await made();
    await said(bundle);
    await said(bundle, 'dere');
    expect(await kept('.v8')).toHaveLength(2);
    expect((await readFile(compiled(bundle))).length).toBeGreaterThan(100);
  });

  test('is made anew when it is damaged', async () => {
    const bundle = await made();
    await writeFile(compiled(bundle), 'nothing that V8 wrote');
    expect(await said(bundle)).toBe('Hei, du');
    expect((await readFile(compiled(bundle))).length).toBeGreaterThan(100);
  });
});

describe('a damaged file in the cache', () => {
  const damages: Readonly<Record<string, (path: string, content: Buffer) => Promise<void>>> = {
    'cut at half': (path, content) => writeFile(path, content.subarray(0, content.length / 2)),
    'without its last byte': (path, content) => writeFile(path, content.subarray(0, -1)),
    'of zeros': (path, content) => writeFile(path, Buffer.alloc(content.length)),
    'with zeros at its end': (path, content) =>
      writeFile(
        path,
        Buffer.concat([content.subarray(0, content.length / 2), Buffer.alloc(content.length / 2)]),
      ),
    'with another first byte': (path, content) => writeFile(path, flipped(content, 0)),
    'with another byte in the middle': (path, content) =>
      writeFile(path, flipped(content, content.length / 2)),
    'with another last byte': (path, content) => writeFile(path, flipped(content, content.length - 1)),
    empty: (path) => writeFile(path, ''),
    'that is a folder': async (path) => {
      await rm(path);
      await mkdir(join(path, 'with something in it'), { recursive: true });
    },
    'that nobody may write': (path) => chmod(path, 0o400),
    'that is gone': (path) => rm(path),
  };
  const flipped = (content: Buffer, at: number): Buffer => {
    const copy = Buffer.from(content);
    copy.writeUInt8(copy.readUInt8(Math.floor(at)) ^ 1, Math.floor(at));
    return copy;
  };
  const run = async (): Promise<unknown> => {
    Reflect.set(globalThis, 'said', undefined);
    const command = await loadedIn(root, 'du');
    await command?.();
    const words: unknown = Reflect.get(globalThis, 'said');
    return words;
  };
  /** The record without its checksum and the states: a run that comes seconds later may trust more of those. */
  const withoutStates = (record: Buffer): Buffer =>
    Buffer.from(
      record
        .toString()
        .replace(/^.*\n/u, '')
        .replaceAll(/\t[^\t\n]*$/gmu, ''),
    );
  const filesThere = async (): Promise<ReadonlyMap<string, Buffer>> => {
    const names = (await readdir(cacheFolder(root))).filter((name) => !name.endsWith('.map'));
    return new Map(
      await Promise.all(
        names.map(async (name) => {
          const content = await readFile(join(cacheFolder(root), name));
          return [name, name === 'inputs.txt' ? withoutStates(content) : content] as const;
        }),
      ),
    );
  };

  const endings = ['.js', '.du.v8', 'inputs.txt', 'start.js'] as const;
  test.each(endings.flatMap((ending) => Object.keys(damages).map((damage) => [ending, damage] as const)))(
    '%s %s is mended by the next run, which works',
    async (ending, damage) => {
      expect(await run()).toBe('Hei, du');
      const [name = ''] = await kept(ending);
      const path = join(cacheFolder(root), name);
      await damages[damage]?.(path, await readFile(path));
      expect(await run()).toBe('Hei, du');
      const files = await filesThere();
      expect(files.size).toBe(4);
      expect(findBundle(root)).toBeDefined();
      expect(await run()).toBe('Hei, du');
      expect(await filesThere()).toEqual(files);
    },
  );

  test('is not run as what V8 compiled when another build of Node made it', async () => {
    await run();
    const [name = ''] = await kept('.v8');
    const path = join(cacheFolder(root), name);
    const own = await readFile(path);
    writeSealed(path, Buffer.from('what another build compiled'), 'another build');
    expect(await run()).toBe('Hei, du');
    expect((await readFile(path)).length).toBeGreaterThan(own.length / 2);
  });

  test('is made anew when it is whole and cannot be loaded', async () => {
    const bundle = await made();
    writeSealed(bundle.file, Buffer.from('(function (module, require) { throw new Error() })'));
    expect(await run()).toBe('Hei, du');
    expect(findBundle(root)).toEqual(bundle);
  });

  test('takes the places in a stack away, and no more', async () => {
    const bundle = await made();
    await writeFile(`${bundle.file}.map`, 'none');
    expect(await said(bundle, 'fault')).toMatch(`TypeError: none to greet\n    at greeting (${bundle.file}:`);
    await run();
    expect(await said(bundle, 'fault')).toMatch('src/app/greeting.ts:3:31');
  });
});

describe('without a bundle the sources are run', () => {
  test('when there is no folder to keep it in', async () => {
    await write('node_modules/.cache', 'a file where the folder should be');
    expect(await makeBundle(root)).toBeUndefined();
  });

  test('when they cannot be bundled', async () => {
    await write('src/app/greeting.ts', 'export const greeting = (;');
    expect(await makeBundle(root)).toBeUndefined();
  });
});

const felles = join(import.meta.dirname, '../../..');

test('the sources of Felles can be bundled, every command among them', async () => {
  const bundle = await makeBundle(felles);
  expect(findBundle(felles)).toEqual(bundle);
  expect(bundle?.code).toContain('checkTemplatesCommand');
});

describe('a command', { timeout: 60_000 }, () => {
  const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: felles });
  const ways = [
    ['npm starts it', ['bin/felles.js', 'check', '--help']],
    ['tsx starts its script', ['--import', 'tsx', 'scripts/check.ts', '--help']],
  ] as const;

  test.each(ways)(
    'runs from the bundle when %s, and prints nothing beside its own words',
    async (_, args) => {
      const { stdout, stderr } = await run(...args);
      expect(stdout).toContain('npm run check');
      expect(stderr).toBe('');
      expect(findBundle(felles)).toBeDefined();
    },
  );

  test('needs no tsx while the bundle is that of the sources', async () => {
    await makeBundle(felles);
    const record = pathToFileURL(join(felles, 'test/house/record-loads.js')).href;
    const loaded = join(root, 'loaded.txt');
    await promisify(execFile)(process.execPath, ['--import', record, 'bin/felles.js', 'check', '--help'], {
      cwd: felles,
      env: { ...process.env, LOADED_MODULES: loaded },
    });
    const modules = (await readFile(loaded, 'utf8')).trim().split('\n');
    expect(modules.filter((url) => url.startsWith('file:') && !url.endsWith('/bin/felles.js'))).toEqual([]);
  });
});
