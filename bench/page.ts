import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { environment, ROOT } from './child.ts';
import { makeWorkbook } from './make-workbook.ts';
import { median } from './statistics.ts';

const NOW = ['--now', '2026-11-23T12:00'];
const TODAY = 'nb/today';

/** The register is read, or has been. */
const Told = z.object({ number: z.number(), isReading: z.boolean() });
type Told = z.infer<typeof Told>;

/** A page that runs as `npm start` starts it. */
interface Page {
  /** When it was started. */
  readonly began: number;
  readonly pid: number;
  readonly get: (path: string) => Promise<string>;
  /** Asks for a reading. */
  readonly read: () => Promise<void>;
  /** The numbers that a window is told, as they come. */
  readonly windows: AsyncGenerator<Told, undefined>;
  readonly end: () => Promise<void>;
}

async function startPage(folder: string): Promise<Page> {
  const began = performance.now();
  const argv = [join(ROOT, 'bin/felles.js'), 'start', '--no-open', '--port', '0', ...NOW];
  const child = spawn(process.execPath, argv, {
    ...{ cwd: folder, env: environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = new URL(
    await new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).once('line', resolve);
    }),
  );
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  // What all addresses of the page begin with: it ends with `/`.
  const base = new URL(entered.headers.get('location') ?? '', address);
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, base), {
      redirect: 'manual',
      headers: { cookie, origin: address.origin },
      ...init,
    });
  const get = async (path: string): Promise<string> => (await ask(path)).text();
  return {
    ...{ began, pid: Number(child.pid), get },
    read: async () => {
      const form = /name="form" value="(?<form>[^"]+)"/u.exec(await get(TODAY))?.groups?.['form'] ?? '';
      await ask('nb/read', { method: 'POST', body: new URLSearchParams({ form }) });
    },
    windows: eventsOf(await ask('events')),
    end: async () => {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

async function* eventsOf({ body }: Response): Page['windows'] {
  let text = '';
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = `${text}${part}`.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines.filter((one) => one.startsWith('data: ')))
      yield Told.parse(JSON.parse(line.slice('data: '.length)));
  }
}

/** Waits until the windows are told what is so. */
async function toldThat(page: Page, isSo: (event: Told) => boolean): Promise<void> {
  for (;;) {
    const next = await page.windows.next();
    if (next.done === true || isSo(next.value)) return;
  }
}

const numberIn = (html: string): number =>
  Number(/data-number="(?<number>\d+)"/u.exec(html)?.groups?.['number']);
const megabytes = (pid: number): number =>
  Number(/VmRSS:\s+(?<kb>\d+)/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.groups?.['kb']) /
  1024;

async function withPage<Value>(folder: string, work: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await startPage(folder);
  try {
    return await work(page);
  } finally {
    await page.end();
  }
}

/** From the start of the process to the whole of Today, on the sample. */
const firstView = (folder: string): Promise<number> =>
  withPage(folder, async ({ began, get }) => {
    while ((await get(TODAY)).includes('data-waiting'));
    return performance.now() - began;
  });

/** From the file event of a template to Today as it makes it. */
const templateSaved = (folder: string): Promise<number> =>
  withPage(folder, async (page) => {
    await page.get(TODAY);
    await toldThat(page, ({ number, isReading }) => number > 0 && !isReading);
    const number = numberIn(await page.get(TODAY));
    const saved = performance.now();
    await utimes(join(ROOT, 'templates/page/today.html.hbs'), new Date(), new Date());
    await toldThat(page, (event) => event.number > number && !event.isReading);
    await page.get(TODAY);
    return performance.now() - saved;
  });

/** Answers while a register of so many rows is read again, after its file has been saved. */
async function whileReading(rows: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  const file = join(folder, 'register.xlsx');
  try {
    await writeFile(file, makeWorkbook(rows));
    return await withPage(folder, async (page) => {
      await toldThat(page, ({ number, isReading }) => number > 0 && !isReading);
      while ((await page.get(TODAY)).includes('data-waiting'));
      await writeFile(`${file}.new`, makeWorkbook(rows, { Sted: 'Halden' }));
      await rename(`${file}.new`, file);
      await toldThat(page, ({ isReading }) => isReading);
      const began = performance.now();
      const times: number[] = [];
      const reading = new AbortController();
      const over = toldThat(page, ({ isReading }) => !isReading).then(() => {
        reading.abort();
      });
      // As long as it is read: what comes after waits for the new screen.
      for (let asked = performance.now(); ; asked = performance.now()) {
        await page.get(TODAY);
        if (reading.signal.aborted) break;
        times.push(performance.now() - asked);
      }
      await over;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      return `${String(rows)} rows read again in ${seconds} s: ${String(times.length)} answers, median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Memory of the process after some refreshes and after all: a reading and a screen each. */
const afterRefreshes = (folder: string, some: number, all: number): Promise<string> =>
  withPage(folder, async (page) => {
    await page.get(TODAY);
    const at: number[] = [];
    for (let round = 1; round <= all; round += 1) {
      await page.read();
      await page.get(TODAY);
      if (round === some || round === all) at.push(megabytes(page.pid));
    }
    const [before = 0, after = 0] = at;
    return `memory after ${String(some)} and ${String(all)} refreshes: ${before.toFixed(0)} and ${after.toFixed(0)} MB`;
  });

/** What the page costs, as whole processes. Memory is told on Linux, where the system says it. */
export async function pageReport(rounds: number, rows: number, refreshes: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  try {
    await firstView(folder);
    const views: number[] = [];
    const saves: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      views.push(await firstView(folder));
      saves.push(await templateSaved(folder));
    }
    return [
      `first view after start, the sample: ${median(views).toFixed(0)} ms`,
      `a saved template, from the file event to the page: ${median(saves).toFixed(0)} ms`,
      await whileReading(rows),
      ...(process.platform === 'linux' ? [await afterRefreshes(folder, refreshes / 5, refreshes)] : []),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
