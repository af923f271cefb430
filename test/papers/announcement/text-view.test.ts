import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import { textFaults, type WantedText } from '../../../src/papers/announcement/text-faults.ts';
import { textView } from '../../../src/papers/announcement/text-view.ts';
import {
  registerWith,
  slotRow,
  textRow,
  viewOf,
  webinarIn,
  webinarRow,
  webinarTabs,
  writerOf,
} from '../../support/announcements.ts';
import * as webinars from '../../support/webinars.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../../support/build-workbook.ts';

const activity = (more: RowInput): TabsInput => ({ Aktiviteter: [{ ...webinarRow, ...more }] });
const program = (...rows: readonly RowInput[]): TabsInput => ({ Program: rows });

describe('the view', () => {
  it('is of one written standard, title and programme', () => {
    const register = registerWith({});
    expect(viewOf(register)).toMatchObject({
      reference: 'A-2027-001',
      title: 'Tomme lokaler – nytt liv',
      day: '2027-02-04',
      start: '2027-02-04T10:00',
      end: '2027-02-04T11:30',
      slots: [{ title: 'Innslag 1', start: '2027-02-04T10:00' }, { title: 'Innslag 2' }],
    });
    expect(viewOf(register, { standard: 'nn' })).toMatchObject({
      title: 'Tomme lokale – nytt liv',
      slots: [{ title: 'Innslag 1 på nynorsk' }, { title: 'Innslag 2 på nynorsk' }],
    });
  });

  it('has what is published from Tekster alone, never from the working row', () => {
    const register = registerWith({
      ...activity({ Målgruppe: 'distriktskommuner', Serie: 'Webinarserie', Beskrivelse: 'internt' }),
      Tekster: [
        textRow(1, 'bokmål', { Utbytte: '- Én ting\n\n• En til\nog den siste' }),
        textRow(2, 'nynorsk', { Målgruppe: 'Folkevalde', Serie: 'Stadutvikling' }),
      ],
    });
    const nb = viewOf(register);
    expect([nb.audience, nb.series, nb.body]).toEqual([undefined, undefined, undefined]);
    expect(nb.benefits).toEqual(['Én ting', 'En til', 'og den siste']);
    expect(viewOf(register, { standard: 'nn' })).toMatchObject({
      audience: 'Folkevalde',
      series: 'Stadutvikling',
    });
  });

  it('names only speakers who have confirmed, by name where the cell has a contact, and no slot declined', () => {
    const who = { Innleder: 'K-2026-001', Organisasjon: 'Bylivsenteret' };
    const register = registerWith({
      ...program(
        slotRow(1, '10:30', { ...who, Status: 'Spurt' }),
        slotRow(2, '10:00', { ...who, Slutt: '10:30' }),
        slotRow(3, '11:00', { Status: 'Avslått' }),
        slotRow(4, '', { Status: 'Ønsket' }),
      ),
      Kontakter: [{ ID: 'K-2026-001', Navn: 'Fagsjef' }],
    });
    expect(viewOf(register).slots).toEqual([
      {
        start: '2027-02-04T10:00',
        end: '2027-02-04T10:30',
        title: 'Innslag 2',
        speaker: 'Fagsjef',
        organisation: 'Bylivsenteret',
      },
      { start: '2027-02-04T10:30', title: 'Innslag 1' },
    ]);
  });

  it.each([
    ['2027-02-02T23:59', true],
    ['2027-02-03T00:00', false],
  ])('at %s registration is open: %s', (at, isOpen) => {
    expect(viewOf(registerWith({}), {}, nowAt(at)).registration).toEqual({
      link: 'https://pamelding.example/w',
      deadline: '2027-02-02',
      isOpen,
    });
  });

  it('leads to the webinar itself only where nobody need register', () => {
    const Lenke = 'https://teams.example/w';
    expect(viewOf(registerWith(activity({ Lenke }))).joinLink).toBeUndefined();
    const open = viewOf(registerWith(activity({ Lenke, Påmelding: null, Påmeldingsfrist: null })));
    expect([open.joinLink, open.registration]).toEqual([Lenke, undefined]);
  });

  it.each([
    ['ja', { recording: 'yes', recordingLink: undefined }],
    ['nei', { recording: 'no', recordingLink: undefined }],
    [null, { recording: undefined, recordingLink: undefined }],
    ['https://opptak.example/w', { recording: 'yes', recordingLink: 'https://opptak.example/w' }],
  ])('tells of the recording: %s', (Opptak, wanted) => {
    const { recording, recordingLink } = viewOf(registerWith(activity({ Opptak })));
    expect({ recording, recordingLink }).toEqual(wanted);
  });

  it.each([
    ['nb', 'Har du spørsmål?', 'Hent presentasjonene', 'Vil du ha presentasjonene,'],
    ['nn', 'Har du spørsmål?', 'Hent presentasjonane', 'Vil du ha presentasjonane,'],
  ] as const)(
    'leads to the presentations, or says how to get them: %s',
    async (standard, ask, fetched, offered) => {
      const followup = await writerOf('followup', standard);
      const written = (Presentasjoner: string | null): string =>
        followup(viewOf(registerWith(activity({ Presentasjoner })), { kind: 'followup', standard }));
      const there = written('https://opptak.example/w/presentasjoner');
      expect(there).toContain(`[${fetched}`);
      expect(there).toContain(ask);
      expect(there).not.toContain(offered);
      expect(written(null)).toContain(offered);
      expect(written(null)).not.toContain(fetched);
    },
  );

  it('has both parties by their full names, the responsible one first, and what each rests on', () => {
    const Oppsett = [
      ...webinarTabs.Oppsett,
      { Nøkkel: 'Bylivsenteret, fullt navn', Verdi: 'Bylivsenteret (NAL)' },
      { Nøkkel: 'Distriktssenteret, personvernerklæring', Verdi: 'https://ds.example/personvern' },
    ];
    const joint = viewOf(registerWith({ Oppsett })).senders;
    expect(joint).toEqual([
      { party: 'bylivsenteret', name: 'Bylivsenteret (NAL)', isStateBody: false },
      {
        party: 'distriktssenteret',
        name: 'Distriktssenteret – Kompetansesenter for distriktsutvikling',
        isStateBody: true,
        privacy: 'https://ds.example/personvern',
      },
    ]);
    const own = viewOf(registerWith({ Oppsett, ...activity({ Part: 'Distriktssenteret' }) })).senders;
    expect(own).toEqual(joint.toReversed());
  });

  it('has the full text on personal data where not every party has a page for it', async () => {
    const write = await writerOf('announcement', 'nb');
    const page = (party: string): RowInput => ({
      ...{ Nøkkel: `${party}, personvernerklæring`, Verdi: `https://${party.toLowerCase()}.example/p` },
    });
    const [one, other] = [page('Bylivsenteret'), page('Distriktssenteret')];
    const told = (...pages: readonly RowInput[]): string =>
      write(viewOf(registerWith({ Oppsett: [...webinarTabs.Oppsett, ...pages] })));
    for (const text of [told(), told(one)]) {
      expect(text).toContain('Datatilsynet');
      expect(text).not.toContain('[personvern');
    }
    expect(told(one, other)).toContain('[personvern hos Distriktssenteret](');
    expect(told(one, other)).not.toContain('Datatilsynet');
  });

  it('tells why it is cancelled, and of the same webinar on a new day', () => {
    const again = 'A-2027-002';
    const tabs = (Tittel: string): TabsInput => ({
      Aktiviteter: [
        { ...webinarRow, Status: 'Avlyst' },
        webinars.webinarRow(again, '2027-03-11T10:00', { Påmelding: 'https://pamelding.example/ny' }),
      ],
      Tekster: [
        textRow(1, 'bokmål', { Avlysningsgrunn: 'Innlederen er syk.' }),
        webinars.textRow(3, again, 'bokmål', { Tittel }),
      ],
    });
    const { reason, next } = viewOf(registerWith(tabs('Tomme lokaler – nytt liv')), { kind: 'cancelled' });
    expect(reason).toBe('Innlederen er syk.');
    expect(next).toMatchObject({ day: '2027-03-11', isNewDate: true, link: 'https://pamelding.example/ny' });
    expect(viewOf(registerWith(tabs('Noe annet')), { kind: 'cancelled' }).next).toBeUndefined();
  });

  it('has the address for answers, else that of the sender', () => {
    expect(viewOf(registerWith({})).contact).toBe('mailto:post@felles.example');
    const Oppsett = [...webinarTabs.Oppsett, { Nøkkel: 'Svar til, e-post', Verdi: 'svar@felles.example' }];
    expect(viewOf(registerWith({ Oppsett })).contact).toBe('mailto:svar@felles.example');
  });

  it('has the time that was told before, and the reference it is given', () => {
    const previous = { start: nowAt('2027-01-28T10:00') };
    const view = viewOf(registerWith({}), { kind: 'moved', previous, reference: 'A-2027-001.moved.r2' });
    expect(view.previous).toEqual({ day: '2027-01-28', start: '2027-01-28T10:00' });
    expect(view.reference).toBe('A-2027-001.moved.r2');
  });
});

