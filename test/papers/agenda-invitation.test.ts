import { describe, expect, it } from 'vitest';
import { invitation, type Invitation } from '../../src/papers/agenda/invitation.ts';
import type { RowInput, TabsInput } from '../support/build-workbook.ts';
import { meeting, registerOf } from '../support/meetings.ts';

const contact = (number: number, party: string, email?: string): RowInput => ({
  ID: `K-2026-00${String(number)}`,
  Navn: `Rolle ${String(number)}`,
  Part: party,
  Skriftspråk: 'bokmål',
  Lister: 'kvartalsmøte',
  ...(email === undefined ? {} : { 'E-post': email }),
});

const both = [
  contact(1, 'Distriktssenteret', 'ds@x.example'),
  contact(2, 'Bylivsenteret', 'nal@x.example'),
  contact(3, 'Bylivsenteret'),
];

function invitationOf(Status: string, tabs: TabsInput = { Kontakter: both }): Invitation {
  const register = registerOf({ Aktiviteter: [meeting('A-2026-004', '2026-12-03', { Status })], ...tabs });
  return invitation(register, register.activities[0] ?? expect.unreachable());
}

describe('the invitation to a quarterly meeting', () => {
  it.each([
    ['Planlagt', 'REQUEST', 'TENTATIVE', 0],
    ['Bekreftet', 'REQUEST', 'CONFIRMED', 0],
    ['Pågår', 'REQUEST', 'CONFIRMED', 0],
    ['Gjennomført', 'REQUEST', 'CONFIRMED', 0],
    ['Avlyst', 'CANCEL', 'CANCELLED', 1],
  ])('%s: follows the register', (status, method, shown, sequence) => {
    const uid = 'a-2026-004@felles.invalid';
    expect(invitationOf(status)).toMatchObject({ uid, method, status: shown, sequence });
  });

  it('comes from the first of the host’s people with an address, and goes to all others who have one', () => {
    expect(invitationOf('Bekreftet')).toMatchObject({
      organizer: { email: 'nal@x.example' },
      attendees: [{ email: 'ds@x.example' }],
    });
  });

  it.each([
    ['nobody has an address', { Kontakter: [contact(1, 'Bylivsenteret')] }],
    ['nobody else is called', { Kontakter: [contact(1, 'Bylivsenteret', 'nal@x.example')] }],
    [
      'only the organiser is called',
      {
        Kontakter: [contact(1, 'Bylivsenteret', 'nal@x.example')],
        Oppsett: [{ Nøkkel: 'Innkalling fra, e-post', Verdi: 'nal@x.example' }],
      },
    ],
  ])('asks nobody when %s', (_, tabs) => {
    expect(invitationOf('Bekreftet', tabs)).toMatchObject({ method: undefined, status: 'CONFIRMED' });
    expect(invitationOf('Avlyst', tabs)).toMatchObject({ method: undefined, status: 'CANCELLED' });
  });

  it.each([
    ['nothing was mailed', [], 0, 1],
    ['it stands where it did', [['sendt', 0]], 0, 1],
    ['it has moved since', [['sendt', 0, '2026-12-01T10:00/2026-12-01T11:30']], 1, 1],
    ['it ends later now', [['sendt', 0, '2026-12-03T10:00/2026-12-03T11:00']], 1, 1],
    [
      'the second mail told of the move',
      [
        ['sendt', 0, '2026-12-01T10:00'],
        ['sendt', 1],
      ],
      1,
      2,
    ],
    [
      'the second mail was refused',
      [
        ['sendt', 0],
        ['feilet', 1, '2026-12-01T10:00'],
      ],
      0,
      1,
    ],
    ['the ledger does not tell the time', [['sendt', 2, '']], 2, 3],
  ] as const)('has the number of its event when %s', (_, mailed, sequence, cancelled) => {
    const Utsendelser = mailed.map(
      ([hendelse, sekvens, gjelder = '2026-12-03T10:00/2026-12-03T11:30'], index) => ({
        rk: String(index).padStart(32, '0'),
        sendId: `A-2026-004.agenda.r${String(sekvens + 1)}`,
        ...{ hendelse, sekvens, gjelder },
      }),
    );
    const tabs = { Kontakter: both, Utsendelser };
    expect(invitationOf('Bekreftet', tabs).sequence).toBe(sequence);
    expect(invitationOf('Avlyst', tabs).sequence).toBe(cancelled);
  });
});
