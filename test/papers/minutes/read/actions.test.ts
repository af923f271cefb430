import { describe, expect, it } from 'vitest';
import type { UnderstoodMinutes } from '../../../../src/papers/minutes/read/understood.ts';
import { actionOf, all, inCase, told, understood } from '../../../support/minutes.ts';

describe('an action', () => {
  it.each<[string, string]>([
    ['labels in one line', 'Tiltak: Sende notat. Ansvarlig: Kari Nordmann. Frist: 15. mars 2027.'],
    ['labels in lines', 'Tiltak: Sende notat\nAnsvarlig: Kari Nordmann\nFrist: 15.03.2027'],
    ['bold labels', '**Tiltak:** Sende notat **Ansvarlig:** Kari Nordmann **Frist:** 15.3.2027'],
    ['nynorsk', 'Tiltak: Sende notat. Ansvarleg: Kari Nordmann. Frist: 15. mars 2027'],
    [
      'a table',
      '| Tiltak | Ansvarlig | Frist |\n| Sende notat | Kari Nordmann | 15. mars 2027 |\n|  |  |  |',
    ],
    ['a table in another order', '| Hvem | Hva | Når |\n| Kari Nordmann | Sende notat | 2027-03-15 |'],
    ['a table of labels', '| Tiltak | Sende notat |\n| Ansvarlig | Kari Nordmann |\n| Frist | 15.03.2027 |'],
    [
      'a label above a table',
      '**Tiltak:**\n| Tiltak | Ansvarleg | Frist |\n| Sende notat | K-2026-001 | 15.3.27 |',
    ],
    ['a list', 'Tiltak:\n* Sende notat (Kari Nordmann, 15. mars 2027)'],
    ['brackets with words', 'Tiltak: Sende notat (Kari Nordmann, innen 15. mars 2027)'],
    ['a place beside the name', 'Tiltak: Sende notat (Kari Nordmann, Bylivsenteret), frist 15. mars 2027'],
    ['commas', 'Tiltak: Sende notat, Kari Nordmann, 15. mars 2027'],
    ['commas and words', 'Tiltak: Sende notat, ansvarlig Kari Nordmann, frist 15. mars 2027'],
    ['dashes', 'Tiltak: Sende notat – Kari Nordmann – 15. mars 2027'],
    ['a name in front', 'Tiltak: Kari Nordmann: Sende notat innen 15. mars 2027'],
    ['a mention', 'Aksjon: @Kari Nordmann: Sende notat, innen 15. mars 2027'],
    ['a first name that one has', 'Oppfølging: Sende notat (Kari), frist 15. mars 2027'],
    ['an ID', 'Tiltak: Sende notat. Ansvar: K-2026-001, innan 15. mars 2027'],
    ['no year', 'Tiltak: Sende notat. Ansvarlig: Kari Nordmann. Frist: mandag 15. mars'],
    ['a day in short', 'Aksjonspunkt: Sende notat (Kari Nordmann) – frist 15.3.'],
    ['a heading below the case', '### Tiltak\nSende notat – Kari Nordmann, senest 15. mars 2027'],
  ])('with %s', (_, text) => {
    const minutes = inCase(text);
    expect([all(minutes), told(minutes).filter((one) => !one.includes('no-decision'))]).toEqual([
      ['S-2026-007 –\nT Sende notat | K-2026-001 | 2027-03-15'],
      [],
    ]);
  });

  it.each<[string, string]>([
    [
      'Kari Nordmann sender notatet innen neste møte.',
      'Kari Nordmann sender notatet | K-2026-001 | 2027-03-11',
    ],
    [
      'Kari og Ola lager utkast innan to veker',
      'Kari og Ola lager utkast | K-2026-001+K-2026-002 | 2026-12-17',
    ],
    ['Bylivsenteret ringer kommunene', 'Bylivsenteret ringer kommunene | bylivsenteret | '],
    ['Skrive utkast – Distriktssenteret', 'Skrive utkast | distriktssenteret | '],
    ['Kari får notatet av sekretariatet', 'Kari får notatet av sekretariatet |  | '],
    ['Undersøke tilbudet innen stedsutvikling', 'Undersøke tilbudet innen stedsutvikling |  | '],
    ['Sende notat (se vedlegg)', 'Sende notat (se vedlegg) |  | '],
    ['Sende notat til Kari', 'Sende notat til Kari |  | '],
    ['Sende notat innen 14 dager', 'Sende notat |  | 2026-12-17'],
    ['Sende notat innen en måned', 'Sende notat |  | 2027-01-03'],
    ['Sende notat innen utgangen av mars', 'Sende notat |  | 2027-03-31'],
    ['Sende notat innen fredag i veke 14', 'Sende notat |  | 2027-04-09'],
    ['Sende notat innen torsdag uke 53', 'Sende notat |  | 2026-12-31'],
    ['Sende notat innen utgangen av året', 'Sende notat |  | 2026-12-31'],
    ['Sende notat til neste møte', 'Sende notat til neste møte |  | '],
  ])('as a sentence: %s', (text, shown) => {
    expect(inCase(`Tiltak: ${text}`).cases[0]?.actions.map(actionOf)).toEqual([shown]);
  });

  it.each<[string, string]>([
    ['Sende notat før sommeren', 'deadline: før sommeren'],
    ['Sende notat. Frist: 15. januar 2026', 'deadline: 15. januar 2026'],
    ['Sende notat. Frist: uke 12', 'deadline: uke 12'],
    ['Sende notat. Frist: 1/2', 'slashed: 1/2'],
    ['Sende notat (Kari Nordmann, 1/2)', 'slashed: 1/2'],
    ['Sende notat, Kari Nordmann, innen 1/2/27', 'slashed: innen 1/2/27'],
    ['Sende notat. Ansvarlig: Fagsjef v/ Kari', 'unknown-person: Fagsjef v/ Kari'],
    ['Sende notat. Ansvarlig: post@firma.example', 'unknown-person: post@firma.example'],
    ['Sende notat. Frist: fortløpende', 'ongoing: fortløpende'],
    [
      'Sende notat. Ansvarlig: Anne Berg',
      'several-people: Anne Berg [Anne Berg (K-2026-003, Bylivsenteret); Anne Berg (K-2026-004, Distriktssenteret)]',
    ],
    ['Sende notat. Ansvarlig: Kari Nordman', 'unknown-person: Kari Nordman [Kari Nordmann]'],
    ['Sende notat. Ansvarlig: Per Olsen', 'unknown-person: Per Olsen'],
  ])('is told of where it is not certain: %s', (text, why) => {
    expect(told(inCase(`Vedtak: Ja.\nTiltak: ${text}`))).toEqual([`3 ${why}`]);
  });

  it.each([
    'Invitere Kari Nordmann, Ola Hansen',
    'Invitere Kari Nordmann, Ola Hansen, 12. februar',
    'Invitere Kari Nordmann / Ola Hansen',
    'Sende notat, Ola Hansen',
    'Planlegge samlingen, 12. februar',
    'Planlegge samlingen – 12. februar',
    'Ta det opp, neste møte',
    'Ringe bl.a. Kari Nordmann',
    'Kontakte f.eks. Ola Hansen',
    'Invitere dr. Kari Nordmann',
    'Invitere dr. Kari Nordmann, 12. februar',
    'Avklare med ass. dir. Ola Hansen',
    'Avklare med kommunedir. Ola Hansen',
    'Sende utkast til t.d. Kari og Ola',
    'Kurs 10.–12. februar, Kari',
    'Kurs 10. – 12. februar, Kari',
    'Kurs 10 - 12. februar, Kari',
    'Kurs 10., 12. februar, Kari',
    'Kurs 12. februar – 14. februar, Kari',
    'Oppdatere avtalen Bylivsenteret–Distriktssenteret',
    'Oppdatere avtalen Bylivsenteret - Distriktssenteret',
    'Oppdatere avtalen Bylivsenteret – Distriktssenteret',
    'Oppdatere avtalen Bylivsenteret – Distriktssenteret, 1. mars',
    'Ringe Bylivsenteret – Kari Nordmann',
    'Planlegge møtet Kari–Ola, 12. februar',
    'Ringe Kari (12. februar), Ola',
    'Ringe Vang (Kari), Ola, 12. februar',
  ])('keeps a name or a day that may be of what is to be done: %s', (text) => {
    const minutes = inCase(`Vedtak: Ja.\nTiltak: ${text}`);
    expect(minutes.cases[0]?.actions.map(actionOf)).toEqual([`${text} |  | `]);
    expect(told(minutes)).toEqual([`3 maybe-last: ${text}`]);
  });

  it.each<[string, string]>([
    ['Invitere Kari Nordmann – Ola Hansen', 'Invitere Kari Nordmann | K-2026-002 | '],
    ['Invitere Kari Nordmann (Ola Hansen)', 'Invitere Kari Nordmann | K-2026-002 | '],
    ['Invitere fylket, Ola Hansen, 12. februar', 'Invitere fylket | K-2026-002 | 2027-02-12'],
    ['Invitere fylket, Ola Hansen innen 12. februar', 'Invitere fylket | K-2026-002 | 2027-02-12'],
    ['Invitere fylket, 12. februar, Ola Hansen', 'Invitere fylket | K-2026-002 | 2027-02-12'],
    ['Invitere Kari Nordmann, ansvar: Ola Hansen', 'Invitere Kari Nordmann | K-2026-002 | '],
    ['Planlegge samlingen, frist 12. februar', 'Planlegge samlingen |  | 2027-02-12'],
    ['Planlegge samlingen (12. februar)', 'Planlegge samlingen |  | 2027-02-12'],
    ['Planlegge samlingen 12. mars, innen 12. februar', 'Planlegge samlingen 12. mars |  | 2027-02-12'],
    ['Sende notat. Ola Hansen. 12. februar.', 'Sende notat | K-2026-002 | 2027-02-12'],
    ['Sende kart o.l., Kari, 12. februar', 'Sende kart o.l. | K-2026-001 | 2027-02-12'],
    ['Ta opp en sak. Ansvarlig Kari', 'Ta opp en sak | K-2026-001 | '],
    ['Ringe Vang, ansv. Kari, frist 12. februar', 'Ringe Vang | K-2026-001 | 2027-02-12'],
    ['Ringe Vang. Ansv. Kari. Frist 12. februar.', 'Ringe Vang | K-2026-001 | 2027-02-12'],
    ['Ringe Vang, Kari, t.o.m. 12. februar', 'Ringe Vang | K-2026-001 | 2027-02-12'],
    ['Booke rom 3.–4. mars – Kari Nordmann', 'Booke rom 3.–4. mars | K-2026-001 | '],
    ['Endre sak 7/26 – 12. februar – Kari', 'Endre sak 7/26 | K-2026-001 | 2027-02-12'],
    ['Ringe Anne Berg – Ola Hansen', 'Ringe Anne Berg | K-2026-002 | '],
    ['Oppdatere avtalen Bylivsenteret – ny logo', 'Oppdatere avtalen Bylivsenteret – ny logo |  | '],
    ['Kari: Ringe Vang, 1. mars', 'Ringe Vang | K-2026-001 | 2027-03-01'],
    ['Kari – Ringe Vang – 1. mars', 'Ringe Vang | K-2026-001 | 2027-03-01'],
    ['Bylivsenteret – Ringe Vang – 1. mars', 'Ringe Vang | bylivsenteret | 2027-03-01'],
    ['Bylivsenteret og Distriktssenteret – Ringe Vang, 1. mars', 'Ringe Vang | both | 2027-03-01'],
    ['Kari ringer Vang, 12. februar.', 'Kari ringer Vang | K-2026-001 | 2027-02-12'],
    ['Kari ringer Vang – 1. mars', 'Kari ringer Vang | K-2026-001 | 2027-03-01'],
    ['Kari og Ola ringer Vang, 1. mars', 'Kari og Ola ringer Vang | K-2026-001+K-2026-002 | 2027-03-01'],
    ['Ringe Vang (Kari), 12. februar', 'Ringe Vang | K-2026-001 | 2027-02-12'],
    ['Ringe Vang (Kari) – 1. mars', 'Ringe Vang | K-2026-001 | 2027-03-01'],
    ['Ringe Vang (1. mars), Kari', 'Ringe Vang | K-2026-001 | 2027-03-01'],
  ])('has who and when where the form says so: %s', (text, shown) => {
    const minutes = inCase(`Vedtak: Ja.\nTiltak: ${text}`);
    expect([minutes.cases[0]?.actions.map(actionOf), told(minutes)]).toEqual([[shown], []]);
  });

  it.each<[string, string]>([
    ['| Invitere Vang, Ola Hansen | | 1. mars |', 'Invitere Vang, Ola Hansen |  | 2027-03-01'],
    ['| Planlegge samlingen, 1. mars | Kari | |', 'Planlegge samlingen, 1. mars | K-2026-001 | '],
    ['| Avklare med ass. dir. Ola Hansen | | 1. mars |', 'Avklare med ass. dir. Ola Hansen |  | 2027-03-01'],
  ])('keeps its text whole beside another cell: %s', (row, shown) => {
    const minutes = inCase(`Vedtak: Ja.\n| Tiltak | Ansvarlig | Frist |\n${row}`);
    expect(minutes.cases[0]?.actions.map(actionOf)).toEqual([shown]);
    expect(told(minutes)).toEqual([expect.stringContaining(`maybe-last: ${shown.split(' | ')[0] ?? ''}`)]);
  });

  it('may have a namesake beside the party', () => {
    expect(
      inCase('Tiltak: Ringe. Ansvarlig: Anne Berg (Distriktssenteret)').cases[0]?.actions.map(actionOf),
    ).toEqual(['Ringe | K-2026-004 | ']);
  });

  it('that is due at a meeting without a day', () => {
    const minutes = understood('## Sak 7/26\nVedtak: Ja\nTiltak: Ringe innen neste møte');
    expect(told(minutes)).toEqual([]);
  });

  it('is what who or when belong to', () => {
    expect(told(inCase('Vedtak: Ja.\nAnsvarlig: Kari\nFrist: 1.2.2027'))).toEqual([
      '3 without-action: Kari',
      '4 without-action: 1.2.2027',
    ]);
  });

  it.each([
    'Kari: Ringe Vang (Ola)',
    'Kari – Ringe Vang – Ola',
    '@Kari: Ringe Vang. Ola',
    'Kari: Ringe Vang, ansvarlig Ola',
    'Kari ringer Vang (Ola)',
    'Bylivsenteret: Ringe Vang (Ola)',
    'Kari og Ola: Ringe Vang (Ola)',
  ])('is nobody’s for certain where two are named: %s', (text) => {
    const minutes = inCase(`Vedtak: Ja.\nTiltak: ${text}`);
    expect(minutes.cases[0]?.actions.map(actionOf)).toEqual([`${text} |  | `]);
    expect(told(minutes)).toEqual([`3 two-responsible: ${text}`]);
  });

  it.each<[string, string, readonly string[]]>([
    ['Kari: Ringe Vang (Kari)', 'Ringe Vang | K-2026-001 | ', []],
    ['Bylivsenteret ringer Vang (Kari)', 'Bylivsenteret ringer Vang | K-2026-001 | ', []],
    ['Kari ringer Vang. Ansvarlig: Ola', 'Kari ringer Vang | K-2026-002 | ', []],
    [
      'Kari: Ringe Vang\nAnsvarlig: Ola',
      'Kari: Ringe Vang | K-2026-002 | ',
      ['3 two-responsible: Kari: Ringe Vang'],
    ],
  ])('is of whom the label names, or who is named twice: %s', (text, shown, lines) => {
    const minutes = inCase(`Vedtak: Ja.\nTiltak: ${text}`);
    expect([minutes.cases[0]?.actions.map(actionOf), told(minutes)]).toEqual([[shown], lines]);
  });

  it('is two people’s where two have the name, also where one of them was there', () => {
    const minutes = understood(
      '## Til stede\n| ☒ | Anne Berg | Distriktssenteret |\n## Sak 7/26\nVedtak: Ja.\nTiltak: Ringe. Ansvarlig: Anne Berg',
    );
    expect(minutes.present[0]?.ids).toEqual(['K-2026-004']);
    expect(told(minutes)).toEqual([
      expect.stringContaining('several-people: Anne Berg [Anne Berg (K-2026-003'),
    ]);
  });

  it.each<[string, string, string]>([
    [
      '* Ringe Vang. Ansvar: Kari. Frist: 12. februar\n* Ringe Lom. Ansvar: Ola. Frist: 1. mars',
      'K-2026-001 | 2027-02-12',
      'K-2026-002 | 2027-03-01',
    ],
    ['* Ringe Vang. Ansvar: Kari\n* Ringe Lom. Frist: 1. mars', 'K-2026-001 | ', ' | 2027-03-01'],
    ['* Ringe Vang. Frist: 12. februar\n* Ringe Lom. Ansvar: Ola', ' | 2027-02-12', 'K-2026-002 | '],
    ['* Ringe Vang. Ansvar: Kari\n\n* Ringe Lom. Frist: 1. mars', 'K-2026-001 | ', ' | 2027-03-01'],
    ['Ringe Vang. Ansvar: Kari\nRinge Lom. Frist: 1. mars', 'K-2026-001 | ', ' | 2027-03-01'],
    ['* Ringe Vang\nAnsvar: Kari\n* Ringe Lom\nFrist: 1. mars', 'K-2026-001 | ', ' | 2027-03-01'],
    ['* Ringe Vang. Ansvar: Kari\n* Ringe Lom', 'K-2026-001 | ', ' | '],
  ])('has its own who and when in a list: %s', (list, vang, lom) => {
    const minutes = inCase(`Vedtak: Ja.\nTiltak:\n${list}`);
    const shown = [`Ringe Vang | ${vang}`, `Ringe Lom | ${lom}`];
    expect([minutes.cases[0]?.actions.map(actionOf), told(minutes)]).toEqual([shown, []]);
  });

  it.each<[string, readonly string[]]>([
    [
      'Tiltak: Ringe Vang\nAnsvar: Kari\n\nRinge Lom\nFrist: 1. mars',
      ['after: Ringe Lom', 'without-action: 1. mars'],
    ],
    [
      'Tiltak:\nRinge Vang\nAnsvar: Kari\nRinge Lom\nFrist: 1. mars',
      ['after: Ringe Lom', 'without-action: 1. mars'],
    ],
    ['Tiltak:\n* Ringe Vang. Ansvar: Kari\n* Ola', ['after: Ola']],
    ['Tiltak:\n* Ringe Vang. Ansvar: Kari\n* 12. februar', ['after: 12. februar']],
    [
      'Tiltak:\n* Ringe Vang\nAnsvar:\n* Kari\n* Ola\nFrist: 1. mars',
      ['one-more: Ola', 'without-action: 1. mars'],
    ],
    ['Tiltak: Ringe Vang. Ansvar: Kari\nNotat: Vi må ringe Lom. Frist: 1. mars', ['without-action: 1. mars']],
    ['| Tiltak | Ansvarlig | Frist |\n| Ringe Vang | Kari | |\nFrist: 1. mars', ['without-action: 1. mars']],
  ])('has no who or when that may be of another: %s', (text, lines) => {
    const minutes = inCase(`Vedtak: Ja.\n${text}`);
    expect(minutes.cases[0]?.actions.map(actionOf)).toEqual(['Ringe Vang | K-2026-001 | ']);
    expect(told(minutes).map((one) => one.replace(/^\d+ /u, ''))).toEqual(lines);
  });

  it('may stand in a list of its own, with the number of its case', () => {
    const minutes = understood(
      '## Sak 7/26: Nynorsk i utsendelser\nVedtak: Ja.\n## Tiltak\n| Sak | Tiltak | Ansvarlig | Frist |\n| 7/26 | Ringe | Kari | 1.2.2027 |\n|  | Bestille kaffe | Ola |  |\n| 99/26 | Male | Ola |  |',
    );
    expect(all(minutes)).toEqual([
      'S-2026-007 treated\nV Ja.\nT Ringe | K-2026-001 | 2027-02-01',
      'T Bestille kaffe | K-2026-002 | ',
      'T Male | K-2026-002 | ',
    ]);
    expect(told(minutes)).toEqual(['14 case-unknown: 99/26']);
  });
});

