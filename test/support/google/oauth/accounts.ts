import type { KeyObject } from 'node:crypto';
import { unauthenticated } from '../api-error.ts';

export interface Token {
  readonly email: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** The refresh token that it goes with. */
  readonly refreshToken?: string | undefined;
}

interface Grant {
  readonly email: string;
  readonly scopes: readonly string[];
  readonly clientId: string;
}

/** What was agreed to on the consent page, until the code is exchanged. */
interface Consent extends Grant {
  readonly redirectUri: string;
  /** The S256 challenge of PKCE (RFC 7636). */
  readonly challenge: string | undefined;
  readonly offline: boolean;
}

const lifetimeMs = 3_599_000;

/** Who may come in: service accounts, apps that people sign in to, and the tokens that have been given out. */
export class Accounts {
  /** Public keys by address; null for an account whose signatures are not looked at. */
  readonly services = new Map<string, KeyObject | null>();
  /** Client secrets by client id: the apps that people can sign in to. */
  readonly clients = new Map<string, string>();
  readonly refreshTokens = new Map<string, Grant>();
  readonly codes = new Map<string, Consent>();
  /** Who sits at the consent page; null for one who says no. */
  person: string | null = 'kari@example.no';
  /** Scopes that the person at the consent page does not tick. */
  withheld: readonly string[] = [];
  readonly #tokens = new Map<string, Token>();
  readonly #clock: () => number;
  #made = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  get now(): number {
    return this.#clock();
  }

  /** A text that nobody could have guessed in the real thing. */
  secret(kind: string): string {
    this.#made += 1;
    return `fake-${kind}-${this.#made}`;
  }

  /** Gives out an access token; it lasts an hour unless said. */
  issue(token: Omit<Token, 'expires'> & { readonly lifetimeMs?: number }): string {
    const text = this.secret('access-token');
    this.#tokens.set(text, { ...token, expires: this.now + (token.lifetimeMs ?? lifetimeMs) });
    return text;
  }

  /** Ends every access token that has been given out, as time does. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  /** Ends a token, and with a refresh token those that came of it. False when there is none. */
  revoke(text: string): boolean {
    const refreshToken = this.#tokens.get(text)?.refreshToken ?? text;
    const known = this.#tokens.delete(text);
    const wasRefresh = this.refreshTokens.delete(refreshToken);
    for (const [access, token] of this.#tokens)
      if (token.refreshToken === refreshToken) this.#tokens.delete(access);
    return known || wasRefresh;
  }

  /** Who sends this `Authorization` header. Throws 401. */
  caller(header: string | undefined): Token {
    const text = /^Bearer (?<token>\S+)$/u.exec(header ?? '')?.groups?.['token'];
    if (text === undefined) throw unauthenticated('missing');
    const token = this.#tokens.get(text);
    if (token === undefined || token.expires <= this.now) throw unauthenticated('invalid');
    return token;
  }
}
