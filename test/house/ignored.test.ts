import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** An empty repository with our `.gitignore`: whether the project itself is one does not matter. */
let repository: string;
beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'felles-ignored-'));
  execFileSync('git', ['init', '--quiet', repository]);
  copyFileSync(join(root, '.gitignore'), join(repository, '.gitignore'));
});
afterAll(() => {
  rmSync(repository, { recursive: true });
});

/** Those of the paths that git would leave out. */
function ignoredOf(paths: readonly string[]): readonly string[] {
  const given = { cwd: repository, input: paths.join('\0'), encoding: 'utf8', stdio: 'pipe' } as const;
  try {
    return execFileSync('git', ['check-ignore', '--no-index', '--stdin', '-z'], given)
      .split('\0')
      .slice(0, -1);
  } catch (error) {
    // 1: none of them.
    if (error instanceof Error && 'status' in error && error.status === 1) return [];
    throw error;
  }
}

const takenOf = (paths: readonly string[]): readonly string[] => {
  const ignored = new Set(ignoredOf(paths));
  return paths.filter((path) => !ignored.has(path));
};

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** The project's own files that the guides and the code speak of. */
const own = new Set(['package.json', 'package-lock.json', 'tsconfig.json', 'knip.json', '.env.example']);

/** Every file of a kind that Felles makes or asks for, by the names that the guides, the settings and the help give it. */
function proposed(): readonly string[] {
  const texts = ['.env.example', 'README.md', ...filesUnder('docs'), ...filesUnder('src/app')].filter(
    (path) => /\.(?:md|ts|example)$/u.test(path),
  );
  const kinds = 'json|ndjson|mbox|eml|msg|xlsx|xlsm|xls|ods|csv|docx|bak|tmp|pem|p12|log';
  const name = new RegExp(String.raw`(?<![\w.*…)}-])[\w.-]*\w\.(?:${kinds})(?![\w-])`, 'gu');
  const found = texts.flatMap((path) => readFileSync(join(root, path), 'utf8').match(name) ?? []);
  return [...new Set(found)].filter((file) => !own.has(file));
}

describe('git leaves out', () => {
  test('every file that the guides and the help name, here and in a folder', () => {
    const names = proposed();
    expect(names).toEqual(
      expect.arrayContaining([
        'register.xlsx',
        'service-account.json',
        'client_secret.json',
        'retur.mbox',
        'before.json',
      ]),
    );
    expect(takenOf(names.flatMap((name) => [name, `arkiv/2026/${name}`]))).toEqual([]);
  });

  test('what Felles lays beside a register, and what it keeps', () => {
    const beside = [
      ...['.register.xlsx.4711-k3j2h1g0.tmp', 'register.xlsx.bak', '.register.xlsx.felles-lock'],
      ...['.register.xlsx.felles-lock.judging', '.~lock.register.xlsx#', '~$register.xlsx'],
      ...['out/agenda/saksliste.nb.html', 'out/announce/.making-x1/mailing.json', '.felles/journal/x'],
      ...[
        'state/machine',
        'min-state/journal/file/a-2026-038-0123456789abcdef.ndjson',
        'login.json.0a1b2c.tmp',
      ],
      ...[
        'node_modules/.cache/felles/inputs.txt',
        'papirer/agenda/saksliste.nn.docx',
        'papirer/kalender.nb.ics',
      ],
    ];
    expect(takenOf(beside)).toEqual([]);
  });

  test('what people lay here by other names', () => {
    const others = [
      ...['.env', '.env.local', '.env.production', '.env~', '.env.bak', 'arkiv/.env'],
      ...[
        'felles-prosjekt-1a2b3c4d5e6f.json',
        'client_secret_1-a.apps.googleusercontent.com.json',
        'key.p12',
      ],
      ...['Aktivitetsregister 2026.xlsx', 'Kopi av register.xlsm', 'register.ods', 'mottakere.csv'],
      ...['Retur.mbox/mbox', 'retur/1.eml', 'retur.msg', 'arkiv.pst'],
    ];
    expect(takenOf(others)).toEqual([]);
  });
});

describe('git takes', () => {
  test('every file of the project', () => {
    const folders = ['bench', 'bin', 'docs', 'scripts', 'src', 'templates', 'test'];
    const top = ['.env.example', '.gitignore', '.prettierrc.json', 'README.md', 'eslint.config.js', ...own];
    const files = [...top, ...folders.flatMap((folder) => filesUnder(folder))];
    expect(ignoredOf(files.filter((file) => !file.endsWith('.DS_Store')))).toEqual([]);
  });

  test('new files that tests read', () => {
    const endings = ['xlsx', 'xlsm', 'eml', 'mbox', 'msg', 'csv', 'json', 'ics'];
    expect(ignoredOf(endings.map((ending) => `test/fixtures/new/file.${ending}`))).toEqual([]);
  });
});
