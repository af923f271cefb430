import { expect, it } from 'vitest';
import {
  isAfter,
  isReceiptOfWriting,
  ledgerEvents,
  mayBeKnown,
  mayHaveArrived,
} from '../../src/domain/ledger-event.ts';

it('says of what was only written neither that it arrived nor that nobody can have it', () => {
  expect([mayHaveArrived(' Skrevet'), mayBeKnown(' Skrevet')]).toEqual([false, true]);
  expect([mayHaveArrived('sendt'), mayBeKnown('sendt')]).toEqual([true, true]);
  expect(mayBeKnown(ledgerEvents.notSent)).toBe(false);
});

it.each([
  [ledgerEvents.sent, ledgerEvents.written],
  [ledgerEvents.written, ledgerEvents.claimed],
  [ledgerEvents.bounced, ledgerEvents.written],
])('%s comes after %s within one attempt', (later, earlier) => {
  expect(isAfter({ event: later, attempt: 1 }, { event: earlier, attempt: 1 })).toBe(true);
  expect(isAfter({ event: earlier, attempt: 1 }, { event: later, attempt: 1 })).toBe(false);
});

it.each([
  [`${'0a'.repeat(16)}.eml`, true],
  ['utkast i Gmail r-77', true],
  ['Gmail 18c0', false],
  ['250 2.0.0 queued as abc.eml', false],
  ['', false],
])('the receipt «%s» is that of a file or a draft: %s', (receipt, is) => {
  expect(isReceiptOfWriting(receipt)).toBe(is);
});
