import { expect, it } from 'vitest';
import { askedMeeting } from '../../../src/app/plan/asked-meeting.ts';
import { meeting, now, registerOf } from '../../support/meetings.ts';

const held = meeting('A-2026-003', '2026-09-17');
const idea = (id: string, start: string) => meeting(id, start, { Status: 'Idé' });
const ideas = [idea('A-2027-002', '2027-06-10'), idea('A-2027-001', '2027-03-11')];

it.each([
  ['the next idea where none is planned', [held, ...ideas], 'A-2027-001'],
  ['the next that is planned', [held, ...ideas, meeting('A-2027-003', '2027-09-16')], 'A-2027-003'],
])('«next» is %s', (_what, Aktiviteter, id) => {
  expect(askedMeeting(registerOf({ Aktiviteter }), 'next', now).id).toBe(id);
});

it('«next» is refused where nothing is to come', () => {
  const register = registerOf({ Aktiviteter: [held] });
  expect(() => askedMeeting(register, 'next', now)).toThrow('None is coming.');
});
