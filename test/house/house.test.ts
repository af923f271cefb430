import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every file under some folders, as paths from the top of the project. */
function filesUnder(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
}

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    engines: versions,
    scripts: versions,
    dependencies: versions,
    devDependencies: versions,
    overrides: versions,
  })
  .parse(JSON.parse(read('package.json')));
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
});
/** The project's, and those of the folders with packages of their own, which `npm ci` here does not install. */
const locks = ['package-lock.json', 'bench/package-lock.json', 'test/windows/package-lock.json'].map((path) =>
  lockSchema.parse(JSON.parse(read(path))),
);

describe('scripts', () => {
  const scripts = filesUnder('scripts');

  test.each(scripts)('%s is under 20 lines', (path) => {
    expect(read(path).trimEnd().split('\n').length).toBeLessThan(20);
  });

  test('each has its npm command, started the same way', () => {
    const names = scripts.map((path) => path.replace(/^scripts\/|\.ts$/gu, ''));
    const wanted = names.map((name) => [name, `node bin/felles.js ${name}`]);
    expect(manifest.scripts).toMatchObject(Object.fromEntries(wanted));
    const started = Object.values(manifest.scripts).filter((command) => command.includes('bin/felles.js'));
    expect(started).toHaveLength(scripts.length);
  });

  test('every other npm command is explained in README.md, CONTRIBUTING.md or docs/', () => {
    const texts = [
      'README.md',
      'CONTRIBUTING.md',
      ...filesUnder('docs').filter((path) => path.endsWith('.md')),
    ];
    const told = texts.map(read).join('\n');
    const untold = Object.keys(manifest.scripts).filter(
      (name) => !new RegExp(`npm (?:run )?${name}(?![\\w:-])`, 'u').test(told),
    );
    expect(untold).toEqual([]);
  });
});

describe('packages', () => {
  test('every version is pinned exactly', () => {
    const apart = ['bench/package.json', 'test/windows/package.json'].map((path) =>
      z.object({ dependencies: versions }).parse(JSON.parse(read(path))),
    );
    const all = [manifest.dependencies, manifest.devDependencies, manifest.overrides]
      .concat(apart.map(({ dependencies }) => dependencies))
      .flatMap((part) => Object.entries(part));
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  test('what runs needs none of those for developers: npm ci --omit=dev is enough', () => {
    const code = filesUnder('src', 'scripts', 'bin').filter((path) => /\.[jt]s$/u.test(path));
    const named = code.flatMap((path) =>
      [...read(path).matchAll(/(?:from|import\() ?'(?<name>(?:@[\w-]+\/)?[a-z][\w.-]*)[/']/gu)].map(
        ({ groups }) => groups?.['name'] ?? '',
      ),
    );
    const packages = new Set(named.filter((name) => name !== 'node'));
    expect(packages.size).toBeGreaterThan(8);
    expect([...packages].filter((name) => !Object.hasOwn(manifest.dependencies, name))).toEqual([]);
  });

  test('no lock names a package host', () => {
    const packages = locks.flatMap((lock) => Object.entries(lock.packages));
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });

  test('install scripts do not run, and only packages that work without them have any', () => {
    expect(read('.npmrc')).toContain('ignore-scripts=true');
    const scripted = locks.flatMap(({ packages }) =>
      Object.keys(packages).filter((name) => packages[name]?.hasInstallScript === true),
    );
    // esbuild checks its own binary; vnu-jar would fetch a Java; fsevents is for macOS and comes built.
    const harmless = ['node_modules/esbuild', 'node_modules/fsevents', 'node_modules/vnu-jar'];
    expect(scripted.filter((name) => !harmless.includes(name))).toEqual([]);
  });
});

describe('the house stands alone', () => {
  const places = [
    ['..', 'shared'],
    ['', 'work', 'main'],
    ['', 'work', 'shared'],
    ['', 'tmp', 'prompts'],
  ].map((parts) => parts.join('/'));

  test('no file points outside the project', () => {
    const files = filesUnder('src', 'scripts', 'test', 'templates', 'docs', 'bench', '.ci', '.github');
    const texts = files.filter((path) => !/\.(?:png|xlsx|docx|zip)$/u.test(path));
    expect(texts.filter((path) => places.some((place) => read(path).includes(place)))).toEqual([]);
  });
});

describe('continuous integration', () => {
  test('runs the same checks on every Node that is promised', () => {
    const workflow = read('.github/workflows/verify.yml');
    expect(manifest.engines).toEqual({ node: '>=20.19' });
    expect(workflow).toContain('node: [20, 22, 24]');
    expect(workflow).toContain('- run: .ci/run');
  });

  test('runs npm ci, all of npm run verify, and the documents', () => {
    const text = read('.ci/run');
    const parts = manifest.scripts['verify']?.replaceAll(/npm (?:run )?/gu, '').split(' && ') ?? [];
    const loop = /^for part in (?<parts>.*); do$/mu.exec(text)?.groups?.['parts']?.split(' ') ?? [];
    const beside = [...text.matchAll(/step npm run (?<part>[\w:]+) \|\| status=1$/gmu)];
    const steps = [...loop, ...beside.map(({ groups }) => groups?.['part'] ?? '')];
    expect(text).toMatch(/^step npm ci$/mu);
    expect(steps.filter((step) => parts.includes(step)).sort()).toEqual([...parts].sort());
    expect(steps).toEqual(
      expect.arrayContaining(['verify:documents', 'test:campaigns', 'test:crash', 'test:windows']),
    );
  });
});