describe('the list of the whole meeting', () => {
  it.each(['**Nye tiltak**', '## Nye tiltak', '**Tiltak frå møtet:**'])(
    'is of no case below a case with its heading in bold: %s',
    (heading) => {
      const minutes = understood(
        `**Sak 7/26**\nVedtak: Ja.\n${heading}\n| Tiltak | Ansvarlig | Frist |\n| Ringe | Kari | |\n* Sak 8/26: Male`,
      );
      expect(all(minutes)).toEqual([
        'S-2026-007 treated\nV Ja.',
        'S-2026-008 –\nT Male |  | ',
        'T Ringe | K-2026-001 | ',
      ]);
    },
  );

  it.each<[string, readonly string[]]>([
    ['Ingen.', []],
    ['Ingen nye tiltak.', []],
    ['Ingen nye aksjonar', []],
    ['| Tiltak | Ansvarlig | Frist |\n| Ingen | – | |', []],
    ['Tiltak: Ringe Vang\nAnsvarlig: Kari\nFrist: 1. mars', ['K-2026-001 | 2027-03-01']],
    ['Ringe Vang\nAnsvarlig:\nKari\nFrist: 1. mars', ['K-2026-001 | 2027-03-01']],
    ['| Tiltak | Ringe Vang |\n| Ansvarlig | Kari |', ['K-2026-001 | ']],
    ['Ringe Vang. Ansvar: Kari\n\nRinge Vang. Frist: 1. mars', ['K-2026-001 | 2027-03-01']],
    ['* Ringe Vang\n* Ansvar: Kari', ['K-2026-001 | ']],
    ['Sak 8/26: Ringe Vang\nFrist: 1. mars', []],
  ])('has the actions alone: %s', (text, shown) => {
    const minutes = understood(`## Nye tiltak\n${text}`);
    expect(minutes.actions.map(actionOf)).toEqual(shown.map((one) => `Ringe Vang | ${one}`));
    expect(told(minutes)).toEqual([]);
    const [of] = minutes.cases;
    expect(of?.actions.map(actionOf)).toEqual(of && ['Ringe Vang |  | 2027-03-01']);
    expect(of === undefined).toBe(!text.startsWith('Sak'));
  });

  it.each<[string, readonly string[]]>([
    ['Vedtak: Ja.', ['2 outside: Vedtak: Ja.']],
    ['Status: Utsatt', ['2 outside: Status: Utsatt']],
    ['Notat:\nVi ringer.\nTakk.', ['3 outside: Vi ringer.', '4 outside: Takk.']],
    ['| Notat | Vi ringer. |', ['3 outside: Vi ringer.']],
    ['| Tiltak | Ansvarlig | Vedtak |\n| | | Ja. |', ['5 outside: Ja.']],
    ['Ingen\nAnsvarlig: Kari\nFrist: 1. mars', ['2 without-action: Kari', '2 without-action: 1. mars']],
    ['| Sak | Tiltak | Ansvarlig | Frist |\n| 8/26 | | | |', []],
    ['| Sak | Tiltak | Ansvarlig | Frist |\n| 99/26 | | | |', ['6 case-unknown: 99/26']],
    ['| Sak | Tiltak | Ansvarlig | Frist |\n| 8/26 | | Kari | |', ['6 table: Kari']],
  ])('has no action in what is none: %s', (text, lines) => {
    const minutes = understood(`## Nye tiltak\n${text}`);
    expect([all(minutes), told(minutes)]).toEqual([[], lines]);
  });

  it('has none in a case with «Ingen nye tiltak»', () => {
    expect(all(inCase('Vedtak: Ja.\nTiltak: Ingen nye tiltak.'))).toEqual(['S-2026-007 treated\nV Ja.']);
  });

  it.each(['**Nye tiltak**', '### Nye tiltak', 'Nye tiltak:'])('is that of its case with %s', (heading) => {
    expect(inCase(`Vedtak: Ja.\n${heading}\nRinge`).cases[0]?.actions.map(actionOf)).toEqual(['Ringe |  | ']);
  });
});

