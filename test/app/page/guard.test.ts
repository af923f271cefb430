import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isSame, newSession, onceToken, withBase } from '../../../src/app/page/guard.ts';
import { askingUser } from '../../../src/app/page/same-user.ts';
import { MOST_UPLOADED_BYTES } from '../../../src/app/page/uploads.ts';
import { escapeHtml } from '../../../src/render/safe/escape.ts';
import { runOf, startPage, type RunningPage } from '../../support/running-page.ts';
import { makeSampleWorld, type TestWorld } from '../../support/world.ts';

/** Values that nobody but Felles may see: in the variables and in .env. */
const secrets = {
  GOOGLE_SERVICE_ACCOUNT: '/hemmelig/noekkel-7731.json',
  SMTP_URL: 'smtp://bruker:passord-4512@smtp.hemmelig.example:587',
};
const inFile = 'https://hemmelig-8841.example';

let world: TestWorld;
let page: RunningPage;
beforeAll(async () => {
  world = await makeSampleWorld();
  await writeFile(join(world.folder, '.env'), `GOOGLE_API=${inFile}\nSMTP_PASSWORD=ord-9917\n`);
  page = await startPage(await runOf(world, [], secrets));
});
afterAll(async () => {
  await page.close();
  await world.remove();
});

/** The status and the rest of an answer to a request that is written by hand. */
const ask = async (line: string, ...headers: readonly string[]): Promise<string> =>
  page.raw([line, ...headers, 'Connection: close', '', ''].join('\r\n'));
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 0);
const host = (): string => `Host: 127.0.0.1:${String(page.port())}`;
const cookie = (): string => `Cookie: ${page.cookie}`;
const at = (path: string): string => `${page.session.base}${path}`;

describe('the secret in the address', () => {
  it('lets a browser in for a cookie that no script reads and no other site sends', async () => {
    const answer = await page.fetch(`/?token=${page.session.token}`, { headers: { cookie: '' } });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(at('/'));
    // Below the secret alone: the other ports of this machine are not given it.
    expect(answer.headers.getSetCookie()).toEqual([
      `${page.cookie}; Path=${at('/')}; HttpOnly; SameSite=Strict`,
    ]);
  });

  it('is what all addresses begin with, and nothing is at another', async () => {
    const { base, token } = page.session;
    const wrong = [
      '',
      base.slice(0, -1),
      `${base}x`,
      `${base.slice(0, -1)}%2e`,
      '/x',
      `/${base}`,
      `/x${base}`,
    ];
    const known = ['/nb/today', '/events', '/page.css', '/browser/page.js', '/', `/?token=${token}`];
    for (const before of wrong) {
      for (const path of known.filter((one) => `${before}${one}` !== `/?token=${token}`)) {
        const answer = await ask(`GET ${before}${path} HTTP/1.1`, host(), cookie());
        expect([before, path, statusOf(answer)]).toEqual([before, path, 403]);
        expect(answer).not.toContain(page.session.form);
      }
    }
    expect(statusOf(await ask(`POST /nb/read HTTP/1.1`, host(), cookie(), `Origin: ${page.origin}`))).toBe(
      403,
    );
  });

  it('is in every link, form and frame of every screen, and in no text that people typed', async () => {
    const screens = [
      'today',
      'papers',
      'papers/agenda',
      'mailings',
      'year',
      'doing',
      'doing/check',
      'nothing',
    ];
    for (const path of screens) {
      const html = await (await page.fetch(`/nb/${path}`)).text();
      const led = [...html.matchAll(/ (?:href|src|action|formaction)="(\/[^"]*)"/gu)].map(
        ([, to = '']) => to,
      );
      expect([path, led.length > 5]).toEqual([path, true]);
      expect([path, led.filter((to) => !to.startsWith(at('/')))]).toEqual([path, []]);
      expect(html.replaceAll(/ (?:href|src|action|formaction)="[^"]*"/gu, '')).not.toContain(at(''));
    }
    const typed = `<a href="/nb/today" src='/x'>`;
    expect(withBase(`<p title="${escapeHtml(typed)}">${escapeHtml(typed)}</p>`, page.session)).toBe(
      `<p title="${escapeHtml(typed)}">${escapeHtml(typed)}</p>`,
    );
  });

  it('that a browser is started with lets in once, the one in the terminal again', async () => {
    const once = await startPage(await runOf(world));
    const statuses = [];
    const { session } = once;
    const [first, second] = [onceToken(session), onceToken(session)];
    const other = onceToken(newSession());
    for (const token of [first, first, other, second, session.token, session.token]) {
      statuses.push((await once.fetch(`/?token=${token}`, { headers: { cookie: '' } })).status);
    }
    await once.close();
    expect(statuses).toEqual([303, 403, 403, 303, 303, 303]);
  });

  test.each(['/nb/today', '/events', '/page.css', '/browser/page.js', '/nb/run/1', '/nothing', '/'])(
    'is needed for %s',
    async (path) => {
      for (const given of ['', `${page.cookie}x`, page.cookie.replace(/=./u, '=')]) {
        const answer = await page.fetch(path, { headers: { cookie: given } });
        expect(answer.status).toBe(403);
        expect(await answer.text()).not.toContain(page.session.form);
      }
    },
  );

  it('is taken from no other address, method or spelling', async () => {
    const { token, form } = page.session;
    for (const path of [`/nb/today?token=${token}`, `/?token=${form}`, `/?token=${token}x`, '/?token=']) {
      expect((await page.fetch(path, { headers: { cookie: '' } })).status).toBe(403);
    }
    expect(statusOf(await ask(`HEAD /?token=${token} HTTP/1.1`, host()))).toBe(403);
  });

  it('is compared whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(isSame(one, one)).toBe(true);
        expect(isSame(one, other)).toBe(one === other);
      }),
    );
    expect(isSame(undefined, 'a')).toBe(false);
  });
});

