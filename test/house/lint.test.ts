import { join } from 'node:path';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The rules of the house but for those that need types: quick, and the planted files need not exist. */
const quick = new ESLint({
  cwd: root,
  overrideConfig: defineConfig({ files: ['**/*.ts'], extends: [tseslint.configs.disableTypeChecked] }),
});

async function rulesBroken(eslint: ESLint, path: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) });
  return [...new Set(result?.messages.map((message) => message.ruleId))];
}

/** With the first line of the code as its title. */
function titled([path, code, rule]: readonly [string, string, string?]) {
  return [path, code.split('\n', 1).join(''), code, rule] as const;
}

const IMPORTS = '@typescript-eslint/no-restricted-imports';
const lines = (count: number): string => 'f();\n'.repeat(count);

const PLANTED: readonly (readonly [path: string, code: string, rule: string])[] = [
  // The layers stand in the order in which data travels.
  ['src/domain/x.ts', "import { a } from '../register/a.ts';\na();", IMPORTS],
  ['src/domain/x.ts', "import type { A } from '../stores/store.ts';\nexport type B = A;", IMPORTS],
  ['src/register/x.ts', "export { a } from '../papers/a.ts';", IMPORTS],
  ['src/register/tabs/x.ts', "import { a } from '../../language/nb.ts';\na();", IMPORTS],
  ['src/papers/x.ts', "import { a } from '../render/a.ts';\na();", IMPORTS],
  ['src/language/x.ts', "import type { A } from '../papers/a.ts';\nexport type B = A;", IMPORTS],
  ['src/render/x.ts', "import type { A } from '../register/a.ts';\nexport type B = A;", IMPORTS],
  ['src/language/x.ts', "import { a } from '../register/a.ts';\na();", IMPORTS],
  ['src/stores/xlsx/x.ts', "import { a } from '../../register/a.ts';\na();", IMPORTS],
  ['src/disk/x.ts', "import { a } from '../stores/a.ts';\na();", IMPORTS],
  ['src/google/x.ts', "import { a } from '../stores/a.ts';\na();", IMPORTS],
  ['src/google/x.ts', "import { a } from '../app/a.ts';\na();", IMPORTS],
  ['src/register/x.ts', "import type { A } from '../google/a.ts';\nexport type B = A;", IMPORTS],
  [
    'src/google/x.ts',
    "import { sheets } from 'googleapis/build/src/apis/sheets/index.js';\nsheets();",
    IMPORTS,
  ],
  ['src/google/x.ts', "import { JWT } from 'google-auth-library';\nnew JWT();", IMPORTS],
  ['src/delivery/x.ts', "import { a } from '../papers/a.ts';\na();", IMPORTS],
  ['src/delivery/x.ts', "import { a } from '../stores/a.ts';\na();", IMPORTS],
  ['src/delivery/x.ts', "import { a } from '../app/a.ts';\na();", IMPORTS],
  ['src/app/x.ts', "import { a } from '../../test/support/a.ts';\na();", IMPORTS],
  ['src/register/x.ts', "export const a = await import('../papers/a.ts');", 'no-restricted-syntax'],
  ['scripts/x.ts', "import { a } from '../src/stores/a.ts';\na();", IMPORTS],
  // The middle is pure, and so are the definitions of papers.
  ...['domain', 'register', 'papers', 'render', 'language', 'app/papers/definitions'].flatMap((layer) => [
    [`src/${layer}/x.ts`, "import { a } from 'node:fs';\na();", IMPORTS] as const,
    [`src/${layer}/x.ts`, "import { a } from 'fs/promises';\na();", IMPORTS] as const,
    [`src/${layer}/x.ts`, 'export const a = process.env;', 'no-restricted-globals'] as const,
    [`src/${layer}/x.ts`, "fetch('https://felles.example');", 'no-restricted-globals'] as const,
    [`src/${layer}/x.ts`, 'setTimeout(f, 1);', 'no-restricted-globals'] as const,
    [`src/${layer}/x.ts`, 'performance.now();', 'no-restricted-globals'] as const,
    [`src/${layer}/x.ts`, 'crypto.randomUUID();', 'no-restricted-globals'] as const,
    [`src/${layer}/x.ts`, 'globalThis.process.exit();', 'no-restricted-globals'] as const,
    [`src/${layer}/x.ts`, 'Math.random();', 'no-restricted-properties'] as const,
    [`src/${layer}/x.ts`, 'Date.now();', 'no-restricted-properties'] as const,
    [`src/${layer}/x.ts`, 'export const a = new Date();', 'no-restricted-syntax'] as const,
    [`src/${layer}/x.ts`, 'export const a = Date();', 'no-restricted-syntax'] as const,
    [`src/${layer}/x.ts`, "import { google } from 'googleapis';\ngoogle();", IMPORTS] as const,
  ]),
  ['src/render/x.ts', "import { Document } from 'docx';\nDocument();", IMPORTS],
  ['src/app/x.ts', "import { Resvg } from '@resvg/resvg-wasm';\nResvg();", IMPORTS],
  ['src/render/x.ts', "import mammoth from 'mammoth';\nmammoth.images;", IMPORTS],
  ['src/delivery/x.ts', "import { createTransport } from 'nodemailer';\ncreateTransport();", IMPORTS],
  ['src/papers/x.ts', "import { format } from 'date-fns';\nformat();", IMPORTS],
  // Text becomes a date in one place.
  ['src/app/x.ts', "export const a = new Date('12.03.2026');", 'felles/no-date-from-text'],
  ['src/stores/x.ts', 'export const a = new Date(`12 mars`);', 'felles/no-date-from-text'],
  ['src/domain/x.ts', "export const a = Date.parse('12.03.2026');", 'felles/no-date-from-text'],
  // The terminal is written to from one place.
  ['src/app/x.ts', "console.log('a');", 'no-console'],
  ['src/app/x.ts', "process.stdout.write('a');", 'no-restricted-properties'],
  ['scripts/x.ts', "console.log('a');", 'no-console'],
  // What Node itself gets wrong.
  ['src/domain/x.ts', "URL.canParse('a');", 'no-restricted-properties'],
  ['src/app/x.ts', "URL.canParse('a');", 'no-restricted-properties'],
  // Sizes and names.
  ['src/app/x.ts', 'export default 1;', 'no-restricted-syntax'],
  ['src/app/x.ts', 'const a = 1;\nexport { a as default };', 'no-restricted-syntax'],
  ['src/app/x.ts', lines(251), 'max-lines'],
  ['src/app/x.ts', `export function a() {\n${lines(51)}}`, 'max-lines-per-function'],
  ['src/app/x.ts', `export function a() {\n${'if (b) c();\n'.repeat(16)}}`, 'complexity'],
  ['scripts/x.ts', lines(20), 'max-lines'],
];

