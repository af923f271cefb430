import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { dnsLookup, checkOutbox, checkSender, type DnsLookup } from '../../../src/app/doctor/sender.ts';

const address = 'samarbeid@post.distrikt.no';

/** DNS as it should be, with what is changed. A list is what a name has. */
const dnsWith =
  (changed: Readonly<Record<string, readonly string[]>>): DnsLookup =>
  (name, type) => {
    const good: Readonly<Record<string, readonly string[]>> = {
      'TXT post.distrikt.no': ['google-site-verification=1', 'v=spf1 include:spf.mail.no -all'],
      'MX post.distrikt.no': ['mx.mail.no'],
      'TXT _dmarc.post.distrikt.no': [],
      'TXT _dmarc.distrikt.no': ['v=DMARC1; p=quarantine'],
    };
    return Promise.resolve({ records: { ...good, ...changed }[`${type} ${name}`] ?? [] });
  };

describe('the sender', () => {
  it('is in order where DNS tells who may send, what to do with others, and where answers go', async () => {
    const findings = await checkSender(address, dnsWith({}));
    expect(findings.map(({ what, state }) => `${what} ${state}`)).toEqual([
      'SPF ok',
      'DMARC ok',
      'answers ok',
    ]);
    expect(findings[0]?.says).toContain('v=spf1 include:spf.mail.no -all');
    expect(findings[1]?.says).toContain('p=quarantine');
  });

  it.each([
    ['no SPF record', { 'TXT post.distrikt.no': ['spf1 of ours'] }, 'SPF fault'],
    ['two SPF records', { 'TXT post.distrikt.no': ['v=spf1 -all', 'V=SPF1 mx'] }, 'SPF fault'],
    ['an SPF record that lets in nobody', { 'TXT post.distrikt.no': ['v=spf1 -all'] }, 'SPF fault'],
    ['an SPF record that lets in all', { 'TXT post.distrikt.no': ['v=spf1 +all'] }, 'SPF fault'],
    ['an SPF record that lets in all, unsaid', { 'TXT post.distrikt.no': ['v=spf1 mx all'] }, 'SPF fault'],
    ['no DMARC record', { 'TXT _dmarc.distrikt.no': ['v=DMARC10'] }, 'DMARC note'],
    ['two DMARC records', { 'TXT _dmarc.post.distrikt.no': ['v=DMARC1;p=none', 'v=DMARC1'] }, 'DMARC fault'],
    ['a DMARC record without a policy', { 'TXT _dmarc.distrikt.no': ['v=DMARC1; rua=x'] }, 'DMARC fault'],
    ['nowhere to answer', { 'MX post.distrikt.no': [] }, 'answers fault'],
    ['a domain that takes no mail', { 'MX post.distrikt.no': ['.'] }, 'answers fault'],
  ])('with %s is told of', async (_, changed, expected) => {
    const findings = await checkSender(address, dnsWith(changed));
    const found = findings.filter(({ state }) => state !== 'ok');
    expect(found.map(({ what, state }) => `${what} ${state}`)).toEqual([expected]);
    expect(found[0]?.advice).toContain('docs/sending.md');
  });

  it('is not asked for where there is none, or only that of an example', async () => {
    const never: DnsLookup = () => expect.unreachable();
    for (const one of [undefined, 'samarbeid@felles.example', 'a@localhost'])
      expect((await checkSender(one, never)).map(({ state }) => state)).toEqual(['note']);
  });

  it('of whom DNS tells nothing is not called good or bad', async () => {
    const findings = await checkSender(address, () => Promise.resolve({ unasked: 'ETIMEOUT' }));
    expect(findings.map(({ state }) => state)).toEqual(['note', 'note', 'note']);
    expect(findings.every(({ says }) => says.includes('is not known'))).toBe(true);
  });
});

describe('the outbox', () => {
  it.each([
    [{}, 'ok', 'nothing leaves the machine'],
    [{ outbox: 'smtp' }, 'fault', 'SMTP_URL is not set'],
    [{ outbox: 'smtp', smtpUrl: 'mail.no' }, 'fault', 'SMTP_URL is not the address'],
    [{ outbox: 'smtp', smtpUrl: 'smtps://a:hemmelig@mail.no' }, 'ok', 'by mail.no, not tried here'],
    [{ outbox: 'gmail' }, 'ok', 'the account that is logged in'],
    [{ outbox: 'gmial' }, 'fault', 'There is no outbox «gmial»'],
  ])('as the settings %o name it', async (named, state, says) => {
    const found = await checkOutbox({ state: '/state', outbox: undefined, smtpUrl: undefined, ...named });
    expect(found).toMatchObject({ what: 'outbox', state });
    expect(found.says).toContain(says);
    expect(JSON.stringify(found)).not.toContain('hemmelig');
  });
});

describe('DNS', () => {
  let server: Socket | undefined;
  afterEach(() => server?.close());

  /** A server that answers every question with this code and these records, as bytes; undefined: not at all. */
  const serve = async (answer: { code: number; records: readonly Buffer[] } | undefined): Promise<string> => {
    const socket = createSocket('udp4');
    server = socket;
    socket.on('message', (asked, { port, address: from }) => {
      if (answer === undefined) return;
      const head = Buffer.alloc(12);
      asked.copy(head, 0, 0, 2);
      head.writeUInt16BE(0x8180 + answer.code, 2);
      head.writeUInt16BE(1, 4);
      head.writeUInt16BE(answer.records.length, 6);
      // The question is its name, up to the empty label, and four bytes.
      const question = asked.subarray(12, asked.indexOf(0, 12) + 5);
      socket.send(Buffer.concat([head, question, ...answer.records]), port, from);
    });
    await once(socket.bind(0, '127.0.0.1'), 'listening');
    return `127.0.0.1:${String(socket.address().port)}`;
  };

  /** A record under the name that was asked for. */
  const record = (type: number, data: Buffer): Buffer => {
    const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]);
    return Buffer.concat([head, data]);
  };
  const part = (text: string): Buffer => Buffer.from([text.length, ...Buffer.from(text)]);

  it('gives a record in parts as one', async () => {
    const records = [record(16, Buffer.concat([part('v=spf1 inc'), part('lude:a -all')]))];
    const lookup = dnsLookup([await serve({ code: 0, records })], 500);
    expect(await lookup('distrikt.no', 'TXT')).toEqual({ records: ['v=spf1 include:a -all'] });
  });

  it('gives where mail goes', async () => {
    const records = [
      record(15, Buffer.concat([Buffer.from([0, 10]), part('mx'), part('no'), Buffer.from([0])])),
    ];
    const lookup = dnsLookup([await serve({ code: 0, records })], 500);
    expect(await lookup('distrikt.no', 'MX')).toEqual({ records: ['mx.no'] });
  });

  it.each([
    ['there is no such name', { code: 3, records: [] }, { records: [] }],
    ['the name has nothing of the kind', { code: 0, records: [] }, { records: [] }],
    ['the server is at fault', { code: 2, records: [] }, { unasked: 'ESERVFAIL' }],
    ['nobody answers', undefined, { unasked: 'ETIMEOUT' }],
  ])('tells that %s', async (_, answer, expected) => {
    const lookup = dnsLookup([await serve(answer)], 50);
    expect(await lookup('distrikt.no', 'TXT')).toEqual(expected);
  });
});
