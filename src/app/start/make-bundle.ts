/** Makes the bundle that bundle.ts runs. Loaded only when there is none of the sources as they are. */
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import {
  bundleFile,
  cacheFolder,
  inputsFile,
  recipe,
  writeSealed,
  writeWhole,
  type Bundle,
} from './bundle.ts';

/** Packages that a run loads for itself when it needs them: large, and seldom needed. */
const apart = ['googleapis', 'gaxios', 'nodemailer', 'postal-mime'];

/**
 * Hands each file to esbuild and keeps what was handed: what is hashed is then what was bundled, even if somebody saves
 * a file meanwhile.
 */
function keeping(root: string, contents: Map<string, Uint8Array>): Plugin {
  return {
    name: 'keep contents',
    setup(build) {
      build.onLoad({ filter: /./, namespace: 'file' }, async ({ path }) => {
        const content = await readFile(path);
        contents.set(relative(root, path).split(sep).join('/'), content);
        const url = JSON.stringify(pathToFileURL(path).href);
        return { contents: content.toString().replaceAll('import.meta.url', url), loader: 'default' };
      });
    },
  };
}

async function bundle(
  root: string,
  contents: Map<string, Uint8Array>,
): Promise<{ code: string; map: string }> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/app/main.ts'],
    outfile: join(cacheFolder(root), 'bundle.js'),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    supported: { 'dynamic-import': false },
    banner: { js: '(function (module, require) {' },
    footer: { js: '})' },
    external: apart,
    plugins: [keeping(root, contents)],
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { code: text('.js'), map: text('.map') };
}

/** Bundles the sources, and keeps the bundle in place of an older one. Undefined where either cannot be done. */
export async function makeBundle(root: string): Promise<Bundle | undefined> {
  const folder = cacheFolder(root);
  const contents = new Map<string, Uint8Array>();
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) rmSync(folder);
    mkdirSync(folder, { recursive: true });
    for (const input of recipe) contents.set(input, readFileSync(join(root, input)));
    const { code, map } = await bundle(root, contents);
    const inputs = [...contents.keys()].sort();
    const file = bundleFile(root, inputs, (input) => contents.get(input) ?? new Uint8Array());
    for (const old of readdirSync(folder)) rmSync(join(folder, old), { recursive: true, force: true });
    writeSealed(`${file}.map`, Buffer.from(map));
    writeSealed(file, Buffer.from(code));
    writeWhole(inputsFile(root), inputs.join('\n'));
    return { file, code };
  } catch {
    return undefined;
  }
}
