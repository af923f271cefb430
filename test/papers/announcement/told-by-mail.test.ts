import { expect, it } from 'vitest';
import { suppressedByMail } from '../../../src/papers/announcement/suppressed.ts';
import type { LedgerEvent } from '../../../src/register/tabs/ledger.ts';

const keyOf = (mailing: string, address: string): string => `${mailing}/${address}`;
const at = (event: string, error?: string, mailing = 'A', attempt?: number): LedgerEvent => ({
  at: { tab: 'Utsendelser', row: 2, hidden: false },
  recipientKey: keyOf(mailing, 'post@x.no'),
  mailing,
  event,
  error,
  attempt,
});
const cause = (...ledger: readonly LedgerEvent[]): string | undefined =>
  suppressedByMail(ledger, keyOf)('post@x.no')?.code;

it.each([
  ['nothing', [], undefined],
  ['that it was sent', [at('sendt')], undefined],
  ['that there is no such address', [at('i retur', '5.1.1 adressen finnes ikke')], 'came-back'],
  ['that in the words of the server alone', [at('I retur', '5.0.0 adressen finnes ikke')], 'came-back'],
  ['that there is no such domain', [at('i retur', '5.4.4 domenet finnes ikke')], 'came-back'],
  [
    'that the post box is closed, perhaps for a while',
    [at('i retur', '5.2.1 postkassen er stengt')],
    undefined,
  ],
  ['that too much came at once', [at('i retur', '5.1.1 for mange meldinger på kort tid')], undefined],
  ['that the post box was full', [at('i retur', '5.2.2 postkassen er full')], undefined],
  ['that the server did not answer', [at('i retur', '4.4.7 tjeneren svarte ikke')], undefined],
  ['that it was the sender who was no good', [at('i retur', '5.1.0 avsenderen vår ble avvist')], undefined],
  ['that the recipient asks for no more', [at('sendt'), at('avmeldt')], 'unsubscribed'],
  [
    'that in one mailing, and of another that it was sent',
    [at('avmeldt'), at('sendt', undefined, 'B')],
    'unsubscribed',
  ],
  [
    'that a person sent it all the same',
    [at('i retur', '5.1.1', 'A', 1), at('sendt', undefined, 'A', 2)],
    undefined,
  ],
])('a ledger that says %s', (_, ledger, expected) => {
  expect(cause(...ledger)).toBe(expected);
  expect(suppressedByMail(ledger, keyOf)('new@x.no')).toBeUndefined();
});
