import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MakerPort } from '../../../src/app/page/maker-port.ts';
import { makerOf, runOf, startPage, type RunningPage } from '../../support/running-page.ts';
import { makeSampleWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
let page: RunningPage;
/** What the maker fails with next. */
let broken: Error | undefined;
/** What reading waits for. */
let before: Promise<unknown> = Promise.resolve();
let asks = 0;
/** The screens that were asked for, whether they have been made or not. */
let arrived = 0;
beforeAll(async () => {
  world = await makeSampleWorld();
  const run = await runOf(world);
  const inner = await makerOf(run);
  const ask: MakerPort['ask'] = async (asked) => {
    if (asked.ask === 'screen') arrived += 1;
    if (asked.ask === 'read' || asked.ask === 'screen') await before;
    if (asked.ask === 'screen') asks += 1;
    if (asked.ask === 'screen' && broken !== undefined) throw broken;
    return inner.ask(asked);
  };
  page = await startPage(run, { maker: { ...inner, ask } });
});
afterAll(async () => {
  await page.close();
  await world.remove();
});

describe('a screen', () => {
  it('that the maker is too late for is the last one that was shown, within 50 ms, and then the new one', async () => {
    const path = '/nb/today?late';
    const first = await (await page.fetch(path)).text();
    let go: () => void = () => undefined;
    before = new Promise<void>((resolve) => {
      go = resolve;
    });
    const reading = page.fresh.read();
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      const html = await (await page.fetch(path)).text();
      times.push(performance.now() - began);
      expect(html).toContain('data-waiting');
      expect(html.slice(html.indexOf('<main'))).toBe(first.slice(first.indexOf('<main')));
    }
    // The machine that tests may be busy: the quickest of them says what the page waits for.
    expect(Math.min(...times)).toBeLessThan(50);
    const told = page.fresh.number;
    const already = asks;
    go();
    await reading;
    // What so many windows wait for is made once.
    await vi.waitFor(() => {
      expect(page.fresh.number).toBeGreaterThan(told);
    });
    expect(asks).toBe(already + 1);
    const now = await (await page.fetch(path)).text();
    expect(now).not.toContain('data-waiting');
  });

  it('that was asked for just before a reading began does not wait for its end', async () => {
    const path = '/nb/today?before';
    await page.fetch(path);
    let go: () => void = () => undefined;
    before = new Promise<void>((resolve) => {
      go = resolve;
    });
    const already = arrived;
    const asked = page.fetch(path);
    await vi.waitFor(() => {
      expect(arrived).toBe(already + 1);
    });
    const reading = page.fresh.read();
    expect(await (await asked).text()).toContain('data-waiting');
    go();
    await reading;
  });

  it('is kept until sixty others have been shown', async () => {
    const address = (number: number): string => `/nb/doing?kept=${String(number)}`;
    for (let number = 0; number <= 60; number += 1) await page.fetch(address(number));
    let go: () => void = () => undefined;
    before = new Promise<void>((resolve) => {
      go = resolve;
    });
    const reading = page.fresh.read();
    const main = async (number: number): Promise<string> =>
      (/<main[^]*<\/main>/u.exec(await (await page.fetch(address(number))).text()) ?? [''])[0];
    const [first, second] = [await main(0), await main(1)];
    go();
    await reading;
    expect(first).not.toBe(second);
    expect(second).toBe(await main(1));
  });

  it('that Felles fails to make says so, with the status of a fault, and the next is made', async () => {
    broken = new Error('<script>planted</script>');
    const answer = await page.fetch('/nb/today?broken');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('planted');
    expect(html).not.toContain('<script>planted');
    broken = undefined;
    expect((await page.fetch('/nb/today?broken')).status).toBe(200);
  });

  it('stands in the place of a file that cannot be made, and says why', async () => {
    const answer = await page.fetch('/nn/file/nothing/<b>');
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([404, null]);
    const html = await answer.text();
    expect(html).toContain('<html lang="nn">');
    expect(html).toContain('Det er ingenting på denne adressa.');
  });

  it.each([
    ['papers/agenda?meeting=A-2026-999', '«A-2026-999» er ikke blant valgene her. Velg et annet i listen'],
    ['papers/county?fylke=Vestlandia', '«Vestlandia» er ikke blant valgene her.'],
    ['doing/agenda?meeting=A-2026-999', '«A-2026-999» er ikke blant valgene her.'],
    ['doing/announce?webinar=A-2026-999&kind=reminder-7', '«A-2026-999» er ikke blant valgene her.'],
    ['doing/county?fylke=Vestlandia', '«Vestlandia» er ikke blant valgene her.'],
    ['doing/nothing', 'Det finnes ikke noe gjøremål «nothing». Velg et av disse.'],
    ['year?year=abc', '«abc» er ikke et år. Her er 2026. Velg et år under.'],
    ['papers/nothing', '/nb/papers">Dokumenter</a>'],
    ['mailings/nothing', '/nb/mailings">Utsendelser</a>'],
  ])('says of %s what is not there, and lets people choose', async (address, says) => {
    const html = (await (await page.fetch(`/nb/${address}`)).text()).replaceAll('&#x3D;', '=');
    expect(html.slice(html.indexOf('<main'))).toContain(says);
  });

  it.each([
    'papers/agenda?meeting=A-2026-004',
    'papers/agenda?meeting=next',
    'papers/report?year=2026',
    'doing/announce?webinar=A-2026-038&kind=reminder-7',
    'doing/agenda?meeting=next',
    'doing/send?first=out/announce/a-2026-038-announcement-r1',
    'year?year=2027',
  ])('says nothing of the kind of %s', async (address) => {
    const html = await (await page.fetch(`/nb/${address}`)).text();
    expect(html).toContain('<main');
    expect(html).not.toMatch(/ikke blant valgene|ikke et år/u);
  });

  it.each([
    ['doing/send', 'Send en utsendelse'],
    ['doing/today', 'Dagens liste'],
    ['doing/county', 'Fylkesnotat'],
    ['doing/today?make=on', 'Lag utsendelsene som skal ut'],
    ['doing/check?give-ids=on', 'Gi ID til rader som mangler det'],
  ])(
    'of the form %s is the name of the command, or of the deed whose flags are set',
    async (address, name) => {
      const html = await (await page.fetch(`/nb/${address}`)).text();
      expect(/<h1[^>]*>(?<heading>[^<]*)/u.exec(html)?.groups?.['heading']).toBe(name);
    },
  );

  it('of an address that has none is a fault for people, and its text stays text', async () => {
    const html = await (await page.fetch('/nb/%3Cscript%3Ealert(1)%3C%2Fscript%3E?x="><script>y')).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<script>y');
    expect((await page.fetch('/nb/run/1')).status).toBe(404);
    expect((await page.fetch('/nb/run/__proto__')).status).toBe(404);
  });
});
