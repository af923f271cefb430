import { describe, expect, it } from 'vitest';
import { languageReport } from '../../../src/papers/announcement/language-report.ts';
import { languageReportLines } from '../../../src/papers/announcement/audience-lines.ts';
import { dateCell, type RowInput } from '../../support/build-workbook.ts';
import { eventRow, registerWith, settingRow, textRow, webinarRow } from '../../support/webinars.ts';

const [joint, own, theirs] = ['A-2026-001', 'A-2026-002', 'A-2026-003'];

const activities = [
  webinarRow('A-2026-001', '2026-03-12T10:00'),
  webinarRow('A-2026-002', '2026-04-15T10:00', { Part: 'Distriktssenteret' }),
  webinarRow('A-2026-003', '2026-05-12T10:00', { Part: 'Bylivsenteret' }),
  webinarRow('A-2025-001', '2025-12-31T10:00'),
];

const words = { Tittel: 'To ord', Brødtekst: 'Tre ord til.' };
const texts = [
  textRow(1, joint, 'bokmål', words),
  textRow(2, joint, 'nynorsk', { ...words, Ingress: 'Éin, stad-utvikling' }),
  textRow(3, own, 'bokmål', words),
  textRow(4, own, 'nynorsk', { ...words, 'Godkjent av': null }),
  textRow(5, theirs, 'bokmål', words),
  textRow(6, 'A-2025-001', 'nynorsk', words),
  textRow(7, own, 'engelsk', words),
];

const message = (mailing: string, address: string, at: string, standard: string): RowInput =>
  eventRow(`${mailing}.announcement.r1`, address, 'sendt', { 'tid UTC': at, skriftspråk: standard });

const register = registerWith({
  Aktiviteter: activities,
  Tekster: texts,
  Utsendelser: [
    message(joint, 'a@x.example', '2026-02-10T09:00:00Z', 'bokmål'),
    message(joint, 'b@x.example', '2026-02-10T09:00:01.250Z', 'nynorsk'),
    message(own, 'a@x.example', '2026-12-31T22:59:59Z', 'nynorsk'),
    message(own, 'b@x.example', '2026-12-31T23:00:00Z', 'nynorsk'),
    eventRow(`${own}.announcement.r1`, 'c@x.example', 'feilet', { skriftspråk: 'bokmål' }),
    eventRow(`${own}.announcement.r1`, 'd@x.example', 'sendt'),
  ],
});

describe('the language report', () => {
  it('counts approved texts, their words and messages, for each party with what both sent', () => {
    expect(languageReport(register, 2026)).toEqual({
      year: 2026,
      untold: 1,
      parties: [
        {
          party: 'bylivsenteret',
          isBound: false,
          texts: { nb: 2, nn: 1 },
          words: { nb: 10, nn: 7 },
          messages: { nb: 1, nn: 1 },
          shares: { nb: 2 / 3, nn: 1 / 3 },
          tooLittle: [],
        },
        {
          party: 'distriktssenteret',
          isBound: true,
          texts: { nb: 2, nn: 1 },
          words: { nb: 10, nn: 7 },
          messages: { nb: 1, nn: 2 },
          shares: { nb: 2 / 3, nn: 1 / 3 },
          tooLittle: [],
        },
      ],
    });
  });

  it('puts a message in the year that it was in Oslo', () => {
    const messages = (year: number): number | undefined =>
      languageReport(register, year).parties[1]?.messages.nn;
    expect([messages(2026), messages(2027)]).toEqual([2, 1]);
  });

  it('tells state bodies alone of too little, below a quarter', () => {
    const withTexts = (nynorsk: number, settings: readonly RowInput[] = []): readonly unknown[] =>
      languageReport(
        registerWith({
          Aktiviteter: Array.from({ length: 20 }, (_, index) =>
            webinarRow(`A-2026-${String(100 + index)}`, '2026-03-12T10:00', {
              Start: dateCell('2026-03-12T10:00'),
            }),
          ),
          Tekster: Array.from({ length: 20 }, (_, index) =>
            textRow(100 + index, `A-2026-${String(100 + index)}`, index < nynorsk ? 'nynorsk' : 'bokmål'),
          ),
          Oppsett: settings,
        }),
        2026,
      ).parties.map(({ tooLittle }) => tooLittle);
    expect(withTexts(5)).toEqual([[], []]);
    expect(withTexts(4)).toEqual([[], ['nn']]);
    expect(withTexts(16)).toEqual([[], ['nb']]);
    expect(withTexts(4, [settingRow('Bylivsenteret, rettslig stilling', 'Statsorgan')])).toEqual([
      ['nn'],
      ['nn'],
    ]);
  });

  it('is told in a line for each party', () => {
    expect(languageReportLines(languageReport(register, 2026))).toEqual([
      'Written standards in 2026 (språklova § 13)',
      '  Bylivsenteret: 66.7 % bokmål, 33.3 % nynorsk (not bound by § 13); texts 2 bokmål, 1 nynorsk; words 10 bokmål, 7 nynorsk; messages 1 bokmål, 1 nynorsk',
      '  Distriktssenteret: 66.7 % bokmål, 33.3 % nynorsk (at least 25 % of each); texts 2 bokmål, 1 nynorsk; words 10 bokmål, 7 nynorsk; messages 1 bokmål, 2 nynorsk',
      '  1 message without a written standard in the ledger',
    ]);
    expect(languageReportLines(languageReport(register, 2030))[2]).toMatch(
      /no approved texts \(nothing to measure yet\)/u,
    );
  });
});
