import { describe, expect, it } from 'vitest';
import type { UnderstoodMinutes } from '../../../../src/papers/minutes/read/understood.ts';
import { caseRow } from '../../../support/meetings.ts';
import { all, inCase, readingOf, told, understood } from '../../../support/minutes.ts';

describe('a decision', () => {
  it.each<[string, string]>([
    ['colon', 'Vedtak: Møtet støtter forslaget.'],
    ['capitals', 'VEDTAK: Møtet støtter forslaget.'],
    ['capitals without colon', 'VEDTAK Møtet støtter forslaget.'],
    ['no colon, a capital behind', 'Vedtak Møtet støtter forslaget.'],
    ['a dash', 'Vedtak – Møtet støtter forslaget.'],
    ['a bold label with colon', '**Vedtak:** Møtet støtter forslaget.'],
    ['a bold label without colon', '**Vedtak** Møtet støtter forslaget.'],
    ['a colon that is not bold', '**Vedtak**: Møtet støtter forslaget.'],
    ['all bold', '**Vedtak: Møtet støtter forslaget.**'],
    ['a line of its own', 'Vedtak:\nMøtet støtter forslaget.'],
    ['a line of its own, and an empty one', 'Vedtak\n\nMøtet støtter forslaget.'],
    ['a heading', '### Vedtak\nMøtet støtter forslaget.'],
    ['a line break', '**Vedtak:**⏎Møtet støtter forslaget.'],
    ['a list item', '* Vedtak: Møtet støtter forslaget.'],
    ['a typed bullet', '- Vedtak: Møtet støtter forslaget.'],
    ['a table of labels', '| Vedtak | Møtet støtter forslaget. |'],
    ['a table with colon and bold', '| **Vedtak:** | Møtet støtter forslaget. |'],
    ['a cell with its label', '| Vedtak: Møtet støtter forslaget. |'],
    ['Konklusjon', 'Konklusjon: Møtet støtter forslaget.'],
    ['Beslutning', 'Beslutning: Møtet støtter forslaget.'],
    ['Vedtatt', 'Vedtatt: Møtet støtter forslaget.'],
    ['nynorsk', 'Vedteke: Møtet støtter forslaget.'],
    ['how it was decided', 'Vedtak (enstemmig): Møtet støtter forslaget.'],
    ['unanimously', 'Samrøystes vedtak: Møtet støtter forslaget.'],
    ['who decided', 'Møtet vedtok følgende: Møtet støtter forslaget.'],
    [
      'after the proposal',
      '**Forslag til vedtak:** Vi skriver nynorsk først.\n**Vedtak:** Møtet støtter forslaget.',
    ],
  ])('with %s', (_, text) => {
    const minutes = inCase(text);
    expect([all(minutes), told(minutes)]).toEqual([['S-2026-007 treated\nV Møtet støtter forslaget.'], []]);
  });

  it('of several lines, and as a list', () => {
    expect(all(inCase('Vedtak: En.\nTo.\n* tre\n* fire'))).toEqual([
      'S-2026-007 treated\nV En.\nTo.\ntre\nfire',
    ]);
    expect(all(inCase('Vedtak:\n* En\n* To'))).toEqual(['S-2026-007 treated\nV En\nTo']);
  });

  it.each([
    'Annet',
    'Eventuelt',
    'Tiltak',
    'Status',
    'Notat',
    'Neste møte',
    'Tomme lokaler',
    'Sak 8/26',
    'Utkast',
  ])('may hold the word «%s», where it begins with «Vi velger:»', (word) => {
    expect(all(inCase(`Vedtak: Vi velger:\n* ${word}\n* ${word}`))).toEqual([
      `S-2026-007 treated\nV Vi velger:\n${word}\n${word}`,
    ]);
    expect(all(inCase(`Vedtak:\nVi velger:\n- ${word}`))).toEqual([
      `S-2026-007 treated\nV Vi velger:\n${word}`,
    ]);
    expect(all(inCase(`Vedtak: Vi velger:\n${word}`))).toEqual([`S-2026-007 treated\nV Vi velger:\n${word}`]);
  });

  it.each(['## Eventuelt', '**Eventuelt**', 'Eventuelt', '\n* Eventuelt'])(
    'ends before the heading «%s»',
    (heading) => {
      const minutes = inCase(`Vedtak: Vi velger:\n* En\n${heading}\nKaffe`);
      expect(all(minutes)).toEqual(['S-2026-007 treated\nV Vi velger:\nEn']);
      expect(told(minutes)).toEqual([expect.stringContaining('other-business: Kaffe')]);
    },
  );

  it('and what follows it after an empty line, which may be part of it or not', () => {
    const minutes = inCase('Vedtak: Ja.\n\nVi snakker mer om det.');
    expect(all(minutes)).toEqual(['S-2026-007 treated\nV Ja.']);
    expect(told(minutes)).toEqual(['3 after: Vi snakker mer om det.']);
  });

  it.each([
    'Vedtaket fra sist ble nevnt.',
    'Vedtak om båndtvang ble drøftet.',
    'Vi ventet på vedtak: det kommer i mars.',
    'Tidligere vedtak: Vi skriver bokmål først.',
    'Det er ikke gjort vedtak i saken.',
    'Forrige vedtak – det fra september – gjelder.',
    'Konklusjonen i rapporten er klar.',
    'Kari sa at et vedtak kan vente.',
    'Beslutningsgrunnlaget mangler.',
    'Vedtak Kari Nordmann foreslo i fjor, ble nevnt.',
    'Tiltak som ble nevnt, er for dyre.',
    'Fristen er kort.',
  ])('is not «%s»', (text) => {
    const [only] = inCase(text).cases;
    expect([only?.decision, only?.actions, only?.discussion]).toEqual([undefined, [], text]);
  });

  it('is not the proposal, also where somebody has changed it', () => {
    const minutes = inCase('Forslag til vedtak: Vi skriver nynorsk alltid.\n**Vedtak:**');
    expect(all(minutes)).toEqual(['S-2026-007 –']);
    expect(told(minutes)).toEqual(['2 proposal: Vi skriver nynorsk alltid.']);
  });

  it.each(['Vedtak: –', 'Vedtak: Ingen', 'Vedtak: ikke noe vedtak', 'Vedtak:'])('is none in «%s»', (text) => {
    expect(inCase(text).cases[0]?.decision ?? 'none').toBe(text.includes('noe') ? 'ikke noe vedtak' : 'none');
  });

  it('may be missing from a case that asked for one', () => {
    expect(told(inCase('Vi snakket lenge. Det ble vedtatt å vente.'))).toEqual([
      '1 no-decision: Nynorsk i utsendelser',
      '2 maybe-decision: Vi snakket lenge. Det ble vedtatt å vente.',
    ]);
  });
});

