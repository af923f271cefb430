import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailingId, mailingKinds, parseMailingId } from '../../../src/domain/mailing-kind.ts';
import { recipientKey } from '../../../src/domain/recipient-key.ts';
import {
  basisOf,
  basisText,
  calendarState,
  parseBasis,
  sentMailings,
} from '../../../src/papers/announcement/sent.ts';
import { nowAt, type RowInput } from '../../support/build-workbook.ts';
import { eventRow, hash, registerWith, webinarIn, webinarRow } from '../../support/webinars.ts';

const id = 'A-2026-031';
const [start, end] = [nowAt('2026-12-15T10:00'), nowAt('2026-12-15T11:30')];

describe('the ID of a mailing', () => {
  it('is read back as it was made', () => {
    const anyParts = fc.record({
      activity: fc.integer({ min: 1, max: 999 }).map((number) => `A-2026-${String(number).padStart(3, '0')}`),
      kind: fc.constantFrom(...mailingKinds),
      offsetDays: fc.option(fc.integer({ min: 0, max: 365 }), { nil: undefined }),
      revision: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(parseMailingId(mailingId(parts))).toEqual(parts);
      }),
    );
  });

  it.each([
    '',
    'A-2026-031.reminder',
    'A-2026-031.invitation.r1',
    'A-2026-031.reminder-7.r0',
    '../x.moved.r1',
  ])('is none: «%s»', (text) => {
    expect(parseMailingId(text)).toBeUndefined();
  });
});

it('gives an address the same key however it is written, and another in each mailing and workbook', () => {
  const key = recipientKey(hash, 'book', 'A-2026-031.moved.r1', 'Ola@X.no');
  expect(key).toBe(hash('v1|book|A-2026-031.moved.r1|ola@x.no').slice(0, 32));
  expect(recipientKey(hash, 'book', 'A-2026-031.moved.r1', ' ola@x.NO ')).toBe(key);
  expect(recipientKey(hash, 'copy', 'A-2026-031.moved.r1', 'ola@x.no')).not.toBe(key);
  expect(recipientKey(hash, 'book', 'A-2026-031.moved.r2', 'ola@x.no')).not.toBe(key);
});

describe('what a mailing was based on', () => {
  it('is read back as it was written', () => {
    expect(basisText({ start, end })).toBe('2026-12-15T10:00/2026-12-15T11:30');
    expect(parseBasis(basisText({ start, end }))).toEqual({ start, end });
    expect(parseBasis(basisText({ start }))).toEqual({ start, end: undefined });
  });

  it.each(['', '15.12.2026', '2026-12-15', '2026-12-15T10:00/', '2026-02-30T10:00', '2026-12-15T10:00Z'])(
    'is not told by «%s»',
    (text) => {
      expect(parseBasis(text)).toBeUndefined();
    },
  );
});

describe('the calendar of the recipients', () => {
  const state = (ledger: readonly RowInput[], webinar: RowInput = {}): unknown => {
    const register = registerWith({
      Aktiviteter: [webinarRow(id, start, webinar)],
      Utsendelser: ledger,
    });
    return calendarState(webinarIn(register, id), sentMailings(register).get(id) ?? []);
  };
  const sent = (kind: string, sequence: number, gjelder = basisText({ start, end })): RowInput =>
    eventRow(`${id}.${kind}.r1`, 'post@x.example', 'sendt', { gjelder, sekvens: sequence });
  const other = '2026-12-08T10:00/2026-12-08T11:30';

  it.each<readonly [string, readonly RowInput[], RowInput, unknown]>([
    ['nothing was sent', [], {}, { sequence: 0 }],
    ['the same was sent', [sent('announcement', 0)], {}, { sequence: 0, announcedStart: start }],
    [
      'it has moved',
      [sent('announcement', 0, other)],
      {},
      { sequence: 1, announcedStart: '2026-12-08T10:00' },
    ],
    [
      'the move was told',
      [sent('announcement', 0, other), sent('moved', 1)],
      {},
      { sequence: 1, announcedStart: start },
    ],
    [
      'it lasts longer',
      [sent('announcement', 2)],
      { Slutt: '12:00' },
      { sequence: 3, announcedStart: start },
    ],
    ['the end was not told', [sent('announcement', 0, start)], {}, { sequence: 0, announcedStart: start }],
    ['it is off', [sent('announcement', 0)], { Status: 'Avlyst' }, { sequence: 1, announcedStart: start }],
    [
      'that was told',
      [sent('announcement', 0), sent('cancelled', 1)],
      { Status: 'Avlyst' },
      { sequence: 1, announcedStart: start },
    ],
    [
      'it is on again',
      [sent('announcement', 0), sent('cancelled', 1)],
      {},
      { sequence: 2, announcedStart: start },
    ],
    [
      'the ledger does not tell the time',
      [eventRow(`${id}.announcement.r1`, 'post@x.example', 'sendt', { sekvens: 4 })],
      {},
      { sequence: 5, announcedStart: undefined },
    ],
    ['it failed', [{ ...sent('announcement', 3), hendelse: 'feilet' }], {}, { sequence: 0 }],
  ])('when %s', (_, ledger, webinar, expected) => {
    expect(state(ledger, webinar)).toEqual(expected);
  });

  it('counts the basis of a webinar as the cells have it', () => {
    const register = registerWith({ Aktiviteter: [webinarRow(id, start)] });
    expect(basisOf(webinarIn(register, id))).toEqual({ start, end });
  });
});
