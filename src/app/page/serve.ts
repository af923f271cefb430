/** Runs the page: the server, the maker beside it, and what keeps both fresh, until Ctrl-C. */
import { msg } from '../../domain/msg.ts';
import type { Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandEntry, Run } from '../cli/command.ts';
import { onInterrupt } from '../cli/interrupts.ts';
import { openBrowser } from '../cli/open-browser.ts';
import { Events } from './events.ts';
import { Fresh } from './fresh.ts';
import { newSession, onceToken } from './guard.ts';
import { listenOn, type WantedPort } from './listening.ts';
import { startMaker } from './maker-port.ts';
import { Runs } from './runs.ts';
import type { PageParts } from './parts.ts';
import {
  forgetWhereabouts,
  keepWhereabouts,
  runningPage,
  whereaboutsFile,
  type Whereabouts,
} from './whereabouts.ts';

const program = fileURLToPath(new URL('../../../bin/felles.js', import.meta.url));

export interface ServeOptions {
  readonly port: WantedPort;
  readonly opens: boolean;
}

/** The flags of this run that the maker and the commands of the page have too. */
const commonArgv = ({ flags }: Run): readonly string[] =>
  ['workbook', 'spreadsheet', 'out', 'now'].flatMap((flag) => {
    const value = flags[flag];
    return typeof value === 'string' ? [`--${flag}=${value}`] : [];
  });

/** The parts of a page that runs. */
interface RunningPage extends PageParts {
  /** Aborted when the person ends the page, or the maker ends by itself. */
  readonly ending: AbortController;
  /** Why the maker has ended, if it has. */
  readonly cause: () => Error | undefined;
}

type Commands = Readonly<Record<string, CommandEntry>>;

/** What the page can start: every command but itself. */
const finderIn =
  (commands: Commands): PageParts['find'] =>
  async (name) =>
    Object.hasOwn(commands, name) && name !== 'start' ? commands[name]?.load() : undefined;

function assemble(
  run: Run,
  commands: Commands,
  { port, room }: { readonly port: () => number; readonly room: string },
): RunningPage {
  const common = commonArgv(run);
  const ending = new AbortController();
  const events = new Events();
  let cause: Error | undefined;
  const maker = startMaker({
    ...{ program, argv: common, room },
    ended: (fault) => {
      cause = fault;
      ending.abort();
    },
  });
  const fresh = new Fresh(maker, events);
  const runs = new Runs({
    ...{ program, common, env: process.env, folder: run.settings.folder, events },
    hold: () => fresh.during(() => maker.ask({ ask: 'hold' })),
    changes: async () => {
      const { changes } = await fresh.during(() => maker.ask({ ask: 'changes' }));
      await fresh.read();
      fresh.changed();
      return changes;
    },
  });
  const session = newSession();
  const find = finderIn(commands);
  const disk = { folder: run.settings.folder, out: run.settings.out, room };
  return { session, port, maker, fresh, events, runs, find, disk, ending, cause: () => cause };
}

type Ending = Pick<RunningPage, 'ending' | 'disk'> & { readonly runs: Pick<Runs, 'current'> };

/** Ctrl-C ends the page, and a second one at once; a command that runs ends first. */
export const endByHand = (
  { terminal }: Pick<Run, 'terminal'>,
  { ending, runs, disk }: Ending,
): (() => void) =>
  onInterrupt(
    terminal,
    () => {
      if (runs.current !== undefined)
        terminal.say(msg`«${runs.current.command}» is finished first. Press Ctrl-C again to stop at once.`);
      ending.abort();
    },
    () => {
      try {
        // It may hold what people have handed in, such as mail that came back.
        rmSync(disk.room, { recursive: true, force: true });
      } finally {
        process.exit(1);
      }
    },
  );

const ended = ({ signal }: AbortController): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

/** Says where a page is, and opens the browser there. */
function show(
  { terminal }: Pick<Run, 'terminal'>,
  where: Pick<Whereabouts, 'port' | 'token'>,
  opens: boolean,
): void {
  const address = (token: string): string => `http://127.0.0.1:${String(where.port)}/?token=${token}`;
  terminal.result(address(where.token));
  if (opens && terminal.isInteractive) openBrowser(address(onceToken(where)));
}

/**
 * Ends when the person ends it, or at once where the page of this folder runs already and no port was asked for: then that is shown. Throws
 * UserError where no port is free.
 */
export async function serve(run: Run, commands: Commands, { port, opens }: ServeOptions): Promise<void> {
  const file = whereaboutsFile(run.settings, commonArgv(run));
  const running = await runningPage(file);
  if (running === undefined || port.isFixed)
    return serveHere(run, commands, { port, opens, ...(running === undefined ? { file } : {}) });
  run.terminal.say(msg`The page of this folder already runs (process ${String(running.pid)}):`);
  show(run, running, opens);
}

/** `file`: where it is kept that the page runs. */
async function serveHere(
  run: Run,
  commands: Commands,
  { port, opens, file }: ServeOptions & { readonly file?: string },
): Promise<void> {
  const { terminal, settings } = run;
  const room = mkdtempSync(join(tmpdir(), 'felles-page-'));
  let own = 0;
  const page = assemble(run, commands, { port: () => own, room });
  const { session, fresh, runs, maker, ending, cause } = page;
  const letGo = endByHand(run, page);
  let server: Server | undefined;
  let where: Whereabouts | undefined;
  try {
    const listening = await listenOn(page, port);
    server = listening.server;
    own = listening.port;
    const reading = fresh.read();
    fresh.watch(settings);
    where = { pid: process.pid, port: own, token: session.token };
    if (file !== undefined) await keepWhereabouts(file, where);
    terminal.say(msg`The page is here, for the browser on this machine alone:`);
    show(run, where, opens);
    terminal.say(msg`It runs until you press Ctrl-C here.`);
    await Promise.race([reading, ended(ending)]);
    if (!ending.signal.aborted) await ended(ending);
    await runs.settle();
  } finally {
    letGo();
    fresh.stop();
    if (file !== undefined && where !== undefined) await forgetWhereabouts(file, where);
    await maker.close();
    server?.close();
    server?.closeAllConnections();
    rmSync(room, { recursive: true, force: true });
  }
  const fault = cause();
  if (fault !== undefined) throw fault;
}
