import { describe, expect, it } from 'vitest';
import { piecesOf, saidHtml } from '../../../src/app/page/said-line.ts';

describe('a line that a command said', () => {
  it('has its commands as links to their forms, with blanks between kept', () => {
    const line = '  To send: npm run send -- --out papers out/announce/x-r1 --outbox smtp';
    expect(piecesOf(line)).toEqual([
      { text: '  To send: ', isWeb: false },
      {
        text: 'npm run send -- --out papers out/announce/x-r1 --outbox smtp',
        typed: 'send -- --out papers out/announce/x-r1 --outbox smtp',
        href: 'doing/send?first=out%2Fannounce%2Fx-r1&outbox=smtp',
        isWeb: false,
      },
    ]);
    expect(piecesOf('Run «felles check --give-ids», and try again.')[1]).toMatchObject({
      text: 'felles check --give-ids',
      href: 'doing/check?give-ids=on',
    });
    expect(piecesOf('npm run send -- <folder>')[0]?.href).toBe('doing/send');
  });

  it('names the fields of the page in place of flags', () => {
    const named = (line: string, command?: string, standard: 'nb' | 'nn' = 'nb'): string =>
      saidHtml([line], standard, command)
        .html.replace(/<[^>]*>/gu, '')
        .trim();
    const fields = [
      [
        'agenda',
        'Legg til --number når sakslisten skal ut.',
        'Legg til «Gi sakene nummer» når sakslisten skal ut.',
      ],
      ['check', '--give-ids gir 2 rader en ID:', '«Gi ID til rader som mangler det» gir 2 rader en ID:'],
      [
        'minutes',
        'Kryss av for «Skriv det som ble forstått, i registeret» (--write) for å skrive 3 saker.',
        'Kryss av for «Skriv det som ble forstått, i registeret» for å skrive 3 saker.',
      ],
      [
        'plan',
        'Skriv et år fra 2020 til 2030 (--year).',
        'Skriv et år fra 2020 til 2030 («Kvartalsmøtene i dette året»).',
      ],
      [
        'plan',
        'skriv dagene i «Dager å spørre om» (--days "2027-06-10, 2027-06-17").',
        'skriv dagene i «Dager å spørre om» (2027-06-10, 2027-06-17).',
      ],
      [
        'announce',
        'For å lage en likevel: --webinar A-2026-031 --kind reminder-7.',
        'For å lage en likevel: «Webinar»: A-2026-031, «Slag»: Påminnelse (7).',
      ],
      ['send', 'Skriv --limit 25.', 'Skriv «Høyst så mange»: 25.'],
      // Of a command that the line itself names, and on which all agree.
      [
        'today',
        'Uten --final blir det et utkast: npm run minutes',
        'Uten «Ta vare på referatet som ferdig» blir det et utkast: Lag utkast til referat',
      ],
      [undefined, 'Velg med --give-ids.', 'Velg med «Gi ID til rader som mangler det».'],
      // The page has no such field.
      ['check', 'Oppgi den med --port 0.', 'Oppgi den med --port 0.'],
    ] as const;
    for (const [command, line, expected] of fields) expect(named(line, command)).toBe(expected);
    expect(named('Skriv --limit 25.', 'send', 'nn')).toBe('Skriv «Høgst så mange»: 25.');
    expect(named('dokumentet også: --read <dokument>.', 'minutes')).not.toMatch(/--|<|&lt;/u);
  });

  it('has other addresses as links only if they are https', () => {
    expect(piecesOf('See https://docs.google.com/spreadsheets/d/1.').map(({ href }) => href)).toEqual([
      undefined,
      'https://docs.google.com/spreadsheets/d/1',
      undefined,
    ]);
    for (const line of ['http://x.no', 'javascript:alert(1)', 'npm run nothing', '/tmp/felles check'])
      expect(piecesOf(line)).toEqual([{ text: line, isWeb: false }]);
  });

  it('is never HTML', () => {
    const { html } = saidHtml(
      ['<img src=x onerror=alert(1)>', 'https://x.no/"onclick="1', '<b>npm run check'],
      'nb',
    );
    expect(html).not.toMatch(/<(?!\/?(?:span|a)\b)/u);
    expect(html).not.toContain('"onclick');
  });
});
