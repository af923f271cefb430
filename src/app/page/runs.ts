/**
 * Commands that the page starts: each is the command itself, as `npm run` starts it, in a process of its own. So a send from the page is the
 * send of the terminal, and what breaks in one touches nothing else. One at a time: a second would write into what the first has planned.
 */
import { msg } from '../../domain/msg.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { UserError } from '../../domain/user-error.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { pageWords } from '../../language/page/page-words.ts';
import { LANGUAGE } from '../cli/speech.ts';
import { flagsOf } from './argv.ts';
import type { Events } from './events.ts';
import type { RegisterChanges } from './protocol.ts';

const told = z.object({
  progress: z.object({
    gone: z.number(),
    total: z.number(),
    failed: z.number(),
    unclear: z.number(),
    waiting: z.number(),
    pause: z.number(),
  }),
});
type RunProgress = z.infer<typeof told>['progress'];

/** A line that a command has said. */
export interface SaidLine {
  readonly text: string;
  /** That something is not so, or not done: red in the terminal. */
  readonly isRed: boolean;
}

export interface PageRun {
  readonly id: number;
  /** In which it speaks. */
  readonly standard: NorwegianStandard;
  readonly command: string;
  readonly argv: readonly string[];
  /** Where the person came from: an address of the page. */
  readonly from: string;
  /** Of a look: the flags with those that it leaves out, to write what was seen. */
  readonly whole?: readonly string[] | undefined;
  /** What it said, in order. */
  readonly lines: readonly SaidLine[];
  /** How many lines before these are not kept. */
  readonly unkept: number;
  /** The folder of papers when it began, where that is known. */
  readonly out?: string;
  readonly progress?: RunProgress;
  readonly isStopping: boolean;
  /** Undefined while it runs. 2 where it ended without one. */
  readonly code?: number;
  /** What was otherwise in the register after it than before; undefined where that is not known. */
  readonly changes?: RegisterChanges;
}

type Writable = { -readonly [Key in keyof PageRun]: PageRun[Key] };

export interface RunRequest {
  /** Of the person who asks. */
  readonly standard: NorwegianStandard;
  readonly command: string;
  /** Its own flags. */
  readonly argv: readonly string[];
  readonly from: string;
  readonly whole?: readonly string[] | undefined;
}

/** What the page needs around a command. */
export interface RunSurroundings {
  /** bin/felles.js, absolute. */
  readonly program: string;
  /** The flags that say which register and folder the page is about. */
  readonly common: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly events: Events;
  /** Called before a command starts. Answers with the folder of papers by the settings that it will read. */
  readonly hold: () => Promise<{ readonly out: string } | undefined>;
  /** What the register has otherwise since then; undefined where that cannot be known. */
  readonly changes: () => Promise<RegisterChanges | undefined>;
}

/** Of a command that says very much, the end is kept: what came of it stands there. */
const MOST_LINES = 2000;
/** Of ended ones, so many are kept to be looked at. */
const MOST_RUNS = 20;

/** npm's own variables would be read as flags of the command, and the looks of the page's terminal are not those of the page. */
const withoutNpm = (env: RunSurroundings['env']): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_|^(?:FORCE|NO)_COLOR$/iu.test(name)));

export class Runs {
  readonly #around: RunSurroundings;
  readonly #runs = new Map<number, Writable>();
  #last = 0;
  #isEnding = false;
  #current: { readonly run: Writable; child?: ChildProcess } | undefined;

  constructor(around: RunSurroundings) {
    this.#around = around;
  }

  /** The one that runs. */
  get current(): PageRun | undefined {
    return this.#current?.run;
  }

  find(id: number): PageRun | undefined {
    return this.#runs.get(id);
  }