describe('an action that is written twice', () => {
  const twice = (own: string, listed: string, sak = '7/26'): UnderstoodMinutes =>
    inCase(
      `Vedtak: Ja.\nTiltak: ${own}\n## Tiltak\n| Sak | Tiltak | Ansvarlig | Frist |\n| ${sak} | ${listed} |`,
    );

  it.each<[string, string, string]>([
    ['the same', 'Ringe Vang. (Kari Nordmann, 1.2.2027)', 'ringe  Vang | Kari | 1. februar'],
    ['who and when in the list', 'Ringe Vang', 'Ringe Vang | Kari | 1.2.2027'],
    ['who in one, when in the other', 'Ringe Vang – Kari Nordmann', 'Ringe Vang | | 1.2.2027'],
    ['nothing in the list', 'Ringe Vang (Kari, 1.2.2027)', 'Ringe Vang | |'],
  ])('is one, with %s', (_, own, listed) => {
    for (const sak of ['7/26', '']) {
      const minutes = twice(own, listed, sak);
      expect(all(minutes)).toEqual(['S-2026-007 treated\nV Ja.\nT Ringe Vang | K-2026-001 | 2027-02-01']);
      expect(told(minutes)).toEqual([]);
    }
  });

  it.each(['Ringe Vang | Ola Hansen | 1.2.2027', 'Ringe Vang | Kari | 2.2.2027'])(
    'is told where the list says otherwise: %s',
    (listed) => {
      const minutes = twice('Ringe Vang (Kari, 1.2.2027)', listed);
      expect(all(minutes)).toEqual(['S-2026-007 treated\nV Ja.\nT Ringe Vang | K-2026-001 | 2027-02-01']);
      expect(told(minutes)).toEqual([`9 repeated-otherwise: ${listed.replaceAll(' |', ',')}`]);
    },
  );

  it('is of each case where it stands under several, and told where a list does not say which', () => {
    const minutes = understood(
      '## Sak 7/26\nTiltak: Ringe\n## Sak 8/26\nTiltak: Ringe\n## Tiltak\nRinge – Kari Nordmann',
    );
    expect(minutes.cases.map(({ actions }) => actions.map(actionOf))).toEqual([
      ['Ringe |  | '],
      ['Ringe |  | '],
    ]);
    expect(told(minutes)).toContain('6 repeated-twice: Ringe, Kari Nordmann');
  });

  it('is two where two people have it in one table', () => {
    const table =
      '| Tiltak | Ansvarlig | Frist |\n| Lese | Kari | |\n| Lese | Ola | |\n| Lese | Ola | 1.2.2027 |';
    expect(inCase(table).cases[0]?.actions.map(actionOf)).toEqual([
      'Lese | K-2026-001 | ',
      'Lese | K-2026-002 | 2027-02-01',
    ]);
  });
});

