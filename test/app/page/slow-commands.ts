// Commands for runs.test.ts, each in a process of its own as the page starts them: what they do takes a while, and ends up in a file.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command, Run } from '../../../src/app/cli/command.ts';
import { onInterrupt } from '../../../src/app/cli/interrupts.ts';
import { runScript } from '../../../src/app/cli/run-script.ts';

const PARTS = 12;

/** Writes a text in parts, as a disk or Google takes it, and says each. `until`: it may stop between two. */
async function writeIn({ settings, terminal, progress }: Run, until?: AbortSignal, ms = 60): Promise<0 | 1> {
  const file = join(settings.folder, 'written.txt');
  for (let part = 1; part <= PARTS; part += 1) {
    if (until?.aborted === true) {
      appendFileSync(file, 'stopped\n');
      return 1;
    }
    appendFileSync(file, `begun ${String(part)}, `);
    terminal.say(`part ${String(part)}`);
    progress?.({ gone: part, total: PARTS, failed: 0, unclear: 0, waiting: 0, pause: 0 });
    await pause(ms);
    appendFileSync(file, 'done\n');
  }
  return 0;
}

/** Stops between two parts, and in the middle when it is asked twice. */
async function sendIn(run: Run, ms: number): Promise<0 | 1> {
  const stopping = new AbortController();
  const letGo = onInterrupt(
    run.terminal,
    () => {
      stopping.abort();
      run.terminal.say('finishing');
    },
    () => process.exit(7),
  );
  const code = await writeIn(run, stopping.signal, ms);
  letGo();
  return code;
}

const runs: Readonly<Record<string, Command['run']>> = {
  /** Hears nothing of Ctrl-C. */
  write: (run) => writeIn(run),
  send: (run) => sendIn(run, 60),
  /** Reads for a while before it hears of an end. */
  'send-late': async (run) => {
    run.terminal.say('reading');
    await pause(300);
    return sendIn(run, 60);
  },
  'send-slowly': (run) => sendIn(run, 1200),
  crash: () => {
    process.kill(process.pid, 'SIGKILL');
    return pause(5000, 0);
  },
  /** What npm would have it read as flags. */
  settings: ({ terminal }) => {
    terminal.say(
      Object.keys(process.env)
        .filter((one) => one.startsWith('npm_'))
        .join() || 'none',
    );
    terminal.say(process.env['FELLES_LANGUAGE'] ?? 'English', 'red');
    return Promise.resolve(0);
  },
  talk: ({ terminal }) => {
    for (let line = 1; line <= 2003; line += 1) terminal.say(`line ${String(line)}`);
    return Promise.resolve(0);
  },
  refuse: ({ terminal }) => {
    terminal.result('what it found');
    return Promise.resolve(1);
  },
};

const [name = ''] = process.argv.splice(2, 1);
const run = runs[name];
if (run === undefined) throw new Error(`no command ${name}`);
await runScript({ name, summary: '', options: {}, examples: [], run }, (stack) => stack);