describe('the name that the browser asks for', () => {
  it('is this machine and this port, and no name that somebody else points here', async () => {
    const port = String(page.port());
    for (const name of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      expect(statusOf(await ask(`GET ${at('/nb/today')} HTTP/1.1`, `Host: ${name}`, cookie()))).toBe(200);
    }
    const others = [
      ...['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, `localhost.:${port}`],
      ...['127.0.0.1', '127.0.0.1:1', 'localhost', `0.0.0.0:${port}`, `[::1]:${port}`, `127.1:${port}`],
      ...[`evil.example@127.0.0.1:${port}`, `127.0.0.1:${port}, evil.example`, ''],
    ];
    for (const name of others) {
      const answer = await ask(`GET ${at('/nb/today')} HTTP/1.1`, `Host: ${name}`, cookie());
      expect([name, [400, 403].includes(statusOf(answer))]).toEqual([name, true]);
      expect(answer).not.toContain(page.session.form);
    }
  });

  it('must be there, once', async () => {
    expect(statusOf(await ask(`GET ${at('/nb/today')} HTTP/1.1`, cookie()))).toBe(400);
    expect(statusOf(await ask(`GET ${at('/nb/today')} HTTP/1.0`, cookie()))).toBe(400);
    const two = await ask(`GET ${at('/nb/today')} HTTP/1.1`, host(), 'Host: evil.example', cookie());
    expect([400, 403]).toContain(statusOf(two));
    const first = await ask(`GET ${at('/nb/today')} HTTP/1.1`, 'Host: evil.example', host(), cookie());
    expect([400, 403]).toContain(statusOf(first));
    // An address in the first line does not stand in for it.
    const absolute = await ask(
      `GET http://evil.example${at('/nb/today')} HTTP/1.1`,
      'Host: evil.example',
      cookie(),
    );
    expect([400, 403]).toContain(statusOf(absolute));
  });
});

describe('the page that a request comes from', () => {
  const foreign = (): readonly string[] => [
    ...['https://evil.example', 'null', 'http://127.0.0.1', `https://127.0.0.1:${String(page.port())}`],
    ...[`http://127.0.0.1:${String(page.port() + 1)}`, `http://evil.example:${String(page.port())}`],
  ];

  it('is this one, or no page at all', async () => {
    for (const origin of foreign()) {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? { body: new URLSearchParams({ form: page.session.form }) } : {};
        const answer = await page.fetch('/nb/read', { method, headers: { origin }, ...body });
        expect([origin, answer.status]).toEqual([origin, 403]);
      }
    }
    expect((await page.fetch('/nb/today', { headers: { origin: page.origin } })).status).toBe(200);
  });

  it('is not another site, nor another server of this machine', async () => {
    for (const [site, status] of [
      ...([['cross-site', 403], ['same-site', 403]] as const), // prettier-ignore
      ...([['none', 200], ['same-origin', 200]] as const), // prettier-ignore
    ]) {
      // Node's own fetch would set this header itself.
      const answer = await ask(
        `GET ${at('/nb/today')} HTTP/1.1`,
        host(),
        cookie(),
        `Sec-Fetch-Site: ${site}`,
      );
      expect([site, statusOf(answer)]).toEqual([site, status]);
    }
  });
});