it.each([
  'Vedtak Vi støtter forslaget.',
  '**Vedtak Vi støtter forslaget.**',
  'Vedtak Partene støtter forslaget.',
])('both parties decide in «%s»', (text) => {
  expect(inCase(text).cases[0]?.decision).toMatch(/ støtter forslaget\.$/u);
});

describe('what was done with a case', () => {
  it.each<[string, string]>([
    ['Vedtak: Saken utsettes til neste møte.', 'postponed'],
    ['Saka blir utsett.', 'postponed'],
    ['Saken ble utsatt til møtet i mars 2027', 'postponed'],
    ['Vedtak: Utsatt', 'postponed'],
    ['Status: Utsatt', 'postponed'],
    ['Vedtak: Utsatt. Fagsjef var borte deler av møtet.', 'postponed'],
    ['Vedtak: Utsett, Kari var sjuk', 'postponed'],
    ['Vedtak: Utsatt til neste møte – vi venter på tall', 'postponed'],
    ['Vedtak: Tas opp igjen på neste møte.', 'postponed'],
    ['Vedtak: Vi er ferdige med dette. Saken tas ikke opp igjen.', 'treated'],
    ['Vedtak: Vi venter. Saken tas opp igjen.', '–'],
    ['Vedtak: Saka blir teken opp att på neste kvartalsmøte.', 'postponed'],
    ['Notat: Saken ble ikke behandlet.', 'postponed'],
    ['Notat: Saka vart ikkje handsama. Kari var sjuk.', 'postponed'],
    ['Notat: Vi rakk ikke saken.', 'postponed'],
    ['Rakk ikke.', 'postponed'],
    ['Vedtak: Fristen for søknader utsettes.', 'treated'],
    ['Vedtak: Ja.\nNotat: Det ble nevnt at saken var utsatt i mars.', 'treated'],
    ['Vedtak: Vi støtter forslaget. Saken tas opp igjen på neste møte.', '–'],
    ['Vedtak: Vi utsetter dette.', '–'],
    ['Notat: Vi hadde ikke tid til å behandle saken.', '–'],
    ['Notat: Saka vart trekt.', 'withdrawn'],
    ['Saken ble trukket av Bylivsenteret.', 'withdrawn'],
    ['Saken trekkes.', 'withdrawn'],
    ['Vedtak: Tatt til orientering.', 'treated'],
    ['Saka vart teken til orientering.', 'treated'],
    ['Vedtak: Ja', 'treated'],
    ['Saken utsettes ikke.', '–'],
    ['Vedtak: Ja.\nNotat: Konferansen\nble utsatt til møtet i september', 'treated'],
    ['Vedtak: Ja.\nNotat: ble utsatt til møtet i september', 'treated'],
    ['Vedtak: Ja.\n\nUtsatt til neste møte', 'treated'],
    ['Vedtak: Ja.\nNotat: Saken ble utsatt.', '–'],
    ['Vedtak: Ja.\nNotat: Saken ble utsatt.\nStatus: Behandlet', 'treated'],
    ['Vedtak: Ja.\nNotat: Sak 8/26 ble utsatt.', 'treated'],
    ['Vedtak: Vi ringer.\nSaken utsettes til neste møte.', '–'],
    ['Vedtak: Vi ringer.\nSaken utsettes til neste møte.\nStatus: Utsatt', 'postponed'],
    ['Vedtak: Vi ringer.\nSaken utsettes til neste møte.\nStatus: Behandlet', 'treated'],
    ['Vedtak: Utsatt.\nSaken tas opp igjen på neste møte.', 'postponed'],
    ['Vedtak: Vi ringer. Saken trekkes.', '–'],
    ['Vedtak: Vi ringer.\nSaka vert trekt.', '–'],
    ['Vedtak: Trekt. Kari kjem attende til det.', 'withdrawn'],
    ['Vedtak: Saken trekkes – Bylivsenteret vil vente.', 'withdrawn'],
    ['Vedtak: Vi trekker saken fra lista over kurs.', 'treated'],
    ['Notat: Vi snakket om konferansen.\nDen ble utsatt.', '–'],
    ['Notat: Vi snakket lenge.\nSaken ble utsatt.', 'postponed'],
    ['Notat: Vi snakket lenge.\nSak 7/26 ble utsatt.', 'postponed'],
    ['Vedtak: Ja.\nNotat: Vi ventet.\nUtsatt.', 'treated'],
    ['Saken er utsatt tre ganger siden møtet 12. mars 2026.', '–'],
  ])('«%s»', (text, outcome) => {
    expect(inCase(text).cases[0]?.outcome ?? '–').toBe(outcome);
  });

  it.each([
    'Ikke vedtatt.',
    'Ikkje vedteke',
    'Forslaget falt.',
    'Framlegget fall med tre mot ei røyst.',
    'Forslaget om nynorsk ble ikke vedtatt. Vi fortsetter som før.',
    'Avvist.',
    'Saken avvises.',
    'Forslaget ble enstemmig avvist.',
    'Nedstemt',
    'Møtet støtter ikke forslaget.',
    'Møtet sa nei til forslaget.',
    'Forslaget fikk ikke flertall.',
    'Framlegget vart trekt.',
    'Det ble ikke gjort vedtak.',
  ])('is not adopted, where a proposal was turned down: «%s»', (text) => {
    const minutes = inCase(`Vedtak: ${text}`);
    expect([all(minutes), told(minutes)]).toEqual([[`S-2026-007 –\nN ${text}`], [`2 rejected: ${text}`]]);
    const settled = inCase(`Vedtak: ${text}\nStatus: Behandlet`);
    const kept = text.includes('. ') ? 'V' : 'N';
    expect([all(settled), told(settled)]).toEqual([[`S-2026-007 treated\n${kept} ${text}`], []]);
  });

  it.each<[string, string]>([
    ['Ikke vedtatt. Saken trekkes.', 'withdrawn'],
    ['Ikkje vedteke. Saka vert trekt.', 'withdrawn'],
    ['Forslaget falt.\nSaken utsettes.', 'postponed'],
    ['Framlegget fall. Saka vert utsett til neste møte.', 'postponed'],
  ])('is what is said besides of a proposal that was turned down: «%s»', (text, outcome) => {
    const minutes = inCase(`Vedtak: ${text}`);
    expect([all(minutes), told(minutes)]).toEqual([[`S-2026-007 ${outcome}\nN ${text}`], []]);
  });

  it('is told where a proposal was turned down beside a decision, or as a note', () => {
    const beside = inCase('Vedtak: Vi sender e-post. Forslaget om trykk falt.');
    expect([beside.cases[0]?.outcome, told(beside)]).toEqual([
      undefined,
      ['2 maybe-rejected: Vi sender e-post. Forslaget om trykk falt.'],
    ]);
    expect(told(inCase('Notat: Forslaget ble ikke vedtatt.'))[0]).toContain('no-decision');
    expect(all(inCase('Vedtak: Avvisning av forslaget fra 2025 står ved lag.'))[0]).toContain('treated');
  });

  it.each([
    'Skyves til neste møte.',
    'Saken ble skjøvet på.',
    'Saka vart skuva på.',
    'Flyttes til møtet i mars.',
    'Utgikk.',
    'Saka gjekk ut.',
    'Ikke tid.',
    'Vi fikk ikke tid.',
    'Vi kom ikke så langt.',
    'Kari var sjuk. Vi kom ikkje så langt.',
    'Satt på vent.',
  ])('may be that it was postponed: «%s»', (text) => {
    const minutes = understood(`## Sak 8/26\n${text}`);
    expect([all(minutes), told(minutes)]).toEqual([
      [`S-2026-008 –\nN ${text}`],
      [`2 maybe-postponed: ${text}`],
    ]);
  });

  it.each([
    'Kontoret flyttes til Hamar.',
    'Kari har ikke tid til å lede gruppen.',
    'Avtalen går ut i mars.',
    'Vi flytter kontoret.',
  ])('is no less than treated with «%s»', (text) => {
    expect(understood(`## Sak 8/26\n${text}`).cases[0]?.outcome).toBe('treated');
  });

  it.each(['Tatt til orientering.', 'Saka vart teken til orientering', 'Tas til etterretning.'])(
    'is known below another line from «%s»',
    (text) => {
      const minutes = inCase(`Kari orienterte.\n${text}`);
      expect([minutes.cases[0]?.outcome, told(minutes)]).toEqual(['treated', []]);
    },
  );

  it('is not decided for people', () => {
    expect(told(inCase('Vedtak: Saken utsettes.\nStatus: Trukket'))).toEqual([
      '1 two-outcomes: Nynorsk i utsendelser',
    ]);
    expect(told(inCase('Vedtak: Ja\nStatus: i det blå'))).toEqual(['3 status: i det blå']);
  });

  it('is told where it may have been postponed', () => {
    expect(told(inCase('Vedtak: Vi støtter det. Vi tar det på neste møte.'))).toEqual([
      '2 maybe-postponed: Vi støtter det. Vi tar det på neste møte.',
    ]);
    expect(told(inCase('Vedtak: Vi tar det på neste møte.\nStatus: Utsatt'))).toEqual([]);
  });

  it('is nothing where nothing is written', () => {
    expect(all(inCase('**Notat:**\n**Vedtak:**\n| Tiltak | Ansvarlig | Frist |\n|  |  |  |'))).toEqual([
      'S-2026-007 –',
    ]);
  });
});