describe('a row of labels and values', () => {
  const one = '| Tiltak | Ringe Vang | Ansvarlig | Kari | Frist | 12. februar |';
  it.each<[string, readonly string[]]>([
    [one, ['Ringe Vang | K-2026-001 | 2027-02-12']],
    [
      `${one}\n| Tiltak | Ringe Lom | Ansvarlig | Ola | Frist | |`,
      ['Ringe Vang | K-2026-001 | 2027-02-12', 'Ringe Lom | K-2026-002 | '],
    ],
    ['| Hva | Ringe Vang | Hvem | Kari |', ['Ringe Vang | K-2026-001 | ']],
  ])('is an action: %s', (table, shown) => {
    const minutes = inCase(`Vedtak: Ja.\n${table}`);
    expect([minutes.cases[0]?.actions.map(actionOf), told(minutes)]).toEqual([shown, []]);
    expect(understood(`## Nye tiltak\n${table}`).actions.map(actionOf)).toEqual(shown);
  });

  it('is told where it is the head of a table', () => {
    const minutes = inCase('Vedtak: Ja.\n| Tiltak | Prioritet | Ansvarlig |\n| Ringe | | Kari |');
    expect(minutes.cases[0]?.actions.map(actionOf)).toEqual(['Ringe | K-2026-001 | ']);
    expect(told(minutes)).toEqual(['4 table: Prioritet']);
  });
});

