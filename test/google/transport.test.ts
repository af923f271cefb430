import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { parseHttpDate, parseRetryAfter } from '../../src/google/faults.ts';
import { googleFetch, standInFor } from '../../src/google/transport.ts';
import { googleSetupForEach, keyFile, secretsIn, userErrorOf } from './connecting.ts';

describe('the way to Google', () => {
  it.each([
    ['https://sheets.googleapis.com/v4/spreadsheets/x?fields=a,b', '/v4/spreadsheets/x?fields=a,b'],
    ['https://gmail.googleapis.com/gmail/v1/users/me/messages/send', '/gmail/v1/users/me/messages/send'],
    [
      'https://www.googleapis.com/upload/drive/v3/files?uploadType=media',
      '/upload/drive/v3/files?uploadType=media',
    ],
    [
      'https://www.googleapis.com/calendar/v3/calendars/primary/events',
      '/calendar/v3/calendars/primary/events',
    ],
    ['https://oauth2.googleapis.com/token', '/token'],
    ['https://oauth2.googleapis.com/revoke', '/revoke'],
    ['https://accounts.google.com/o/oauth2/v2/auth?a=b', '/o/oauth2/v2/auth?a=b'],
  ])('leads %s to the origin that was named', (asked, path) => {
    expect(standInFor(new URL(asked), 'http://127.0.0.1:8080').href).toBe(`http://127.0.0.1:8080${path}`);
    expect(standInFor(new URL(asked), undefined).href).toBe(asked);
  });

  it.each([
    'https://example.com/v4',
    'https://googleapis.com.example.com/v4',
    'https://evilgoogleapis.com/v4',
    'https://google.com/',
    'http://sheets.googleapis.com/v4',
    'https://sheets.googleapis.com:8443/v4',
    'http://169.254.169.254/computeMetadata/v1',
    'file:///etc/passwd',
  ])('never leads to %s', async (asked) => {
    for (const origin of [undefined, 'http://127.0.0.1:1'])
      await expect(googleFetch({ origin })(asked)).rejects.toThrow(/is not Google's/u);
  });

  it.each([
    '',
    'localhost:8080',
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com:80',
    'https://x.no/path',
    'https://x.no?a',
    'ftp://x.no',
    'https://a:b@x.no',
  ])('is not an origin like %j', (origin) => {
    expect(() => googleFetch({ origin })).toThrow(UserError);
  });

  it.each([
    'http://localhost:8080',
    'http://[::1]:1',
    'https://proxy.example.no',
    'http://127.0.0.1:1/',
    'http://127.8.9.10:1',
  ])('may be an origin like %s', (origin) => {
    expect(standInFor(new URL('https://oauth2.googleapis.com/token'), origin).pathname).toBe('/token');
  });
});

describe('a request', () => {
  const seen: { url: string | undefined; method: string | undefined; body: string }[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ url: request.url, method: request.method, body });
      if (request.url === '/moved') response.writeHead(302, { location: `${origin}/elsewhere` });
      if (request.url === '/empty') response.writeHead(204);
      response.end();
    });
  });
  beforeEach(async () => {
    seen.length = 0;
    await once(server.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => once(server.close(), 'close'));
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    googleFetch({ origin })(`https://www.googleapis.com${path}`, init);

  it('follows nobody elsewhere', async () => {
    expect((await ask('/moved')).status).toBe(302);
    expect(seen.map(({ url }) => url)).toEqual(['/moved']);
  });

  it('may be answered with nothing', async () => {
    const answer = await ask('/empty');
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('has two minutes', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    await expect(ask('/')).rejects.toMatchObject({ code: 'DEADLINE' });
    expect(timeout).toHaveBeenCalledWith(120_000);
  });

  it('carries text, forms and bytes', async () => {
    for (const body of ['æøå', new URLSearchParams({ a: 'b c' }), new TextEncoder().encode('bytes')])
      await ask('/', { method: 'POST', body });
    expect(seen.map(({ body }) => body)).toEqual(['æøå', 'a=b+c', 'bytes']);
  });

  it('is over when the time is, and does not keep the connection', async () => {
    const time = new AbortController();
    const slow = createServer().listen(0, '127.0.0.1');
    const connectionEnds = new Promise((resolve) => {
      slow.on('request', ({ socket }) => {
        socket.on('close', resolve);
        time.abort();
      });
    });
    await once(slow, 'listening');
    const fetch = googleFetch({
      origin: `http://127.0.0.1:${(slow.address() as AddressInfo).port}`,
      deadline: () => time.signal,
    });
    await expect(fetch('https://oauth2.googleapis.com/token')).rejects.toMatchObject({ code: 'DEADLINE' });
    await connectionEnds;
    await once(slow.close(), 'close');
  });
});

describe('behind a proxy', () => {
  const setup = googleSetupForEach();

  it('every request goes through it, the one for a token too, and its refusal is told', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer();
    proxy.on('connect', ({ url }, socket) => {
      asked.push(url);
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>',
      );
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    const direct = { origin: undefined };
    const read = async (places: object): Promise<UserError> =>
      userErrorOf((await setup.connect(places, direct)).get(setup.spreadsheetId, 'spreadsheetId'));
    const first = await read({ accessToken: setup.google.token });
    const second = await read({ serviceAccountFile: await setup.file('key.json', keyFile) });
    expect(asked).toEqual(['sheets.googleapis.com:443', 'oauth2.googleapis.com:443']);
    for (const { message } of [first, second]) expect(message).toMatch(/web page .*\(407\)/u);
    expect(secretsIn([first, second, setup.environment.said])).toEqual([]);
    await once(proxy.close(), 'close');
  });
});

describe('a time in a header', () => {
  const now = Date.UTC(2026, 10, 23, 11);

  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', Date.UTC(1994, 10, 6, 8, 49, 37)],
    ['Mon, 23 Nov 2026 11:00:00 GMT', now],
    ['Mon, 23 Xyz 2026 11:00:00 GMT', undefined],
    ['Sunday, 06-Nov-94 08:49:37 GMT', undefined],
    ['2026-11-23T11:00:00Z', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s', (text, time) => {
    expect(parseHttpDate(text)).toBe(time);
  });

  it.each([
    ['0', 0],
    ['60', 60_000],
    ['Mon, 23 Nov 2026 11:01:30 GMT', 90_000],
    ['Mon, 23 Nov 2026 10:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    [null, undefined],
  ])('Retry-After %s', (text, milliseconds) => {
    expect(parseRetryAfter(text, now)).toBe(milliseconds);
  });
});
