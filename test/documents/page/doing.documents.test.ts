import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cellValue } from '../../../src/domain/workbook.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { makeSampleWorld, type TestWorld } from '../../support/world.ts';
import { LOOKS, openBrowser, openFaults } from '../checks/accessibility.ts';
import { letIn } from '../checks/running-page.ts';
import { ROOT } from '../checks/tools.ts';

describe('what Felles can do, in a browser', () => {
  let world: TestWorld;
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  let base: string;

  const visit = async (path: string): Promise<void> => {
    await page.goto(base + path, { waitUntil: 'load' });
  };
  const ask = async <Value>(script: string, schema: z.ZodType<Value>): Promise<Value> =>
    schema.parse(await page.evaluate(script));
  const text = (selector: string): Promise<string> =>
    ask(
      `document.querySelector(${JSON.stringify(selector)}).textContent.replace(/\\s+/gu, ' ').trim()`,
      z.string(),
    );
  const isHidden = (selector: string): Promise<boolean> =>
    ask(`document.querySelector(${JSON.stringify(selector)}).hidden`, z.boolean());
  const focused = `(() => {
    const { labels, textContent } = document.activeElement;
    return (labels?.[0]?.textContent ?? textContent ?? '').trim();
  })()`;
  /** Goes on with the tab key until the focus is on what has this text or label. */
  const tabTo = async (wanted: string): Promise<void> => {
    for (let times = 0; times < 120; times += 1) {
      await page.keyboard.press('Tab');
      if ((await ask(focused, z.string())) === wanted) return;
    }
    throw new Error(`«${wanted}» cannot be reached with the keyboard`);
  };
  const pressEnter = async (): Promise<void> => {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
  };
  const ended = async (): Promise<void> => {
    await page.waitForSelector('.outcome:not(.running)', { timeout: 60_000 });
  };

  beforeAll(async () => {
    world = await makeSampleWorld();
    const store = xlsxStore(join(world.folder, 'register.xlsx'));
    const cells = { Tiltak: 'Sende ut notatet <b>nå</b>', Status: 'Åpen' };
    const bad = { ID: 'T-2026-990', Tiltak: 'Ringe', Status: 'Åpen', Frist: '30. februar' };
    const rows = [bad, cells].map((one) => ({ kind: 'row', tab: 'Tiltak', cells: one }) as const);
    const results = await store.write(rows, await store.read());
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    server = spawn(
      process.execPath,
      [join(ROOT, 'bin/felles.js'), 'start', '--no-open', '--now', '2026-11-23T12:00', '--port', '0'],
      { cwd: world.folder, env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (server.stdout === null) throw new Error('no output');
    const address = z
      .tuple([z.url()])
      .parse(await once(createInterface({ input: server.stdout }), 'line'))[0];
    browser = await openBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(100_000);
    base = await letIn(page, address);
    await visit('/nb/doing/agenda?number=on');
    await tabTo('Se først, uten å skrive');
    await pressEnter();
    await ended();
  });
  afterAll(async () => {
    await browser.close();
    server.kill('SIGINT');
    await once(server, 'exit');
    await world.remove();
  });

  it('gives IDs by the keyboard alone: first looked at, then written, and told', async () => {
    await visit('/nb/doing');
    await tabTo('Gi ID til rader som mangler det');
    await pressEnter();
    expect(await text('h1')).toBe('Gi ID til rader som mangler det');
    expect(await text('.happens .also > ul > li:not([hidden])')).toContain(
      'Skriver ID i rader som mangler det',
    );
    expect(await text('.happens .also > ul > li:not([hidden]) ul')).toMatch(
      /^Tiltak, rad \d+, ID: T-2026-\d+$/u,
    );
    await tabTo('Flere valg');
    await page.keyboard.press('Enter');
    await tabTo('Gi ID til rader som mangler det');
    await page.keyboard.press('Space');
    expect(await isHidden('.happens .also')).toBe(true);
    await page.keyboard.press('Space');
    expect(await isHidden('.happens .also')).toBe(false);
    await tabTo('Se først, uten å skrive');
    await pressEnter();
    await ended();
    expect(await text('[aria-labelledby="changed"]')).toContain('Ingenting i registeret ble endret');
    expect(await text('pre')).toMatch(
      /«Gi ID til rader som mangler det» gir 1 rad en ID: Tiltak rad \d+, ID: T-2026-\d+/u,
    );
    await tabTo('Skriv det nå');
    await pressEnter();
    await ended();
    const changed = await text('[aria-labelledby="changed"]');
    expect(changed).toMatch(/Tiltak, rad \d+, ID: tom → T-2026-\d+/u);
    const workbook = await xlsxStore(join(world.folder, 'register.xlsx')).read();
    const rows = workbook.sheets.find(({ name }) => name === 'Tiltak')?.rows ?? [];
    expect(cellValue(rows.at(-1)?.cells[0] ?? null)).toMatch(/^T-2026-\d+$/u);
  });

  it('says on Today which row is not counted, above what is due', async () => {
    await visit('/nb/today');
    const fault = await text('[data-part="hiding"] li');
    expect(fault).toMatch(/^«Ringe» \(T-2026-990\) Raden kan ikke leses og er ikke regnet med\./u);
    expect(fault).toContain('Frist (E');
    const above = `document.querySelector('[data-part="hiding"]').compareDocumentPosition(
      document.querySelector('[data-part="overdue"]')) === Node.DOCUMENT_POSITION_FOLLOWING`;
    expect(await ask(above, z.boolean())).toBe(true);
  });

  it('is short for a deed: what it fills in is told in words, the rest is folded, and can still be changed', async () => {
    await visit('/nb/doing/announce?webinar=A-2026-038&kind=announcement');
    const seen = `[...document.querySelectorAll('form.command :is(input:not([type=hidden]), select)')]
      .filter((one) => one.checkVisibility()).length`;
    expect(await ask(seen, z.int())).toBe(0);
    const rows = `[...document.querySelectorAll('.values > div')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.textContent.trim())`;
    expect(await ask(rows, z.array(z.string()))).toEqual([
      expect.stringMatching(/^Webinar\S.*\(A-2026-038\)$/u),
      'SlagKunngjøring',
    ]);
    expect(await text('.buttons')).toBe('Lag');
    await tabTo('Flere valg');
    await page.keyboard.press('Enter');
    expect(await ask(seen, z.int())).toBeGreaterThan(10);
    await page.select('#field-kind', 'reminder');
    await page.type('#field-target', 'fylke:Vestland');
    const [, kind, target] = await ask(rows, z.array(z.string()));
    expect(kind).toBe('SlagPåminnelse');
    expect(target).toBe('Hvem den er tilfylke:Vestland');
    // A choice that is taken away is not told of any more.
    await page.select('#field-kind', '');
    expect(await ask(rows, z.array(z.string()))).toHaveLength(2);
  });

  it('opens what is folded where the browser finds a fault in it', async () => {
    await visit('/nb/doing/plan?write=on');
    const isOpen = `document.querySelector('.more').open`;
    expect(await ask(isOpen, z.boolean())).toBe(false);
    await ask(`document.querySelector('#field-count').value = '0', true`, z.boolean());
    await tabTo('Kjør nå');
    await page.keyboard.press('Enter');
    expect(await ask(isOpen, z.boolean())).toBe(true);
    expect(await ask('document.activeElement.id', z.string())).toBe('field-count');
  });

  it('shows files that were made, and nothing of them runs', async () => {
    await visit('/nn/doing/agenda?format=html,docx');
    await tabTo('Lag');
    await pressEnter();
    await ended();
    const links = `[...document.querySelectorAll('.made a')].map(({ href }) => href)`;
    expect(await ask(links, z.array(z.url()))).toHaveLength(4);
    const answers = await ask(
      `Promise.all(${links}.map(async (link) => {
        const { status, headers } = await fetch(link);
        return [status, headers.get('content-disposition'), headers.get('content-security-policy')];
      }))`,
      z.array(z.tuple([z.number(), z.string().nullable(), z.string()])),
    );
    expect(answers[0]).toEqual([200, null, expect.stringContaining('sandbox')]);
    expect(answers[1]?.[1]).toMatch(/^attachment; filename="saksliste-.*\.nb\.docx"$/u);
    expect(await ask("fetch(location.pathname + '/made/99').then(({ status }) => status)", z.int())).toBe(
      404,
    );
  });

  it('hands a document to its reader, whose word comes back', async () => {
    await visit('/nb/doing/minutes?write=on');
    const chosen = page.waitForFileChooser();
    await tabTo('Fil');
    await page.keyboard.press('Enter');
    await (await chosen).accept([join(world.folder, 'register.xlsx')]);
    await tabTo('Se først, uten å skrive');
    await pressEnter();
    await ended();
    expect(await text('.outcome')).toBe(
      'Stoppet før alt var gjort. Ingenting i registeret ble endret. Les det som står under «Dette må du se på».',
    );
    expect(await text('pre')).toMatch(/regneark \(\.xlsx\)/u);
    expect(await page.$('[aria-labelledby="next"]')).toBeNull();
  });

  it('goes on after more pages than a browser has connections', async () => {
    for (let times = 0; times < 9; times += 1) await visit('/nb/doing');
    expect(await text('h1')).toBe('Gjøremål');
  });

  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async ({ width, scheme }) => {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const screens = [
      'today',
      'doing',
      'doing/check?give-ids=on',
      'doing/announce?webinar=A-2026-038&kind=correction',
      'doing/plan?write=on&change=on',
      'doing/minutes',
      'doing/send',
      'doing/agenda',
      'run/1',
    ];
    for (const screen of screens) {
      await visit(`/nn/${screen}`);
      expect(await openFaults(page), screen).toEqual([]);
    }
  });
});