describe('the next webinar of the series', () => {
  const other = (id: string, day: string, more: RowInput = {}): RowInput => ({
    ...webinarRow,
    ID: id,
    Start: dateCell(`${day}T10:00`),
    Serie: 'Byliv ',
    Påmelding: `https://pamelding.example/${id.toLowerCase()}`,
    Påmeldingsfrist: null,
    ...more,
  });
  const text = (number: number, id: string, more: RowInput = {}): RowInput =>
    textRow(number, 'bokmål', { Aktivitet: id, Tittel: `Om ${id}`, ...more });
  const nextOf = (rows: readonly RowInput[], texts: readonly RowInput[]): string | undefined =>
    viewOf(
      registerWith({
        Aktiviteter: [{ ...webinarRow, Serie: 'byliv' }, ...rows],
        Tekster: [...webinarTabs.Tekster, ...texts],
      }),
    ).next?.title;

  it('is the first after it that may be told of', () => {
    const ids = [3, 4, 5, 6, 7, 8].map((number) => `A-2027-00${String(number)}`);
    const [draft = '', planned = '', secret = '', strange = '', before = '', right = ''] = ids;
    const rows = [
      other(draft, '2027-02-11'),
      other(planned, '2027-02-12', { Status: 'Planlagt' }),
      other(secret, '2027-02-15', { 'Del med partner': 'nei' }),
      other(strange, '2027-02-16', { Serie: 'Annet' }),
      other(before, '2027-02-01'),
      other(right, '2027-02-25'),
    ];
    const texts = ids.map((id, index) => text(3 + index, id, id === draft ? { 'Godkjent av': null } : {}));
    expect(nextOf(rows, texts)).toBe(`Om ${right}`);
    expect(nextOf(rows.slice(0, -1), texts)).toBeUndefined();
  });

  it('has its link only while registration is open', () => {
    const view = (deadline: string): unknown =>
      viewOf(
        registerWith({
          Aktiviteter: [
            { ...webinarRow, Serie: 'Byliv' },
            other('A-2027-003', '2027-02-25', { Påmeldingsfrist: dateCell(deadline) }),
          ],
          Tekster: [...webinarTabs.Tekster, text(3, 'A-2027-003')],
        }),
      ).next?.link;
    expect([view('2026-11-23'), view('2026-11-22')]).toEqual([
      'https://pamelding.example/a-2027-003',
      undefined,
    ]);
  });
});

