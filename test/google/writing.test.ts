import { describe, expect, it } from 'vitest';
import type { BatchUpdate, SheetsClient, Unclear, WriteAnswer } from '../../src/google/sheets-client.ts';
import type { Fault } from '../support/google/faults.ts';
import { googleSetupForEach, keyFile, secretsIn, userErrorOf } from './connecting.ts';

const setup = googleSetupForEach();
const body: BatchUpdate = { requests: [{ addSheet: { properties: { sheetId: 7, title: 'Ny' } } }] };
const write = (client: SheetsClient): Promise<WriteAnswer> =>
  client.batchUpdate(setup.spreadsheetId, body, 'replies(addSheet(properties(title)))');
const tabs = (): readonly string[] =>
  setup.google.spreadsheet(setup.spreadsheetId).sheets.map(({ title }) => title);

const UNCLEAR: readonly (readonly [name: string, fault: Fault, what: RegExp])[] = [
  ['429', { status: 429 }, /^Google is busy$/u],
  ['500', { status: 500 }, /\(500\)$/u],
  ['502 with a page', { status: 502, breaks: 'html' }, /\(502\)$/u],
  ['503', { status: 503 }, /^Google is busy$/u],
  ['504', { status: 504 }, /\(504\)$/u],
  ['a reset connection', { breaks: 'reset' }, /^The connection to Google broke off$/u],
  ['an answer that is cut off', { breaks: 'cut' }, /^The connection to Google broke off$/u],
  ['JSON that is cut off', { breaks: 'short' }, /^Google's answer was cut off$/u],
  ['gzip that is cut off', { breaks: 'gzip-cut' }, /^Google's answer was cut off$/u],
  ['a page in place of JSON', { status: 200, breaks: 'html' }, /^A web page came/u],
  ['a byte now and then', { breaks: 'drip' }, /^Google did not answer in time$/u],
  ['silence', { breaks: 'hang' }, /^Google did not answer in time$/u],
];

describe('a write', () => {
  it('is one request, and its answer is what the mask asks for', async () => {
    const client = await setup.connect();
    expect(await write(client)).toEqual({
      outcome: 'answered',
      body: { replies: [{ addSheet: { properties: { title: 'Ny' } } }] },
    });
    expect(setup.google.requests).toHaveLength(1);
    expect(setup.google.requests[0]?.body).toEqual(body);
  });

  it('makes a spreadsheet', async () => {
    const client = await setup.connect();
    const answer = await client.create(
      { properties: { title: 'Nytt', locale: 'nb_NO', timeZone: 'Europe/Oslo' } },
      'properties(title)',
    );
    expect(answer).toEqual({ outcome: 'answered', body: { properties: { title: 'Nytt' } } });
  });

  const both = UNCLEAR.flatMap(([name, fault, what]) =>
    [true, false].map(
      (applied) => [name, applied ? 'applied' : 'not applied', { ...fault, applied }, what] as const,
    ),
  );

  it.each(both)('that met %s (%s) is unclear, and not tried again', async (_name, _how, fault, what) => {
    const client = await setup.connect();
    setup.google.fault(1, fault);
    const answer = await write(client);
    expect(answer).toEqual({
      outcome: 'unclear',
      what: expect.stringMatching(what) as string,
      retryAfter: undefined,
    });
    expect(tabs()).toEqual(fault.applied ? ['Ark1', 'Ny'] : ['Ark1']);
    expect(setup.google.requests).toHaveLength(1);
    expect([setup.environment.slept, setup.environment.said]).toEqual([[], []]);
  });

  it('keeps what Retry-After asks for, in milliseconds, as seconds and as a time', async () => {
    const client = await setup.connect();
    setup.google.fault(1, { status: 429, headers: { 'Retry-After': '60' } });
    expect(await write(client)).toMatchObject({ outcome: 'unclear', retryAfter: 60_000 });
    const inTwoMinutes = new Date(Math.ceil(setup.environment.time / 1000) * 1000 + 120_000).toUTCString();
    setup.google.fault(1, { status: 503, headers: { 'Retry-After': inTwoMinutes } });
    const { retryAfter } = (await write(client)) as Unclear;
    expect(Math.round((retryAfter ?? 0) / 1000)).toBeOneOf([120, 121]);
  });

  it("that does not fit the spreadsheet is refused in Google's words", async () => {
    const client = await setup.connect();
    const answer = await client.batchUpdate(
      setup.spreadsheetId,
      { requests: [...(body.requests ?? []), { deleteSheet: { sheetId: 99 } }] },
      'replies',
    );
    expect(answer).toEqual({
      outcome: 'refused',
      message: 'Invalid requests[1].deleteSheet: No sheet with id: 99',
      isTooLarge: false,
      account: 'the account that GOOGLE_ACCESS_TOKEN belongs to',
    });
    expect(tabs()).toEqual(['Ark1']);
  });

  it('is made with a new token at once when Google turns the old one away', async () => {
    const { google, environment } = setup;
    const path = await setup.file('key.json', keyFile);
    const client = await setup.connect({ serviceAccountFile: path });
    await client.get(setup.spreadsheetId, 'spreadsheetId');
    google.accounts.expireTokens();
    expect(await write(client)).toMatchObject({ outcome: 'answered' });
    expect(google.applied).toHaveLength(1);
    expect(environment.said).toEqual([]);
  });

  it('of more than Google takes is refused, whether Google says so or its front door does', async () => {
    const client = await setup.connect();
    for (const body of [{ error: { code: 413, message: 'Too large' } }, '<html>Error 413</html>']) {
      setup.google.fault(1, { status: 413, body });
      expect(await write(client)).toMatchObject({ outcome: 'refused', isTooLarge: true });
    }
    const message = 'Request payload size exceeds the limit: 10485760 bytes.';
    setup.google.fault(1, { status: 400, body: { error: { code: 400, message } } });
    expect(await write(client)).toMatchObject({ outcome: 'refused', isTooLarge: true });
  });

  it('stops the run where the next try would meet the same', async () => {
    const client = await setup.connect();
    setup.google.share(setup.spreadsheetId, 'skript@example.no', 'reader');
    expect((await userErrorOf(write(client))).message).toMatch(/but not writing/u);
    expect(tabs()).toEqual(['Ark1']);
  });
});

describe('the wait before another try of a write', () => {
  const unclear: Unclear = { outcome: 'unclear', what: 'Google is busy', retryAfter: undefined };

  it('grows, is reported, and has an end', async () => {
    const client = await setup.connect();
    for (const attempt of [1, 2, 3, 4, 5]) await client.pause(attempt, unclear);
    expect(setup.environment.said[1]).toBe('Google is busy; trying again in 6 s (2 of 5).');
    expect(setup.environment.slept).toEqual([2700, 5400, 10_800, 21_600, 43_200]);
    const { message } = await userErrorOf(client.pause(6, unclear));
    expect(message).toBe('Google is busy, 6 times in a row.');
    expect(secretsIn(setup.environment.said)).toEqual([]);
  });

  it('is as long as Google asks for', async () => {
    const client = await setup.connect();
    await client.pause(1, { ...unclear, retryAfter: 60_000 });
    expect(setup.environment.slept).toEqual([60_500]);
  });
});