describe('what is of the case itself', () => {
  const about = (text: string): UnderstoodMinutes =>
    understood(`## Sak 8/26\n${text}\n**Notat:** Vi så på kartet.`);

  it.each([
    'Bakgrunn: Mange lokaler står tomme i sentrum.',
    'Bakgrunn\nMange lokaler står tomme i sentrum.',
    'Sakstype: Drøfting · Fagsjef legger fram',
  ])('is no note where the register has it: %s', (text) => {
    const minutes = about(text);
    expect([all(minutes), told(minutes)]).toEqual([['S-2026-008 treated\nN Vi så på kartet.'], []]);
  });

  it.each([
    'Bakgrunn: Butikken la ned i mai.',
    'Minutter: 25',
    'Hensikt: Å bli enige.',
    'Bakgrunn: Mange lokaler',
    'Sakseier: Kari Nordmann',
  ])('is told where it is new: %s', (text) => {
    const minutes = about(text);
    expect(all(minutes)).toEqual(['S-2026-008 treated\nN Vi så på kartet.']);
    expect(told(minutes)).toEqual([`2 fact: ${text}`]);
  });

  it.each<[string, string]>([
    ['K-2026-001', 'Kari'],
    ['K-2026-001', 'Kari Nordmann (Bylivsenteret)'],
    ['Kari Nordmann', 'K-2026-001'],
    ['K-2026-001, K-2026-002', 'Ola Hansen og Kari Nordmann'],
  ])('has the person that its row names «%s» as «%s»', (cell, typed) => {
    const row = caseRow(8, { Møte: 'A-2026-004', Saksnr: 'Sak 8/26', Sakseier: cell });
    const of = readingOf({ Saker: [row] });
    expect(told(understood(`## Sak 8/26\nSakseier: ${typed}\n**Notat:**`, of))).toEqual([]);
    for (const other of ['Ola', 'Anne Berg', 'Kari og Per Olsen'])
      expect(told(understood(`## Sak 8/26\nSakseier: ${other}\n**Notat:**`, of))).toHaveLength(1);
  });

  it('is a part of it that somebody typed as a note', () => {
    expect(all(understood('## Sak 8/26\nMange lokaler står tomme'))).toEqual([
      'S-2026-008 treated\nN Mange lokaler står tomme',
    ]);
  });

  it('is a note in a case that was added by hand', () => {
    const minutes = understood('## Sak: Ny logo\nBakgrunn: Den er gammel.\nVedtak: Ja.');
    expect([all(minutes), told(minutes)]).toEqual([
      ['ny: Ny logo treated\nN Bakgrunn: Den er gammel.\nV Ja.'],
      [],
    ]);
  });

  it('has the outcome where the draft has it, unless a decision is written', () => {
    const outcome = (text: string): unknown => inCase(`Sakstype: vedtak · utsett\n${text}`).cases[0]?.outcome;
    expect([outcome(''), outcome('Notat: Nei.'), outcome('Vedtak: Ja.')]).toEqual([
      'postponed',
      'postponed',
      'treated',
    ]);
  });
});

