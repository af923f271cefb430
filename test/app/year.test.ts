/**
 * A year of the cooperation, on both stores. At every step the due list is what a careful secretary would have written;
 * what it advises is done, command by command; then it is empty.
 */
import { expect, it } from 'vitest';
import { isCampaign } from '../support/campaign.ts';
import { slotIds, slotRows, textsOf, webinarRow, yearContent } from '../support/year-content.ts';
import { startYear, type Year } from '../support/year.ts';

/** What the list says at a time, how many mails its advice sends, and that it is empty once that is followed. */
async function step(year: Year, time: string, expected: readonly string[], mails: number): Promise<void> {
  year.at(time);
  expect([time, ...(await year.list())]).toEqual([time, ...expected]);
  await year.follow();
  expect([time, year.mails().length]).toEqual([time, mails]);
  expect([time, ...(await year.list())]).toEqual([time]);
}

const toBoth = (line: (party: string) => string): readonly string[] =>
  ['bylivsenteret', 'distriktssenteret'].map(line);
const digestsDue = (day: string, state = 'due'): readonly string[] =>
  toBoth((party) => `${state} ${party} digest ${day}`);

/** The minutes of each meeting are there within the week. */
const minutesLink = 'https://felles.example/referat';

/** A webinar has been held, and its recording is there. */
const held = (year: Year, id: string): Promise<void> =>
  year.edit('activities', id, {
    Status: 'Gjennomført',
    Opptak: `https://opptak.example/${id.toLowerCase()}`,
  });

/** The first digests, the first meeting with a late case, and a webinar whose link changes. */
async function winter(year: Year): Promise<void> {
  await step(year, '2027-01-11T09:00', digestsDue('first'), 2);
  await step(year, '2027-02-05T09:00', ['due A-2027-001 agenda'], 4);
  await step(year, '2027-02-10T09:00', ['due A-2027-005 announcement'], 6);
  await year.edit('activities', 'A-2027-005', { Påmelding: 'https://pamelding.example/ny' });
  await year.add('cases', {
    ...{ ID: 'S-2027-002', Møte: 'A-2027-001', Tittel: 'En sak til', Type: 'Drøfting', Status: 'Meldt' },
    ...{ 'Meldt av': 'Distriktssenteret', Minutter: 10, Bakgrunn: 'Den kom sent.' },
  });
  await step(
    year,
    '2027-02-12T09:00',
    [
      'outdated A-2027-001 agenda: cases (4)',
      'outdated A-2027-005 correction: registration (6)',
      ...digestsDue('2027-02-10'),
    ],
    12,
  );
  await year.edit('activities', 'A-2027-001', { Status: 'Gjennomført', Referat: minutesLink });
  await step(year, '2027-03-03T09:00', ['due A-2027-005 reminder-7'], 6);
  await step(year, '2027-03-09T09:00', ['due A-2027-005 reminder-1'], 6);
  await held(year, 'A-2027-005');
  await step(year, '2027-03-12T09:00', ['due A-2027-005 followup'], 6);
}

/** A webinar whose announcement nobody made in its week, and that then moves; and a meeting that moves. */
async function spring(year: Year): Promise<void> {
  await step(year, '2027-03-30T09:00', ['overdue A-2027-006 announcement', ...digestsDue('2027-03-14')], 8);
  await year.edit('activities', 'A-2027-006', { Start: '21.04.2027 10:00' });
  await step(
    year,
    '2027-04-01T09:00',
    [
      'outdated A-2027-006 moved: time (6)',
      ...toBoth((party) => `outdated A-2027-006 digest ${party}: time`),
    ],
    8,
  );
  await step(year, '2027-04-14T09:00', ['due A-2027-006 reminder-7'], 6);
  await step(year, '2027-04-20T09:00', ['due A-2027-006 reminder-1'], 6);
  await held(year, 'A-2027-006');
  await step(year, '2027-04-23T09:00', ['due A-2027-006 followup'], 6);
  await step(year, '2027-05-06T09:00', [...digestsDue('2027-05-01'), 'due A-2027-002 agenda'], 6);
  await year.edit('activities', 'A-2027-002', { Start: '27.05.2027 10:00' });
  await step(
    year,
    '2027-05-12T09:00',
    ['outdated A-2027-002 agenda: time (4)', 'due A-2027-007 announcement'],
    10,
  );
}