describe('what starts or writes something', () => {
  it('is posted by a form of the page, with its word', async () => {
    const paths = ['/nb/read', '/nb/run', '/nb/run/1/stop', '/nb/today', '/events'];
    for (const path of paths) {
      for (const form of ['', 'x', page.session.cookie, page.session.token]) {
        expect([path, (await page.post(path, { form })).status]).toEqual([path, 403]);
      }
      const without = await page.fetch(path, { method: 'POST', headers: { origin: page.origin } });
      expect(without.status).toBe(403);
      const json = await page.fetch(path, {
        ...{ method: 'POST', body: JSON.stringify({ form: page.session.form }) },
        headers: { origin: page.origin, 'content-type': 'application/json' },
      });
      expect(json.status).toBe(403);
    }
    expect((await page.post('/nb/read')).status).toBe(303);
  });

  it('needs its own origin said', async () => {
    const body = new URLSearchParams({ form: page.session.form });
    expect((await page.fetch('/nb/read', { method: 'POST', body })).status).toBe(403);
  });

  it('is never reached by another method', async () => {
    expect((await page.fetch('/nb/run?command=check')).status).not.toBe(303);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const plain = await page.fetch('/nb/read', { method });
      expect(plain.status).toBe(403);
      const own = await page.fetch('/nb/read', { method, headers: { origin: page.origin } });
      expect(own.status).toBe(404);
    }
    expect(page.runs.current).toBeUndefined();
  });

  it('leads back to this page alone', async () => {
    for (const from of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:x', '']) {
      expect((await page.post('/nb/read', { from })).headers.get('location')).toBe(at('/'));
    }
    const own = await page.post('/nb/read', { from: '/nn/today?x=1' });
    expect(own.headers.get('location')).toBe(at('/nn/today?x=1'));
  });
});

/** Addresses of every kind, with the status of their answers. */
const addresses = [
  ['/', 302], ['/nb/today', 200], ['/nn/today', 200], ['/nb/nothing', 200], ['/nb/run/7', 404], ['/en/today', 404],
  ['/nothing', 404], ['/page.css', 200], ['/browser/page.js', 200], ['/browser/no.js', 404], ['/nb/file/papers/x', 404],
] as const; // prettier-ignore

describe('every answer', () => {
  it('says what the browser may do with it', async () => {
    const answers = [
      ...(await Promise.all(addresses.map(([path]) => page.fetch(path)))),
      await page.fetch('/nb/today', { headers: { cookie: '' } }),
      await page.post('/nb/read', { form: 'x' }),
      await page.post('/nb/run', { command: 'nothing' }),
      await page.fetch('/events', { signal: AbortSignal.timeout(5000) }),
    ];
    expect(answers.slice(0, addresses.length).map(({ status }) => status)).toEqual(
      addresses.map(([, status]) => status),
    );
    for (const { headers, body } of answers) {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      await body?.cancel();
    }
    const bad = await ask(`GET ${at('/nb/today')} HTTP/1.1`, 'Host: a b', cookie());
    expect([statusOf(bad), bad.includes("default-src 'none'")]).toEqual([400, true]);
  });

  it('with a paper lets nothing of it run or lead anywhere, and one to be saved is never shown', async () => {
    const shown = await page.fetch('/nb/file/papers/agenda/nb/0');
    expect(shown.status).toBe(200);
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", 'sandbox']));
    expect(policy).not.toContain('script');
    const saved = await page.fetch('/nb/file/papers/agenda/save?in=nb&format=html');
    expect(saved.status).toBe(200);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.html"$/u);
  });

  it('holds no secret of the settings', async () => {
    const hidden = [...Object.values(secrets), 'passord-4512', inFile, 'ord-9917', page.session.cookie];
    for (const [path] of addresses) {
      const text = await (await page.fetch(path)).text();
      for (const secret of hidden) expect(text).not.toContain(secret);
    }
  });
});

describe('a fault of the settings', () => {
  it('names a server without its password', async () => {
    for (const given of ['https://bruker:passord-7712@google.example', 'https://b:passord-7712@x:y/@z']) {
      const env = {
        GOOGLE_API_ORIGIN: given,
        GOOGLE_ACCESS_TOKEN: 'ya29.x',
        FELLES_SPREADSHEET: 'x'.repeat(44),
      };
      const faulty = await startPage(await runOf(world, [], env));
      const text = await (await faulty.fetch('/nb/today')).text();
      await faulty.close();
      expect(text).toContain('GOOGLE_API_ORIGIN');
      expect(text).not.toContain('passord-7712');
    }
  });
});

describe('the disk', () => {
  it('gives the styles and the scripts of the page, and nothing else', async () => {
    const scripts = readdirSync('src/app/page/browser');
    expect(scripts).toContain('page.js');
    const around = ['..', '../', '..%2f', '%2e%2e/', '%2e%2e%2f', '....//', '/', '%2f', '..%5c', '..\\'];
    for (const before of ['/browser/', '/nb/file/papers/', '/nb/file/', '/', '/nb/']) {
      for (const out of around) {
        for (const file of ['package.json', '.env', 'server.ts', 'etc/passwd', 'register.xlsx']) {
          const answer = await ask(`GET ${at(before)}${out.repeat(3)}${file} HTTP/1.1`, host(), cookie());
          expect(answer).not.toMatch(/"devDependencies"|createPage|root:|GOOGLE_|PK\u0003/u);
        }
      }
    }
    for (const name of ['page.js%00.txt', 'page.js/', 'PAGE.JS', '.', '%2e']) {
      expect((await page.fetch(`/browser/${name}`)).status).not.toBe(200);
    }
  });
});

