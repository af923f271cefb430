import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/time.ts';
import { wrongDay, wrongLink } from '../../../src/papers/announcement/text-checks.ts';
import { nowAt } from '../../support/build-workbook.ts';

const day = (text: string): ReturnType<typeof dayOf> => dayOf(nowAt(`${text}T00:00`));
/** A Tuesday, and the Friday before it. */
const [webinar, deadline] = [day('2026-12-15'), day('2026-12-11')];

describe('the days that a text names', () => {
  it.each([
    ['Ingen dag er nevnt her.', undefined],
    ['Vi sees tirsdag 15. desember kl. 10.00.', undefined],
    ['Vi sjåast tysdag 15. desember 2026.', undefined],
    ['Tirsdag den 15. desember, med frist fredag 11. desember.', undefined],
    ['Frist fredag.', undefined],
    ['tirsdag 15.12.', undefined],
    ['tirsdag 15.12.2026', undefined],
    ['Meld deg på innan fredag 11. desember.', undefined],
    ['Onsdagskaffe og mandagsmøter er ikke dager.', undefined],
    ['onsdag 15. desember', { why: 'weekday', mention: 'onsdag 15. desember' }],
    ['Onsdag 15.12.', { why: 'weekday', mention: 'Onsdag 15.12' }],
    ['tirsdag 15. desember 2027', { why: 'weekday', mention: 'tirsdag 15. desember 2027' }],
    ['Vi sees på torsdag.', { why: 'weekday', mention: 'torsdag' }],
    ['Vi sjåast laurdag.', { why: 'weekday', mention: 'laurdag' }],
    ['tirsdag 31. november', { why: 'no-such-day', mention: 'tirsdag 31. november' }],
    ['tirsdag 8. desember', { why: 'other-day', mention: 'tirsdag 8. desember' }],
    ['Etter tirsdag 8. desember kommer tirsdag 15. desember.', undefined],
  ])('«%s»', (text, expected) => {
    expect(wrongDay(text, webinar, deadline)).toEqual(expected);
  });

  it('are those of the nearest year, over the turn of it', () => {
    expect(wrongDay('torsdag 7. januar', day('2027-01-07'), undefined)).toBeUndefined();
    expect(
      wrongDay('fredag 18. desember og torsdag 7. januar', day('2027-01-07'), undefined),
    ).toBeUndefined();
    expect(wrongDay('torsdag 31. desember', day('2027-01-07'), day('2026-12-31'))).toBeUndefined();
  });
});

describe('the links of a text', () => {
  it.each([
    'Ingen lenke.',
    '[Meld deg på](https://pamelding.example/1)',
    '[kommune.no](https://kommune.no/side) og [www.kommune.no](https://kommune.no)',
    '[Skriv til oss](mailto:post@kommune.example)',
    '[post@kommune.example](mailto:post@kommune.example)',
    'Se https://kommune.no/side.',
  ])('may be sent: «%s»', (text) => {
    expect(wrongLink(text)).toBeUndefined();
  });

  it.each([
    '[kommune.no](https://evil.example/)',
    '[https://kommune.no](https://kommune.no.evil.example/)',
    '[Les om det](http://kommune.no/)',
    '[Les om det](javascript:alert(1))',
    '[Les om det](//evil.example)',
    '[Les om det](https://kommune.no@evil.example/)',
    '[Les om det](https://169.254.169.254/)',
    'Se http://kommune.no.',
    'Se https://kommune.no@evil.example/ her',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('may not: «%s»', (text) => {
    expect(wrongLink(text)).toBeDefined();
  });
});