describe('columns of one kind', () => {
  it('are read together', () => {
    const table = [
      '| Sak | Saksnr | Vedtak | Tiltak | Ansvar | Vedtak |',
      '| Nynorsk i utsendelser | 7/26 | Ja. | Ringe | Kari | Snart. |',
    ].join('\n');
    expect(all(understood(table))).toEqual(['S-2026-007 treated\nV Ja.\nSnart.\nT Ringe | K-2026-001 | ']);
    const actions = [
      '| Nr | Tiltak | Beskrivelse | Ansvar | Ansvar | Frist | Frist | Vedtak | Vedtak |',
      '| 1 | Ringe | Alle fylkene | Kari | Ola | 1.2.2027 | 1.3.2027 | Ja. | Nei. |',
      '| Snarest | Male | | Kari | Kari | | | | |',
    ].join('\n');
    const minutes = inCase(actions);
    expect(all(minutes)).toEqual([
      'S-2026-007 treated\nV Ja.\nNei.\nT Ringe – Alle fylkene | K-2026-001+K-2026-002 | «1.2.2027, 1.3.2027»\nT Male | K-2026-001 | ',
    ]);
    expect(told(minutes).map((one) => one.replace(/^\d+ /u, ''))).toEqual([
      'deadline: 1.2.2027, 1.3.2027',
      'table: Snarest',
    ]);
  });

  it('are told in a list of lines', () => {
    expect(told(inCase('Vedtak: Ja.\nTiltak: Ringe\nAnsvarlig: Kari\nAnsvarlig: Ola'))).toEqual([
      '5 one-more: Ola',
    ]);
  });
});

