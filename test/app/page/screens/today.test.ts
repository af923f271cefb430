import { afterAll, describe, expect, it } from 'vitest';
import { todayCommand } from '../../../../src/app/commands/today.ts';
import { initCommand } from '../../../../src/app/commands/init.ts';
import { startFakeGoogle } from '../../../support/google/fake-google.ts';
import { formWord, makeTypedWorld, screenIn } from '../../../support/screens.ts';
import { makeFilledWorld, makeWorld } from '../../../support/world.ts';

const world = await makeFilledWorld();
afterAll(() => world.remove());

const count = (html: string, part: RegExp): number => [...html.matchAll(new RegExp(part, 'gu'))].length;

/** Rows with a day that no calendar has, and titles that would run if they were not text. */
const bad = (many: number): readonly Readonly<Record<string, string>>[] =>
  Array.from({ length: many }, (_, index) => ({
    ID: `A-2026-${String(500 + index)}`,
    Type: 'Webinar',
    Tittel: '<img src=x onerror=alert(1)>',
    Part: 'Felles',
    Status: 'Planlagt',
    Start: `<script>alert(${String(index)})</script>`,
  }));

describe('what is due, on the page', () => {
  it('says notes in the reader’s standard, where the row is, and what to do next', async () => {
    const html = await screenIn(world, { screen: 'today' });
    expect(html).toContain('T-2026-005 (frist');
    expect(html).toContain('data-copy="Dialog!A12"');
    expect(html).toContain('href="/nb/papers/county?fylke=Innlandet"');
    expect(html).toContain('tekster er godkjent');
    const nn = await screenIn(world, { screen: 'today', standard: 'nn' });
    expect(nn).toContain('Distriktssenteret 4.');
    expect(nn).not.toMatch(/ by 2026| and Distriktssenteret/u);
  });

  it('waives an entry through the form, and shows the reason from then on', async () => {
    const own = await makeFilledWorld();
    const before = await screenIn(own, { screen: 'today' });
    const [, name = ''] = /name="flag\.waive" value="(?<name>[^"]+)"/u.exec(before) ?? [];
    const form = before.slice(before.indexOf('<form method="post" action="/nb/run">'));
    expect(form).toContain(`<input type="hidden" name="form" value="${formWord}">`);
    expect(form).toContain('<input type="hidden" name="command" value="today">');
    await own.run(todayCommand, ['--waive', name, '--reason', 'sagt på <b>telefon</b>']);
    const after = await screenIn(own, { screen: 'today' });
    expect(after).not.toContain(`name="flag.waive" value="${name}"`);
    expect(after).toContain('Tatt av listen (1)');
    expect(after).toContain('sagt på &lt;b&gt;telefon&lt;/b&gt;');
    await own.remove();
  });
});

describe('the problems of the register, on the page', () => {
  it('are a few of each kind, and all where they are asked for; what was read stays text', async () => {
    const own = await makeTypedWorld(({ activities = [] }) => ({ activities: [...activities, ...bad(500)] }));
    await screenIn(own, { screen: 'today' });
    const begun = performance.now();
    const html = await screenIn(own, { screen: 'today' });
    // Reading and checking the workbook are in it.
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(html.length).toBeLessThan(100_000);
    expect(html).not.toMatch(/<script|<img/u);
    expect(html).toContain('&lt;script&gt;alert(0)&lt;/script&gt;');
    expect(count(html, /<li class="error"/u)).toBe(5);
    expect(html).toMatch(/<a href="#part-problems">500 feil i registeret kan gjøre at noe mangler i listen/u);
    const [, query = ''] = /href="\/nb\/today\?(?<query>[^#"]+)#problems-1"/u.exec(html) ?? [];
    const asked = Object.fromEntries(new URLSearchParams(query.replaceAll('&amp;', '&')));
    expect(asked).toMatchObject({ tab: 'Aktiviteter' });
    const whole = await screenIn(own, { screen: 'today', query: asked });
    expect(count(whole, /<li class="error"/u)).toBeGreaterThan(90);
    expect(whole).toContain('data-copy="Aktiviteter!G');
    await own.remove();
  });

  it('lead to the very cell of a Google Sheet', async () => {
    const google = await startFakeGoogle();
    const own = await makeWorld();
    const id = google.createSpreadsheet({ locale: 'nb_NO', timeZone: 'Europe/Oslo' });
    const access = { GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token };
    const env = { ...access, FELLES_SPREADSHEET: id };
    await own.run(initCommand, ['--sample'], env);
    const html = await screenIn(own, { screen: 'today', env });
    expect(html).toMatch(
      new RegExp(`href="https://docs\\.google\\.com/spreadsheets/d/${id}/edit#gid=\\d+&amp;range=J12"`, 'u'),
    );
    expect(html).not.toContain('data-copy');
    await google.close();
    await own.remove();
  });
});
