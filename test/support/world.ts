/** A world for scripts in tests: a folder of its own, a fixed clock, and what was printed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from '../../src/app/cli/run-script.ts';
import type { Command, ExitCode } from '../../src/app/cli/command.ts';
import type { RegisterStore } from '../../src/stores/store.ts';
import { cellValue } from '../../src/domain/workbook.ts';
import { initCommand } from '../../src/app/commands/init.ts';
import { dayOf, wallTimeAt } from '../../src/domain/time.ts';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { isSampleSetting } from '../../src/register/sample-setting.ts';
import { planSetup, type WorkbookContent } from '../../src/register/setup.ts';
import { createWorkbookFile } from '../../src/stores/xlsx/xlsx-store.ts';

export interface ScriptRun {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TestWorld {
  readonly folder: string;
  /** Runs a script here, as `npm run <name> -- <argv>` would. `watch` sees each result as it is printed. Felles itself lies here, and whoever runs it may stand elsewhere. */
  run(
    command: Command,
    argv?: readonly string[],
    env?: Readonly<Record<string, string>>,
    watch?: (result: string) => void,
    stand?: string,
  ): Promise<ScriptRun>;
  remove(): Promise<void>;
}

/** `now` is the machine's clock, an instant. */
export async function makeWorld(now = '2026-11-23T11:00:00Z'): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-'));
  return {
    folder,
    run: async (command, argv = [], env = {}, watch = () => undefined, stand = folder) => {
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
        folder: stand,
        project: folder,
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

/** The content of a sample as if it were somebody's own: nothing that is made from it says that it is a sample. */
export function ownContent(content: WorkbookContent): WorkbookContent {
  const settings = content.settings?.filter(
    ({ Nøkkel: name }) => typeof name !== 'string' || !isSampleSetting(name),
  );
  return { ...content, ...(settings === undefined ? {} : { settings }) };
}

/** Somebody writes in a sample that it is their own register. */
export async function makeOwn(store: RegisterStore): Promise<void> {
  const workbook = await store.read();
  const rows = workbook.sheets.find(({ name }) => name === 'Oppsett')?.rows ?? [];
  const row = rows.find(({ cells }) => isSampleSetting(String(cellValue(cells[0] ?? null))));
  if (row === undefined) throw new Error('the register is no sample');
  const at = { by: 'content', row: row.number, cells: row.cells } as const;
  const change = { kind: 'cell', tab: 'Oppsett', at, column: 'Verdi', was: row.cells[1] ?? null } as const;
  const [result] = await store.write([{ ...change, becomes: 'nei' }], workbook);
  if (result?.outcome !== 'done') throw new Error('not written');
}

/** A world whose register holds what the sample holds, as somebody's own. */
export async function makeFilledWorld(now = '2026-11-23T11:00:00Z'): Promise<TestWorld> {
  const world = await makeWorld(now);
  const content = ownContent(sampleContent(dayOf(wallTimeAt(new Date(now)))));
  await createWorkbookFile(join(world.folder, 'register.xlsx'), planSetup(undefined, content));
  return world;
}
