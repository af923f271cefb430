import { describe, expect, it } from 'vitest';
import { caseRow } from '../../../support/meetings.ts';
import { all, caseOf, inCase, minutesTabs, readingOf, told, understood } from '../../../support/minutes.ts';

describe('which case it is', () => {
  it.each<[string, string]>([
    ['## Sak 7/26: Nynorsk i utsendelser', 'S-2026-007'],
    ['## Sak 7/2026 – noe annet', 'S-2026-007'],
    ['**Sak 7/26**', 'S-2026-007'],
    ['SAK 7/26 Nynorsk', 'S-2026-007'],
    ['## 7/26 Nynorsk i utsendelser', 'S-2026-007'],
    ['Sak nr. 7/26: Nynorsk', 'S-2026-007'],
    ['## Nynorsk i utsendelser', 'S-2026-007'],
    ['3. Nynorsk i utsendelser:', 'S-2026-007'],
    ['**nynorsk i utsendelser**', 'S-2026-007'],
    ['Sak: Nynorsk i utsendelser', 'S-2026-007'],
    ['## Program for 2027', 'S-2026-009'],
    ['## Sak 12/26: Program for 2027', 'S-2026-009'],
    ['## Sak: Ny nettside', 'ny: Ny nettside'],
    ['Sak – Ny nettside', 'ny: Ny nettside'],
    ['Ny sak: Ny nettside', 'ny: Ny nettside'],
    ['## Nynorsk i utsendelser (sak 7/26)', 'S-2026-007'],
    ['**2. Nynorsk i utsendelser (Sak nr. 7/2026)**', 'S-2026-007'],
  ])('«%s»', (heading, id) => {
    expect(all(understood(`${heading}\nVedtak: Ja.`))).toEqual([`${id} treated\nV Ja.`]);
  });

  it('is the first cell of its row in a table of cases, and a row that names none is told of', () => {
    const table =
      '| Sak | Vedtak | Tiltak | Ansvar |\n| 7/26 | Ja. | Ringe | Kari Nordmann |\n| Tomme lokaler | Nei. |  |  |';
    expect(all(understood(`${table}\nTakk for i dag.`))).toEqual([
      'S-2026-007 treated\nV Ja.\nT Ringe | K-2026-001 | ',
      'S-2026-008 treated\nV Nei.',
    ]);
    expect(told(understood(`${table}\nTakk for i dag.`))).toEqual(['11 outside: Takk for i dag.']);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a new case last',
      ['| 7/26 | Ja. | |', '| Ny logo | Tegne en. | Kari |'],
      ['Ny logo | Tegne en. | Kari'],
    ],
    [
      'a new case first',
      ['| Ny logo | Tegne en. | Kari |', '| 7/26 | Ja. | |'],
      ['Ny logo | Tegne en. | Kari'],
    ],
    [
      'two new cases',
      ['| Ny logo | Nei. | |', '| 7/26 | Ja. | |', '| Lån | Nei. | |'],
      ['Ny logo | Nei.', 'Lån | Nei.'],
    ],
    ['the heads again', ['| 7/26 | Ja. | |', '| Sak | Vedtak | Ansvar |'], []],
    ['a sum', ['| 7/26 | Ja. | |', '| Sum | 1 vedtak | |'], ['Sum | 1 vedtak']],
    ['a merged row', ['| Fra Bylivsenteret | | |', '| 7/26 | Ja. | |'], ['Fra Bylivsenteret']],
    ['an empty row', ['| 7/26 | Ja. | |', '| | | |'], []],
    ['a row without a name', ['| 7/26 | Ja. | |', '| | Nei. | Ola |'], ['Nei. | Ola']],
    ['a merged cell', ['| 7/26 | Ja. | |', '| 7/26 | Ja. | |'], []],
  ])('is that of its row beside %s', (_, rows, lines) => {
    const minutes = understood(['| Sak | Vedtak | Ansvar |', ...rows].join('\n'));
    expect(all(minutes)).toEqual(['S-2026-007 treated\nV Ja.']);
    expect(told(minutes).map((one) => one.replace(/^\d+ no-case: /u, ''))).toEqual(lines);
    // Nothing of it is of the case that the table stands below.
    for (const above of ['Til stede: Kari', 'Forfall: Ola', '## Neste møte'])
      expect(all(understood([above, '| Sak | Vedtak | Ansvar |', ...rows].join('\n')))).toEqual(all(minutes));
    const below = understood(['## Sak 8/26', '| Sak | Vedtak | Ansvar |', ...rows].join('\n'));
    expect(all(below)).toEqual(['S-2026-008 –', 'S-2026-007 treated\nV Ja.']);
  });

  it('is that of a number alone, also where one case only has no title in nynorsk', () => {
    const Saker = [7, 8].map((number) =>
      caseRow(number, {
        ...{ Møte: 'A-2026-004', Saksnr: `Sak ${String(number)}/26`, Tittel: `Lån ${String(number)}` },
        ...(number === 7 ? { 'Tittel nynorsk': 'Lån sju' } : {}),
      }),
    );
    const minutes = understood('| Sak | Vedtak |\n| Sak 7/26 | Ja. |', readingOf({ Saker }));
    expect([all(minutes), told(minutes)]).toEqual([['S-2026-007 treated\nV Ja.'], []]);
  });

  it.each<[string, string, readonly string[], string]>([
    ['the same words', 'Vi skriver begge deler.', [], ''],
    ['a part of them', 'Begge deler', [], ''],
    ['«Som foreslått»', 'Som foreslått', ['9 table-otherwise: Som foreslått'], ''],
    [
      'other words',
      'Nynorsk. | Ola',
      ['10 table-otherwise: Nynorsk.', '11 without-action: Ola'],
      ' | Ansvar',
    ],
    ['who does it', 'Begge deler | Kari Nordmann', [], ' | Ansvar'],
    ['the action', 'Begge deler | Ringe | Kari | neste møte', [], ' | Tiltak | Ansvar | Frist'],
    [
      'another deadline',
      'Begge deler | Ringe | Kari | 5. mars',
      ['13 repeated-otherwise: Ringe, Kari, 5. mars'],
      ' | Tiltak | Ansvar | Frist',
    ],
  ])('keeps its own words where a table of cases repeats it in %s', (_, row, lines, heads) => {
    const own = 'Vedtak: Vi velger. Vi skriver begge deler.\nTiltak: Ringe (Kari, innen neste møte)';
    const table = `| Sak | Vedtak${heads} |\n| 7/26 | ${row} |`;
    const minutes = inCase(`${own}\n## Neste møte\nNotat: Ja.\n${table}`);
    expect(all(minutes)).toEqual([
      'S-2026-007 treated\nV Vi velger. Vi skriver begge deler.\nT Ringe | K-2026-001 | 2027-03-11',
    ]);
    expect(told(minutes).filter((one) => !one.includes('next-meeting'))).toEqual(lines);
    const above = understood(`${table}\n## Sak 7/26\n${own}`);
    expect([all(above), told(above).length]).toEqual([all(minutes), lines.length]);
  });

  it.each(['Vedtatt', 'Kva vart bestemt', 'Hva ble vedtatt'])('is that of its row below «%s»', (head) => {
    const minutes = understood(`## Neste møte\n| Sak | ${head} |\n| 7/26 | Ja. |`);
    expect([all(minutes), told(minutes)]).toEqual([['S-2026-007 treated\nV Ja.'], []]);
  });

  it('has what only a table of cases says of it', () => {
    const minutes = inCase('Notat: Alle snakket.\n| Sak | Vedtak |\n| 7/26 | Ja. |\n| 7/26 | Nei. |');
    expect([all(minutes), told(minutes)]).toEqual([['S-2026-007 treated\nN Alle snakket.\nV Ja.\nNei.'], []]);
  });

  it('is new where its row says so, or stands under Eventuelt', () => {
    const rows = '| Sak | Vedtak |\n| Sak: Ny logo | Ja. |';
    expect(all(understood(rows))).toEqual(['ny: Ny logo treated\nV Ja.']);
    expect(all(understood('## Eventuelt\n| Sak | Vedtak |\n| Ny logo | Ja. |'))).toEqual([
      'ny: Ny logo treated\nV Ja.',
    ]);
  });

  it.each<[string, string]>([
    ['Sak: Ny logo. Vedtak: Ja. Tiltak: Tegne. Ansvarlig: Kari', 'ny: Ny logo'],
    ['Sak: Ny logo Vedtak: Ja. Tiltak: Tegne Ansvarlig: Kari', 'ny: Ny logo'],
    ['**Sak: Ny logo** Vedtak: Ja. Tiltak: Tegne (Kari)', 'ny: Ny logo'],
    ['## Sak: Ny logo – Vedtak: Ja. – Tiltak: Tegne (Kari)', 'ny: Ny logo'],
    ['Sak 7/26 Vedtak: Ja. Tiltak: Tegne (Kari)', 'S-2026-007'],
    ['Sak 7/26: Vedtak: Ja. Tiltak: Tegne (Kari)', 'S-2026-007'],
    ['Sak 7/26: Nynorsk i utsendelser. Vedtak: Ja. Tiltak: Tegne. Ansvarleg: Kari', 'S-2026-007'],
    ['Sak 7/26 Nynorsk. Vedtak: Ja. Tiltak: Tegne (Kari)', 'S-2026-007'],
    ['Nynorsk i utsendelser. Vedtak: Ja. Tiltak: Tegne. Ansvarleg: Kari', 'S-2026-007'],
    ['## Eventuelt\nNy logo. Vedtak: Ja. Tiltak: Tegne (Kari)', 'ny: Ny logo'],
    ['## Eventuelt\n* Ny logo Vedtak: Ja. Tiltak: Tegne (Kari)', 'ny: Ny logo'],
  ])('is that of a line with its parts: «%s»', (line, id) => {
    const minutes = understood(line);
    expect([all(minutes), told(minutes)]).toEqual([[`${id} treated\nV Ja.\nT Tegne | K-2026-001 | `], []]);
  });

  it('is that of a line with its parts, where more stands before them', () => {
    const text = '## Sak 8/26\nNotat: a\nSak 7/26: Kari orienterte. Vedtak: Ja.';
    expect(all(understood(text))).toEqual([
      'S-2026-008 treated\nN a',
      'S-2026-007 treated\nN Kari orienterte\nV Ja.',
    ]);
    expect(all(inCase('Sak 8/26 ble nevnt. Vedtak: Ja.'))).toEqual([
      'S-2026-007 treated\nN Sak 8/26 ble nevnt.\nV Ja.',
    ]);
  });

  it('wherever its heading was moved, and also in two places', () => {
    expect(
      all(understood('## Sak 8/26\nNotat: b\n## Sak 7/26\nVedtak: a\n## Sak 8/26: Tomme lokaler\nVedtak: c')),
    ).toEqual(['S-2026-008 treated\nN b\nV c', 'S-2026-007 treated\nV a']);
  });

  it('is not told from a sentence about another', () => {
    expect(all(inCase('Sak 8/26 ble nevnt.\nVedtak: Ja'))).toEqual([
      'S-2026-007 treated\nN Sak 8/26 ble nevnt.\nV Ja',
    ]);
  });

  it('is told where it is not certain', () => {
    expect(told(understood('## Sak 99/26: Noe\nVedtak: Ja.'))).toEqual(['1 case-unknown: Sak 99/26: Noe']);
    expect(told(understood('## Sak 7/26: Tomme lokaler\nVedtak: Ja.'))).toEqual([
      '1 case-differs: Sak 7/26: Tomme lokaler',
    ]);
  });

  it('what the draft says of it is no note', () => {
    const minutes = understood(
      '## Sak 8/26: Tomme lokaler\nDrøfting · kl. 10.20, 10 minutter\nMange lokaler står tomme i sentrum.\nNoe nytt.\n**Notat:** Vi så på kartet.\n**Vedtak:**',
    );
    expect(all(minutes)).toEqual(['S-2026-008 treated\nN Vi så på kartet.']);
    expect(told(minutes)).toEqual(['4 above-notes: Noe nytt.']);
  });
});