const LET_THROUGH: readonly (readonly [path: string, code: string])[] = [
  ['src/app/cli/terminal.ts', "console.log('a');\nprocess.stdout.write('b');"],
  ['src/app/x.ts', "import { a } from '../stores/a.ts';\nimport { b } from 'node:fs';\na(b, new Date());"],
  ['src/papers/x.ts', "import { a } from '../register/a.ts';\nimport { b } from '../domain/b.ts';\na(b);"],
  ['src/papers/x.ts', "import { a } from '../language/dates.ts';\na();"],
  [
    'src/render/x.ts',
    "import type { A } from 'docx';\nexport type B = A;\nexport const c = await import('docx');",
  ],
  ['src/stores/x.ts', "import { a } from 'node:fs';\nimport { b } from '../domain/b.ts';\na(b);"],
  ['src/stores/google/x.ts', "import { a } from '../../google/a.ts';\na();"],
  ['src/google/x.ts', "import { UserError } from '../domain/user-error.ts';\nUserError();"],
  ['src/domain/x.ts', 'export const a = (milliseconds: number) => new Date(milliseconds);'],
  ['scripts/x.ts', `import { f } from '../src/app/f.ts';\n${lines(18)}`],
];

describe('lint', () => {
  test.each(PLANTED.map(titled))('in %s catches %s', async (path, _title, code, rule) => {
    expect(await rulesBroken(quick, path, code)).toContain(rule);
  });

  test.each(LET_THROUGH.map(titled))('in %s lets through %s', async (path, _title, code) => {
    expect(await rulesBroken(quick, path, code)).toEqual([]);
  });

  test('with types, catches what only types tell', { timeout: 60_000 }, async () => {
    // The types of one file, which the linter has to know: those of all of Felles take a quarter of a minute.
    // Where CI=true is set, the parser would read the file on the disk in the place of the planted code.
    const parserOptions = {
      disallowAutomaticSingleRunInference: true,
      projectService: false,
      project: join(import.meta.dirname, 'one-file.tsconfig.json'),
    };
    const overrideConfig = defineConfig({ files: ['**/*.ts'], languageOptions: { parserOptions } });
    const typed = new ESLint({ cwd: root, overrideConfig });
    const code = `
      declare const send: () => Promise<void>;
      declare const kind: 'a' | 'b';
      declare const name: string | undefined;
      declare const data: unknown;
      export function all(): unknown {
        send();
        if (name) return new Date(name);
        switch (kind) { case 'a': break; }
        return data as string[][];
      }`;
    const broken = await rulesBroken(typed, 'src/domain/user-error.ts', code);
    expect(broken).toEqual(
      expect.arrayContaining([
        '@typescript-eslint/no-floating-promises',
        '@typescript-eslint/strict-boolean-expressions',
        '@typescript-eslint/switch-exhaustiveness-check',
        '@typescript-eslint/no-unsafe-type-assertion',
        'felles/no-date-from-text',
      ]),
    );
  });
});
