/**
 * A year of quarterly meetings, from the plan to the list of decisions, in a file and in a Google Sheet. What people do in
 * between is done as they do it: they type in Word files and Google Docs, in LibreOffice, and in the sheet. Every command is run twice.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { documentType } from '../support/google/model/drive.ts';
import { startMeetingYear, type MeetingYear } from '../support/year-of-meetings.ts';
import { mustRun, PYTHON, ROOT } from './checks/tools.ts';

/** What somebody types in a draft: see checks/type_minutes.py. */
interface Typed {
  readonly present: readonly string[];
  readonly cases: readonly TypedCase[];
  readonly other?: readonly (readonly [text: string, isBold: boolean])[];
}

interface TypedCase {
  readonly title: string;
  readonly note?: string;
  readonly decision?: string;
  readonly style?: 'after' | 'below' | 'own';
  readonly actions?: readonly (readonly string[])[];
}

const typeIn = (draft: string, typed: Typed, saved: string): Promise<string> =>
  mustRun(PYTHON, [
    join(ROOT, 'test/documents/checks/type_minutes.py'),
    ...[draft, JSON.stringify(typed), saved],
  ]);

/** Opens a file in LibreOffice and saves it in another format, in a folder of its own. */
async function saveInOffice(year: MeetingYear, file: string, format: 'odt' | 'docx'): Promise<string> {
  const [profile, out] = ['office', `as-${format}`].map((name) => join(year.folder, name));
  await mustRun('soffice', [
    ...[`-env:UserInstallation=${pathToFileURL(profile ?? '').href}`, '--headless', '--norestore'],
    ...['--convert-to', format, '--outdir', out ?? '', file],
  ]);
  return join(out ?? '', basename(file).replace(/\.\w+$/u, `.${format}`));
}

const names = { anne: 'Anne Aas', bjørn: 'Bjørn Berg', eldbjørg: 'Eldbjørg Eide', finn: 'Finn Flo' } as const;
const [first, second, third, fourth] = [1, 2, 3, 4].map((number) => `A-2027-00${String(number)}`) as [
  ...[string, string, string, string],
];

const caseRow = (
  meeting: string,
  title: string,
  kind: string,
): Readonly<Record<string, string | number>> => ({
  ...{ Møte: meeting, Tittel: title, Type: kind, Status: 'Meldt', 'Meldt av': 'Bylivsenteret' },
  ...{ Sakseier: names.anne, Minutter: 10, Bakgrunn: `Dette gjelder ${title.toLowerCase()}.` },
});

/** The meetings are planned, a poll finds the day of the first, and people write the rest. */
async function plan(year: MeetingYear): Promise<void> {
  year.at('2026-11-02T09:00');
  await year.twice('plan --year 2027 --write');
  expect((await year.rows('activities')).map(({ ID, Part, Status }) => [ID, Part, Status])).toEqual([
    [first, 'Bylivsenteret', 'Idé'],
    [second, 'Distriktssenteret', 'Idé'],
    [third, 'Bylivsenteret', 'Idé'],
    [fourth, 'Distriktssenteret', 'Idé'],
  ]);
  await year.twice(`plan --poll ${first} --write`);
  await year.answer(['passer ikke', 'kan hvis nødvendig', 'passer']);
  await year.twice(`plan --decide ${first} --write`);
  for (const id of [first, second, third, fourth])
    await year.edit('activities', id, {
      Status: 'Planlagt',
      Sted: 'Digitalt (Teams)',
      Ansvarlig: names.anne,
    });
}

/** A week before a meeting: its agenda goes out, with numbers, and the draft of its minutes is made. The path of the draft. */
async function prepare(year: MeetingYear, meeting: string, standard: 'nb' | 'nn'): Promise<string> {
  await year.send(await year.twice(`agenda --meeting ${meeting} --number --mailing`));
  expect(year.mails()).toHaveLength(4);
  const draft = await year.twice(`minutes --meeting ${meeting} --standard ${standard}`);
  return year.path(draft, `.${standard}.docx`);
}

/** The minutes go to all who were called and to those who have got actions, and both parties approve them. */
async function finish(year: MeetingYear, meeting: string, mails: number, approved: string): Promise<void> {
  const dueNow = async (): Promise<readonly string[]> =>
    (await year.list()).filter((line) => line.includes(meeting));
  expect(await dueNow()).toEqual([`due ${meeting} minutes`]);
  const made = await year.twice(`minutes --meeting ${meeting} --final --mailing`);
  await year.send(made);
  expect([meeting, year.mails().length]).toEqual([meeting, mails]);
  const parties = ['bylivsenteret', 'distriktssenteret'];
  expect(await dueNow()).toEqual(parties.map((party) => `due ${meeting} approval ${party}`));
  const [day = '', month = '', y = ''] = approved.split('.');
  year.at(`${y}-${month}-${day}T09:00`);
  await year.edit('activities', meeting, {
    ...{ 'Godkjent av Bylivsenteret': names.anne, 'Godkjent dato Bylivsenteret': approved },
    ...{ 'Godkjent av Distriktssenteret': names.eldbjørg, 'Godkjent dato Distriktssenteret': approved },
  });
  expect(await dueNow()).toEqual([]);
  const approvedMinutes = await year.twice(`minutes --meeting ${meeting} --final`);
  expect(await year.text(approvedMinutes, '-godkjent.nb.txt')).toContain('av Eldbjørg Eide');
}