describe('the line of the draft that says what was decided before', () => {
  it.each([
    'behandlet før, ett tiltak gjenstår · vedtatt 17. september 2026: Vi lager en mal. Tiltak: Lage malen. Ansvarlig: Kari Nordmann.',
    'behandlet før, ett tiltak gjenstår · konklusjon: Vi venter. Vedtak: Nei. Frist: 1. mars',
    'behandla før, eitt tiltak står att · vedteke 17. september 2026: Vi lagar ein mal. Tiltak: Lage han',
    'tatt opp på nytt · vedtatt 17. september 2026: Saken utsettes. Vedtak: Nei.',
  ])('gives this meeting nothing: «%s»', (text) => {
    const draft = `## Sak 8/26: Tomme lokaler\nSakstype: Vedtak · ${text}\n**Notat:** \n**Vedtak:** `;
    const untouched = understood(draft);
    expect([all(untouched), told(untouched)]).toEqual([['S-2026-008 –'], []]);
    expect(all(understood(`${draft}Ja.`))).toEqual(['S-2026-008 treated\nV Ja.']);
  });
});

describe('what the draft says besides the cases', () => {
  const of = readingOf({
    Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Ringe Vang', Ansvarlig: 'K-2026-001', Frist: '15.01.2027' }],
  });
  const row = (deadline: string, status: string): string =>
    `## Oppfølging av tiltak\n| Tiltak | Ansvarlig | Frist | Status |\n| Ringe Vang | Kari Nordmann | ${deadline} | ${status} |`;

  it('is known, in the next meeting and in open actions', () => {
    expect(told(understood('## Neste møte\nTorsdag 11. mars 2027 kl. 10.00\n**Notat:**', of))).toEqual([]);
    expect(told(understood(row('15. januar 2027', '☐ Utført'), of))).toEqual([]);
  });

  it.each([
    'godkjent av Bylivsenteret, ikke godkjent av Distriktssenteret ennå',
    'Bylivsenteret og Distriktssenteret har bare godkjent en tidligere versjon',
    'Distriktssenteret har berre godkjent ein tidlegare versjon, ikkje godkjent av Bylivsenteret enno',
    'det er ikke klart hvilken versjon Bylivsenteret har godkjent',
    'det er ikkje klart kva versjon Bylivsenteret og Distriktssenteret har godkjent',
  ])('is known of the minutes before: «%s»', (standing) => {
    const line = `Referatet fra møtet 17. september 2026: ${standing}`;
    expect(told(understood(`## Godkjenning av referat\n${line}`, of))).toEqual([]);
  });

  it.each([
    '## Godkjenning av innkalling og saksliste\n**Notat:** Godkjent.',
    '## Godkjenning av referat\n**Notat:** Godkjent.',
    '## Dei seks aktivitetane i avtalen\n**Notat:** Godkjent.',
    '## Oppfølging av tiltak\n**Notat:** Godkjent.',
  ])('is told where somebody has written a note: %s', (text) => {
    expect(told(understood(text, of))).toEqual(['2 no-place: Notat: Godkjent.']);
  });

  it.each<[string, readonly string[]]>([
    ['godkjent av Bylivsenteret 4. juni, ingen merknader fra Distriktssenteret', []],
    ['Bylivsenteret har bare godkjent en tidligere versjon, ikke godkjent av Distriktssenteret ennå', []],
    ['referatet manglar', []],
    ['godkjent med en endring i sak 5', ['no-place']],
    ['godkjent av begge parter 4. juni', []],
    ['ingen merknader innan fristen', []],
    ['referatet mangler, bylivsenteret har godkjent', ['no-place']],
    ['ikke godkjent av begge parter ennå', ['no-place']],
    ['ikke godkjent av Bylivsenteret ennå, godkjent av Distriktssenteret', ['no-place']],
    ['det er ikke klart', ['no-place']],
    ['Distriktssenteret har godkjent en versjon, ingen merknader', ['no-place']],
    ['godkjent av Bylivsenteret, ', ['no-place']],
    ['', ['no-place']],
  ])('is what it says of the minutes before: %s', (text, whys) => {
    const { unclear } = understood(
      `## Godkjenning av referat\nReferatet fra møtet 3. juni 2026: ${text}`,
      of,
    );
    expect(unclear.map(({ why }) => why)).toEqual(whys);
  });

  it('is told where people have changed it', () => {
    const next = '## Neste møte\nOnsdag 17. mars 2027 kl. 10.00\n**Notat:** Vi møtes i Oslo.';
    expect(told(understood(next, of))).toEqual([
      '2 next-meeting: Onsdag 17. mars 2027 kl. 10.00',
      '3 next-meeting: Notat: Vi møtes i Oslo.',
    ]);
    expect(told(understood(row('20. januar 2027', '☐ Utført'), of))).toEqual([
      '6 follow-up: Ringe Vang | 20. januar 2027',
    ]);
  });

  it('is told a row of a table at a time', () => {
    const table = '| Hva | Når |\n| Middag | kl. 18 |';
    for (const above of ['## Neste møte', '## Sosialt'])
      expect(told(understood(`${above}\n${table}`, of)).slice(-2)).toEqual([
        expect.stringMatching(/: Hva \| Når$/u),
        expect.stringMatching(/: Middag \| kl\. 18$/u),
      ]);
  });

  it.each([
    ['15. januar 2027 → 1. februar 2027', '☐ Utført', '15. januar 2027 → 1. februar 2027'],
    ['15. januar 2027', '☐ Utført – halvveis', '☐ Utført – halvveis'],
    ['15. januar 2027', 'Droppes', 'Droppes'],
    ['15. januar 2027', '☒ Utført 30. desember', '☒ Utført 30. desember'],
  ])('is told by what differs, however long the action is: %s, %s', (deadline, status, differs) => {
    const long = 'Skrive utkast til arbeidsdeling for bokmål og nynorsk i felles utsendelser';
    const action = { ID: 'T-2026-001', Tiltak: long, Ansvarlig: 'K-2026-001', Frist: '15.01.2027' };
    const minutes = row(deadline, status).replace('Ringe Vang', long);
    const { unclear } = understood(minutes, readingOf({ Tiltak: [action] }));
    expect(unclear.map(({ text }) => text)).toEqual([`Skrive utkast til arbeidsdeling for… | ${differs}`]);
    const noted = minutes.replace(long, `${long} (utført i februar)`);
    const [{ text } = {}] = understood(noted, readingOf({ Tiltak: [action] })).unclear;
    expect(text).toMatch(/^Skrive utkast .{0,60}… ?.*\(utført i februar\)/u);
  });

  it.each([
    ['☒ Utført 30. november', '2026-11-30'],
    ['Ferdig 3.12.', '2026-12-03'],
    ['utført den 20. desember 2025', undefined],
    ['Utført 28. oktober 2026', '2026-10-28'],
  ])('is done since the day that stands behind it: «%s»', (status, day) => {
    const { done, unclear } = understood(row('15. januar 2027', status), of);
    expect([done.map((one) => one.day), unclear.length]).toEqual(day === undefined ? [[], 1] : [[day], 0]);
  });

  it.each(['☒ Utført', '[x] Utført', 'X', 'ferdig', 'v', 'Utført'])('is done with «%s»', (status) => {
    const { done, unclear } = understood(row('15. januar 2027', status), of);
    expect([done, unclear]).toEqual([[{ id: 'T-2026-001', line: 6, text: 'Ringe Vang' }], []]);
    // Another deadline: it may be another action.
    expect(understood(row('20. januar 2027', status), of)).toMatchObject({
      done: [],
      unclear: [{ why: 'done', place: 'under Oppfølging av tiltak, row 2 of the table' }],
    });
  });

  it('is done with a box only where one action reads so', () => {
    const action = { Tiltak: 'Ringe Vang', Ansvarlig: 'K-2026-001', Frist: '15.01.2027' };
    const two = readingOf({ Tiltak: ['T-2026-001', 'T-2026-002'].map((ID) => ({ ...action, ID })) });
    expect(understood(row('15. januar 2027', '☒ Utført'), two)).toMatchObject({
      done: [],
      unclear: [{ why: 'done' }],
    });
    expect(told(understood(row('15. januar 2027', '☐ Utført'), two))).toEqual([]);
  });
});

