import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../../src/app/main.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { MessageChannel } from 'node:worker_threads';
import { Events } from '../../../src/app/page/events.ts';
import { Fresh } from '../../../src/app/page/fresh.ts';
import { askThrough, type MakerPort } from '../../../src/app/page/maker-port.ts';
import { startFakeGoogle } from '../../support/google/fake-google.ts';
import { runOf, startPage, type RunningPage } from '../../support/running-page.ts';
import { makeOwn, makeSampleWorld, makeWorld, type TestWorld } from '../../support/world.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function pageOf(world: TestWorld, env = {}): Promise<RunningPage> {
  ends.push(() => world.remove());
  const run = await runOf(world, [], env);
  const page = await startPage(run);
  page.fresh.watch(run.settings);
  ends.push(() => page.close());
  return page;
}

const shown = async (page: RunningPage, path = '/nb/today'): Promise<string> => {
  const answer = await page.fetch(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
/** What the sample's page has, and that of somebody's own register does not. */
const SAMPLE = 'class="mark"';
const FAULT = 'class="fault"';
const faultIn = (html: string): string =>
  /class="fault"[^]*?<\/(?:section|aside|div)>/u.exec(html)?.[0] ?? '';
const until = (isSo: () => Promise<boolean>): Promise<void> =>
  vi.waitFor(async () => { expect(await isSo()).toBe(true); }, { timeout: 20_000, interval: 20 }); // prettier-ignore

describe('a workbook that is saved', () => {
  it('by renaming over the old one is shown, and every window is told', async () => {
    const world = await makeSampleWorld();
    const file = join(world.folder, 'register.xlsx');
    const page = await pageOf(world);
    const told: number[] = [];
    page.events.listen((event) => event.kind === 'register' && !event.isReading && told.push(event.number));
    expect(await shown(page)).toContain(SAMPLE);
    const before = page.fresh.number;
    await copyFile(file, `${file}.new`);
    await makeOwn(xlsxStore(`${file}.new`));
    // While Excel has it open, its mark lies beside it.
    await writeFile(join(world.folder, '~$register.xlsx'), 'Kari');
    await rename(`${file}.new`, file);
    await until(async () => !(await shown(page)).includes(SAMPLE));
    expect(page.fresh.number).toBeGreaterThan(before);
    await until(() => Promise.resolve(told.at(-1) === page.fresh.number));
    expect(await shown(page)).not.toContain(FAULT);
  });

  it('in halves, or is gone, leaves what was read last and the fault, until it is whole again', async () => {
    const world = await makeSampleWorld();
    const file = join(world.folder, 'register.xlsx');
    const page = await pageOf(world);
    const whole = await readFile(file);
    const main = (html: string): string => html.slice(html.indexOf('<main'));
    const good = main(await shown(page));
    for (const spoil of [() => writeFile(file, whole.subarray(0, whole.length / 2)), () => rm(file)]) {
      await spoil();
      await until(async () => (await shown(page)).includes(FAULT));
      const said = async (path: string): Promise<string> => faultIn(await shown(page, path));
      expect(await said('/nb/today')).toMatch(/filen| ikke /u);
      expect(await said('/nn/today')).toMatch(/fila| ikkje /u);
      expect(await said('/nn/year')).not.toMatch(/filen| ikke /u);
      expect(await said('/nb/year')).not.toMatch(/fila| ikkje /u);
      expect(main(await shown(page))).toBe(good);
      await writeFile(file, whole);
      await until(async () => !(await shown(page)).includes(FAULT));
      expect(main(await shown(page))).toBe(good);
    }
  });
});

describe('the clock', () => {
  it('that has moved a night on, on a machine that slept, is judged by at the next reading', async () => {
    let now = '2026-11-23T22:50:00Z';
    const world = await makeWorld(() => new Date(now));
    await world.run(await commands.init.load(), ['--sample']);
    const page = await pageOf(world);
    const numbers = [page.fresh.number];
    for (const later of [
      '2026-11-23T22:55:00Z',
      '2026-11-23T23:01:00Z',
      '2026-11-23T23:12:00Z',
      '2026-11-23T22:00:00Z',
    ]) {
      // prettier-ignore
      now = later;
      await page.fresh.read();
      numbers.push(page.fresh.number);
    }
    // Five minutes on the same day change nothing. The next day does, ten minutes do, and so does a clock that is set back.
    expect(numbers).toEqual([1000, 1000, 2000, 3000, 4000]);
  });

  it('says of which day the last reading is, where none has gone well since', async () => {
    let now = '2026-11-23T15:10:00Z';
    const world = await makeWorld(() => new Date(now));
    await world.run(await commands.init.load(), ['--sample']);
    const page = await pageOf(world);
    await rm(join(world.folder, 'register.xlsx'));
    // The file that is gone may have begun a reading of its own.
    await until(async () => (await shown(page)).includes('Det du ser, er fra klokka 16.10'));
    now = '2026-11-24T07:00:00Z';
    await page.fresh.read();
    expect(await shown(page)).toContain(
      'Det du ser, er fra 23.\u{A0}november 2026 klokka 16.10. Siden prøver igjen når regnearket blir lagret.',
    );
    expect(await shown(page, '/nn/today')).toContain(
      'Det du ser, er frå 23.\u{A0}november 2026 klokka 16.10. Sida prøver igjen når reknearket blir lagra.',
    );
  });
});

describe('a reading', () => {
  /** A maker that reads when it is let. */
  function slowMaker(): { readonly fresh: Fresh; readonly asked: boolean[]; readonly answer: () => void } {
    const asked: boolean[] = [];
    const waiting: (() => void)[] = [];
    const { port1, port2 } = new MessageChannel();
    ends.push(() => { port1.close(); return Promise.resolve(); }); // prettier-ignore
    port2.on(
      'message',
      ({ id, body }: { readonly id: number; readonly body: { readonly templates: boolean } }) => {
        asked.push(body.templates);
        waiting.push(() => {
          port2.postMessage({ id, body: { number: 1, isSample: false } });
        });
      },
    );
    const maker: MakerPort = { ...askThrough(port1), close: () => Promise.resolve() };
    return { fresh: new Fresh(maker, new Events()), asked, answer: () => waiting.shift()?.() };
  }

  it('follows one that was under way when something was saved, once for all that was', async () => {
    const { fresh, asked, answer } = slowMaker();
    const all = fresh.read();
    await until(() => Promise.resolve(asked.length === 1));
    await Promise.all([fresh.read(), fresh.read(true), fresh.read()]);
    answer();
    await until(() => Promise.resolve(asked.length === 2));
    const before = fresh.number;
    answer();
    await all;
    expect(asked).toEqual([false, true]);
    // A template has changed: the windows are told so, though the register is the same.
    expect(fresh.number).toBeGreaterThan(before);
  });

  it('comes each minute, though nothing is saved: what is due changes with the clock', async () => {
    const world = await makeSampleWorld();
    ends.push(() => world.remove());
    const { settings } = await runOf(world);
    const { fresh, asked } = slowMaker();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    fresh.watch(settings);
    vi.advanceTimersByTime(60_000);
    fresh.stop();
    vi.useRealTimers();
    await until(() => Promise.resolve(asked.length === 1));
  });
});

describe('the settings', () => {
  it('that name another register while the page runs are not followed half', async () => {
    const world = await makeSampleWorld();
    const page = await pageOf(world);
    await writeFile(join(world.folder, '.env'), 'FELLES_WORKBOOK=another.xlsx\n');
    await page.fresh.read();
    expect(page.fresh.standing.fault?.nb.message).toContain('et annet register');
    await expect(page.maker.ask({ ask: 'hold' })).rejects.toThrow('et annet register');
    await rm(join(world.folder, '.env'));
    await page.fresh.read();
    expect(page.fresh.standing.fault).toBeUndefined();
    // The time is read anew each time, and a saved file is read at once.
    await writeFile(join(world.folder, '.env'), 'FELLES_NOW=2026-12-24T08:15\nFELLES_OUT=papirer\n');
    await until(() => Promise.resolve(page.fresh.standing.number === 2));
    expect(page.fresh.standing.time).toBe('08.15');
    expect(await page.maker.ask({ ask: 'hold' })).toEqual({ out: join(world.folder, 'papirer') });
  });
});

describe('a Google Sheet', () => {
  it('that is slow, refuses or is away holds up no answer, and is read when it can be', async () => {
    const google = await startFakeGoogle();
    ends.push(() => google.close());
    const world = await makeWorld();
    const sheet = google.createSpreadsheet({});
    const env = {
      ...{ GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token },
      ...{ FELLES_SPREADSHEET: sheet, FELLES_STATE: join(world.folder, 'state') },
    };
    await world.run(await commands.init.load(), ['--sample'], env);
    const page = await pageOf(world, env);
    expect(await shown(page)).toContain(SAMPLE);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    google.between((_, moment) => (moment === 'before' ? held : undefined));
    const reading = page.fresh.read();
    expect(page.fresh.isReading).toBe(true);
    // One that was shown before, and one that was not.
    expect(await shown(page)).toContain(SAMPLE);
    expect(await shown(page, '/nn/today')).toContain('Registeret');
    expect(page.fresh.isReading).toBe(true);
    answer();
    await reading;
    google.fault(() => true, { status: 403, times: 1 });
    await page.fresh.read();
    expect(await shown(page)).toContain(FAULT);
    expect(await shown(page)).toContain(SAMPLE);
    await page.fresh.read();
    expect(await shown(page)).not.toContain(FAULT);
  });
});

describe('a window', () => {
  it('is told of what changes, and leaves nothing behind', async () => {
    const page = await pageOf(await makeSampleWorld());
    const windows = await Promise.all([page.fetch('/events'), page.fetch('/events')]);
    expect(page.events.count).toBe(2);
    const readers = windows.map(({ body }) => body?.pipeThrough(new TextDecoderStream()).getReader());
    const next = async (): Promise<(string | undefined)[]> =>
      Promise.all(readers.map(async (reader) => (await reader?.read())?.value));
    const event = (number: number, isReading = false): string =>
      `data: ${JSON.stringify({ kind: 'register', number, isReading })}\n\n`;
    expect(await next()).toEqual(['event: here\ndata:\n\n', 'event: here\ndata:\n\n']);
    page.fresh.changed();
    expect(await next()).toEqual([event(1001), event(1001)]);
    await Promise.all(readers.map(async (reader) => reader?.cancel()));
    await until(() => Promise.resolve(page.events.count === 0));
    // Without events the page works by being loaded again.
    expect(await shown(page)).toContain('data-number="1001"');
  });
});
