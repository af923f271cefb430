/** `npm run send` as processes of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../../..');

export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Sending {
  readonly ended: Promise<Ended>;
  /** With -9: nothing of it can be caught. */
  kill(): void;
}

export interface SendOptions {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Waits pass a thousand times as fast. */
  readonly isHurried?: boolean;
}

export function startSend({ folder, args, env, isHurried = false }: SendOptions): Sending {
  const imports = isHurried ? ['--import', join(import.meta.dirname, 'hurry.js')] : [];
  const argv = [...imports, join(root, 'bin/felles.js'), 'send', ...args];
  const child = spawn(process.execPath, argv, {
    cwd: folder,
    env: { PATH: process.env['PATH'], TZ: 'America/New_York', FELLES_NOW: '2026-11-23T12:00', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(
    ([stdout, stderr, [code]]: readonly [string, string, readonly unknown[]]): Ended => ({
      code: typeof code === 'number' ? code : null,
      stdout,
      stderr,
    }),
  );
  return { ended, kill: () => void child.kill('SIGKILL') };
}