const short = (row: Readonly<Record<string, string>>, ...headings: readonly string[]): string =>
  headings.map((heading) => row[heading] ?? '').join(' | ');

/** The first meeting: somebody types in Word, in three ways, and under Eventuelt a case of their own. */
async function winter(year: MeetingYear): Promise<void> {
  year.at('2027-03-10T09:00');
  await year.add(
    'cases',
    caseRow(first, 'Felles katalog', 'Vedtak'),
    caseRow(first, 'Tomme lokaler', 'Drøfting'),
    caseRow(first, 'Nytt fra partene', 'Orientering'),
  );
  const draft = await prepare(year, first, 'nb');
  const written = join(year.folder, 'referat-mars.docx');
  await typeIn(
    draft,
    {
      present: [names.anne, names.eldbjørg, names.finn],
      cases: [
        {
          ...{ title: 'Felles katalog', note: 'Begge ser nytten.', decision: 'Vi lager én felles katalog.' },
          actions: [
            ['Lage et utkast til katalogen', names.anne, '15. april 2027'],
            ['Spørre kommunene', names.eldbjørg, 'innen neste møte'],
            ['Finne bilder', 'Finn', '1.5.2027'],
          ],
        },
        { title: 'Tomme lokaler', decision: 'Saken utsettes til neste møte.', style: 'below' },
        { title: 'Nytt fra partene', note: 'Distriktssenteret har fått to nye medarbeidere.' },
      ],
      other: [
        ['Nytt nettsted', true],
        ['Vedtak: Vi lager en felles side.', false],
      ],
    },
    written,
  );
  year.at('2027-03-19T09:00');
  await year.edit('activities', first, { Status: 'Gjennomført' });
  await year.twice(`minutes --meeting ${first} --read ${written} --write`);
  expect((await year.rows('cases')).map((row) => short(row, 'Tittel', 'Status', 'Vedtak', 'Saksnr'))).toEqual(
    [
      'Felles katalog | Behandlet | Vi lager én felles katalog. | Sak 1/27',
      'Tomme lokaler | Utsatt | Saken utsettes til neste møte. | Sak 2/27',
      'Nytt fra partene | Behandlet |  | Sak 3/27',
      'Nytt nettsted | Behandlet | Vi lager en felles side. | Sak 4/27',
    ],
  );
  expect((await year.rows('actions')).map((row) => short(row, 'Tiltak', 'Ansvarlig', 'Fra sak'))).toEqual([
    'Lage et utkast til katalogen | Anne Aas | S-2027-001',
    'Spørre kommunene | Eldbjørg Eide | S-2027-001',
    'Finne bilder | Finn Flo | S-2027-001',
  ]);
  await finish(year, first, 7, '25.03.2027');
}

/** The second: the draft goes through LibreOffice twice, and a case that was put off gets a second treatment. */
async function spring(year: MeetingYear): Promise<void> {
  year.at('2027-06-02T09:00');
  await year.add('cases', caseRow(second, 'BYLIVkonferansen', 'Vedtak'));
  await year.edit('actions', 'T-2027-001', { Status: 'Utført', 'Utført dato': '12.04.2027' });
  const agenda = await year.npm(`agenda --meeting ${second}`);
  const text = await year.text(agenda, '.nb.txt');
  expect(text).toMatch(/godkjent av begge/u);
  expect(text).toContain('Tomme lokaler');
  expect(text).not.toContain('Lage et utkast til katalogen');
  const draft = await prepare(year, second, 'nb');
  const opened = await saveInOffice(year, await saveInOffice(year, draft, 'odt'), 'docx');
  await typeIn(
    opened,
    {
      present: [names.bjørn, names.finn],
      cases: [
        {
          ...{ title: 'Tomme lokaler', decision: 'Vi kartlegger lokalene i tre kommuner', style: 'own' },
          actions: [['Velge kommunene', names.bjørn, '20.08.2027']],
        },
        { title: 'BYLIVkonferansen', note: 'Programmet er nesten klart.', decision: 'Vi holder den i Vang.' },
      ],
    },
    opened,
  );
  const written = await saveInOffice(year, await saveInOffice(year, opened, 'odt'), 'docx');
  year.at('2027-06-11T09:00');
  await year.edit('activities', second, { Status: 'Gjennomført' });
  await year.twice(`minutes --meeting ${second} --read ${written} --write`);
  expect((await year.rows('treatments')).map((row) => short(row, 'Sak', 'Møte', 'Status', 'Vedtak'))).toEqual(
    [`S-2027-002 | ${second} | Behandlet | Vi kartlegger lokalene i tre kommuner`],
  );
  await finish(year, second, 6, '16.06.2027');
}

