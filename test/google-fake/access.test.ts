import { describe, expect, it } from 'vitest';
import { get } from './get.ts';
import { apiWith, batch, faultOf, talkBeforeEach } from './talk.ts';

const auth = 'https://www.googleapis.com/auth';

/** What of an error a script can tell its operator from. */
interface Fault {
  readonly status: number;
  readonly response: {
    readonly data: { readonly error: { readonly status: string; readonly details?: object[] } };
  };
}

describe('who the fake lets in', () => {
  let now = Date.UTC(2026, 10, 23, 11);
  const talk = talkBeforeEach({ clock: () => now });
  const read = (token: string) =>
    apiWith(talk.google, token).spreadsheets.get({ spreadsheetId: talk.spreadsheetId });
  const write = (token: string) => batch({ ...talk, api: apiWith(talk.google, token) }, [{ addSheet: {} }]);
  const issue = (email: string, scope: string, lifetimeMs = 1000) =>
    talk.google.accounts.issue({ email, scopes: [`${auth}/${scope}`], lifetimeMs });
  const fault = async (call: Promise<unknown>): Promise<unknown[]> => {
    const error = (await call.then(
      () => undefined,
      (reason: unknown) => reason,
    )) as Fault | undefined;
    const { status, details = [] } = error?.response.data.error ?? {};
    return [error?.status, status, ...details.flatMap((each) => ('reason' in each ? [each.reason] : []))];
  };

  it('are those with a token that still lasts', async () => {
    const token = issue('kari@example.no', 'spreadsheets');
    await read(token);
    now += 1000;
    expect(await fault(read(token))).toEqual([401, 'UNAUTHENTICATED', 'ACCESS_TOKEN_EXPIRED']);
    expect(await fault(read('guessed'))).toEqual([401, 'UNAUTHENTICATED', 'ACCESS_TOKEN_EXPIRED']);
    talk.google.accounts.expireTokens();
    expect(await fault(read(talk.google.token))).toEqual([401, 'UNAUTHENTICATED', 'ACCESS_TOKEN_EXPIRED']);
  });

  it('are not those without a token', async () => {
    const { google, spreadsheetId } = talk;
    const { status, headers, body } = await get(`${google.origin}/v4/spreadsheets/${spreadsheetId}`);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer realm="https://accounts.google.com/"');
    expect(body).toMatch(/missing required authentication credential/u);
  });

  it('may do what the scopes of the token say', async () => {
    const reader = issue('kari@example.no', 'spreadsheets.readonly');
    await read(reader);
    expect(await fault(write(reader))).toEqual([403, 'PERMISSION_DENIED', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);
    await write(issue('kari@example.no', 'drive.file'));
    expect(await fault(read(issue('kari@example.no', 'calendar')))).toEqual([
      403,
      'PERMISSION_DENIED',
      'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    ]);
  });

  it('may do what the spreadsheet is shared with them for', async () => {
    const { google, spreadsheetId } = talk;
    const token = issue('ola@example.no', 'spreadsheets');
    google.share(spreadsheetId, 'ola@example.no', 'reader');
    await read(token);
    expect(await fault(write(token))).toEqual([403, 'PERMISSION_DENIED']);
    google.share(spreadsheetId, 'ola@example.no', 'none');
    expect(await fault(read(token))).toEqual([403, 'PERMISSION_DENIED']);
    google.share(spreadsheetId, 'ola@example.no', 'writer');
    await write(token);
  });

  it('come to what there is, in a project that has the API', async () => {
    const { google, api } = talk;
    expect(await fault(api.spreadsheets.get({ spreadsheetId: '1borte' }))).toEqual([404, 'NOT_FOUND']);
    google.enableApi(false);
    expect(await fault(read(google.token))).toEqual([403, 'PERMISSION_DENIED', 'SERVICE_DISABLED']);
    expect(await faultOf(read(google.token))).toMatch(/has not been used in project 123456789 before/u);
  });
});

describe('what the fake does not know', () => {
  const talk = talkBeforeEach();
  const url = (path: string) => `${talk.google.origin}${path}`;
  const headers = () => ({
    Authorization: `Bearer ${talk.google.token}`,
    'Content-Type': 'application/json',
  });
  const post = async (body: string): Promise<string> => {
    const answer = await get(url(`/v4/spreadsheets/${talk.spreadsheetId}:batchUpdate`), {
      method: 'POST',
      headers: headers(),
      body,
    });
    expect(answer.status).toBe(400);
    return (JSON.parse(answer.body) as { error: { message: string } }).error.message;
  };

  it.each([
    [{ request: [] }, 'Invalid JSON payload received. Unknown name "request": Cannot find field.'],
    [
      { requests: [{ addTab: {} }] },
      `Invalid JSON payload received. Unknown name "addTab" at 'requests[0]': Cannot find field.`,
    ],
    [
      { requests: [{ addSheet: { properties: { sheetID: 1 } } }, { deleteSheet: { id: 1 } }] },
      [
        `Invalid JSON payload received. Unknown name "sheetID" at 'requests[0].add_sheet.properties': Cannot find field.`,
        `Invalid JSON payload received. Unknown name "id" at 'requests[1].delete_sheet': Cannot find field.`,
      ].join('\n'),
    ],
    [
      { requests: [{ deleteSheet: { sheetId: '0' } }] },
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "0"`,
    ],
    [{ requests: [] }, 'Must specify at least one request.'],
    [{ requests: [{ addChart: {} }] }, 'The fake does not implement requests of the kind addChart.'],
    [
      { requests: [{ addSheet: {}, deleteSheet: {} }] },
      `Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set.`,
    ],
  ])('is refused: %j', async (body, message) => {
    expect(await post(JSON.stringify(body))).toBe(message);
    expect(talk.google.applied).toEqual([]);
  });

  it('takes null for what is not set, and no JSON that is not whole', async () => {
    expect(await post('{"requests":[')).toMatch(/Invalid JSON payload received/u);
    const { status } = await get(url(`/v4/spreadsheets/${talk.spreadsheetId}:batchUpdate`), {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({
        requests: [{ addSheet: { properties: { title: null } } }],
        responseRanges: null,
      }),
    });
    expect(status).toBe(200);
  });

  it.each([
    ['/v4/spreadsheets/x?field=a', 400],
    ['/v4/spreadsheets/x?alt=media', 400],
    ['/v4/spreadsheets/x/sheets/0:copyTo', 404],
    ['/v3/feeds', 404],
  ])('GET %s is answered with %i', async (path, expected) => {
    expect((await get(url(path), { headers: headers() })).status).toBe(expected);
  });

  it.each([
    ['Borte!A1', 'Unable to parse range: Borte!A1'],
    ['To ord!A1', 'Unable to parse range: To ord!A1'],
    ['Tiltak!A0', 'Unable to parse range: Tiltak!A0'],
    ['Tiltak!A7', 'Range (Tiltak!A7) exceeds grid limits. Max rows: 6, max columns: 4'],
    ['E1:F2', 'Range (E1:F2) exceeds grid limits. Max rows: 6, max columns: 4'],
  ])('is the range %s', async (range, message) => {
    const { api, spreadsheetId } = talk;
    expect(await faultOf(api.spreadsheets.get({ spreadsheetId, ranges: [range] }))).toBe(message);
  });
});