/** A webinar that is cancelled after its announcement, and one that is entered late. */
async function earlySummer(year: Year): Promise<void> {
  await year.edit('activities', 'A-2027-007', { Status: 'Avlyst' });
  await step(year, '2027-05-20T09:00', ['outdated A-2027-007 cancelled: state (6)'], 6);
  await year.edit('activities', 'A-2027-002', { Status: 'Gjennomført', Referat: minutesLink });
  await year.add('activities', webinarRow('A-2027-008', 'Åpne plasser', '11.06.2027'));
  await year.add('texts', ...textsOf('A-2027-008', 'Åpne plasser', 7));
  await step(
    year,
    '2027-06-01T09:00',
    [...toBoth((party) => `outdated A-2027-007 digest ${party}: state`), 'overdue A-2027-008 announcement'],
    8,
  );
  await step(year, '2027-06-04T09:00', ['due A-2027-008 reminder-7'], 6);
  await step(year, '2027-06-10T09:00', ['due A-2027-008 reminder-1'], 6);
  await held(year, 'A-2027-008');
  await step(year, '2027-06-14T09:00', ['due A-2027-008 followup'], 6);
}

/** The conference: twelve speakers are asked and confirmed, a version is released, and six slots change. */
async function conference(year: Year): Promise<void> {
  await year.add('slots', ...slotRows);
  await step(
    year,
    '2027-06-15T09:00',
    slotIds.map((id) => `due ${id} asked`),
    12,
  );
  for (const id of slotIds) await year.edit('slots', id, { Status: 'Bekreftet' });
  await step(
    year,
    '2027-08-16T09:00',
    [...digestsDue('2027-07-31', 'overdue'), ...slotIds.map((id) => `due ${id} confirmed`)],
    14,
  );
  await year.npm('programme', '--activity', 'A-2027-010', '--release');
  await step(year, '2027-08-17T09:00', [], 0);
  await step(year, '2027-09-02T09:00', ['due A-2027-003 agenda'], 4);
  await year.edit('slots', 'P-2027-001', { Start: '14.10.2027 15:15', Slutt: '14.10.2027 16:00' });
  await year.edit('slots', 'P-2027-002', { Start: '14.10.2027 15:00', Slutt: '14.10.2027 15:45' });
  await year.edit('slots', 'P-2027-003', { Tittel: 'Nytt navn' });
  await year.edit('slots', 'P-2027-004', { Status: 'Avslått' });
  await year.edit('slots', 'P-2027-005', { Rom: 'Scenen' });
  await year.edit('slots', 'P-2027-006', { Organisasjon: 'Lom kommune' });
  await step(
    year,
    '2027-09-06T09:00',
    [
      'outdated A-2027-010 programme: time, time, state, title, organisation, room',
      'outdated P-2027-001 changed: time (1)',
      'outdated P-2027-002 changed: time (1)',
      'outdated P-2027-003 changed: title (1)',
      'outdated P-2027-004 withdrawn: state (1)',
      'outdated P-2027-005 changed: room (1)',
    ],
    5,
  );
}

/** A meeting is cancelled, the conference and the last meeting are held. */
async function autumn(year: Year): Promise<void> {
  await year.edit('activities', 'A-2027-003', { Status: 'Avlyst' });
  await step(year, '2027-09-08T09:00', ['outdated A-2027-003 cancellation: state (4)'], 4);
  await year.edit('activities', 'A-2027-010', { Status: 'Gjennomført' });
  await step(
    year,
    '2027-10-18T09:00',
    [
      'overdue distriktssenteret digest 2027-10-15',
      ...slotIds.filter((id) => id !== 'P-2027-004').map((id) => `due ${id} thanks`),
    ],
    12,
  );
  await step(year, '2027-11-12T09:00', ['due A-2027-004 agenda'], 4);
  await year.edit('activities', 'A-2027-004', { Status: 'Gjennomført', Referat: minutesLink });
  await step(year, '2027-12-20T09:00', [], 0);
}

/** A file with `npm test`, a Google Sheet in a campaign. */
const kind = isCampaign ? 'google' : 'xlsx';

it(`a year in a register in ${kind} is watched from its first day to its last`, async () => {
  const year = await startYear(kind, yearContent);
  try {
    await winter(year);
    await spring(year);
    await earlySummer(year);
    await conference(year);
    await autumn(year);
  } finally {
    await year.close();
  }
}, 1_200_000);
