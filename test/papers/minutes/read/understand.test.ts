import { describe, expect, it } from 'vitest';
import type {
  UnderstoodAction,
  UnderstoodCase,
  UnderstoodMinutes,
} from '../../../../src/papers/minutes/read/understood.ts';
import { caseRow } from '../../../support/meetings.ts';
import { readingOf, understood } from '../../../support/minutes.ts';

const inCase = (text: string): UnderstoodMinutes => understood(`## Sak 7/26: Nynorsk i utsendelser\n${text}`);

const actionOf = ({ text, responsible, deadline }: UnderstoodAction): string =>
  [
    text,
    responsible === undefined
      ? ''
      : responsible.ids.join('+') || (responsible.party ?? `«${responsible.text}»`),
    deadline === undefined ? '' : (deadline.day ?? `«${deadline.text}»`),
  ].join(' | ');

function caseOf({ id, title, outcome, decision, discussion, actions }: UnderstoodCase): string {
  return [
    `${id ?? `ny: ${title}`} ${outcome ?? '–'}`,
    ...(discussion === undefined ? [] : [`N ${discussion}`]),
    ...(decision === undefined ? [] : [`V ${decision}`]),
    ...actions.map((action) => `T ${actionOf(action)}`),
  ].join('\n');
}

const told = ({ unclear }: UnderstoodMinutes): readonly string[] =>
  unclear.map(
    ({ line, why, text, among }) =>
      `${String(line)} ${why}: ${text}${among === undefined || among.length === 0 ? '' : ` [${among.join('; ')}]`}`,
  );

const all = (minutes: UnderstoodMinutes): readonly string[] => [
  ...minutes.cases.map(caseOf),
  ...minutes.actions.map((action) => `T ${actionOf(action)}`),
];

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
  ])('has who and when where the form says so: %s', (text, shown) => {
    const minutes = inCase(`Vedtak: Ja.\nTiltak: ${text}`);
    expect([minutes.cases[0]?.actions.map(actionOf), told(minutes)]).toEqual([[shown], []]);
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
    ['Vedtak: Vi ringer.\nSaken utsettes til neste møte.', 'postponed'],
    ['Notat: Vi snakket om konferansen.\nDen ble utsatt.', '–'],
    ['Notat: Vi snakket lenge.\nSaken ble utsatt.', 'postponed'],
    ['Notat: Vi snakket lenge.\nSak 7/26 ble utsatt.', 'postponed'],
    ['Vedtak: Ja.\nNotat: Vi ventet.\nUtsatt.', 'treated'],
    ['Saken er utsatt tre ganger siden møtet 12. mars 2026.', '–'],
  ])('«%s»', (text, outcome) => {
    expect(inCase(text).cases[0]?.outcome ?? '–').toBe(outcome);
  });

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

  it('is the first cell of its row in a table of cases, unless a row names none', () => {
    const table =
      '| Sak | Vedtak | Tiltak | Ansvar |\n| 7/26 | Ja. | Ringe | Kari Nordmann |\n| Tomme lokaler | Nei. |  |  |';
    expect(all(understood(`${table}\nTakk for i dag.`))).toEqual([
      'S-2026-007 treated\nV Ja.\nT Ringe | K-2026-001 | ',
      'S-2026-008 treated\nV Nei.',
    ]);
    expect(told(understood(`${table}\nTakk for i dag.`))).toEqual(['11 outside: Takk for i dag.']);
    expect(all(understood(`${table}\n| Noe annet | Ja. |  |  |`))).toEqual([]);
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

  it.each(['Som foreslått i fjor.', 'Møtet støtter forslaget.', 'Som foreslått, med én endring.'])(
    'is not «%s»',
    (text) => {
      expect(inCase(`Vedtak: ${text}`).cases).toMatchObject([{ decision: text, isProposal: false }]);
    },
  );
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
      '6 follow-up: Ringe Vang | Kari Nordmann | 20. januar 2027 | ☐ Utført',
    ]);
  });

  it.each(['☒ Utført', '[x] Utført', 'X', 'ferdig', 'v', 'Utført'])('is done with «%s»', (status) => {
    const { done, unclear } = understood(row('15. januar 2027', status), of);
    expect([done, unclear]).toEqual([[{ id: 'T-2026-001', line: 6, text: 'Ringe Vang' }], []]);
    // Another deadline: it may be another action.
    expect(understood(row('20. januar 2027', status), of)).toMatchObject({
      done: [],
      unclear: [{ why: 'done', place: 'Oppfølging av tiltak, row 2 of the table' }],
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

it('is told by its case, where it is in one', () => {
  expect(inCase('Vedtak: Ja.\nAnsvarlig: Kari').unclear[0]?.place).toBe('Sak 7/26');
  expect(understood('## Sak: Ny logo\nVedtak: Ja.\nAnsvarlig: Kari').unclear[0]?.place).toBe('Sak: Ny logo');
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
      '## Til stades\n| Til stades | Namn |\n| til stades | Kari Nordmann |\n| tilstede | Ola Hansen |\n| forfall | Anne Berg |',
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

  it('is told where a mark is not known, and nobody is taken as absent for it', () => {
    const marks =
      '| Til stede | Navn | Part |\n| x | Kari Nordmann | |\n| kanskje | Ola Hansen | Distriktssenteret |\n| ☐ | | |';
    const read = understood(`## Til stede\n${marks}`);
    expect([told(read), read.absent, read.present.length]).toEqual([['7 mark: kanskje | Ola Hansen'], [], 1]);
  });

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
  it('names the meeting', () => {
    const { named, unclear } = understood(
      '# Referat fra kvartalsmøtet i fjerde kvartal 2026\nUtkast 3. desember\nTid\ttorsdag 3. desember 2026 kl. 10.00–11.30\nSted\tOslo\nReferanse\tA-2026-004',
    );
    expect(named).toEqual({ ids: ['A-2026-004'], days: ['2026-12-03'] });
    expect(unclear).toEqual([]);
  });

  it('and whatever stands outside the cases is told', () => {
    expect(told(understood('Hei alle!\n## Noe annet\nTekst'))).toEqual([
      '1 outside: Hei alle!',
      '2 outside: Noe annet',
      '3 outside: Tekst',
    ]);
  });
});
