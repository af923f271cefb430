import { afterAll, describe, expect, it } from 'vitest';
import { todayCommand } from '../../../../src/app/commands/today.ts';
import { initCommand } from '../../../../src/app/commands/init.ts';
import { startFakeGoogle } from '../../../support/google/fake-google.ts';
import { formWord, makeTypedWorld, screenIn } from '../../../support/screens.ts';
import { makeFilledWorld, makeWorld } from '../../../support/world.ts';

const world = await makeFilledWorld();
afterAll(() => world.remove());

const count = (html: string, part: RegExp): number => [...html.matchAll(new RegExp(part, 'gu'))].length;

const sectionIn = (html: string, part: string): string =>
  new RegExp(`<section[^>]*data-part="${part}"[^]*?</section>`, 'u').exec(html)?.[0] ?? '';

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
    // What it is about is called as in the papers of that standard.
    expect(html).toContain('Spørretime: Sentrum');
    expect(nn).toContain('Spørjetime: Sentrum');
    expect(nn).not.toContain('Spørretime');
    const mailings = await screenIn(world, { screen: 'mailings', standard: 'nn' });
    expect(mailings).toContain('Spørjetime: Sentrum');
    expect(mailings).not.toContain('Spørretime');
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
    expect(html).toMatch(/Vis 495 rader til med feil/u);
    const [, query = ''] = /href="\/nb\/today\?(?<query>[^#"]+)#hiding-1"/u.exec(html) ?? [];
    const asked = Object.fromEntries(new URLSearchParams(query.replaceAll('&amp;', '&')));
    expect(asked).toMatchObject({ tab: 'Aktiviteter' });
    const whole = await screenIn(own, { screen: 'today', query: asked });
    expect(count(whole, /<li class="error"/u)).toBeGreaterThan(90);
    expect(whole).toContain('data-copy="Aktiviteter!G');
    await own.remove();
  });

  it('that may hide what is due come first, and say which row is not counted and what the list may lack', async () => {
    const webinar = {
      ...{ ID: 'A-2026-512', Type: 'Webinar', Tittel: 'Gågater', Part: 'Felles', Status: 'Planlagt' },
      Start: '32. desember',
    };
    const slot = { ID: 'P-2026-900', Aktivitet: 'A-2026-777', Tittel: 'Innlegg', Status: 'Ønsket' };
    const own = await makeTypedWorld(({ activities = [], slots = [], actions = [] }) => ({
      activities: [...activities, webinar],
      slots: [...slots, slot],
      actions: [...actions, { ID: 'T-2026-900', Tiltak: 'Ringe', Status: 'Åpen', Frist: 'i går', Part: 'X' }],
    }));
    const html = await screenIn(own, { screen: 'today' });
    const part = sectionIn(html, 'hiding');
    expect(html.indexOf(part)).toBeLessThan(html.indexOf('data-part="overdue"'));
    expect(part).toMatch(
      /<h3>Webinar «Gågater» \(A-2026-512\)<\/h3>\s*<p>Raden kan ikke leses og er ikke regnet med\. Dette kan mangle i listen: kunngjøring, påminnelser/u,
    );
    expect(part).toMatch(/data-copy="Aktiviteter!G\d+"/u);
    expect(part).toContain('<h3>«Ringe» (T-2026-900)</h3>');
    // The slot is read, but its activity is not there.
    expect(part).toMatch(
      /<h3>«Innlegg» \(P-2026-900\)<\/h3>\s*<p>Raden er regnet med, men dette kan være galt eller mangle: programmet/u,
    );
    expect(sectionIn(html, 'problems')).not.toContain('class="error"');
    const nn = sectionIn(await screenIn(own, { screen: 'today', standard: 'nn' }), 'hiding');
    expect(nn).toContain('Rada kan ikkje lesast og er ikkje rekna med.');
    await own.remove();
  });

  it('lead to the forms of the page, and send nobody to a terminal', async () => {
    const own = await makeTypedWorld(({ activities = [] }) => ({
      activities: [...activities, { Type: 'Webinar', Tittel: 'Uten ID', Part: 'Felles', Status: 'Idé' }],
    }));
    const html = await screenIn(own, { screen: 'today' });
    expect(html).toContain(
      'La cellen stå tom, og velg «<a href="/nb/doing/check?give-ids=on">Gi ID til rader som mangler det</a>». Da får raden en ID som A-',
    );
    for (const standard of ['nb', 'nn'] as const)
      expect(await screenIn(own, { screen: 'today', standard })).not.toMatch(
        /npm run|npx|k(?:jører|øyrer) Felles/u,
      );
    await own.remove();
  });

  it('mark what is due about the row that has one, or that such a row belongs to', async () => {
    const before = await screenIn(world, { screen: 'today' });
    expect(before).not.toContain('class="doubt"');
    expect(before).not.toContain('data-part="hiding"');
    const [, id = ''] =
      /<h3>Kunngjøring: [^<]*<\/h3>[^]*?name="flag\.waive" value="(?<id>A-\d+-\d+) /u.exec(before) ?? [];
    expect(id).toMatch(/^A-/u);
    const slot = { ID: 'P-2026-900', Aktivitet: id, Tittel: 'Innlegg', Start: 'snart', Status: 'Ønsket' };
    const own = await makeTypedWorld(({ slots = [] }) => ({ slots: [...slots, slot] }));
    const html = await screenIn(own, { screen: 'today' });
    const [, anchor = ''] =
      /class="doubt"><a href="[^"#]+#(?<anchor>[^"]+)">Program, rad \d+ har feil i Start\. Det som står her, kan være galt/u.exec(
        html,
      ) ?? [];
    expect(html).toContain(`<li class="error" id="${anchor}"`);
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
