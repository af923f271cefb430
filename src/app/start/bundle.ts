/**
 * All sources and the packages that they use as one file of JavaScript, kept between runs. Its name is a hash of every
 * file that went into it, so it is found only while not one of them has changed; make-bundle.ts makes it. What is kept
 * bears a sum of itself: a power cut or a bad disk costs the time of making it anew, and nothing else.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** Where bundles are kept, below the top of the project. */
export const cacheFolder = (root: string): string => join(root, 'node_modules/.cache/felles');

/** Holds the names of the files that the last bundle was made of, a line each. */
export const inputsFile = (root: string): string => join(cacheFolder(root), 'inputs.txt');

/** Files that are not in the bundle but decide what it becomes. */
export const recipe = [
  'package-lock.json',
  'src/app/start/bundle.ts',
  'src/app/start/make-bundle.ts',
] as const;

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
    const code = unsealed(file, '');
    return code === undefined ? undefined : { file, code: code.toString('utf8') };
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

/** Bytes of the line that a kept file begins with. V8 takes what follows without copying it, since it divides by eight. */
const sealLength = 16;

/** Told by the sum of a file: damage of any kind, and that it was made for something else than `salt`. */
const sealOf = (content: Uint8Array, salt: string): string =>
  `// ${crc32(content, crc32(salt)).toString(16).padStart(8, '0')}    \n`;

/**
 * Writes a whole file with its sum or none, also where other runs write the same and where something else stands in its
 * place. It is on the disk before it has its name.
 */
export function writeSealed(file: string, content: Uint8Array, salt = ''): void {
  writeWhole(file, Buffer.concat([Buffer.from(sealOf(content, salt), 'latin1'), content]));
}

/** As `writeSealed`, but without a sum. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = openSync(draft, 'wx');
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(file, { recursive: true });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** What was kept; undefined where it cannot be read, is damaged, or was made for something else. */
function unsealed(file: string, salt: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const content = bytes.subarray(sealLength);
  return bytes.toString('latin1', 0, sealLength) === sealOf(content, salt) ? content : undefined;
}

type Evaluate = (module: { exports: unknown }, require: NodeJS.Require) => void;
const isEvaluate = (value: unknown): value is Evaluate => typeof value === 'function';

type Main = (name: string, readable: (stack: string) => string) => Promise<void>;
const hasMain = (value: unknown): value is { readonly main: Main } =>
  typeof value === 'object' && value !== null && 'main' in value && typeof value.main === 'function';

/**
 * The build of Node that this is. V8 looks at its version and flags only, and crashes on what another build of the same
 * version compiled.
 */
function build(): string {
  const { size, mtimeMs } = statSync(process.execPath);
  return [process.version, process.versions.v8, process.platform, process.arch, size, mtimeMs].join(' ');
}

/** Runs the command that a bundle was loaded for. */
export type Loaded = () => Promise<void>;

/**
 * Loads the bundle for a command. What V8 compiled on the way is kept for the next run of the same command. Undefined
 * where the bundle cannot be loaded.
 */
export function loadBundle({ file, code }: Bundle, command: string): Loaded | undefined {
  const compiled = file.replace(/js$/u, `${command}.v8`);
  const made = build();
  const cachedData = unsealed(compiled, made);
  const module: { exports: unknown } = { exports: undefined };
  let script: Script;
  try {
    script = new Script(code, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
    const evaluate: unknown = script.runInThisContext();
    if (isEvaluate(evaluate)) evaluate(module, createRequire(file));
  } catch {
    return undefined;
  }
  const { exports } = module;
  if (!hasMain(exports)) return undefined;
  return async () => {
    await exports.main(command, (stack) => readable(stack, file));
    if (cachedData !== undefined && script.cachedDataRejected !== true) return;
    try {
      writeSealed(compiled, script.createCachedData(), made);
    } catch {
      // Nothing is lost but the time that it would have saved.
    }
  };
}

/** Runs a command from the bundle. Throws TypeError for one that cannot be loaded. */
export async function runBundle(bundle: Bundle, command: string): Promise<void> {
  const run = loadBundle(bundle, command);
  if (run === undefined) throw new TypeError(`${bundle.file} cannot be loaded`);
  await run();
}

const isSourceMap = (value: unknown): value is SourceMapPayload =>
  typeof value === 'object' && value !== null && 'mappings' in value;

/** The source map; undefined, and the bundle made anew by the next run, where it is damaged. */
function sourceMapOf(file: string): SourceMap | undefined {
  const content = unsealed(`${file}.map`, '');
  const payload: unknown = content === undefined ? undefined : JSON.parse(content.toString('utf8'));
  if (isSourceMap(payload)) return new SourceMap(payload);
  rmSync(file, { force: true });
  return undefined;
}

/** A stack with the places of the sources instead of those in the bundle. */
function readable(stack: string, file: string): string {
  const map = sourceMapOf(file);
  if (map === undefined) return stack;
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
