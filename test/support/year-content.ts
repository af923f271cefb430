/** The register of a year's story: four meetings, a series of webinars, a conference, and those who are told of it. */
import { settingRows } from '../../src/register/data/setting-rows.ts';
import type { NewRow, WorkbookContent } from '../../src/register/setup.ts';

const values: Readonly<Record<string, string>> = {
  'Avsender, e-post': 'samarbeid@felles.example',
  'Svar til, e-post': 'svar@felles.example',
  'Innkalling fra, e-post': 'samarbeid@felles.example',
  'Språkvedtak sist kontrollert': '04.01.2027',
  'Bylivsenteret, personvernerklæring': 'https://bylivsenteret.example/personvern',
  'Distriktssenteret, personvernerklæring': 'https://distriktssenteret.example/personvern',
};

const settings = settingRows().map((row): NewRow => {
  const name = row['Nøkkel'];
  const value = typeof name === 'string' ? values[name] : undefined;
  return value === undefined ? row : { ...row, Verdi: value };
});

/** Six municipalities of centrality 5 and 6, two of them with nynorsk. */
const recipients: readonly NewRow[] = [
  ['4640', 'Sogndal', 'Vestland', 'nynorsk'],
  ['4634', 'Masfjorden', 'Vestland', 'nynorsk'],
  ['3454', 'Vang', 'Innlandet', 'nøytral'],
  ['3428', 'Alvdal', 'Innlandet', 'nøytral'],
  ['5026', 'Holtålen', 'Trøndelag', 'bokmål'],
  ['1853', 'Evenes', 'Nordland', 'nøytral'],
].map(([Nummer = '', Navn = '', Fylke = '', Skriftspråk = '']) => ({
  ...{ Nummer, Navn, Type: 'kommune', Fylke, Skriftspråk, Sentralitet: 6 },
  'E-post': `post@${Nummer}.kommune.example`,
}));

const contacts: readonly NewRow[] = [
  ['K-2027-001', 'Anne Aas', 'Bylivsenteret', 'bokmål', 'kvartalsmøte, orientering'],
  ['K-2027-002', 'Bjørn Berg', 'Bylivsenteret', 'bokmål', 'kvartalsmøte'],
  ['K-2027-003', 'Eldbjørg Eide', 'Distriktssenteret', 'nynorsk', 'kvartalsmøte, orientering'],
  ['K-2027-004', 'Finn Flo', 'Distriktssenteret', 'nynorsk', 'kvartalsmøte'],
].map(([ID = '', Navn = '', Part = '', Skriftspråk = '', Lister = '']) => ({
  ...{ ID, Navn, Organisasjon: Part, Part, Skriftspråk, Lister },
  'E-post': `${ID.toLowerCase()}@felles.example`,
}));

const meeting = (ID: string, quarter: number, day: string, Part: string): NewRow => ({
  ...{ ID, Type: 'Kvartalsmøte', Tittel: `Kvartalsmøte ${String(quarter)} 2027`, Part, Status: 'Planlagt' },
  ...{ Start: `${day} 10:00`, Slutt: '11:30', Sted: 'Digitalt (Teams)' },
  Lenke: `https://teams.example/kvartal-${String(quarter)}`,
});

const webinar = (ID: string, title: string, day: string): NewRow => ({
  ...{ ID, Type: 'Webinar', Tittel: title, Part: 'Felles', Status: 'Bekreftet', Serie: 'Små steder' },
  ...{ Start: `${day} 10:00`, Slutt: '11:30', Sted: 'Digitalt (Teams)' },
  Påmelding: `https://pamelding.example/${ID.toLowerCase()}`,
});

/** The two texts of a webinar, approved before the year begins. */
export const textsOf = (activity: string, title: string, number: number): readonly NewRow[] =>
  (['bokmål', 'nynorsk'] as const).map((Skriftspråk, index) => ({
    ID: `B-2027-${String(number + index).padStart(3, '0')}`,
    ...{ Aktivitet: activity, Skriftspråk, Tittel: `${title}${index === 0 ? '' : ' (nynorsk)'}` },
    Ingress: index === 0 ? 'Vi forteller hvordan.' : 'Vi fortel korleis.',
    Brødtekst: index === 0 ? 'Tre kommuner viser hva de har gjort.' : 'Tre kommunar viser kva dei har gjort.',
    Utbytte: index === 0 ? 'Du får tre råd.' : 'Du får tre råd.',
    ...{ 'Godkjent av': 'Anne Aas', 'Godkjent dato': '04.01.2027' },
  }));

export const webinarRow = webinar;

const titles = ['Folk i sentrum', 'Tomme lokaler', 'Møteplasser'] as const;

export const slotIds = Array.from(
  { length: 12 },
  (_, index) => `P-2027-${String(index + 1).padStart(3, '0')}`,
);

/** The twelve slots of the conference, which are entered in June. */
export const slotRows: readonly NewRow[] = slotIds.map((ID, index) => {
  const hour = 9 + Math.floor(index / 2);
  const at = (minutes: string): string => `14.10.2027 ${String(hour).padStart(2, '0')}:${minutes}`;
  return {
    ...{ ID, Aktivitet: 'A-2027-010', Start: at('00'), Slutt: at('45') },
    Rom: index % 2 === 0 ? 'Storsalen' : 'Lillesalen',
    ...{ Tittel: `Innlegg ${String(index + 1)}`, 'Tittel nynorsk': `Innlegg ${String(index + 1)}` },
    ...{ Innleder: `Innleder ${String(index + 1)}`, Organisasjon: 'Vang kommune', Status: 'Ønsket' },
    Kontakt: `innleder${String(index + 1)}@vang.example`,
  };
});

export const yearContent: WorkbookContent = {
  settings,
  recipients,
  contacts,
  activities: [
    meeting('A-2027-001', 1, '18.02.2027', 'Bylivsenteret'),
    meeting('A-2027-002', 2, '20.05.2027', 'Distriktssenteret'),
    meeting('A-2027-003', 3, '16.09.2027', 'Bylivsenteret'),
    meeting('A-2027-004', 4, '25.11.2027', 'Distriktssenteret'),
    webinar('A-2027-005', titles[0], '10.03.2027'),
    webinar('A-2027-006', titles[1], '14.04.2027'),
    webinar('A-2027-007', titles[2], '09.06.2027'),
    {
      ...{ ID: 'A-2027-010', Type: 'Konferanse', Tittel: 'BYLIVkonferansen 2027', Part: 'Bylivsenteret' },
      ...{ Status: 'Planlagt', Start: '14.10.2027 09:00', Slutt: '16:00', Sted: 'Fagernes' },
    },
  ],
  texts: titles.flatMap((title, index) => textsOf(`A-2027-00${String(index + 5)}`, title, index * 2 + 1)),
  cases: [
    {
      ...{ ID: 'S-2027-001', Møte: 'A-2027-001', Tittel: 'Felles katalog', Type: 'Vedtak' },
      ...{ 'Meldt av': 'Bylivsenteret', Minutter: 15, Status: 'Meldt', Bakgrunn: 'Vi trenger én katalog.' },
    },
  ],
};
