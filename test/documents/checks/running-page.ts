/** The page of a folder as people start it: a process of its own, and its address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'puppeteer-core';
import { ROOT } from './tools.ts';

export interface RunningPage {
  /** With the word that lets a browser in. */
  readonly address: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Lets a browser in by the address that the terminal shows, and gives what all addresses of the page begin with. */
export async function letIn(browserPage: Page, address: string): Promise<string> {
  await browserPage.goto(address, { waitUntil: 'load' });
  const { origin, pathname } = new URL(browserPage.url());
  return `${origin}/${pathname.split('/')[1] ?? ''}`;
}

/** Starts the page in a folder, at a time (Oslo), with more variables. Throws where it ends before it has said its address. */
export async function runPage(
  folder: string,
  now: string,
  more: Readonly<Record<string, string>> = {},
): Promise<RunningPage> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/felles.js'), 'start', '--no-open', '--port', '0'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', TZ: 'America/New_York', FELLES_NOW: now, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('http')) continue;
    child.stdout.resume();
    const stop = async (): Promise<void> => {
      child.kill('SIGINT');
      await ended;
    };
    return { address: line, child, stop };
  }
  throw new Error('The page ended before it said its address.');
}
