import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ledgerEvents } from '../../../src/domain/ledger-event.ts';
import type { LedgerEntry } from '../../../src/delivery/ledger.ts';
import { LedgerState } from '../../../src/delivery/send/recipient-status.ts';

const entry = (event: string, attempt: number): LedgerEntry => ({
  mailing: 'A.r1',
  recipientKey: 'k',
  event,
  attempt,
});

/** What may become of one recipient, as it is written down. */
const courses: readonly (readonly LedgerEntry[])[] = [
  [entry(ledgerEvents.claimed, 1), entry(ledgerEvents.sent, 1)],
  [
    entry(ledgerEvents.claimed, 1),
    entry(ledgerEvents.notSent, 1),
    entry(ledgerEvents.claimed, 2),
    entry(ledgerEvents.sent, 2),
    entry(ledgerEvents.bounced, 2),
  ],
  [
    entry(ledgerEvents.claimed, 1),
    entry(ledgerEvents.unclear, 1),
    // A person has it sent again.
    entry(ledgerEvents.notSent, 2),
    entry(ledgerEvents.claimed, 3),
  ],
  [entry(ledgerEvents.claimed, 1), entry(ledgerEvents.sent, 1), entry(ledgerEvents.optedOut, 1)],
];

it('tells the last event of a recipient in whatever order people have sorted the rows', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...courses)
        .chain((course) =>
          fc.tuple(fc.constant(course), fc.shuffledSubarray([...course], { minLength: course.length })),
        ),
      ([course, sorted]) => {
        expect(new LedgerState('A.r1', sorted).last('k')).toEqual(course.at(-1));
      },
    ),
  );
});