describe('a case that is postponed', () => {
  it.each([
    'Saken ble utsatt til møtet 10. juni 2027.',
    'Utsatt til møtet i juni.',
    'Saka vert utsett til kvartalsmøtet i juni. Kari var borte.',
    'Saka vert utsett til hausten.',
    'Utsatt til over nyttår',
    'Saken utsettes til neste år.',
  ])('to a meeting that is named is told of: %s', (text) => {
    const minutes = inCase(`Vedtak: ${text}`);
    expect([minutes.cases[0]?.outcome, minutes.unclear.map(({ why }) => why)]).toEqual([
      'postponed',
      ['until'],
    ]);
  });

  it.each(['Saka vert utsett til Kari er attende.', 'Utsatt til uke 14'])(
    'to something else by its Status is told of: %s',
    (text) => {
      const minutes = inCase(`Vedtak: ${text}\nStatus: Utsatt`);
      expect([minutes.cases[0]?.outcome, told(minutes)]).toEqual(['postponed', [`2 until: ${text}`]]);
      // Treated all the same.
      expect(told(inCase(`Vedtak: ${text}\nStatus: Behandlet`))).toEqual([]);
    },
  );

  it.each([
    'Saken utsettes til neste møte.',
    'Utsatt inntil videre.',
    'Utsatt.',
    'Utsatt til et senere møte',
  ])('without one is not: %s', (text) => {
    const minutes = inCase(`Vedtak: ${text}`);
    expect([minutes.cases[0]?.outcome, told(minutes)]).toEqual(['postponed', []]);
  });
});

