import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMbox, splitMbox } from '../../../src/delivery/bounces/mbox.ts';
import { readReturnedMail } from '../../../src/delivery/bounces/returned-mail.ts';
import { parseDeliveryStatus } from '../../../src/delivery/bounces/status.ts';

const folder = join(import.meta.dirname, '../../fixtures/bounces');
const fixture = (name: string): Promise<Buffer> => readFile(join(folder, name));
const key = (digit: number): string => String(digit).padStart(32, '0');

describe('mail that comes back', () => {
  it.each([
    [
      'postfix-failed.eml',
      key(1),
      { action: 'failed', status: '5.1.1', address: 'postmottak@sokndal.kommune.example' },
    ],
    [
      'exchange-full.eml',
      key(2),
      { action: 'failed', status: '5.2.2', address: 'postmottak@lund.kommune.example' },
    ],
    [
      'gmail-failed.eml',
      undefined,
      { action: 'failed', status: '5.1.1', address: 'postmottak@hjelmeland.kommune.example' },
    ],
    [
      'delayed.eml',
      key(4),
      { action: 'delayed', status: '4.4.1', address: 'postmottak@suldal.kommune.example' },
    ],
  ])('%s', async (name, of, status) => {
    expect(await readReturnedMail(await fixture(name))).toEqual({
      is: 'report',
      key: of,
      statuses: [status],
    });
  });

  it('is an opt-out with the subject that the button gives it or the word that was asked for, and by nothing else', async () => {
    expect(await readReturnedMail(await fixture('opt-out.eml'))).toEqual({
      is: 'optOut',
      address: 'Postmottak@sauda.kommune.example',
    });
    expect(await readReturnedMail(await fixture('out-of-office.eml'))).toEqual({ is: 'other' });
    const asked = (await fixture('opt-out.eml')).toString().replace('Avmelding', 'Sv: Avmelding?');
    expect(await readReturnedMail(Buffer.from(asked))).toEqual({ is: 'other' });
    const answer = `${asked}\r\nAvmelding\r\n\r\n> Hei, her er webinaret\r\n`;
    expect((await readReturnedMail(Buffer.from(answer))).is).toBe('optOut');
    const inWords = `${asked}\r\nHvordan virker avmelding?\r\n`;
    expect((await readReturnedMail(Buffer.from(inWords))).is).toBe('other');
  });

  it('is read or is something else, whatever is in it', async () => {
    const whole = await fixture('postfix-failed.eml');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 12 }), async (at, bytes) => {
        const changed = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]);
        expect(['report', 'optOut', 'other']).toContain((await readReturnedMail(changed)).is);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a delivery status', () => {
  const of = (more: string): readonly unknown[] =>
    parseDeliveryStatus(`Reporting-MTA: dns; x\n\n${more}`).map(({ address }) => address);

  it('has a block for each recipient', () => {
    const text = [1, 2]
      .map((n) => `Final-Recipient: rfc822; a${String(n)}@x.no\nAction: failed\nStatus: 5.0.0`)
      .join('\n\n');
    expect(of(text)).toEqual(['a1@x.no', 'a2@x.no']);
  });

  it.each([
    [
      'the address that was written before the one it was forwarded to',
      'Original-Recipient: rfc822; a@x.no\nFinal-Recipient: rfc822; b@y.no',
      'a@x.no',
    ],
    ['an address in angles', 'Final-Recipient: rfc822; <a@x.no>', 'a@x.no'],
    ['an address over two lines', 'Final-Recipient: rfc822;\n a@x.no', 'a@x.no'],
    ['an address of another kind', 'Final-Recipient: x400; /c=no/', undefined],
    ['more than one address', 'Final-Recipient: rfc822; a@x.no b@y.no', undefined],
  ])('tells %s', (_, field, address) => {
    expect(of(`${field}\nAction: failed\nStatus: 5.1.1`)).toEqual([address]);
  });

  it('without a status or an action tells nothing', () => {
    expect(of('Final-Recipient: rfc822; a@x.no\nAction: failed')).toEqual([]);
    expect(of('Final-Recipient: rfc822; a@x.no\nStatus: 5.1.1')).toEqual([]);
  });
});

describe('a mailbox in one file', () => {
  const one = 'From - Tue Nov 24 09:00:00 2026\nSubject: a\n\nHei\n>From here\n>>From there\n\n';
  it('has its messages, and their lines as they were', () => {
    const box = Buffer.from(`${one}From x@y.no Tue Nov 24 09:00:01 2026\nSubject: b\n\nFrom within\n`);
    expect(isMbox(box)).toBe(true);
    const texts = splitMbox(box).map((message) => message.toString());
    expect(texts).toHaveLength(3);
    expect(texts[0]).toBe('Subject: a\n\nHei\nFrom here\n>From there\n\n');
    expect(texts[1]).toBe('Subject: b\n\n');
  });

  it('is no message, and a message is none', async () => {
    expect(isMbox(await fixture('opt-out.eml'))).toBe(false);
    expect(splitMbox(Buffer.from(''))).toEqual([]);
  });

  it('gives back what was put in', async () => {
    const names = ['postfix-failed.eml', 'delayed.eml', 'opt-out.eml'];
    const mails = await Promise.all(names.map(fixture));
    const box = Buffer.concat(
      mails.flatMap((mail) => [
        Buffer.from('From MAILER-DAEMON Tue Nov 24 09:00:00 2026\n'),
        mail,
        Buffer.from('\n'),
      ]),
    );
    const read = await Promise.all(splitMbox(box).map(readReturnedMail));
    expect(read.map(({ is }) => is)).toEqual(['report', 'report', 'optOut']);
  });
});