it.each<[string, string]>([
  ['## Sak 7/26\nVedtak: Ja.\nAnsvarlig: Kari', 'under Sak 7/26'],
  ['## Sak: Ny logo\nVedtak: Ja.\nAnsvarlig: Kari', 'under Sak: Ny logo'],
  ['## Sak 7/26\nVedtak: Ja.\n| Hva |\n| Ansvarlig: Kari |', 'under Sak 7/26, row 2 of the table'],
  ['Hei alle!', 'at the top'],
  ['| Sak | Vedtak |\n| 7/26 | Ja. |\nHei alle!', 'after Sak 7/26'],
  ['| Sak | Vedtak |\n| Logo | Ja. |\n| 7/26 | Nei. |', 'in the table of cases'],
  ['## Neste møte\nI Bodø', 'under Neste møte'],
])('is told by where people find it: «%s» %s', (text, place) => {
  expect(understood(text).unclear.map((one) => one.place)).toEqual([place]);
});

describe('Eventuelt', () => {
  it('has cases where something was decided, and the rest is told', () => {
    const minutes = understood(
      '## Eventuelt\nNy nettside\nVi trenger en ny.\nVedtak: Vi lager en.\nTiltak: Ola Hansen spør tre firma\n* Kaffen er dyr\nNy logo\nTiltak: Tegne (Kari)\n## Neste møte\n11. mars 2027',
    );
    expect(all(minutes)).toEqual([
      'ny: Ny nettside treated\nN Vi trenger en ny.\nV Vi lager en.\nT Ola Hansen spør tre firma | K-2026-002 | ',
      'ny: Ny logo treated\nT Tegne | K-2026-001 | ',
    ]);
    expect(told(minutes)).toEqual(['6 other-business: Kaffen er dyr']);
    expect(minutes.known).toContain('11. mars 2027');
  });

  it('is read as before once its cases are in the register', () => {
    const text = '## Eventuelt\n**Ny logo**\nVedtak: Vi lager en.\n## Nye tiltak\n## Neste møte\n11. mars';
    const there = caseRow(10, { Møte: 'A-2026-004', Tittel: 'Ny logo', Saksnr: 'Sak 10/26' });
    expect(understood(text, readingOf({ Saker: [there] })).cases).toMatchObject([
      { id: there['ID'], decision: 'Vi lager en.' },
    ]);
  });

  it.each([
    'Skriv en ny sak som «Sak: tittel» på egen linje, med «Vedtak:» eller «Tiltak:» under.',
    'Skriv ei ny sak som «Sak: tittel» på eiga linje, med «Vedtak:» eller «Tiltak:» under.',
  ])('takes what the draft says there for nothing that was written: «%s»', (hint) => {
    const untouched = understood(`## Eventuelt\n${hint}\n\n**Notat:**`);
    expect([untouched.cases, untouched.unclear]).toEqual([[], []]);
    expect(untouched.known).toContain(hint);
    const followed = understood(`## Eventuelt\n${hint}\n\n**Notat:**\nSak: Ny logo\nVedtak: Vi lager en.`);
    expect([followed.cases.map(caseOf), followed.unclear]).toEqual([
      ['ny: Ny logo treated\nV Vi lager en.'],
      [],
    ]);
    const decided = understood(`## Eventuelt\n${hint}\nVedtak: Vi lager en.`);
    expect([decided.cases, decided.unclear]).toMatchObject([[], [{ text: 'Vi lager en.' }]]);
    expect(understood(`## Eventuelt\n${hint} Kaffen er dyr.`).unclear).toHaveLength(1);
  });

  it.each(['Ingen', '–', ''])('may have nothing: «%s»', (text) => {
    const minutes = understood(`## Eventuelt\n${text}`);
    expect([minutes.cases, minutes.unclear]).toEqual([[], []]);
  });
});