describe('a request that is odd', () => {
  it('is refused, and the next is answered', async () => {
    const answers = [
      await ask('CONNECT evil.example:443 HTTP/1.1', host(), cookie()),
      await ask(`TRACE ${at('/')} HTTP/1.1`, host(), cookie()),
      await ask(`GET ${at('/')}${'x'.repeat(20_000)} HTTP/1.1`, host(), cookie()),
      await ask(`GET ${at('/nb/today')} HTTP/1.1`, host(), `X: ${'x'.repeat(20_000)}`),
      await ask('NONSENSE', host()),
      await ask(`GET ${at('/nb/today')} HTTP/1.1`, host(), 'Upgrade: websocket', 'Connection: Upgrade'),
    ];
    expect(answers.map(statusOf).filter((status) => status < 400 && status !== 0)).toEqual([]);
    expect((await page.fetch('/nb/today')).status).toBe(200);
  });

  it('with a body larger than a form holds is refused before it is kept', async () => {
    const head = [`POST ${at('/nb/read')} HTTP/1.1`, host(), `Origin: ${page.origin}`, 'Connection: close'];
    const size = `Content-Length: ${String(MOST_UPLOADED_BYTES + 1)}`;
    const stranger = await page.raw([...head, size, '', 'form=x'].join('\r\n'));
    expect(statusOf(stranger)).toBe(403);
    const own = await page.raw([...head, cookie(), size, '', 'form=x'].join('\r\n'));
    expect(statusOf(own)).toBe(413);
    const none = await page.raw([...head, cookie(), '', ''].join('\r\n'));
    expect(statusOf(none)).toBe(403);
    const endless = await page.raw([...head, cookie(), 'Transfer-Encoding: chunked', '', '5'].join('\r\n'));
    expect(statusOf(endless)).toBe(411);
  });

  it('whose body is slow keeps nobody waiting', async () => {
    const head = [
      `POST ${at('/nb/read')} HTTP/1.1`,
      host(),
      `Origin: ${page.origin}`,
      cookie(),
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 100',
    ];
    const slow = page.raw([...head, '', 'form='].join('\r\n'), 1500);
    let isOver = false;
    const over = slow.then(() => (isOver = true));
    expect((await page.fetch('/page.css')).status).toBe(200);
    expect(isOver).toBe(false);
    await over;
    expect(await slow).toBe('');
  });

  it('for only the head of the events leaves nobody listening', async () => {
    const before = page.events.count;
    const answer = await page.fetch('/events', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(page.events.count).toBe(before);
  });
});

describe('the other end of the connection', () => {
  it('is on this machine', () => {
    expect(page.listensOn).toMatchObject({ address: '127.0.0.1' });
  });

  it('is of the user who has started the page, where Linux says whose it is', () => {
    const row = (from: string, to: string, user: number): string =>
      `   1: 0100007F:${from} 0100007F:${to} 01 00000000:00000000 00:00000000 00000000  ${String(user)}        0 448093 1 0 20`;
    const ports = { own: 7410, asking: 40_123 };
    const own = row('1CF2', '9CBB', 1000);
    expect(askingUser(`sl\n${own}\n${row('9CBB', '1CF2', 1001)}\n`, ports)).toBe(1001);
    // A socket of IPv6 that asks for the address of IPv4.
    const mapped = row('9CBB', '1CF2', 1002).replaceAll('0100007F', '0000000000000000FFFF00000100007F');
    expect(askingUser(`${own}\nsl\n${mapped}`, ports)).toBe(1002);
    expect(askingUser(`${own}\n${row('9CBC', '1CF2', 1000)}`, ports)).toBeUndefined();
    expect(askingUser('', ports)).toBe('unknown');
  });

  // Only root can ask as somebody else.
  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'is nobody else, even with the cookie',
    () => {
      const code = `fetch('${page.base}/nb/today', { headers: { cookie: '${page.cookie}' } })
      .then((answer) => console.log(answer.status))`;
      const statusFor = async (uid: number): Promise<number> => {
        const asked = promisify(execFile)(process.execPath, ['-e', code], { uid, cwd: '/' });
        return Number((await asked).stdout);
      };
      return expect(Promise.all([statusFor(0), statusFor(65_534)])).resolves.toEqual([200, 403]);
    },
  );
});
