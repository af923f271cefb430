/** What a send writes down is the same whatever is spoken; what it says is not. */
import { expect, it } from 'vitest';
import { lookInto } from '../../../src/delivery/journal/journal.ts';
import { afterRelease, beforeRelease } from '../../../src/delivery/outboxes/smtp-faults.ts';
import { JournalState } from '../../../src/delivery/send/journal-state.ts';
import { statusHere } from '../../../src/delivery/send/recipient-status.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { msg } from '../../../src/domain/msg.ts';
import { gmailOutbox } from '../../../src/delivery/outboxes/gmail.ts';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { speaking } from '../../support/speaking.ts';
import { addressOf, JOURNAL, keyOf, Machine, planOf, send, World } from './world.ts';

const reply = (responseCode: number): object => ({ responseCode, code: 'EENVELOPE', command: 'RCPT TO' });

/** Three answers of a mail server, each in the language of the moment. */
function answers(address: string): Delivery | undefined {
  if (address === addressOf(0)) return afterRelease(reply(550));
  if (address === addressOf(1)) return afterRelease(new Error('broken'));
  return address === addressOf(2) ? beforeRelease({ originalCode: 'CERT_HAS_EXPIRED' }) : undefined;
}

async function run(): Promise<{
  readonly written: readonly unknown[];
  readonly ledger: readonly unknown[];
  readonly said: readonly unknown[];
}> {
  const [world, machine] = [new World(), new Machine('a')];
  const { stopped } = await send(world, machine, { plan: planOf(4), answers });
  const { records = [] } = (await lookInto(JOURNAL, machine.disk)) ?? {};
  const state = new JournalState(records);
  const reasons = [0, 1, 2].map((index) => {
    const known = state.of(keyOf(index));
    const status = known === undefined ? undefined : statusHere(known);
    return status !== undefined && 'reason' in status ? status.reason : undefined;
  });
  return {
    written: records.flatMap((one) => ('reason' in one ? [one.reason] : [])),
    ledger: world.entries.map(({ event, error }) => [event, error]),
    said: [...reasons, stopped],
  };
}

it('keeps why a message did not go in English, and says it in the language that is spoken', async () => {
  const english = await run();
  expect(english.written).toEqual([
    'refused with 550',
    'the connection broke before the answer came',
    'the certificate of the mail server is not trusted (CERT_HAS_EXPIRED)',
  ]);
  const nb = await speaking('nb', run);
  expect(nb.written).toEqual(english.written);
  expect(nb.ledger).toEqual(english.ledger);
  expect(nb.said).toEqual([
    'avvist med 550',
    'forbindelsen ble brutt før svaret kom',
    'sertifikatet til e-posttjeneren er ikke til å stole på (CERT_HAS_EXPIRED)',
    'sertifikatet til e-posttjeneren er ikke til å stole på (CERT_HAS_EXPIRED). Ingenting sendes til den. Kontroller at sertifikatet gjelder navnet i SMTP_URL.',
  ]);
  const nn = await speaking('nn', run);
  expect(nn.written).toEqual(english.written);
  expect(nn.said[0]).toBe('avvist med 550');
  expect(nn.said[1]).toBe('tilkoplinga vart broten før svaret kom');
});

it('keeps in English what Google says too', async () => {
  const [world, machine] = [new World(), new Machine('a')];
  await speaking('nb', async () => {
    const outbox = gmailOutbox('gmail', () =>
      Promise.reject(new UserError(msg`The sender of the mailing is not set.`, msg`Leave them out.`)),
    );
    const [message] = [await planOf(1).compose({ key: keyOf(0), address: addressOf(0), standard: 'nb' }, '')];
    const came = await outbox.deliver(message, () => Promise.resolve());
    expect(came).toMatchObject({ reason: 'Avsenderen av utsendelsen er ikke satt' });
    await send(world, machine, { plan: planOf(1), answers: () => came });
  });
  const { records = [] } = (await lookInto(JOURNAL, machine.disk)) ?? {};
  expect(records.find((one) => 'reason' in one)).toMatchObject({
    reason: 'The sender of the mailing is not set',
  });
});