it('what the register says of its attachments is known', () => {
  const row = caseRow(8, {
    ...{ Møte: 'A-2026-004', Saksnr: 'Sak 8/26' },
    Vedlegg: 'kart.pdf, Plan: https://felles.example/plan',
  });
  const of = readingOf({ Saker: [row] });
  for (const line of ['Vedlegg: kart.pdf', 'Vedlegg: Plan', 'Vedlegg: Plan: https://felles.example/plan'])
    expect(told(understood(`## Sak 8/26\n${line}\n**Notat:**`, of))).toEqual([]);
  expect(told(understood('## Sak 8/26\nVedlegg: tegning.pdf\n**Notat:**', of))).toHaveLength(1);
});

describe('a decision as proposed', () => {
  it.each([
    'Som foreslått.',
    'som forslaget',
    'Vedtatt som foreslått',
    'Enstemmig vedtatt i tråd med forslaget.',
    'Iht. forslag til vedtak',
    'I henhold til innstillingen.',
    'Forslaget ble enstemmig vedtatt.',
    'Som føreslått',
    'Vedteke i samsvar med framlegget',
  ])('is the proposal: %s', (text) => {
    const minutes = inCase(`**Forslag til vedtak:** Vi skriver nynorsk først.\nVedtak: ${text}`);
    const decision = `${text.replace(/\.$/u, '')}: Vi skriver nynorsk først.`;
    expect(minutes.cases).toMatchObject([{ decision, isProposal: true, outcome: 'treated' }]);
    expect(told(minutes)).toEqual([]);
    const again = inCase(`Vedtak: ${decision}`);
    expect([all(again), told(again)]).toEqual([all(minutes), []]);
  });

  it('is told where the case has none, or the document another', () => {
    const none = understood('## Sak 8/26\nVedtak: Som foreslått.');
    expect([all(none), told(none)]).toEqual([
      ['S-2026-008 treated\nV Som foreslått.'],
      ['2 no-proposal: Som foreslått.'],
    ]);
    const other = inCase('Forslag til vedtak: Vi venter.\nVedtak: Som foreslått.');
    expect([all(other), told(other)]).toEqual([
      ['S-2026-007 treated\nV Som foreslått.'],
      ['2 proposal: Vi venter.', '3 no-proposal: Som foreslått.'],
    ]);
    const typed = understood('## Sak 8/26\nForslag: Vi venter.\nVedtak: Som foreslått.');
    expect(typed.cases[0]?.decision).toBe('Som foreslått: Vi venter.');
  });

  it.each<[string, string]>([
    ['Vedtatt i samsvar med forslaget.', 'Vi skriver.'],
    ['Som foreslått, men med frist før neste kvartalsmøte.', 'Forslaget var: Vi skriver.'],
    ['Som foreslått, men med svart skrift.', 'Forslaget var: Vi skriver.'],
    ['Vedteke i samsvar med framlegget.', 'Vi skriv.'],
    ['Som føreslått, men med frist før neste kvartalsmøte.', 'Framlegget var: Vi skriv.'],
  ])('has the proposal in its own standard: «%s»', (text, proposal) => {
    const row = caseRow(7, {
      ...{ Møte: 'A-2026-004', Saksnr: 'Sak 7/26', Type: 'Vedtak' },
      ...{ 'Forslag til vedtak': 'Vi skriver.', 'Forslag til vedtak nynorsk': 'Vi skriv.' },
    });
    const { cases } = understood(`## Sak 7/26\nVedtak: ${text}`, readingOf({ Saker: [row] }));
    expect(
      cases[0]?.decision?.replace(`${text}\n`, '').replace(/^[^:]*framlegget: |^[^:]*forslaget: /u, ''),
    ).toBe(proposal);
  });

  it('is told where the document has a part of the proposal only', () => {
    const row = caseRow(7, {
      ...{ Møte: 'A-2026-004', Saksnr: 'Sak 7/26', Type: 'Vedtak' },
      'Forslag til vedtak': '1. Vi skriver nynorsk.\n2. Vi betaler 100 000 kr.',
    });
    const of = readingOf({ Saker: [row] });
    const part = '## Sak 7/26\nForslag til vedtak: 1. Vi skriver nynorsk.';
    expect(understood(`${part}\nVedtak: Som foreslått.`, of).cases[0]?.decision).toBe('Som foreslått.');
    const whole = `${part}\n2. Vi betaler 100 000 kr.\nVedtak: Som foreslått.`;
    expect(understood(whole, of).cases[0]?.decision).toContain('100 000');
  });

  it.each<[string, string]>([
    ['Som foreslått, men med frist 1. mai.', 'Forslaget var:'],
    ['Som foreslått, med én endring.', 'Forslaget var:'],
    ['Som foreslått med én endring: Vi begynner i mai.', 'Forslaget var:'],
    ['Vedtatt som foreslått, bortsett fra punkt 2.', 'Forslaget var:'],
    ['Som foreslått. Punkt 2 går ut.', 'Forslaget var:'],
    ['Vedtatt med endring: Vi begynner i mai.', 'Forslaget var:'],
    ['Forslaget ble vedtatt med følgende endringer: Vi begynner i mai.', 'Forslaget var:'],
    ['Enstemmig vedtatt med noen små justeringer', 'Forslaget var:'],
    ['Som føreslått, men med frist 1. mai.', 'Framlegget var:'],
    ['Vedteke med desse endringane: Vi tek til i mai.', 'Framlegget var:'],
    ['Framlegget vart vedteke med eit tillegg: Vi tek til i mai.', 'Framlegget var:'],
    ['I samsvar med framlegget, men utan punkt 2.', 'Framlegget var:'],
    ['Som foreslått, men:⏎frist 1. mai', 'Forslaget var:'],
  ])('with a change has the proposal below it: «%s»', (text, front) => {
    const minutes = inCase(`Vedtak: ${text}`);
    const decision = `${text.replace('⏎', '\n')}\n${front} Vi skriver nynorsk først.`;
    expect([all(minutes), told(minutes)]).toEqual([[`S-2026-007 treated\nV ${decision}`], []]);
    expect(all(inCase(`Vedtak: ${decision}`))).toEqual(all(minutes));
    if (/^(?:Enstemmig )?ved/iu.test(text)) expect(all(inCase(text))).toEqual(all(minutes));
    // Where there is no proposal, or another, people have to write it.
    for (const without of [`## Sak 8/26\nVedtak: ${text}`, `## Sak 7/26\nForslag: Nei.\nVedtak: ${text}`])
      expect(understood(without).unclear.map(({ why }) => why)).toContain('no-proposal');
  });

  it.each(['Som foreslått i fjor.', 'Møtet støtter forslaget.', 'Vedtatt med virkning fra mai.'])(
    'is not «%s»',
    (text) => {
      expect(inCase(`Vedtak: ${text}`).cases).toMatchObject([{ decision: text, isProposal: false }]);
    },
  );
});
