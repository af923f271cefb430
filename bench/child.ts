import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const LOADER = import.meta.resolve('tsx');

/** Settings of whoever runs the benchmark are not to steer what is measured. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('FELLES_')),
);

export interface Finished {
  /** From start to end of the process, in milliseconds. */
  readonly milliseconds: number;
  readonly stdout: string;
}

/** Runs a TypeScript file under tsx to its end, and a JavaScript file without. Rejects when it fails. */
export function runScript(
  file: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const loader = file.endsWith('.js') ? [] : ['--import', LOADER];
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [...loader, file, ...args], {
      cwd,
      env: { ...environment, ...more },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = performance.now() - started;
      // 1 says that problems were found, which is a good day's work too.
      if (code === 0 || code === 1) resolve({ milliseconds, stdout });
      else reject(new Error(`${file} ended with ${String(code)}:\n${stderr}`));
    });
  });
}
