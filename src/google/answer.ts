/** What came back over the wire, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * No whole answer came back. Holds neither the request nor the error behind it, which know tokens and keys: only what
 * kind of fault it was.
 */
export class ConnectionFault extends Error {
  override readonly name = 'ConnectionFault' as const;
  /** As Node has it: `ECONNRESET`, `ENOTFOUND`, `CERT_HAS_EXPIRED`; `DEADLINE` for our own. */
  readonly code: string;
  /** Where the request went. */
  readonly host: string;

  constructor(code: string, host: string) {
    super(`${code} from ${host}`);
    this.code = code;
    this.host = host;
  }
}
