/** The slice of the Sheets API that Felles calls, straight on the fake: for tests of thousands of runs. */
import type { SheetsClient, WriteAnswer } from '../../../src/google/sheets-client.ts';
import type { FakeGoogle } from './fake-google.ts';
import type { Answer } from './recorded.ts';

/** What becomes of a write whose answer is lost. */
export type Loss = 'applied' | 'not applied';

/**
 * `between` runs before each request, as people edit while a script works; it may tell that the request's answer is lost,
 * which is heeded of writes.
 */
export function inProcessClient(google: FakeGoogle, between: () => Promise<Loss | undefined>): SheetsClient {
  let loss: Loss | undefined;
  const ask = async (
    method: string,
    path: string,
    query: Record<string, string>,
    body?: object,
  ): Promise<Answer> => {
    loss = await between();
    if (method === 'POST' && loss === 'not applied') return { status: 503, body: {}, headers: {} };
    return google.ask({
      number: google.requests.length + 1,
      method,
      path,
      query: new URLSearchParams(query),
      headers: { authorization: `Bearer ${google.token}` },
      // What is not JSON would not have come through.
      body: body === undefined ? undefined : JSON.parse(JSON.stringify(body)),
      isMalformed: false,
      bytes: 0,
      answered: undefined,
    });
  };
  const write = async (path: string, body: object, fields: string): Promise<WriteAnswer> => {
    const answer = await ask('POST', path, { fields, prettyPrint: 'false' }, body);
    if (loss !== undefined) return { outcome: 'unclear', what: 'nothing came back', retryAfter: undefined };
    if (answer.status === 200) return { outcome: 'answered', body: answer.body };
    if (answer.status === 400) {
      const account = 'skript@example.no';
      return { outcome: 'refused', message: JSON.stringify(answer.body), isTooLarge: false, account };
    }
    throw new Error(`the fake answers ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  return {
    get: async (id, fields) => {
      const answer = await ask('GET', `/v4/spreadsheets/${id}`, { fields, prettyPrint: 'false' });
      if (answer.status !== 200) throw new Error(`the fake answers ${answer.status}`);
      return answer.body;
    },
    batchUpdate: (id, body, fields) => write(`/v4/spreadsheets/${id}:batchUpdate`, body, fields),
    create: (body, fields) => write('/v4/spreadsheets', body, fields),
    pause: () => Promise.resolve(),
  };
}
