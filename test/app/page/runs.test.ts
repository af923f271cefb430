import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import { pageWords } from '../../../src/language/page/page-words.ts';
import { Events, type PageEvent } from '../../../src/app/page/events.ts';
import { Runs, type PageRun, type RunSurroundings } from '../../../src/app/page/runs.ts';

const program = fileURLToPath(new URL('./slow-commands.ts', import.meta.url));
const env = { ...process.env, NODE_OPTIONS: `--import ${import.meta.resolve('tsx')}`, npm_config_x: 'x' };
const felles = fileURLToPath(new URL('../../../bin/felles.js', import.meta.url));
const nothing = { cells: [], added: [], more: 0 };

let folder: string;
let told: PageEvent[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-runs-'));
  told = [];
});
afterEach(() => rm(folder, { recursive: true }));

function runsHere(around: Partial<RunSurroundings> = {}): Runs {
  const events = new Events();
  events.listen((event) => told.push(event));
  const hold: RunSurroundings['hold'] = () => Promise.resolve(undefined);
  const changes: RunSurroundings['changes'] = () => Promise.resolve(nothing);
  return new Runs({ ...{ program, common: [], env, folder, events, hold, changes }, ...around });
}

const start = (runs: Runs, command: string): PageRun => {
  const started = runs.start({ standard: 'nn', command, argv: [], from: '/nb/today' });
  if ('busy' in started) throw new Error('busy');
  return started.run;
};
const until = (isSo: () => boolean): Promise<void> =>
  vi.waitFor(() => { expect(isSo()).toBe(true); }, { timeout: 30_000, interval: 10 }); // prettier-ignore
const texts = ({ lines }: PageRun): string[] => lines.map(({ text }) => text);
const ended = (run: PageRun): Promise<void> => until(() => run.code !== undefined);
const written = (): string => readFileSync(join(folder, 'written.txt'), 'utf8');
const isWriting = (): boolean => existsSync(join(folder, 'written.txt'));
const atMostOne = /^(?:begun 1, done\n)?stopped\n$/u;
const wholeLines = /^(?:begun \d+, done\n)+$/u;

/** A page in a process of its own that starts a command, and then does what `then` says. */
const pageCode = (command: string, then: string): string => `
  const { Runs } = await import(${JSON.stringify(new URL('../../../src/app/page/runs.ts', import.meta.url))});
  const { Events } = await import(${JSON.stringify(new URL('../../../src/app/page/events.ts', import.meta.url))});
  const [program, folder] = process.argv.slice(1);
  const runs = new Runs({ program, common: [], env: process.env, folder, events: new Events(),
    hold: async () => {}, changes: async () => undefined });
  runs.start({ standard: 'nb', command: '${command}', argv: [], from: '/' });
  setInterval(() => {}, 1000);
  ${then}`;