/** The third: everybody writes straight in the sheet. A decision that is corrected afterwards makes a second version. */
async function autumn(year: MeetingYear): Promise<void> {
  year.at('2027-09-08T09:00');
  await year.add('cases', caseRow(third, 'Webinarer neste år', 'Vedtak'));
  // What a later meeting has settled stays away, whatever the first one did with it.
  await year.edit('actions', 'T-2027-004', { Status: 'Utført', 'Utført dato': '19.08.2027' });
  const agenda = await year.npm(`agenda --meeting ${third}`);
  expect(await year.text(agenda, '.nb.txt')).not.toContain('Tomme lokaler');
  await prepare(year, third, 'nb');
  year.at('2027-09-17T09:00');
  const id = (await year.rows('cases')).find((row) => row['Tittel'] === 'Webinarer neste år')?.['ID'] ?? '';
  await year.edit('activities', third, { Status: 'Gjennomført', 'Til stede': 'Anne Aas, Finn Flo' });
  await year.edit('cases', id, {
    Vedtak: 'Vi holder tre webinarer.',
    Status: 'Behandlet',
    'Behandlet i': third,
  });
  const action = { Tiltak: 'Foreslå tema', Ansvarlig: names.finn, Part: 'Distriktssenteret', Status: 'Åpen' };
  await year.add('actions', { ...action, Frist: '15.10.2027', 'Fra sak': id, 'Fra møte': third });
  await finish(year, third, 5, '20.09.2027');
  year.at('2027-09-22T09:00');
  await year.edit('cases', id, { Vedtak: 'Vi holder fire webinarer.' });
  const again = await year.twice(`minutes --meeting ${third} --final --mailing`);
  expect(await year.text(again, '.nb.txt')).toMatch(/versjon 2/iu);
  await year.send(again);
  expect(year.mails()).toHaveLength(4);
  await year.edit('activities', third, {
    'Godkjent dato Bylivsenteret': '23.09.2027',
    'Godkjent dato Distriktssenteret': '24.09.2027',
  });
}

/** The fourth, in nynorsk: in Google it is a document that people write in together. */
async function lastMeeting(year: MeetingYear): Promise<void> {
  year.at('2027-12-01T09:00');
  await year.add('cases', caseRow(fourth, 'Årsplan', 'Vedtak'));
  const draft = await prepare(year, fourth, 'nn');
  const written = join(year.folder, 'referat-desember.docx');
  const typed = {
    present: [names.bjørn, names.eldbjørg],
    cases: [{ title: 'Årsplan', note: 'Semje om planen.', decision: 'Planen er vedteken.' }],
  };
  await typeIn(draft, typed, written);
  const document = await published(year, written);
  year.at('2027-12-10T09:00');
  await year.edit('activities', fourth, { Status: 'Gjennomført' });
  await year.twice(`minutes --meeting ${fourth} --read ${document ?? written} --write`);
  await finish(year, fourth, 4, '15.12.2027');
}

/** The draft as a Google Doc, in which somebody has written the same; undefined for a register in a file. */
async function published(year: MeetingYear, written: string): Promise<string | undefined> {
  const { google } = year;
  if (google === undefined) return undefined;
  const folder = `https://drive.google.com/drive/folders/${google.drive.addFolder()}`;
  await year.edit('settings', 'Mappe for referat', { Verdi: folder });
  await year.twice(`minutes --meeting ${fourth} --standard nn --publish`);
  const documents = [...google.drive.items.values()].filter(({ mimeType }) => mimeType === documentType);
  expect(documents).toHaveLength(1);
  const [{ id } = { id: '' }] = documents;
  google.drive.type(id, await readFile(written));
  return id;
}

/** What the year has come to. */
async function decided(year: MeetingYear): Promise<void> {
  year.at('2027-12-20T09:00');
  const list = await year.twice('decisions');
  const text = await year.text(list, '.nb.txt');
  for (const decision of [
    'Vi lager én felles katalog.',
    'Vi lager en felles side.',
    'Vi kartlegger lokalene i tre kommuner',
    'Vi holder den i Vang.',
    'Vi holder fire webinarer.',
    'Planen er vedteken.',
  ])
    expect(text.replace(/\s+/gu, ' ')).toContain(decision);
}

test.each(['xlsx', 'google'] as const)(
  'a year of quarterly meetings in %s, each step twice',
  async (kind) => {
    const year = await startMeetingYear(kind);
    try {
      await plan(year);
      await winter(year);
      await spring(year);
      await autumn(year);
      await lastMeeting(year);
      await decided(year);
    } finally {
      await year.close();
    }
  },
  600_000,
);