  /** Starts a command; where another runs, the answer is that one, and nothing is started. Throws UserError where the page ends. */
  start({
    standard,
    command,
    argv,
    from,
    whole,
  }: RunRequest): { readonly run: PageRun } | { readonly busy: PageRun } {
    if (this.#current !== undefined) return { busy: this.#current.run };
    if (this.#isEnding) throw new UserError(msg`The page is ending.`, msg`Start it again with npm start.`);
    this.#last += 1;
    const run: Writable = {
      id: this.#last,
      standard,
      command,
      argv,
      from,
      whole,
      lines: [],
      unkept: 0,
      isStopping: false,
    };
    this.#runs.set(run.id, run);
    this.#runs.delete(run.id - MOST_RUNS);
    this.#current = { run };
    void this.#play(run).finally(() => {
      this.#current = undefined;
      this.#tell(run);
    });
    return { run };
  }

  /** Asks a run to stop after what is on its way, as Ctrl-C does in the terminal. One that has not begun does not begin. */
  stop(id: number): void {
    const { run, child } = this.#current ?? {};
    if (run?.id !== id || run.isStopping) return;
    run.isStopping = true;
    // One that has just ended needs no word.
    if (child?.connected === true) child.send('stop', () => undefined);
    this.#tell(run);
  }

  /** Ends when the one that runs has ended; no other starts. It is asked to stop first: nothing is left half written. */
  async settle(): Promise<void> {
    this.#isEnding = true;
    const { run, child } = this.#current ?? {};
    if (run === undefined) return;
    this.stop(run.id);
    // What comes before and after the command only looks, and is not waited for.
    if (child !== undefined && run.code === undefined) await once(child, 'close');
  }

  #tell({ id }: PageRun): void {
    this.#around.events.tell({ kind: 'run', id });
  }

  async #play(run: Writable): Promise<void> {
    const { hold, changes } = this.#around;
    try {
      const held = await hold();
      const out = flagsOf(run.argv)['out'] ?? held?.out;
      if (typeof out === 'string') run.out = out;
      if (run.isStopping) throw new UserError(pageWords[run.standard].run.notBegun, '');
      this.#tell(run);
      run.code = await this.#follow(run, this.#spawn(run));
      const known = await changes();
      if (known !== undefined) run.changes = known;
    } catch (cause) {
      run.code ??= 2;
      run.lines = [...run.lines, { text: saidBy(cause), isRed: true }];
    }
  }

  #spawn({ standard, command, argv }: PageRun): ChildProcess {
    const { program, common, env, folder } = this.#around;
    // A group of its own: Ctrl-C in the terminal of the page is for the page, which lets the command end first.
    const child = spawn(process.execPath, [program, command, ...common, ...argv], {
      cwd: folder,
      env: { ...withoutNpm(env), [LANGUAGE]: standard, FORCE_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
      windowsHide: true,
    });
    if (this.#current !== undefined) this.#current.child = child;
    return child;
  }

  async #follow(run: Writable, child: ChildProcess): Promise<number> {
    for (const output of [child.stdout, child.stderr]) {
      if (output === null) continue;
      createInterface({ input: output }).on('line', (line) => {
        if (run.lines.length === MOST_LINES) run.unkept += 1;
        run.lines = [...run.lines.slice(1 - MOST_LINES), saidLine(line)];
        this.#tell(run);
      });
    }
    child.on('message', (message: unknown) => {
      const { data } = told.safeParse(message);
      if (data === undefined) return;
      run.progress = data.progress;
      this.#tell(run);
    });
    const [code, signal] = await closed(child);
    if (signal !== null)
      run.lines = [...run.lines, { text: pageWords[run.standard].run.killed(signal), isRed: true }];
    return code ?? 2;
  }
}

/** SGR 31 (ECMA-48) begins what is red. */
const saidLine = (line: string): SaidLine => ({
  text: stripVTControlCharacters(line),
  isRed: line.startsWith('\u001B[31m'),
});

/** Rejects where it cannot be started. What goes wrong later shows in how it ends. */
const closed = (child: ChildProcess): Promise<readonly [number | null, NodeJS.Signals | null]> =>
  new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      if (child.pid === undefined) reject(cause);
    });
    child.on('close', (code, signal) => {
      resolve([code, signal]);
    });
  });

function saidBy(cause: unknown): string {
  if (cause instanceof UserError) return `${cause.message} ${cause.advice}`.trim();
  return cause instanceof Error ? cause.message : String(cause);
}