it('a table with a column of cases is of those cases, also below another', () => {
  const below = (table: string): readonly string[] =>
    all(understood(`## Sak 7/26\nVedtak: Ja.\n${table}\nNotat: Takk.`));
  expect(below('| Sak | Tiltak | Ansvar |\n| 8/26 | Ringe | Kari |\n| | Male | Ola |')).toEqual([
    'S-2026-007 treated\nN Takk.\nV Ja.',
    'S-2026-008 –\nT Ringe | K-2026-001 | ',
    'T Male | K-2026-002 | ',
  ]);
  expect(below('| Sak | Vedtak | Tiltak | Frist |\n| 8/26 | Nei. | Ringe | 1.2.2027 |')).toEqual([
    'S-2026-007 treated\nN Takk.\nV Ja.',
    'S-2026-008 treated\nV Nei.\nT Ringe |  | 2027-02-01',
  ]);
});

describe('an action in a decision or a note', () => {
  it.each([
    ['Vedtak: Vi reiser.\n- Kari Nordmann: hente inn pristilbud, frist 1. mai', 'Kari Nordmann: hente inn'],
    ['Vedtak: Vi reiser. Ola: spørre tre kommuner, frist 15. februar', 'Ola: spørre'],
    ['Vedtak: Vi reiser.\nBylivsenteret: sende utkast (15. februar)', 'Bylivsenteret: sende'],
    ['Vedtak:\n* Vi reiser.\n* Kari: hente inn pristilbud', 'Kari: hente inn'],
    ['Notat: Alle var enige. Kari: ringe Vang innen neste møte\nVedtak: Ja.', 'Kari: ringe Vang'],
  ])('is asked about, and stays there: «%s»', (text, begin) => {
    const minutes = inCase(text);
    expect(told(minutes)).toEqual([expect.stringContaining(`maybe-action: ${begin}`)]);
    const [{ decision, discussion, actions } = {}] = minutes.cases;
    expect(`${decision ?? ''} ${discussion ?? ''}`).toContain(begin);
    expect(actions).toEqual([]);
  });

  it.each([
    'Vedtak: Kari og Ola skriver utkastet: frist 1. mai står fast.',
    'Notat:\n- Kari: Kommunene er fornøyde.\nVedtak: Ja.',
    'Vedtak: Møtet støtter forslaget: Vi skriver nynorsk innen 1. mai',
    'Vedtak: Ja.\nTiltak: Kari: ringe Vang, frist 1. mai',
  ])('is not seen in «%s»', (text) => {
    expect(told(inCase(text))).toEqual([]);
  });
});
