/** A world for scripts in tests: a folder of its own, a fixed clock, and what was printed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from '../../src/app/run-script.ts';
import type { Command, ExitCode } from '../../src/app/command.ts';
import { initCommand } from '../../src/app/commands/init.ts';

export interface ScriptRun {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TestWorld {
  readonly folder: string;
  /** Runs a script here, as `npm run <name> -- <argv>` would. `watch` sees each result as it is printed. */
  run(
    command: Command,
    argv?: readonly string[],
    env?: Readonly<Record<string, string>>,
    watch?: (result: string) => void,
  ): Promise<ScriptRun>;
  remove(): Promise<void>;
}

/** `now` is the machine's clock, an instant. */
export async function makeWorld(now = '2026-11-23T11:00:00Z'): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-'));
  return {
    folder,
    run: async (command, argv = [], env = {}, watch = () => undefined) => {
      const printed = { stdout: '', stderr: '' };
      const output = (name: 'stdout' | 'stderr'): { write: (text: string) => void } => ({
        write: (text) => {
          printed[name] += text;
          if (name === 'stdout') watch(text);
        },
      });
      const world = {
        argv,
        env,
        folder,
        stdout: output('stdout'),
        stderr: output('stderr'),
        instant: () => new Date(now),
        readable: (stack: string) => stack,
      };
      const code = await runIn(world, command);
      return { code, ...printed };
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** A world with the sample register, as it is made on its day. */
export async function makeSampleWorld(now?: string): Promise<TestWorld> {
  const world = await makeWorld(now);
  const { code, stderr } = await world.run(initCommand, ['--sample']);
  if (code !== 0) throw new Error(stderr);
  return world;
}
