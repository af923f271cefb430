import type { KeyObject } from 'node:crypto';
import { unauthenticated } from '../api-error.ts';

export interface Token {
  readonly email: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface Grant {
  readonly email: string;
  readonly scopes: readonly string[];
  readonly clientId: string;
}

/** What was asked for on the consent page, until the code is exchanged. */
export interface Consent extends Grant {
  readonly redirectUri: string;
  /** The S256 challenge of PKCE (RFC 7636). */
  readonly challenge: string | undefined;
}

export const everyScope = ['https://www.googleapis.com/auth/spreadsheets'];

/** Who may come in: service accounts, apps that people sign in to, and the tokens that have been given out. */
export class Accounts {
  /** Public keys by address; null for an account whose signatures are not looked at. */
  readonly services = new Map<string, KeyObject | null>();
  /** Client secrets by client id. */
  readonly clients = new Map<string, string>();
  readonly tokens = new Map<string, Token>();
  readonly refreshTokens = new Map<string, Grant>();
  readonly codes = new Map<string, Consent>();
  /** Who sits at the consent page; null for one who says no. */
  person: string | null = 'kari@example.no';
  #made = 0;

  /** A text that nobody could have guessed in the real thing. */
  secret(kind: string): string {
    this.#made += 1;
    return `fake-${kind}-${this.#made}`;
  }

  issue(email: string, scopes: readonly string[], expires: number): string {
    const token = this.secret('access-token');
    this.tokens.set(token, { email, scopes, expires });
    return token;
  }

  /** Who sends this `Authorization` header. Throws 401. */
  caller(header: string | undefined, now: number): Token {
    const token = /^Bearer (?<token>\S+)$/u.exec(header ?? '')?.groups?.['token'];
    if (token === undefined) throw unauthenticated('missing');
    const known = this.tokens.get(token);
    if (known === undefined || known.expires <= now) throw unauthenticated('invalid');
    return known;
  }
}
