/** How one of Google's own clients is asked: one request, and its answer as it came. */
import type { Answer } from './answer.ts';

/** As text, and without a judgement or another try by the package: both are ours. */
export const requestWith = (token: string, fetchImplementation: typeof fetch) => ({
  headers: { authorization: `Bearer ${token}` },
  fetchImplementation,
  responseType: 'text' as const,
  validateStatus: () => true,
  retry: false,
});

/**
 * The package promises an object; with `responseType: 'text'` it hands over the text, and nothing for a 204. Headers
 * come as a plain object.
 */
export function answerOf({
  status,
  headers,
  data,
}: {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
}): Answer {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { status, headers: new Headers(entries), text: typeof data === 'string' ? data : '' };
}
