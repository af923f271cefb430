import { builtinModules } from 'node:module';
import { defineConfig } from 'eslint/config';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const { TypeFlags } = ts;

/**
 * The house rules, held by the linter. Three parts: what every file keeps to, what each layer under src/ may
 * import and touch, and what tests, scripts and configuration are excused from. CONTRIBUTING.md says why;
 * test/house/lint.test.ts plants a breach of each and sees it caught.
 */

/** The folders under src/ in the order in which data travels. */
const LAYERS = [
  ...['domain', 'register', 'papers', 'render', 'language'],
  ...['disk', 'google', 'stores', 'delivery', 'app'],
];

/** What each layer may import besides itself. `types` may be had through `import type` alone. */
const MAY_IMPORT = {
  domain: { values: [], types: [] },
  register: { values: ['domain'], types: [] },
  papers: { values: ['domain', 'register', 'language'], types: [] },
  render: { values: ['domain', 'language'], types: [] },
  language: { values: ['domain'], types: [] },
  disk: { values: ['domain'], types: [] },
  google: { values: ['domain'], types: [] },
  stores: { values: ['domain', 'disk', 'google'], types: [] },
  delivery: { values: ['domain', 'render', 'disk', 'google'], types: [] },
  app: { values: LAYERS, types: [] },
};

/** Layers that touch nothing outside themselves: no file, network, clock, console or random number. */
const PURE = new Set(['domain', 'register', 'papers', 'render', 'language']);

const PURE_ADVICE =
  'The layers from the register to the papers are pure: let app/ do it and hand in the result.';
/** Node 20 answers false for letters such as ø once it has been asked some thousand times. */
const NO_CAN_PARSE = {
  object: 'URL',
  property: 'canParse',
  message: 'Take parseUrl from domain/url.ts: on Node 20 URL.canParse is wrong for letters such as ø.',
};

const SCRIPT_ADVICE = 'A script names its options and its paper: app/ does the rest.';
const CLOCK_ADVICE = 'The clock is handed in: take the time as an argument (CONTRIBUTING.md, "The rules").';

/** Globals of Node and the web that reach the world. */
const WORLDLY_GLOBALS = [
  ...['process', 'console', 'fetch', 'performance', 'crypto', 'navigator', 'global', 'globalThis', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'WebSocket', 'EventSource', 'Worker'],
].map((name) => ({ name, message: PURE_ADVICE }));

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name: one thing has one name everywhere.',
};

const noClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK_ADVICE },
  { selector: 'CallExpression[callee.name="Date"]', message: CLOCK_ADVICE },
];

/** Heavy packages are loaded only by the run that needs them, and only where they belong. */
const lazyPackages = [
  {
    regex: '^docx($|/)',
    allowTypeImports: true,
    message: "Load docx when a .docx is asked for: await import('docx').",
  },
  {
    regex: '^(@resvg/resvg-wasm|mammoth)($|/)',
    message: 'Load resvg when drawings go into a .docx, and mammoth when one is read: await import().',
  },
  {
    regex: '^(googleapis|@googleapis|google-auth-library)($|/)',
    allowTypeImports: true,
    message: 'Load one Google API, and the login library, only when used: await import() of the subpath.',
  },
  {
    regex: '^nodemailer($|/)',
    allowTypeImports: true,
    message: "Load nodemailer when a message is composed: await import('nodemailer/lib/mail-composer').",
  },
  {
    regex: '^date-fns(/(locale|fp))?$',
    message: "Import one function: 'date-fns/addDays'. The whole costs half a second.",
  },
];

const nodeModules = {
  regex: `^(node:.*|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/.*)?)$`,
  message: PURE_ADVICE,
};

/** @param {string} from @param {readonly string[]} others */
function forbiddenLayers(from, others) {
  const { values, types } = MAY_IMPORT[from];
  return others
    .filter((to) => to !== from && !values.includes(to))
    .map((to) => ({
      regex: `^(\\.\\./)+(src/)?${to}/`,
      allowTypeImports: types.includes(to),
      message: `${from}/ may not import ${to}/${types.includes(to) ? ' but for its types' : ''}: see CONTRIBUTING.md, "Where a change goes".`,
    }));
}

/** `await import()` is not seen by no-restricted-imports: the same layers again, as syntax. */
function forbiddenDynamicImports(patterns) {
  return patterns.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
    message,
  }));
}

