/** A year of quarterly meetings, and the agenda of the next of them with the rows that a test adds. */
import { agenda } from '../../src/papers/agenda/agenda.ts';
import { agendaView, type AgendaView } from '../../src/papers/agenda/view.ts';
import type { MeetingRequest } from '../../src/papers/meetings.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { dateCell, nowAt, workbookOf, type RowInput, type TabsInput } from './build-workbook.ts';

export const now = nowAt('2026-11-23T12:00');

export const meeting = (id: string, start: string, more: RowInput = {}): RowInput => ({
  ID: id,
  Type: 'Kvartalsmøte',
  Tittel: `Møte ${start}`,
  Part: 'Bylivsenteret',
  Status: start < '2026-11-23' ? 'Gjennomført' : 'Planlagt',
  Start: dateCell(`${start}T10:00`),
  Slutt: '11:30',
  ...more,
});

export const meetings = [
  meeting('A-2026-001', '2026-03-12'),
  meeting('A-2026-002', '2026-06-11'),
  meeting('A-2026-003', '2026-09-17'),
  meeting('A-2026-004', '2026-12-03'),
  meeting('A-2027-001', '2027-03-11'),
];

export const caseRow = (number: number, more: RowInput = {}): RowInput => ({
  ID: `S-2026-${String(number).padStart(3, '0')}`,
  Tittel: `Sak om ${String(number)}`,
  Type: 'Drøfting',
  ...more,
});

export function registerOf(tabs: TabsInput): ReturnType<typeof readRegister>['register'] {
  return readRegister(workbookOf(tabs), now).register;
}

/** The agenda of the sample meetings with these rows; every view must fit its schema. */
export function agendaOf(tabs: TabsInput, request: MeetingRequest = {}, at = now): AgendaView {
  return agendaView.parse(agenda(registerOf({ Aktiviteter: meetings, ...tabs }), request, at));
}
