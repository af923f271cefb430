/** A world for scripts in tests: a folder of its own, a fixed clock, and what was printed. */
import { keysOf } from '../../src/app/mailings/keys.ts';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from '../../src/app/cli/run-script.ts';
import type { Command, ExitCode } from '../../src/app/cli/command.ts';
import type { RegisterStore } from '../../src/stores/store.ts';
import { cellValue } from '../../src/domain/workbook.ts';
import { dayOf, wallTimeAt, type Day } from '../../src/domain/time.ts';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { isSampleSetting } from '../../src/register/sample-setting.ts';
import { planSetup, type WorkbookContent } from '../../src/register/setup.ts';
import { createWorkbook } from '../../src/stores/xlsx/writing/create-workbook.ts';

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

/** `now` is the machine's clock: an instant, or what gives one at each run. */
export async function makeWorld(now: string | (() => Date) = '2026-11-23T11:00:00Z'): Promise<TestWorld> {
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
        instant: typeof now === 'string' ? () => new Date(now) : now,
        readable: (stack: string) => stack,
      };
      const code = await runIn(world, command);
      return { code, ...printed };
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** The bytes of the sample register of a day, which costs a while to make: made once in each process. */
const workbooks = new Map<string, Uint8Array>();
function workbookBytes(day: Day, kind: 'sample' | 'own'): Uint8Array {
  const key = `${day} ${kind}`;
  const made = workbooks.get(key);
  if (made !== undefined) return made;
  const sample = sampleContent(day, keysOf('file'));
  const bytes = createWorkbook(planSetup(undefined, kind === 'sample' ? sample : ownContent(sample)));
  workbooks.set(key, bytes);
  return bytes;
}

async function makeWorldWith(kind: 'sample' | 'own', now = '2026-11-23T11:00:00Z'): Promise<TestWorld> {
  const world = await makeWorld(now);
  const bytes = workbookBytes(dayOf(wallTimeAt(new Date(now))), kind);
  await writeFile(join(world.folder, 'register.xlsx'), bytes);
  return world;
}

/** A world with the sample register, as `npm run init -- --sample` makes it on that day. */
export const makeSampleWorld = (now?: string): Promise<TestWorld> => makeWorldWith('sample', now);

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
export const makeFilledWorld = (now?: string): Promise<TestWorld> => makeWorldWith('own', now);

/** A world that begins with all files of another. */
export async function copyWorld({ folder }: TestWorld, now?: string): Promise<TestWorld> {
  const world = await makeWorld(now);
  await cp(folder, world.folder, { recursive: true });
  return world;
}
