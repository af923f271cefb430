/** `npm start`: the page in the browser, until Ctrl-C. */
import { msg } from '../../domain/msg.ts';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { UserError } from '../../domain/user-error.ts';
import type { Command, CommandEntry, ExitCode, Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';

const usualPort = 7410;

const options = {
  port: {
    type: 'string',
    value: '<number>',
    help: `the port on this machine (default ${String(usualPort)}, or the next that is free)`,
  },
  'no-open': { type: 'boolean', help: 'open no browser' },
} as const;

/** Made from the commands that the page can start. */
export const startCommand = (commands: Readonly<Record<string, CommandEntry>>): Command => ({
  name: 'start',
  summary: 'Opens the page: what is due, the papers, the mailings, the year.',
  options,
  examples: ['npm start', 'npm start -- --no-open --port 7500'],
  ends: { 0: 'the page was ended with Ctrl-C' },
  makesSample: true,
  run: (run) => runStart(run, commands),
});

async function runStart(run: Run, commands: Readonly<Record<string, CommandEntry>>): Promise<ExitCode> {
  if (!isMainThread && parentPort !== null) {
    const { serveMaker } = await import('../page/maker.ts');
    const { room } = z.object({ room: z.string() }).parse(workerData);
    await serveMaker(run, parentPort, { room, commands });
    return 0;
  }
  const port = portIn(run.flags);
  // Makes the sample where nobody has used Felles, and stops where the register is gone.
  await run.store();
  const { serve } = await import('../page/serve.ts');
  await serve(run, commands, { port, opens: run.flags['no-open'] !== true });
  return 0;
}

/** The port that was asked for. Throws UserError for what is none. */
function portIn(flags: Run['flags']): { readonly first: number; readonly isFixed: boolean } {
  const text = textFlag(flags, 'port');
  if (text === undefined) return { first: usualPort, isFixed: false };
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return { first: port, isFixed: true };
  throw new UserError(msg`«${text}» is not a port.`, msg`Write a number up to 65535, such as --port 7410.`);
}