describe('who was there', () => {
  const there = (text: string): readonly string[] =>
    understood(text).present.map(({ ids, text: name }) => ids.join('+') || `«${name}»`);

  it.each<[string, string]>([
    [
      'ticked rows',
      '## Til stede\n| Til stede | Navn | Part |\n| ☒ | Kari Nordmann | Bylivsenteret |\n| x | Ola Hansen | Distriktssenteret |\n| ☐ | Anne Berg | Bylivsenteret |',
    ],
    ['a line', 'Til stede: Kari Nordmann, Ola Hansen'],
    ['a line in nynorsk', 'Til stades: Kari Nordmann og Ola Hansen'],
    ['a list', '**Til stede**\n* Kari Nordmann\n* Ola Hansen'],
    [
      'other marks',
      '## Til stede\n| Til stede | Navn | Part |\n| v | Kari Nordmann | Bylivsenteret |\n| OK | Ola Hansen | Distriktssenteret |\n| ☐ | Anne Berg | Bylivsenteret |',
    ],
    [
      'marked rows without a head',
      '## Til stede\n| V | Kari Nordmann |\n| + | Ola Hansen |\n| ☐ | Anne Berg |',
    ],
    ['marked lines', '## Til stede\nv Kari Nordmann\n[v] Ola Hansen\n☐ Anne Berg'],
    [
      'words',
      '## Til stades\n| Til stades | Namn |\n| til stades | Kari Nordmann |\n| tilstede | Ola Hansen |\n| forfall | Anne Berg |\n| meldt forfall | Anne Berg |',
    ],
    ['ticked lines', '## Til stades\n☒ Kari Nordmann\n☒ Ola Hansen\n☐ Anne Berg'],
    ['each party', 'Til stede:\nBylivsenteret: Kari Nordmann\nFra Distriktssenteret: Ola Hansen'],
    ['participants', 'Deltakere: Kari Nordmann (Bylivsenteret), Ola Hansen (Distriktssenteret)'],
  ])('in %s', (_, text) => {
    expect(there(text).join('+')).toBe('K-2026-001+K-2026-002');
  });

  it('is told where no box is ticked, or a name is two people', () => {
    const boxes = '## Til stede\n| Til stede | Navn |\n| ☐ | Kari Nordmann |';
    expect(told(understood(boxes))).toEqual(['4 nobody-ticked: Kari Nordmann']);
    expect(told(understood('Til stede: Anne Berg'))[0]).toContain('several-people');
  });

  it.each(['☐x', 'x☐', '☐ X', '☐ ✓', 'Ja ☐', '☒', '[x]'])('is read where the mark is «%s»', (mark) => {
    const read = understood(
      `## Til stede\n| Til stede | Navn | Part |\n| ${mark} | Kari Nordmann | Bylivsenteret |\n| ☐ | Ola Hansen | Distriktssenteret |`,
    );
    expect([read.present.map(({ text }) => text), read.absent]).toEqual([['Kari Nordmann'], ['Ola Hansen']]);
  });

  it('is told of a name without a tick that is nobody who was invited', () => {
    const rows =
      '| Til stede | Navn | Part |\n| x | Kari Nordmann | |\n| ☐ | Ola Hansen | |\n| ☐ | Per Ås | |\n| ☐ | | |';
    expect(told(understood(`## Til stede\n${rows}`))).toEqual(['9 unticked: Per Ås']);
  });

  it('is told where a mark is not known, and nobody is taken as absent for it', () => {
    const marks =
      '| Til stede | Navn | Part |\n| x | Kari Nordmann | |\n| kanskje | Ola Hansen | Distriktssenteret |\n| ☐ | | |';
    const read = understood(`## Til stede\n${marks}`);
    expect([told(read), read.absent, read.present.length]).toEqual([['7 mark: kanskje | Ola Hansen'], [], 1]);
  });

  it.each([
    'Kari Nordmann (deltok til 11.00)',
    'Kari Nordmann, til kl. 11',
    'Kari Nordmann – fra 10.20',
    'Kari (på Teams)',
  ])('is read where more stands beside the name, which is told: %s', (text) => {
    for (const minutes of [
      `## Til stede\n| Til stede | Navn | Part |\n| x | ${text} | Bylivsenteret |`,
      `Til stede: ${text}`,
    ]) {
      const { present, unclear } = understood(minutes);
      expect([present.flatMap(({ ids }) => ids), unclear.map((one) => [one.why, one.text])]).toEqual([
        ['K-2026-001'],
        [['no-place', text]],
      ]);
    }
  });

  it.each(['Kari Nordmann (Bylivsenteret)', 'Kari Nordmann (K-2026-001)', 'Ola, rådgiver'])(
    'has nothing to tell of where they come from: %s',
    (text) => {
      expect(told(understood(`Til stede: ${text}`))).toEqual([]);
    },
  );

  it('may be an address of Kontakter', () => {
    const contact = { ID: 'K-2026-009', Navn: 'Post', 'E-post': 'post@bylivsenteret.example' };
    const of = readingOf({ Kontakter: [contact] });
    expect(understood('Til stede: Post@bylivsenteret.example', of).present[0]?.ids).toEqual(['K-2026-009']);
  });

  it('knows who was not', () => {
    expect(understood('Til stede: Kari\nForfall: Ola Hansen').absent).toEqual(['Ola Hansen']);
  });
});