/** Everything that one layer is held to; or some of its files, which may be pure where the others are not. */
function layer(name, files = `src/${name}/**/*.ts`, isPure = PURE.has(name)) {
  const outside = {
    regex: '^(\\.\\./)+(test|scripts|bench)/',
    message: 'src/ stands alone: nothing outside it.',
  };
  const layers = [...forbiddenLayers(name, LAYERS), outside, ...(isPure ? [nodeModules] : [])];
  return {
    files: [files],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...layers, ...lazyPackages] }],
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        ...forbiddenDynamicImports(layers),
        ...(isPure ? noClock : []),
      ],
      ...(isPure ? pureRules : {}),
    },
  };
}

const pureRules = {
  'no-restricted-globals': ['error', ...WORLDLY_GLOBALS],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: CLOCK_ADVICE },
    { object: 'Math', property: 'random', message: PURE_ADVICE },
    NO_CAN_PARSE,
  ],
};

/** `new Date('12.03.2026')` is 3 December: text becomes a date through domain/time.ts alone. */
const noDateFromText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      text: 'Text becomes a date through domain/time.ts, never by `new Date(text)` or `Date.parse`.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const isText = (node) => {
      if (node.type === 'Literal') return typeof node.value === 'string';
      if (node.type === 'TemplateLiteral') return true;
      if (!services?.program) return false;
      const type = services.getTypeAtLocation(node);
      return (type.isUnion() ? type.types : [type]).some((part) => (part.flags & STRING_LIKE) !== 0);
    };
    return {
      'NewExpression[callee.name="Date"][arguments.length=1]'(node) {
        if (isText(node.arguments[0])) context.report({ node, messageId: 'text' });
      },
      'CallExpression[callee.object.name="Date"][callee.property.name="parse"]'(node) {
        context.report({ node, messageId: 'text' });
      },
    };
  },
};

/** What may turn out to be text. */
const STRING_LIKE = TypeFlags.StringLike | TypeFlags.Any | TypeFlags.Unknown;

const everyFile = {
  complexity: ['error', 15],
  'default-case-last': 'error',
  eqeqeq: 'error',
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 5],
  'no-console': 'error',
  'no-constant-binary-expression': 'error',
  'no-control-regex': 'off',
  'no-else-return': 'error',
  'no-empty-character-class': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-param-reassign': 'error',
  'no-promise-executor-return': 'error',
  'no-restricted-syntax': ['error', noDefaultExport],
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-backreference': 'error',
  'object-shorthand': 'error',
  'prefer-template': 'error',
  'require-atomic-updates': 'off',
  'require-unicode-regexp': 'error',
};

const everyTypedFile = {
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: lazyPackages }],
  '@typescript-eslint/no-unsafe-type-assertion': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/no-unnecessary-type-parameters': 'off', // wrong about builders that infer
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/strict-boolean-expressions': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
  ],
};

/** Tests say much in one `describe`, index into what they have just made, and read JSON they wrote themselves. */
const testFiles = {
  'max-depth': 'off',
  'no-template-curly-in-string': 'off',
  'max-lines-per-function': 'off',
  // A table of cases is one thing, however long.
  'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unsafe-type-assertion': 'off',
  '@typescript-eslint/no-restricted-imports': 'off',
};

export default defineConfig(
  { ignores: ['node_modules/', 'out/', 'coverage/', 'test/fixtures/', 'test/golden/', '.felles/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  { rules: everyFile },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { felles: { rules: { 'no-date-from-text': noDateFromText } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: everyTypedFile,
  },
  { files: ['src/**/*.ts'], rules: { 'felles/no-date-from-text': 'error' } },
  ...LAYERS.map((name) => layer(name)),
  { files: ['src/app/cli/terminal.ts'], rules: { 'no-console': 'off' } },
  // esbuild hands its filters to Go, which knows no flag u.
  { files: ['src/app/start/make-bundle.ts'], rules: { 'require-unicode-regexp': 'off' } },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/app/cli/terminal.ts', ...[...PURE].map((name) => `src/${name}/**`)],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['stdout', 'stderr'].map((property) => ({
          object: 'process',
          property,
          message: 'Only app/cli/terminal.ts writes to the terminal.',
        })),
        NO_CAN_PARSE,
      ],
    },
  },
  // They stand in app/, since their steps write to the register. What they are handed is all they know of the world.
  layer('app', 'src/app/papers/definitions/*.ts', true),
  {
    files: ['scripts/*.ts'],
    rules: {
      'max-lines': ['error', { max: 19 }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.\\./(src/(?!app/|papers/)|test/|bench/)', message: SCRIPT_ADVICE }] },
      ],
    },
  },
  { files: ['test/**/*.ts'], rules: testFiles },
  { files: ['*.config.{js,ts}', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
