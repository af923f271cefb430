import type { State } from './state.ts';

/** A request as it came over the wire. */
export interface Recorded {
  /** From 1, in the order in which they came. */
  readonly number: number;
  readonly method: string;
  /** Decoded, without the query: `/v4/spreadsheets/1abc:batchUpdate`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON parsed, a form as its fields, an upload as its parts, nothing as undefined. */
  readonly body: unknown;
  /** The body says that it is JSON, and is not. */
  readonly isMalformed: boolean;
  /** The size of the body, in bytes. */
  readonly bytes: number;
  /** Once it is answered: the status, unless the connection was broken, and the bytes of the body as sent. */
  answered: { readonly status: number | undefined; readonly bytes: number } | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for none; bytes for a file. */
  readonly body: object | string | undefined;
}

/** Something that the server answers. Throws `Refused` when it turns the request away. */
export interface Route {
  readonly method: string;
  /** Of the decoded path. */
  readonly path: RegExp;
  readonly answer: (request: Recorded, state: State) => Answer;
}
