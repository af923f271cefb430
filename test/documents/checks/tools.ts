import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The top of the project. */
export const ROOT = join(import.meta.dirname, '../../..');

/** Debian's own Python: it has the modules that `.ci/run` installs, other Pythons on the path may not. */
export const PYTHON = '/usr/bin/python3';

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end and tells how it went, whatever its exit code. Throws when it cannot be started. */
export function run(program: string, args: readonly string[], cwd = ROOT): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' } as const;
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, stdout, stderr });
      else reject(new Error(`${program} could not be run`, { cause: error }));
    });
  });
}

/** Like `run`, but throws with what the program said when it fails. Returns what it wrote to standard output. */
export async function mustRun(program: string, args: readonly string[], cwd = ROOT): Promise<string> {
  const { exitCode, stdout, stderr } = await run(program, args, cwd);
  if (exitCode !== 0) throw new Error(`${program} ended with ${String(exitCode)}:\n${stderr}${stdout}`);
  return stdout;
}

/** The first of the paths that exists. Throws, naming `what`, when none does: a check is never skipped. */
export function firstThatExists(what: string, paths: readonly string[]): string {
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${what} is not on this machine. Looked for ${paths.join(', ')}.`);
  return found;
}

/** A folder of its own for one test file, and how to be rid of it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-documents-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
