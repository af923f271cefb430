import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../support/google/faults.ts';
import { googleSetupForEach, secretsIn, userErrorOf } from './connecting.ts';

const setup = googleSetupForEach();
const mask = 'spreadsheetId,properties(title)';
const content = (): unknown => ({ spreadsheetId: setup.spreadsheetId, properties: { title: 'Register' } });

const isGet = ({ method }: { readonly method: string }): boolean => method === 'GET';

const TRANSIENT: readonly (readonly [name: string, fault: Fault, said: RegExp])[] = [
  ['429', { status: 429 }, /^Google is busy; trying again in \d+ s \(1 of 5\)\.$/u],
  [
    '429, Retry-After 60',
    { status: 429, headers: { 'Retry-After': '60' } },
    /^Google is busy; .* in 6[01] s/u,
  ],
  ['500', { status: 500 }, /^Google had a fault of its own \(500\); trying again/u],
  ['502 with a page', { status: 502, breaks: 'html' }, /\(502\); trying again/u],
  ['503', { status: 503 }, /^Google is busy; trying again/u],
  ['503 with a page', { status: 503, breaks: 'html' }, /^Google is busy; trying again/u],
  ['504', { status: 504 }, /\(504\); trying again/u],
  ['403 for too many requests', { status: 403, body: rateLimited() }, /^Google is busy; trying again/u],
  ['a reset connection', { breaks: 'reset' }, /^The connection to Google broke off; trying again/u],
  ['an answer that is cut off', { breaks: 'cut' }, /^The connection to Google broke off; trying again/u],
  ['JSON that is cut off', { breaks: 'short' }, /^Google's answer was cut off; trying again/u],
  ['gzip that is cut off', { breaks: 'gzip-cut' }, /^Google's answer was cut off; trying again/u],
  ['a page in place of JSON', { status: 200, breaks: 'html' }, /^A web page came .*; trying again/u],
  ['a byte now and then', { breaks: 'drip' }, /^Google did not answer in time; trying again/u],
  ['silence', { breaks: 'hang' }, /^Google did not answer in time; trying again/u],
];

/** As Drive and Gmail still word it. */
function rateLimited(): object {
  const errors = [
    { domain: 'usageLimits', reason: 'userRateLimitExceeded', message: 'User Rate Limit Exceeded' },
  ];
  return { error: { code: 403, message: 'User Rate Limit Exceeded', errors } };
}

describe('a read', () => {
  it('is one request, masked, compressed and not indented', async () => {
    const client = await setup.connect();
    expect(await client.get(setup.spreadsheetId, mask)).toEqual(content());
    const [request, ...rest] = setup.google.requests;
    expect(rest).toEqual([]);
    expect(request?.path).toBe(`/v4/spreadsheets/${setup.spreadsheetId}`);
    expect(Object.fromEntries(request?.query ?? [])).toEqual({ fields: mask, prettyPrint: 'false' });
    expect(request?.headers['accept-encoding']).toBe('gzip');
    expect(setup.environment.said).toEqual([]);
  });

  it.each(TRANSIENT)('is tried again after %s, and says so', async (_name, fault, said) => {
    const client = await setup.connect();
    setup.google.fault(isGet, fault);
    expect(await client.get(setup.spreadsheetId, mask)).toEqual(content());
    expect(setup.google.requests).toHaveLength(2);
    expect(setup.environment.said).toEqual([expect.stringMatching(said)]);
    expect(setup.environment.slept).toHaveLength(1);
  });

  it.each(TRANSIENT)('is given up when there is nothing but %s', async (_name, fault) => {
    const client = await setup.connect();
    setup.google.fault(isGet, { ...fault, times: Infinity });
    const { message, advice } = await userErrorOf(client.get(setup.spreadsheetId, mask));
    expect(message).toMatch(/, 6 times in a row\.$/u);
    expect(advice).toMatch(/Try again in some minutes|proxy/u);
    expect(setup.google.requests).toHaveLength(6);
    expect(setup.environment.said.map((line) => /\(\d of 5\)/u.exec(line)?.[0])).toEqual(
      [1, 2, 3, 4, 5].map((attempt) => `(${attempt} of 5)`),
    );
    expect(secretsIn(setup.environment.said)).toEqual([]);
  });

  it('is tried again after several faults in a row, one of each kind', async () => {
    const client = await setup.connect();
    for (const [index, fault] of [{ status: 503 }, { breaks: 'reset' }, { breaks: 'short' }].entries())
      setup.google.fault(index + 1, fault as Fault);
    expect(await client.get(setup.spreadsheetId, mask)).toEqual(content());
    expect(setup.environment.slept).toHaveLength(3);
  });

  it('outlasts the minute of a quota without being told how long it is', async () => {
    const client = await setup.connect();
    setup.google.fault(isGet, { status: 429, times: 5 });
    expect(await client.get(setup.spreadsheetId, mask)).toEqual(content());
    expect(setup.environment.slept.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(70_000);
  });

  it('waits as long as Google asks for, and a little by chance', async () => {
    const client = await setup.connect();
    setup.google.fault(isGet, { status: 429, headers: { 'Retry-After': '60' } });
    await client.get(setup.spreadsheetId, mask);
    expect(setup.environment.slept).toEqual([60_500]);
  });

  it('is not waited for longer than anybody sits there', async () => {
    const client = await setup.connect();
    setup.google.fault(isGet, { status: 503, headers: { 'Retry-After': '3600' } });
    const { message } = await userErrorOf(client.get(setup.spreadsheetId, mask));
    expect(message).toMatch(/asks us to wait 60 minutes/u);
    expect(setup.environment.slept).toEqual([]);
  });

  it('is given up when the tries have taken too long, however few', async () => {
    const client = await setup.connect();
    setup.google.fault(isGet, { status: 504, times: Infinity });
    setup.google.between((_request, moment) => {
      if (moment === 'before') setup.environment.time += 150_000;
    });
    expect((await userErrorOf(client.get(setup.spreadsheetId, mask))).message).toMatch(/3 times in a row/u);
  });

  it('of a slow answer that comes in time is left to come', async () => {
    const client = await setup.connect(undefined, { deadline: undefined });
    setup.google.between(async (_request, moment) => {
      if (moment === 'after') await sleep(100);
    });
    expect(await client.get(setup.spreadsheetId, mask)).toEqual(content());
    expect(setup.environment.said).toEqual([]);
  });
});
