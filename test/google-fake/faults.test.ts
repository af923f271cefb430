import { describe, expect, it } from 'vitest';
import type { Fault } from '../support/google/faults.ts';
import { get } from './get.ts';
import { batch, cellsOf, fill, talkBeforeEach, text } from './talk.ts';

describe('faults of the fake', () => {
  const talk = talkBeforeEach();
  const append = () =>
    batch(talk, [{ appendCells: { rows: [{ values: [text('T-1')] }], fields: 'userEnteredValue' } }]);
  const outcome = async (): Promise<unknown> =>
    append().then(
      () => 'answered',
      (error: unknown) => (error as { status?: number }).status ?? 'broken',
    );
  const isWritten = (): boolean => {
    const [sheet] = talk.google.spreadsheet(talk.spreadsheetId).sheets;
    return sheet?.cell(0, 0)?.content === 'T-1';
  };

  it.each([
    [429, 'RESOURCE_EXHAUSTED'],
    [500, 'INTERNAL'],
    [503, 'UNAVAILABLE'],
    [504, 'DEADLINE_EXCEEDED'],
    [403, 'PERMISSION_DENIED'],
  ])('answer %i in the words of Google, and do it or not', async (status, name) => {
    talk.google.fault(1, { status, headers: { 'Retry-After': '60' } });
    await expect(append()).rejects.toMatchObject({
      status,
      response: { data: { error: { code: status, status: name } } },
    });
    expect(isWritten()).toBe(false);
    talk.google.fault(1, { status, applied: true });
    expect(await outcome()).toBe(status);
    expect(isWritten()).toBe(true);
    expect(talk.google.applied).toHaveLength(1);
    expect(await outcome()).toBe('answered');
  });

  it.each<[Fault, unknown]>([
    [{ breaks: 'reset' }, 'broken'],
    [{ breaks: 'cut' }, 'broken'],
    [{ breaks: 'gzip-cut' }, 'answered'],
    [{ breaks: 'html' }, 502],
    [{ breaks: 'html', status: 200 }, 'answered'],
    [{ breaks: 'short' }, 'answered'],
    [{ status: 500, body: 'Backend Error' }, 500],
  ])('break the answer: %j', async (fault, expected) => {
    talk.google.fault(1, { ...fault });
    expect(await outcome()).toBe(expected);
    expect(isWritten()).toBe(false);
    talk.google.fault(1, { ...fault, applied: true });
    expect(await outcome()).toBe(expected);
    expect(isWritten()).toBe(true);
  });

  it('cut JSON short where HTTP is whole, so that a client gets text in its place', async () => {
    await fill(talk, [['ID']]);
    talk.google.fault(1, { breaks: 'short' });
    const { api, spreadsheetId } = talk;
    const { data } = await api.spreadsheets.get({ spreadsheetId });
    expect(typeof data).toBe('string');
    // Half of what is compressed is taken for the whole, without a word.
    talk.google.fault(1, { breaks: 'gzip-cut' });
    expect(typeof (await api.spreadsheets.get({ spreadsheetId })).data).toBe('string');
    talk.google.fault(1, { breaks: 'html', status: 200 });
    const page = (await api.spreadsheets.get({ spreadsheetId })).data as unknown;
    expect(page).toMatch(/^<!DOCTYPE html>/u);
  });

  it.each(['hang', 'drip'] as const)('%s until the client has had enough', async (breaks) => {
    talk.google.fault(1, { breaks, applied: true });
    const { api, spreadsheetId } = talk;
    const requestBody = { requests: [{ addSheet: { properties: { title: 'Ny' } } }] };
    const call = api.spreadsheets.batchUpdate(
      { spreadsheetId, requestBody },
      { signal: talk.google.deadline() },
    );
    await expect(call).rejects.toThrow();
    expect(talk.google.spreadsheet(spreadsheetId).sheets).toHaveLength(2);
  });

  it('meet the request that is counted from now on, or those that are like this, as often as said', async () => {
    const { google } = talk;
    await cellsOf(talk);
    google.fault(2, { status: 503 });
    expect([await outcome(), await outcome(), await outcome()]).toEqual(['answered', 503, 'answered']);
    google.fault(({ method }) => method === 'POST', { status: 500, times: 2 });
    await cellsOf(talk);
    expect([await outcome(), await outcome(), await outcome()]).toEqual([500, 500, 'answered']);
  });

  it('are told by the record of each request', async () => {
    talk.google.fault(1, { breaks: 'reset' });
    await outcome();
    await append();
    const [broken, whole] = talk.google.requests;
    expect(broken).toMatchObject({ number: 1, method: 'POST', answered: { status: undefined, bytes: 0 } });
    expect(whole?.path).toBe(`/v4/spreadsheets/${talk.spreadsheetId}:batchUpdate`);
    expect(whole?.body).toEqual({
      requests: [{ appendCells: { rows: [{ values: [text('T-1')] }], fields: 'userEnteredValue' } }],
    });
    expect(whole?.bytes).toBe(JSON.stringify(whole?.body).length);
    expect(whole?.answered?.bytes).toBeGreaterThan(10);
  });

  it('leave alone how an answer is written: in lines unless told otherwise, and compressed for who asks twice', async () => {
    const { google, spreadsheetId } = talk;
    const ask = (query: string, more: Record<string, string> = {}) =>
      get(`${google.origin}/v4/spreadsheets/${spreadsheetId}${query}`, {
        headers: { Authorization: `Bearer ${google.token}`, ...more },
      });
    expect((await ask('')).body).toContain('\n  "spreadsheetId"');
    const plain = await ask('?prettyPrint=false', { 'Accept-Encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).not.toContain('\n');
    const packed = await ask('?prettyPrint=false', { 'Accept-Encoding': 'gzip', 'User-Agent': 'x (gzip)' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.body).toBe(plain.body);
    expect(packed.bytes).toBeLessThan(plain.bytes);
  });
});
