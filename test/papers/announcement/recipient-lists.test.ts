import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/papers/announcement/audience.ts';
import { audienceLines } from '../../../src/papers/announcement/audience-lines.ts';
import { recipientTable } from '../../../src/papers/announcement/recipient-rows.ts';
import { audienceOf, type Request } from '../../support/audience.ts';
import type { TabsInput } from '../../support/build-workbook.ts';
import { officialRecipients, recipientRow, registerWith } from '../../support/webinars.ts';

const official = registerWith({ Mottakere: officialRecipients });

const audience = (tabs: TabsInput, request: Request): Audience => audienceOf(registerWith(tabs), request);

describe('the list of recipients', () => {
  const found = audience(
    { Mottakere: [recipientRow('4601', { 'E-post': null }), recipientRow('4640'), recipientRow('1505')] },
    { target: 'slag:kommune' },
  );

  it('has everyone who was meant, with the reason in the language of the reader', () => {
    expect(recipientTable(found, 'nb')).toEqual([
      ['Nummer', 'Navn', 'E-post', 'Skriftspråk', 'Får utsendelsen', 'Begrunnelse'],
      [
        '1505',
        'Kristiansund',
        'post@nr1505.example',
        'bokmål',
        'ja',
        'nøytral; bokmål er valgt i fanen Oppsett',
      ],
      ['4601', 'Bergen', '', '', 'nei', 'mangler e-postadresse'],
      ['4640', 'Sogndal', 'post@nr4640.example', 'nynorsk', 'ja', 'språkvedtak: nynorsk (språklova § 15)'],
    ]);
    expect(recipientTable(found, 'nn')[2]).toEqual([
      '4601',
      'Bergen',
      '',
      '',
      'nei',
      'manglar e-postadresse',
    ]);
  });

  it('is summed up for the terminal', () => {
    expect(audienceLines(found)).toEqual([
      '2 recipients of slag:kommune: 1 bokmål, 1 nynorsk',
      '  1: neutral; bokmål is chosen in the tab Oppsett',
      '  1: språkvedtak nynorsk (språklova § 15)',
      '1 left out:',
      '  1: has no e-mail address: 4601 Bergen',
    ]);
    const nobody = audience(
      { Mottakere: officialRecipients.map((row) => ({ ...row, 'E-post': null })) },
      { target: 'sentralitet:5-6' },
    );
    expect(audienceLines(nobody)).toEqual([
      '0 recipients of sentralitet:5-6: 0 bokmål, 0 nynorsk',
      '212 left out:',
      expect.stringMatching(
        /^ {2}212: has no e-mail address: 1111 Sokndal, (?:\d{4} [^,]+, ){3}\d{4} \S+ and 207 more$/u,
      ),
    ]);
  });

  it('names each cause where those of a kind differ, and not without end', () => {
    const numbers = official.recipients.map(({ number }) => number).filter((number) => number.length === 4);
    const wrong = numbers.slice(0, 30).map((number) => recipientRow(number, { 'E-post': 'ola' }));
    const lines = audienceLines(audience({ Mottakere: wrong }, { target: 'slag:kommune' }));
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(
      /^ {2}30: 0301 \(row 2 has errors\), 1101 \(row 3 has errors\), .* and 25 more$/u,
    );
  });

  it('warns when everyone is in the Sámi administrative area', () => {
    const target = 'kommune:Karasjok;Tana;Kautokeino';
    const sami = audienceOf(official, { target });
    expect(sami.isSamiArea).toBe(true);
    expect(audienceLines(sami).at(-1)).toMatch(/Sámi/u);
    expect(audienceOf(official, { target: `${target};Bergen` }).isSamiArea).toBe(false);
    const area = official.recipients
      .map(({ number }) => number)
      .filter((number) => number.length === 4)
      .filter((number) => audienceOf(official, { target: `kommune:${number}` }).isSamiArea);
    expect(area).toHaveLength(14);
  });
});
