import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenForLogin, type Brought, type Loopback } from '../../src/google/loopback.ts';

const state = 'hemmelig-tilstand';
let loopback: Loopback;
let came: Brought[];
beforeEach(async () => {
  loopback = await listenForLogin(state);
  came = [];
  void loopback.brought.then((brought) => came.push(brought));
});
afterEach(() => {
  loopback.close();
});

const port = (): number => Number(new URL(loopback.address).port);

function open(): Socket {
  return connect(port(), '127.0.0.1').on('error', () => undefined);
}

/** What comes back for these bytes, until the connection is shut. */
async function send(bytes: string | Uint8Array): Promise<string> {
  const socket = open();
  const answer = text(socket).catch(() => '');
  socket.end(bytes);
  return answer;
}

const get = (target: string, host = `127.0.0.1:${port()}`): Promise<string> =>
  send(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
const statusOf = (answer: string): number =>
  Number(/^HTTP\/1\.1 (?<status>\d{3}) /u.exec(answer)?.groups?.['status']);
const right = (code = 'fra-google'): string =>
  `/?state=${state}&code=${code}&scope=x&iss=https://accounts.google.com`;

describe('the door that Google sends the browser back to', () => {
  it.each([
    '//',
    '///',
    '//evil.example/?code=x',
    '/\\',
    '*',
    'http://evil.example/',
    'http://[',
    'http://127.0.0.1:99999/',
    '/%',
    '/%ff%fe',
    '/..%2f',
    '/?%',
    '/?state=%&code=%E0%A4%A',
    `/?state=${state}`,
    `/?state=${state}&code=`,
    `/?state=${state}&code=a&code=b`,
    `/?state=${state}&state=other&code=a`,
    `/?STATE=${state}&code=a`,
    `//?state=${state}&code=a`,
    `/callback?state=${state}&code=a`,
    `/?${'a'.repeat(60_000)}`,
  ])('answers %j plainly, and waits on', async (target) => {
    const status = statusOf(await get(target));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(came).toEqual([]);
    expect(statusOf(await get(right()))).toBe(200);
    expect(await loopback.brought).toEqual({ kind: 'code', code: 'fra-google' });
  });

  it('stands any bytes at all', async () => {
    const method = fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE', 'BREW', '');
    const target = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom('//', '/\\\\', '/%', 'http://', '://', '?', '#', ' ', '/ /', right()),
    );
    const version = fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', '');
    const host = fc.constantFrom('Host: evil.example', '', 'Host: 127.0.0.1', 'Host:', `Host: a\r\nHost: b`);
    const request = fc
      .tuple(method, target, version, host)
      .map((parts) => `${parts[0]} ${parts[1]} ${parts[2]}\r\n${parts[3]}\r\n\r\n`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(request, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        const answer = await send(bytes);
        expect(answer).not.toMatch(/^HTTP\/1\.1 200/u);
        expect(answer).not.toContain(state);
        expect(came).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(statusOf(await get(right()))).toBe(200);
    expect(await loopback.brought).toMatchObject({ code: 'fra-google' });
  });

  it('answers nobody who calls it by another name', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${port()}`,
      '127.0.0.1',
      '127.0.0.1:1',
      'localhost',
      '',
      `[::1]:${port()}`,
    ])
      expect(statusOf(await get(right(), host)), host).toBe(421);
    expect(statusOf(await send(`GET ${right()} HTTP/1.0\r\n\r\n`))).toBe(421);
    expect(came).toEqual([]);
    expect(statusOf(await get(right(), `LOCALHOST:${port()}`))).toBe(200);
  });

  it('takes no other method, and says which it takes', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await send(`${method} ${right()} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 405 [\s\S]*^allow: GET/imu,
      );
    expect(statusOf(await send(`CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n`))).toBe(405);
    expect(came).toEqual([]);
  });

  it('takes the first code, and no other after it', async () => {
    const answers = await Promise.all([get(right('en')), get(right('to')), get(right('tre'))]);
    expect(answers.map(statusOf).toSorted()).toEqual([200, 400, 400]);
    expect(answers.filter((answer) => answer.includes('alt tatt imot'))).toHaveLength(2);
    await loopback.brought;
    expect(came).toHaveLength(1);
  });

  it('is not held up by those who connect and say nothing, or go before they are answered', async () => {
    const silent = Array.from({ length: 200 }, open);
    silent.slice(0, 100).forEach((socket) => socket.write('GET / HT'));
    const gone = open();
    gone.write(`GET ${right()} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\n\r\n`, () => gone.resetAndDestroy());
    expect(await loopback.brought).toMatchObject({ code: 'fra-google' });
    silent.forEach((socket) => socket.destroy());
  });

  it('hands over why there is no code', async () => {
    await get(`/?state=${state}&error=admin_policy_enforced`);
    expect(await loopback.brought).toEqual({ kind: 'declined', error: 'admin_policy_enforced' });
  });
});