describe('the head', () => {
  const led = readingOf({
    Aktiviteter: minutesTabs.Aktiviteter.map((row) =>
      row['ID'] === 'A-2026-004'
        ? { ...row, Ansvarlig: 'K-2026-001', Sted: 'Oslo', Part: 'Bylivsenteret' }
        : row,
    ),
  });

  it('names the meeting', () => {
    const { named, unclear } = understood(
      '# Referat fra kvartalsmøtet i fjerde kvartal 2026\nUtkast 3. desember\nTid\ttorsdag 3. desember 2026 kl. 10.00–11.30\nSted\tOslo\nReferanse\tA-2026-004',
      led,
    );
    expect(named).toEqual({ ids: ['A-2026-004'], days: ['2026-12-03'] });
    expect(unclear).toEqual([]);
  });

  it.each([
    'Tid: torsdag 3. desember 2026',
    'Tid\ttorsdag 3. desember 2026 kl. 10.00–11.30',
    'Dato: 3.12.2026 kl. 10',
    'Tid: 3. desember 2026 kl. 1000–1130',
    'Vertskap: Bylivsenteret',
    'Vertskap\tBylivsenteret · Møteleder: Kari Nordmann · Referent: Distriktssenteret',
    'Møteleder: Kari',
    'Møteleiar Kari Nordmann, Bylivsenteret',
    'Møteleder: K-2026-001',
    'Referent: Distriktssenteret',
    'Møteleder:',
    '| Sted | Oslo |\n| Møteleder | Kari Nordmann |',
    'Innkalt: Ola Hansen',
  ])('is known where the register says the same: «%s»', (text) => {
    expect(told(understood(`# Referat\n${text}`, led))).toEqual([]);
  });

  it.each<[string, string]>([
    ['Møteleder: Ola Hansen', 'head'],
    ['Møteleiar\tOla Hansen', 'head'],
    ['Ordstyrer: Per Olsen', 'head'],
    ['Møteleder: Kari Nordmann og Ola Hansen', 'head'],
    ['Referent: Ola Hansen', 'minute-taker'],
    ['Referent: Bylivsenteret', 'minute-taker'],
    ['Vertskap: Distriktssenteret', 'head'],
    ['Vertskap: Bylivsenteret · Møteleder: Ola Hansen', 'head'],
    ['Sted: Hamar', 'head'],
    ['Tid: 3. desember 2026 kl. 12–13.30', 'head'],
    ['Tid: 3. desember 2026 kl. 1030–1130', 'head'],
    ['| Sted | Hamar |', 'head'],
  ])('is told where the register has it otherwise: «%s»', (text, why) => {
    const { unclear } = understood(`# Referat\n${text}`, led);
    expect(unclear.map((one) => one.why)).toEqual([why]);
  });

  it('and whatever stands outside the cases is told', () => {
    expect(told(understood('Hei alle!\n## Noe annet\nTekst'))).toEqual([
      '1 outside: Hei alle!',
      '2 outside: Noe annet',
      '3 outside: Tekst',
    ]);
  });
});
