import { request, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';

interface Plain {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came, but for the compression. */
  readonly body: string;
  /** How much came over the wire. */
  readonly bytes: number;
}

/** Asks without any client between: for what a client would not send, or would hide. */
export function get(
  url: string,
  how: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Plain> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: how.method ?? 'GET', headers: how.headers ?? {} }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const raw = Buffer.concat(chunks);
        const { headers, statusCode: status = 0 } = response;
        const body = headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
        resolve({ status, headers, body: body.toString('utf8'), bytes: raw.length });
      });
    });
    sent.on('error', reject);
    sent.end(how.body);
  });
}
