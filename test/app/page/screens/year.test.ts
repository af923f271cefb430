import { afterAll, describe, expect, it } from 'vitest';
import { makeTypedWorld, screenIn } from '../../../support/screens.ts';
import { makeFilledWorld } from '../../../support/world.ts';

const world = await makeFilledWorld();
afterAll(() => world.remove());

const found = (html: string, part: RegExp): readonly string[] =>
  [...html.matchAll(new RegExp(part, 'gu'))].map(([, group = '']) => group);

describe('the year, on the page', () => {
  it('has a place in the list for every mark of the wheel, with its row and its paper', async () => {
    const html = await screenIn(world, { screen: 'year' });
    const marks = found(html, /<a href="#(?<mark>mark-[\d-]+)" tabindex="-1">/u);
    const listed = found(html, /<li id="(?<mark>mark-[\d-]+)"/u);
    expect(marks.length).toBeGreaterThan(20);
    expect([...marks].sort()).toEqual([...listed].sort());
    expect(html).toContain('href="/nb/papers/agenda?meeting=A-2026-004"');
    expect(html).toContain('href="/nb/papers/minutes?meeting=A-2026-003"');
    expect(found(html, /data-copy="(?<place>Aktiviteter!A\d+)"/u).length).toBeGreaterThan(20);
    expect(html).not.toContain(' style=');
  });

  it('says what comes by month, with the form of each text', async () => {
    const html = await screenIn(world, { screen: 'year', standard: 'nn' });
    expect(found(html, /<h3 class="month-head">(?<name>[^<]+)</u)).toEqual([
      'November 2026',
      'Desember 2026',
    ]);
    expect(html).toMatch(/href="\/nn\/doing\/announce\?webinar=A-[\d-]+&amp;kind=reminder-7"/u);
    expect(html).toContain('Frist for tiltak:');
    expect(html).toContain('Lag utsendinga');
  });

  it('leads from each county to its brief', async () => {
    const html = await screenIn(world, { screen: 'year' });
    expect(
      new Set(found(html, /<th scope="row"><a href="\/nb\/papers\/county\?fylke=(?<name>[^"]+)"/u)).size,
    ).toBe(15);
    expect(html).toContain('Hver for seg, ikke avklart');
  });

  it('shows the year that is asked for, and no other word for one', async () => {
    const html = await screenIn(world, { screen: 'year', query: { year: '2027' } });
    expect(html).toContain('<h1>Året 2027</h1>');
    expect(found(html, /<h3 class="month-head">(?<name>[^<]+)</u)[0]).toBe('Januar 2027');
    expect(html).not.toContain('/papers/report');
    const none = await screenIn(world, { screen: 'year', query: { year: '20<b>' } });
    expect(none).toContain('«20&lt;b&gt;» er ikke et år. Her er 2026.');
    expect(none).toContain('<h1>Året 2026</h1>');
  });

  it('keeps what somebody typed as text, also in the drawing', async () => {
    const own = await makeTypedWorld(({ activities = [] }) => ({
      activities: [
        ...activities,
        {
          ...{ ID: 'A-2026-900', Type: 'Informasjon', Part: 'Felles', Status: 'Planlagt' },
          ...{ Tittel: '<script>alert(1)</script>"><img src=x>', Start: { day: '2026-12-01' } },
          'Del med partner': 'ja',
        },
      ],
    }));
    const html = await screenIn(own, { screen: 'year' });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img/u);
    await own.remove();
  });
});
