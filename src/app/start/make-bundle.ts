/** Makes the bundle that bundle.ts runs. Loaded only if there is none of the current sources. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';
import { textOf, type Bundle } from './bundle.ts';
import { bundleFile, diskStates, hashOf, inputsFile, writeInputs, type Input } from './inputs.ts';
import { cacheFolder, isDraft, starterFile, writeSealed } from './kept-files.ts';

/** Files that are not in a bundle but decide its content. */
export const recipe = ['package-lock.json', 'src/app/start/make-bundle.ts'] as const;

/** The two bundles: all commands, and what finds and runs the first without tsx. */
export const entries = { commands: 'src/app/main.ts', starter: 'src/app/start/start-kept.ts' } as const;

/** Packages that a run loads only when it needs them: large, and rarely needed. */
const apart = [
  'mammoth',
  '@resvg/resvg-wasm',
  'googleapis',
  'google-auth-library',
  'nodemailer',
  'postal-mime',
];

/** Reads the inputs of a bundle, and remembers what it has read and its state on the disk before. */
function inputReader(root: string): {
  readonly inputs: Map<string, Input>;
  readonly read: (file: string) => Promise<string>;
} {
  const inputs = new Map<string, Input>();
  const stateOf = diskStates(Date.now());
  const read = async (file: string): Promise<string> => {
    const state = stateOf(file);
    const content = await readFile(file);
    const path = relative(root, file).split(sep).join('/');
    inputs.set(path, { path, hash: hashOf(content), state });
    return content.toString();
  };
  return { inputs, read };
}

/**
 * Gives each file to esbuild as it was read: the hashed content is then the bundled content, even if somebody saves a file
 * meanwhile.
 */
const handing = (read: (file: string) => Promise<string>): Plugin => ({
  name: 'hand over contents',
  setup(build) {
    // zod contains fifty languages, an eighth of the bundle, and Felles has its own texts.
    build.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, async ({ path }) => {
      await read(path);
      return { contents: "export { default as en } from './en.js';", loader: 'js' };
    });
    build.onLoad({ filter: /./, namespace: 'file' }, async ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: (await read(path)).replaceAll('import.meta.url', url), loader: 'default' };
    });
  },
});

/** An expression for `Script`: a function that takes `module` and `require`. Names stay as they are, for stacks. */
const asFunction = {
  write: false,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  sourcemap: 'external',
  sourcesContent: false,
  external: apart,
  supported: { 'dynamic-import': false },
  banner: { js: '(function (module, require) {' },
  footer: { js: '})' },
  tsconfigRaw: {},
  logLevel: 'silent',
} as const satisfies BuildOptions;

async function bundle(
  root: string,
  entry: string,
  read: (file: string) => Promise<string>,
): Promise<{ readonly code: Uint8Array; readonly map: Uint8Array }> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    ...asFunction,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(cacheFolder(root), 'bundle.js'),
    plugins: [handing(read)],
  });
  const named = (ending: string): Uint8Array =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.contents ?? new Uint8Array();
  return { code: named('.js'), map: named('.map') };
}

/** For how long a draft may be that of a run which has not ended. */
const draftMs = 60_000;

/** Removes what belongs to other bundles, and drafts of runs that were killed: those of other runs are left to them. */
function removeOthers(folder: string, own: readonly string[]): void {
  const youngest = Date.now() - draftMs;
  for (const path of readdirSync(folder).map((name) => join(folder, name))) {
    const isYoungDraft = (): boolean =>
      isDraft(path) && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > youngest;
    if (!own.includes(path) && !isYoungDraft()) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Bundles the sources, and keeps the bundle in place of an older one. Several runs may do so at once, and others read
 * meanwhile: what is the same is replaced, and is never missing. Undefined if either fails.
 */
export async function makeBundle(root: string): Promise<Bundle | undefined> {
  const folder = cacheFolder(root);
  const { inputs, read } = inputReader(root);
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) rmSync(folder);
    mkdirSync(folder, { recursive: true });
    for (const path of recipe) await read(join(root, path));
    const { code, map } = await bundle(root, entries.commands, read);
    const starter = await bundle(root, entries.starter, read);
    const sorted = [...inputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const file = bundleFile(root, sorted);
    writeSealed(`${file}.map`, map);
    writeSealed(file, code);
    writeInputs(root, file, sorted);
    writeSealed(starterFile(root), starter.code);
    removeOthers(folder, [`${file}.map`, file, inputsFile(root), starterFile(root)]);
    return { file, code: textOf(Buffer.from(code)) };
  } catch {
    return undefined;
  }
}
