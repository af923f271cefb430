/**
 * All sources and the packages that they use as one JavaScript file, kept between runs, and found only while none
 * of the files that went into it has changed; make-bundle.ts makes it. A power cut or a bad disk only costs the time of making
 * it again.
 */
import { isAscii } from 'node:buffer';
import { rmSync, statSync } from 'node:fs';
import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { unchangedBundle } from './inputs.ts';
import { resultsBeside, type KeptResults } from './kept-results.ts';
import { starterFile, unsealed, writeSealed } from './kept-files.ts';

export interface Bundle {
  /** Absolute; its source map is next to it. */
  readonly file: string;
  /** An expression: a function that takes `module` and `require`. */
  readonly code: string;
}

/** The text of a bundle. esbuild writes ASCII, except what it cannot escape, and V8 reads that fastest as Latin-1. */
export const textOf = (code: Buffer): string => code.toString(isAscii(code) ? 'latin1' : 'utf8');

/** The bundle of the current sources. Undefined if there is none, or nothing that finds it without tsx. */
export function findBundle(root: string): Bundle | undefined {
  if (unsealed(starterFile(root)) === undefined) return undefined;
  const file = unchangedBundle(root);
  const code = file === undefined ? undefined : unsealed(file);
  return file === undefined || code === undefined ? undefined : { file, code: textOf(code) };
}

type Evaluate = (module: { exports: unknown }, require: NodeJS.Require) => void;
const isEvaluate = (value: unknown): value is Evaluate => typeof value === 'function';

type Main = (name: string, readable: (stack: string) => string, kept: KeptResults) => Promise<void>;
const hasMain = (value: unknown): value is { readonly main: Main } =>
  typeof value === 'object' && value !== null && 'main' in value && typeof value.main === 'function';

/**
 * The build of Node. V8 checks only its version and flags, and crashes on code that another build of the same
 * version compiled.
 */
function build(): string {
  const { size, mtimeMs } = statSync(process.execPath);
  return [process.version, process.versions.v8, process.platform, process.arch, size, mtimeMs].join(' ');
}

/** A command that has run for so long has compiled what it needs. */
const LASTS_MS = 8000;

/** Runs the command that a bundle was loaded for. */
export type Loaded = () => Promise<void>;

/**
 * Loads the bundle for a command, or for its thread, which runs other code. What V8 compiles is kept for the next run of the same. Undefined
 * if the bundle cannot be loaded.
 */
export function loadBundle({ file, code }: Bundle, command: string): Loaded | undefined {
  // Help needs little code, and only that would be kept if it ran first.
  const part = process.argv.includes('--help') ? '.help' : isMainThread ? '' : '.thread';
  const use = `${command}${part}`;
  const compiled = file.replace(/js$/u, `${use}.v8`);
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
  let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  const keep = (): void => {
    if (isKept) return;
    isKept = true;
    try {
      writeSealed(compiled, script.createCachedData(), made);
    } catch {
      // Nothing is lost but the time that it would have saved.
    }
  };
  return async () => {
    // A thread is ended from outside, and so may a command be that lasts.
    const lasts = setTimeout(keep, LASTS_MS);
    lasts.unref();
    await exports.main(command, (stack) => readable(stack, file), resultsBeside(file));
    clearTimeout(lasts);
    keep();
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

/** The source map. If it is damaged: undefined, and the next run makes the bundle again. */
function sourceMapOf(file: string): SourceMap | undefined {
  const content = unsealed(`${file}.map`);
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