describe('what a text cannot be made without', () => {
  const faultsOf = (tabs: TabsInput, wanted: Partial<WantedText> = {}): readonly string[] => {
    const register = registerWith(tabs);
    const request = {
      webinar: webinarIn(register),
      kind: 'announcement',
      standard: 'nn',
      ...wanted,
    } as const;
    const faults = textFaults(register, request);
    expect(faults.every((fault) => fault instanceof UserError && fault.advice !== '')).toBe(true);
    if (faults.length > 0) expect(() => textView(register, request, webinars.now)).toThrow(faults[0]);
    return faults.map(({ message }) => message);
  };
  const noLink = activity({ Påmelding: null, Påmeldingsfrist: null });

  it('is nothing where all is there', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    [
      'a version in the written standard',
      { Tekster: [textRow(1, 'bokmål')] },
      'A-2027-001 «Webinar om tomme lokaler» has no text in nynorsk.',
    ],
    [
      'one version',
      { Tekster: [textRow(1, 'bokmål'), textRow(2, 'nynorsk'), textRow(3, 'nynorsk')] },
      'A-2027-001 «Webinar om tomme lokaler» has 2 texts in nynorsk: rows 3, 4 of Tekster.',
    ],
    [
      'a title in nynorsk for each slot',
      program(slotRow(1, '10:00', { 'Tittel nynorsk': null })),
      'P-2027-001 «Innslag 1» (row 2 of Program) has no title in nynorsk.',
    ],
    [
      'a time for what is confirmed',
      program(slotRow(1, '')),
      'P-2027-001 «Innslag 1» (row 2 of Program) has no time.',
    ],
    [
      'a programme on its day',
      program(slotRow(1, '10:00', { Start: dateCell('2027-01-28T10:00'), Status: 'Spurt' })),
      'P-2027-001 «Innslag 1» (row 2 of Program, 2027-01-28 10:00) starts when A-2027-001 is not on.',
    ],
    [
      'a programme within its hours',
      program(slotRow(1, '11:30', { Status: 'Spurt' })),
      'P-2027-001 «Innslag 1» (row 2 of Program, 2027-02-04 11:30) starts when A-2027-001 is not on.',
    ],
    ['a link', noLink, 'A-2027-001 «Webinar om tomme lokaler» has no link to register or to take part.'],
    ['an address', { Oppsett: [] }, 'Nobody can answer: the register has no address.'],
  ] as const)('is %s', (_, tabs, message) => {
    expect(faultsOf(tabs)).toEqual([message]);
  });

  it('is told all at once', () => {
    const tabs = {
      ...noLink,
      Oppsett: [],
      Tekster: [],
      ...program(
        slotRow(1, '10:00', { 'Tittel nynorsk': null }),
        slotRow(2, '10:30', { 'Tittel nynorsk': null }),
      ),
    };
    expect(faultsOf(tabs)).toHaveLength(4);
    expect(faultsOf(tabs)[1]).toBe(
      'P-2027-001 «Innslag 1» (row 2 of Program), P-2027-002 «Innslag 2» (row 3 of Program) have no title in nynorsk.',
    );
  });

  it('never lets the title in one standard stand in for the other', () => {
    const tabs = program(slotRow(1, '10:00', { 'Tittel nynorsk': null }));
    expect(faultsOf(tabs, { standard: 'nb' })).toEqual([]);
  });

  it('is less for what is over or called off', () => {
    expect(faultsOf(noLink, { kind: 'followup' })).toEqual([]);
    const tabs = { ...noLink, ...program(slotRow(1, '10:00', { 'Tittel nynorsk': null })) };
    expect(faultsOf(tabs, { kind: 'cancelled' })).toEqual([]);
    expect(faultsOf(tabs, { kind: 'moved' })).toHaveLength(2);
  });
});
