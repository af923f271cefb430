/**
 * All sources and the packages that they use as one file of JavaScript, kept between runs. Its name is a hash of every
 * file that went into it, so it is found only while not one of them has changed; make-bundle.ts makes it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Where bundles are kept, below the top of the project. */
export const cacheFolder = (root: string): string => join(root, 'node_modules/.cache/felles');

/** Holds the names of the files that the last bundle was made of, a line each. */
export const inputsFile = (root: string): string => join(cacheFolder(root), 'inputs.txt');

/** Files that are not in the bundle but decide what it becomes. */
export const recipe = ['package-lock.json', 'src/app/bundle.ts', 'src/app/make-bundle.ts'] as const;

/**
 * The file of the bundle made of these inputs, named from the top of the project. A bundle knows its own place too
 * (templates are found by it), so moving the project makes another.
 */
export function bundleFile(
  root: string,
  inputs: readonly string[],
  read: (input: string) => Uint8Array,
): string {
  const hash = createHash('sha256').update(root);
  for (const input of inputs) {
    const content = read(input);
    hash.update(`\0${input}\0${String(content.length)}\0`).update(content);
  }
  return join(cacheFolder(root), `${hash.digest('hex')}.js`);
}

/** The bundle of the sources as they now are. Undefined when there is none. */
export function findBundle(root: string): Bundle | undefined {
  try {
    const inputs = readFileSync(inputsFile(root), 'utf8').split('\n');
    const file = bundleFile(root, inputs, (input) => readFileSync(join(root, input)));
    return { file, code: readFileSync(file, 'utf8') };
  } catch {
    return undefined;
  }
}

export interface Bundle {
  /** Absolute; its source map stands beside it. */
  readonly file: string;
  /** An expression: a function that takes `module` and `require`. */
  readonly code: string;
}

/** Writes a whole file or none, also where other runs write the same. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

type Evaluate = (module: { exports: unknown }, require: NodeJS.Require) => void;
const isEvaluate = (value: unknown): value is Evaluate => typeof value === 'function';

type Main = (name: string, readable: (stack: string) => string) => Promise<void>;
const hasMain = (value: unknown): value is { readonly main: Main } =>
  typeof value === 'object' && value !== null && 'main' in value && typeof value.main === 'function';

/**
 * Runs a command from the bundle. What V8 compiled on the way is kept for the next run of the same command; V8 itself
 * refuses it when it was made by another V8.
 */
export async function runBundle({ file, code }: Bundle, command: string): Promise<void> {
  const compiled = file.replace(/js$/u, `${command}.v8`);
  const cachedData = readIfThere(compiled);
  const script = new Script(code, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  const evaluate: unknown = script.runInThisContext();
  const module: { exports: unknown } = { exports: undefined };
  if (isEvaluate(evaluate)) evaluate(module, createRequire(file));
  if (!hasMain(module.exports)) throw new TypeError(`${file} has no main`);
  await module.exports.main(command, (stack) => readable(stack, file));
  if (cachedData !== undefined && script.cachedDataRejected !== true) return;
  try {
    writeWhole(compiled, script.createCachedData());
  } catch {
    // Nothing is lost but the time that it would have saved.
  }
}

const isSourceMap = (value: unknown): value is SourceMapPayload =>
  typeof value === 'object' && value !== null && 'mappings' in value;

/** A stack with the places of the sources instead of those in the bundle. */
function readable(stack: string, file: string): string {
  const content = readIfThere(`${file}.map`);
  const payload: unknown = content === undefined ? undefined : JSON.parse(content.toString());
  if (!isSourceMap(payload)) return stack;
  const map = new SourceMap(payload);
  const [before = '', ...frames] = stack.split(`${file}:`);
  const inSources = frames.map((frame) =>
    frame.replace(/^(\d+):(\d+)/u, (place, line: string, column: string) => {
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return `${file}:${place}`;
      const source = join(dirname(file), entry.originalSource);
      return `${source}:${String(entry.originalLine + 1)}:${String(entry.originalColumn + 1)}`;
    }),
  );
  return [before, ...inSources].join('');
}