describe('a command that the page starts', () => {
  it('says what it does, how far it has come, and how it ended', async () => {
    const runs = runsHere();
    const run = start(runs, 'write');
    expect(runs.start({ standard: 'nb', command: 'refuse', argv: [], from: '/' })).toEqual({ busy: run });
    await ended(run);
    expect(run.code).toBe(0);
    expect(texts(run)).toEqual(Array.from({ length: 12 }, (_, part) => `part ${String(part + 1)}`));
    expect(run.progress).toMatchObject({ gone: 12, total: 12 });
    await until(() => runs.current === undefined);
    expect(run.changes).toEqual(nothing);
    expect(told.length).toBeGreaterThan(12);
    // Another may run then; its line of results is kept, and the channel to it leaves its exit code alone.
    const next = start(runs, 'refuse');
    await ended(next);
    expect([next.id, next.code, texts(next)]).toEqual([2, 1, ['what it found']]);
  });

  it('says its messages and its results on one output, so that their order is kept', async () => {
    const outputs = spawn(process.execPath, [felles, 'today'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const said = { stdout: '', stderr: '' };
    outputs.stdout?.on('data', (text) => (said.stdout += String(text)));
    outputs.stderr?.on('data', (text) => (said.stderr += String(text)));
    await once(outputs, 'close');
    expect([said.stderr, said.stdout.startsWith('There is no register')]).toEqual(['', true]);
  });

  it('that says very much has its end kept, and how much went before', async () => {
    const run = start(runsHere(), 'talk');
    await ended(run);
    expect([run.unkept, run.lines.length, texts(run)[0], texts(run).at(-1)]).toEqual([
      ...[3, 2000, 'line 4', 'line 2003'],
    ]);
  });

  it('is told of when it crashes, and the next can start', async () => {
    const runs = runsHere();
    const run = start(runs, 'crash');
    await until(() => runs.current === undefined);
    expect([run.code, run.lines.at(-1)?.text]).toEqual([2, pageWords.nn.run.killed('SIGKILL')]);
    const absent = runsHere({ folder: join(folder, 'gone') });
    const lost = start(absent, 'refuse');
    await until(() => absent.current === undefined);
    expect([lost.code, lost.lines.length]).toEqual([2, 1]);
  });

  it('does not start where the register is another one, nor when it is stopped before', async () => {
    const elsewhere = runsHere({
      hold: () => Promise.reject(new UserError('Another register.', 'Restart.')),
    });
    const run = start(elsewhere, 'write');
    await until(() => elsewhere.current === undefined);
    expect([run.code, texts(run)]).toEqual([2, ['Another register. Restart.']]);
    const slow = runsHere({ hold: () => pause(30, undefined) });
    const stopped = start(slow, 'write');
    slow.stop(stopped.id);
    await until(() => slow.current === undefined);
    expect(stopped.lines).toEqual([{ text: pageWords.nn.run.notBegun, isRed: true }]);
    expect(isWriting()).toBe(false);
  });

  it('stops where it is asked before it has begun to listen', async () => {
    const askedFirst = runsHere();
    const moments = [() => told.length > 0, (run: PageRun) => texts(run).includes('reading')];
    for (const isThere of moments) {
      await rm(join(folder, 'written.txt'), { force: true });
      told = [];
      const run = start(askedFirst, 'send-late');
      await until(() => isThere(run));
      askedFirst.stop(run.id);
      await until(() => askedFirst.current === undefined);
      expect([run.code, written()]).toEqual([1, expect.stringMatching(atMostOne)]);
    }
  });

  it('has no setting of npm, which would be one of its flags, and speaks as the person who asks reads', async () => {
    const run = start(runsHere(), 'settings');
    await ended(run);
    expect(run.lines).toEqual([
      { text: 'none', isRed: false },
      { text: 'nn', isRed: true },
    ]);
  });

  it('is kept to be looked at until twenty others have run', async () => {
    const runs = runsHere({ hold: () => Promise.reject(new UserError('Another register.', 'Restart.')) });
    for (let id = 1; id <= 21; id += 1) {
      start(runs, 'write');
      await until(() => runs.current === undefined);
    }
    expect([1, 2, 21].map((id) => runs.find(id)?.code)).toEqual([undefined, 2, 2]);
  });

  it('does not claim to know what changed where that cannot be read', async () => {
    const runs = runsHere({ changes: () => Promise.resolve(undefined) });
    const run = start(runs, 'refuse');
    await until(() => runs.current === undefined);
    expect(run).not.toHaveProperty('changes');
  });
});

describe('the end of the page', () => {
  it('lets a command that hears nothing of it write all it has begun', async () => {
    const runs = runsHere();
    const run = start(runs, 'write');
    await until(isWriting);
    await runs.settle();
    expect(written().split('\n')).toHaveLength(13);
    expect(written()).toMatch(wholeLines);
    await until(() => runs.current === undefined);
    expect(run.code).toBe(0);
    expect(() => runs.start({ standard: 'nb', command: 'write', argv: [], from: '/' })).toThrow(UserError);
  });

  it('stops one that can stop after what is on its way, and waits for that', async () => {
    const runs = runsHere();
    const run = start(runs, 'send');
    await until(isWriting);
    await runs.settle();
    expect(written()).toMatch(/^(?:begun \d+, done\n)+stopped\n$/u);
    await ended(run);
    expect([run.code, run.isStopping]).toEqual([1, true]);
  });

  it('waits for no reading before or after the command', async () => {
    const endless = pause(60_000, undefined, { ref: false });
    const before = runsHere({ hold: () => endless });
    start(before, 'write');
    await before.settle();
    const after = runsHere({ changes: () => endless });
    const run = start(after, 'refuse');
    await ended(run);
    await after.settle();
    expect(isWriting()).toBe(false);
  });

  it.skipIf(process.platform === 'win32')(
    'by kill -9 is heard by a command that is only loaded then',
    async () => {
      const code = pageCode('send-slowly', "setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);");
      spawn(process.execPath, ['--input-type=module', '-e', code, program, folder], { env, stdio: 'ignore' });
      await until(isWriting);
      await until(() => written().includes('stopped'));
      expect(written()).toMatch(atMostOne);
    },
  );

  it.skipIf(process.platform === 'win32')('by Ctrl-C or by kill -9 leaves nothing half written', async () => {
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      await rm(join(folder, 'written.txt'), { force: true });
      // A page of its own group, as a terminal starts it.
      const code = pageCode(
        'send-slowly',
        "process.on('SIGINT', () => runs.settle().then(() => process.exit(0)));",
      );
      const options = { env, detached: true, stdio: 'ignore' } as const;
      const argv = ['--input-type=module', '-e', code, program, folder];
      const page = spawn(process.execPath, argv, options);
      await until(isWriting);
      // To all of the group, as the terminal does it.
      process.kill(-Number(page.pid), signal);
      await until(() => written().includes('stopped'));
      expect(written()).toMatch(/^(?:begun \d+, done\n)+stopped\n$/u);
    }
  });
});
