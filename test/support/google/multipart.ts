/** The body of an upload with metadata: https://developers.google.com/workspace/drive/api/guides/manage-uploads#multipart */

export interface Part {
  readonly type: string;
  readonly bytes: Buffer;
}

const breakBytes = Buffer.from('\r\n\r\n');

/** The parts (RFC 2387); undefined for what is none. */
export function partsOf(raw: Buffer, contentType: string): readonly Part[] | undefined {
  const boundary = /^multipart\/related;\s*boundary="?(?<boundary>[^";]+)"?$/iu.exec(contentType)?.groups?.[
    'boundary'
  ];
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = raw.indexOf(delimiter);
  for (;;) {
    const end = raw.indexOf(delimiter, start + delimiter.length);
    if (start < 0 || end < 0) return undefined;
    const whole = raw.subarray(start + delimiter.length + 2, end - 2);
    const at = whole.indexOf(breakBytes);
    const type = /content-type:\s*(?<type>\S+)/iu.exec(whole.subarray(0, at).toString())?.groups?.['type'];
    if (at < 0 || type === undefined) return undefined;
    parts.push({ type, bytes: whole.subarray(at + breakBytes.length) });
    if (raw.subarray(end + delimiter.length, end + delimiter.length + 2).toString() === '--') return parts;
    start = end;
  }
}
