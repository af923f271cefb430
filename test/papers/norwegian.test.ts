import { afterEach, describe, expect, it } from 'vitest';
import { sentencesIn } from '../../src/app/cli/speech.ts';
import { speak } from '../../src/domain/msg.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { norwegianStandards } from '../../src/domain/written-standard.ts';
import { requestedCounty } from '../../src/papers/county/county.ts';
import { requestedMeeting, type MeetingRequest } from '../../src/papers/meetings.ts';
import { finalMinutes } from '../../src/papers/minutes/final.ts';
import { activityNamed } from '../../src/papers/named-row.ts';
import { requestedActivity } from '../../src/papers/programme/request.ts';
import { releaseChanges, releaseOf } from '../../src/papers/programme/release.ts';
import { programme } from '../../src/papers/programme/programme.ts';
import { requireSharing } from '../../src/papers/sharing.ts';
import { dateCell, type RowInput } from '../support/build-workbook.ts';
import { caseRow, meeting, meetings, now, registerOf } from '../support/meetings.ts';

const rows = [
  ...meetings,
  meeting('A-2027-002', '2027-06-10', { Status: 'Avlyst' }),
  meeting('A-2027-003', '2027-09-16', { Status: 'Idé' }),
  meeting('A-2027-004', '2027-09-17', { Tittel: 'Møte 2026-12-03' }),
];
const register = registerOf({ Aktiviteter: rows, Saker: [caseRow(1)] });
const unread = registerOf({
  Aktiviteter: [...meetings, meeting('A-2027-002', '2027-06-10', { Start: 'snart' })],
  Saker: [caseRow(1, { Type: 'Tull' })],
});

const asked = (request: MeetingRequest, from = register): unknown => requestedMeeting(from, request, now);

const slot = (number: number): RowInput => ({
  ID: `P-2027-00${String(number)}`,
  Aktivitet: 'A-2026-004',
  Start: dateCell('2026-12-03T10:00'),
  Slutt: dateCell('2026-12-03T11:00'),
  Tittel: `Innlegg ${String(number)}`,
  Rom: 'Storsalen',
  Status: 'Bekreftet',
});
const clashing = registerOf({ Aktiviteter: meetings, Program: [slot(1), slot(2)], Tekster: [] });
const release = (allowed: readonly string[]): unknown =>
  releaseOf(clashing, programme(clashing, 'A-2026-004', now), now, allowed);

/** What cannot be done, each in its own way. */
const refused: readonly (() => unknown)[] = [
  () => asked({ meeting: 'A-2027-002' }),
  () => asked({ meeting: 'A-2027-003' }),
  () => asked({ meeting: 'A-2030-001' }),
  () => asked({ quarter: { year: 2030, number: 1 } }),
  () =>
    asked(
      { quarter: { year: 2027, number: 3 } },
      registerOf({ Aktiviteter: [...rows, meeting('A-2027-009', '2027-09-20')] }),
    ),
  () => asked({}, unread),
  () => asked({}, registerOf({ Aktiviteter: [] })),
  () => asked({}, registerOf({ Saker: [] })),
  () => activityNamed('Møte 2026-12-03', register, register.activities, now),
  () => activityNamed('Møtet', register, register.activities, now),
  () => activityNamed('next', unread, unread.activities, now),
  () => activityNamed('last', registerOf({ Aktiviteter: [] }), [], now),
  () => finalMinutes(register, requestedMeeting(register, { meeting: 'A-2026-004' }, now), now),
  () => finalMinutes(register, requestedMeeting(register, { meeting: 'A-2026-003' }, now), now),
  () => finalMinutes(unread, requestedMeeting(unread, { meeting: 'A-2026-003' }, now), now),
  () => requestedCounty('Oppland'),
  () => requestedCounty('Vestlan'),
  () => requestedActivity(register, undefined, now),
  () => requestedActivity(register, 'A-2026-004', now),
  () => release([]),
  () => release(['room:P-1+P-2']),
  () => releaseChanges(clashing, []),
  () => {
    requireSharing({
      ...register,
      tabs: {
        ...register.tabs,
        activities: register.tabs.activities && { ...register.tabs.activities, headings: {} },
      },
    });
  },
];

function saidBy(task: () => unknown): string {
  try {
    task();
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n  ${error.advice}`;
    throw error;
  }
  return 'nothing was said';
}

describe.each(norwegianStandards)('what papers refuse, in %s', (standard) => {
  afterEach(() => {
    speak();
  });

  it('is said with what to do instead', async () => {
    const sentences = sentencesIn(standard);
    speak((key) => sentences.get(key), standard);
    const said = refused.map(saidBy).join('\n').replaceAll('\u00A0', ' ');
    expect(said).not.toContain('nothing was said');
    await expect(said).toMatchFileSnapshot(`../golden/said/papers.${standard}.txt`);
  });
});
