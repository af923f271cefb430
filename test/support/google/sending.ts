import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Breakage } from './faults.ts';
import { docxType } from './model/drive.ts';
import type { Answer, Recorded } from './recorded.ts';

/** A page as Google's front door shows it when nobody behind it answers. */
export const errorPage =
  '<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That’s an error.</ins><p>The server encountered a temporary error and could not complete your request.</html>\n';

const dripMs = 20;

/** Google compresses for those who ask for it twice: in `Accept-Encoding`, and by the word in `User-Agent`. */
function wantsGzip({ headers }: Recorded): boolean {
  const asks = (name: string): boolean => headers[name]?.includes('gzip') === true;
  return asks('accept-encoding') && asks('user-agent');
}

/** The body as it goes over the wire. */
function encode(
  { body }: Answer,
  request: Recorded,
  isShort: boolean,
): { bytes: Buffer; headers: Record<string, string> } {
  if (body === undefined) return { bytes: Buffer.alloc(0), headers: {} };
  if (body instanceof Uint8Array) {
    const bytes = isShort ? body.subarray(0, Math.floor(body.length / 2)) : body;
    return { bytes: Buffer.from(bytes), headers: { 'Content-Type': docxType } };
  }
  const isPretty = request.query.get('prettyPrint')?.toLowerCase() !== 'false';
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, isPretty ? 2 : undefined);
  const type = typeof body === 'string' ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8';
  const plain = Buffer.from(isShort ? text.slice(0, Math.floor(text.length / 2)) : text);
  if (!wantsGzip(request)) return { bytes: plain, headers: { 'Content-Type': type } };
  return {
    bytes: gzipSync(plain, { level: 1 }),
    headers: { 'Content-Type': type, 'Content-Encoding': 'gzip' },
  };
}

/** Answers, whole or broken, and notes in the record what was sent. Where no answer will come, `silent` is called. */
export function send(
  response: ServerResponse,
  request: Recorded,
  answer: Answer,
  breaks: Breakage | undefined,
  silent: () => void,
): void {
  const { bytes, headers } = encode(answer, request, breaks === 'short');
  const note = (status: number | undefined, count: number): void => {
    Object.assign(request, { answered: { status, bytes: count } });
  };
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const head = (length: number): void => {
    response.writeHead(answer.status, { ...headers, ...answer.headers, 'Content-Length': length });
  };
  switch (breaks) {
    case undefined:
    case 'html':
    case 'short':
      note(answer.status, bytes.length);
      head(bytes.length);
      response.end(bytes);
      return;
    case 'gzip-cut':
      note(answer.status, half.length);
      head(half.length);
      response.end(half);
      return;
    case 'cut':
      note(answer.status, half.length);
      head(bytes.length);
      response.write(half, () => response.destroy());
      return;
    case 'reset':
      note(undefined, 0);
      response.socket?.resetAndDestroy();
      return;
    case 'drip':
      note(answer.status, 0);
      head(bytes.length + 1);
      drip(response, bytes, silent);
      return;
    case 'hang':
      note(undefined, 0);
      silent();
  }
}

/** Silence is what comes after the third drop: so the client has had the beginning. */
const lastDrop = 3;

function drip(response: ServerResponse, bytes: Buffer, silent: () => void): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < bytes.length) response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent === lastDrop) silent();
  }, dripMs);
  response.on('close', () => {
    clearInterval(timer);
  });
}
