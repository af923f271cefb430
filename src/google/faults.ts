/** The only file that knows Google's status codes and texts: what an answer means for what was asked. */
import { z } from 'zod';
import { msg } from '../domain/msg.ts';
import type { UserError } from '../domain/user-error.ts';
import * as words from './advice.ts';
import type { Asked, Who } from './advice.ts';
import { driveTooNarrow, refusedByDrive } from './drive-advice.ts';
import { driveRefusal } from './drive-refusals.ts';
import { brokenOff, transientStatus } from './transient-words.ts';
import { ConnectionFault, type Answer } from './transport.ts';

const isMail = ({ action }: Asked): boolean => action === 'send' || action === 'draft';

const isNewOnDrive = ({ action, on }: Asked): boolean => action === 'create' && on !== undefined;

/** A fault that may be gone at the next try. A write that met it may have been made or not. */
export interface TransientFault {
  readonly kind: 'transient';
  /** For the terminal: «Google is busy». */
  readonly what: string;
  /** Milliseconds, where Google said how long. */
  readonly retryAfter: number | undefined;
  /** What to do when it does not go away. */
  readonly advice: string;
  /** Google said that there were too many requests: nothing was done. */
  readonly isTooMuch: boolean;
  /** Google itself said that it failed: it does not go on with the request, as it may where no answer came. */
  readonly isOver: boolean;
}

export type RequestResult =
  | { readonly kind: 'well'; readonly body: unknown }
  | TransientFault
  /** 401: another token may help. */
  | { readonly kind: 'unknown-token'; readonly error: UserError }
  /** 400 or 413: nothing was done. Google's own text. */
  | { readonly kind: 'refused'; readonly message: string; readonly isTooLarge: boolean }
  /** Nothing was done, and another try would end in the same way. */
  | { readonly kind: 'stops'; readonly error: UserError };

const stops = (error: UserError): RequestResult => ({ kind: 'stops', error });

/** https://docs.cloud.google.com/apis/design/errors: google.rpc.Status, with the older `errors[].reason`. */
const apiError = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().default(''),
    details: z
      .array(z.looseObject({ reason: z.string().optional(), metadata: z.unknown().optional() }))
      .default([]),
    errors: z.array(z.looseObject({ reason: z.string().optional() })).default([]),
  }),
});

/** RFC 6749, 5.2. */
const tokenError = z.object({ error: z.string(), error_description: z.string().default('') });

const activation = z.object({ activationUrl: z.string().startsWith('https://console.') });

/** Node's codes for a name that is not found, a closed port, and no route. */
const NO_NETWORK = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);

const isTlsFault = (code: string): boolean =>
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|EPROTO)|CERT/u.test(code);

/** These only come before any part of a request has been sent. */
const NOT_CONNECTED =
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*|ERR_TLS_CERT_.*)$/u;

/**
 * What it means that no answer came. A mail is reported as not sent, and a document as not made, only if that is certain.
 * Throws what is no fault of the connection, without the request that gaxios wraps around it.
 */
export function classifyNoAnswer(error: unknown, asked: Asked = { action: 'read' }): RequestResult {
  const fault = connectionFaultIn(error);
  if (fault === undefined) throw withoutRequest(error);
  const { code, host } = fault;
  if ((isMail(asked) || isNewOnDrive(asked)) && !NOT_CONNECTED.test(code)) return transient(brokenOff(code));
  if (NO_NETWORK.has(code)) return stops(words.noNetwork(host, code));
  if (isTlsFault(code)) return stops(words.insecure(host, code));
  return transient(brokenOff(code));
}

function connectionFaultIn(error: unknown): ConnectionFault | undefined {
  return [error, causeOf(error)].find((each) => each instanceof ConnectionFault);
}

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

/** gaxios wraps what `fetch` throws, and keeps the request with its token beside it. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof Error) || !('config' in error)) return error;
  return error.cause instanceof Error ? error.cause : new Error(error.message);
}

function transient(what: string, retryAfter?: number, advice: string = words.tryLater()): TransientFault {
  return { kind: 'transient', what, retryAfter, advice, isTooMuch: false, isOver: false };
}

const tooMuch = ({ headers }: Answer, now: number): TransientFault => ({
  ...transient(msg`Google is busy`, parseRetryAfter(headers.get('retry-after'), now)),
  isTooMuch: true,
  isOver: true,
});

/** What an answer of the Sheets, the Gmail or the Drive API means. `now` as in `Date.now()`. */
export function classifyAnswer(answer: Answer, asked: Asked, who: Who, now: number): RequestResult {
  const { status, headers, text } = answer;
  const body = parseJson(text);
  if (status >= 200 && status < 300) return classifySuccess(answer, body);
  if (status === 429) return isOfDay(text) ? stops(words.dayUsedUp(asked)) : tooMuch(answer, now);
  const what = transientStatus(status);
  if (what !== undefined) {
    const isOver = status === 500 || status === 503;
    return { ...transient(what, parseRetryAfter(headers.get('retry-after'), now)), isOver };
  }
  // Google's front end answers this with a web page.
  if (status === 413) return tooLarge(asked);
  const parsed = apiError.safeParse(body);
  if (!parsed.success)
    return status >= 500
      ? transient(msg`Google had a fault of its own (${status})`)
      : stops(words.webPage(status));
  return classifyRefusal(parsed.data, answer, { asked, who, now });
}

interface Context {
  readonly asked: Asked;
  readonly who: Who;
  readonly now: number;
}

type ApiError = z.infer<typeof apiError>;

/** Google said why it did nothing. */
function classifyRefusal(body: ApiError, answer: Answer, context: Context): RequestResult {
  const { status } = answer;
  const { asked, who, now } = context;
  const said = words.tidy(body.error.message);
  const ofDrive = asked.on && driveRefusal({ status, reasons: reasonsOf(body), said }, asked.on, who);
  if (ofDrive !== undefined) return stops(ofDrive);
  switch (status) {
    case 400:
      return classifyInvalid(body.error.status, said, context);
    case 401:
      return { kind: 'unknown-token', error: words.wrongClock(clockOff(answer, now)) ?? words.notLetIn(who) };
    case 403:
      return classifyForbidden(body, answer, context);
    case 404:
      return stops(isMail(asked) ? words.unexpected(status, said) : words.noSuchSheet(asked.spreadsheetId));
    default:
      return isMail(asked)
        ? transient(msg`Google answered with ${status}`)
        : stops(words.unexpected(status, said));
  }
}

const tooLarge = ({ action }: Asked): RequestResult =>
  action === 'write'
    ? { kind: 'refused', message: msg`the request is too large (413)`, isTooLarge: true }
    : stops(words.tooLarge());

function classifyInvalid(word: string, said: string, { asked, who }: Context): RequestResult {
  if (word === 'FAILED_PRECONDITION' && asked.on === undefined)
    return stops(isMail(asked) ? words.noMailbox(said, who) : words.notASheet(said));
  return asked.action === 'read'
    ? stops(words.unexpected(400, said))
    : { kind: 'refused', message: said, isTooLarge: /payload size exceeds/iu.test(said) };
}

/** They are in `details` (google.rpc.ErrorInfo) or, in the older form, in `errors`. In lower case. */
const reasonsOf = ({ error: { details, errors } }: ApiError): ReadonlySet<string | undefined> =>
  new Set([...details, ...errors].map(({ reason }) => reason?.toLowerCase()));

/** 403 has many reasons. */
function classifyForbidden(body: ApiError, answer: Answer, { asked, who, now }: Context): RequestResult {
  const { message, status: word, details } = body.error;
  const reasons = reasonsOf(body);
  const has = (...names: readonly string[]): boolean => names.some((name) => reasons.has(name.toLowerCase()));
  const said = words.tidy(message);
  if (has('dailyLimitExceeded', 'quotaExceeded') || isOfDay(message)) return stops(words.dayUsedUp(asked));
  if (has('rateLimitExceeded', 'userRateLimitExceeded')) return tooMuch(answer, now);
  if (has('SERVICE_DISABLED', 'accessNotConfigured'))
    return stops(words.apiDisabled(apiOf(asked), activationUrlIn(details)));
  if (has('ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions'))
    return stops(asked.on ? driveTooNarrow(who, isNewOnDrive(asked)) : words.tooNarrow(asked, who));
  if (has('storageQuotaExceeded') || /storage quota/iu.test(message))
    return stops(words.storageFull(asked, who));
  if (has(...OF_ORGANISATIONS) || /administrator|organi[sz]ation/iu.test(message))
    return stops(words.organisationForbids(said));
  if (asked.on !== undefined) return stops(refusedByDrive(asked.on, who, said));
  if (word === 'PERMISSION_DENIED') return stops(words.forbidden(asked, who));
  return stops(words.unexpected(answer.status, said));
}

const apiOf = (asked: Asked): 'drive' | 'gmail' | 'sheets' => {
  if (asked.on !== undefined) return 'drive';
  return isMail(asked) ? 'gmail' : 'sheets';
};

/** Reasons for which an organisation forbids access to what it owns. */
const OF_ORGANISATIONS = [
  'domainPolicy',
  'ORG_RESTRICTION_VIOLATION',
  'SECURITY_POLICY_VIOLATED',
  'RESOURCE_USAGE_RESTRICTION_VIOLATED',
  'appNotAuthorizedToFile',
];

/** A daily quota is not renewed while somebody waits. */
const isOfDay = (message: string): boolean => /\bper day\b|\bdaily\b/iu.test(message);

function classifySuccess({ headers, text, bytes }: Answer, body: unknown): RequestResult {
  // A .docx is a ZIP file.
  if (bytes !== undefined && text.startsWith('PK')) return { kind: 'well', body: bytes };
  if (bytes === undefined && typeof body === 'object' && body !== null) return { kind: 'well', body };
  const isPage = /html/iu.test(headers.get('content-type') ?? '') || /^\s*</u.test(text);
  if (isPage)
    return transient(msg`A web page came instead of Google's answer`, undefined, words.aboutWebPages());
  return transient(msg`Google's answer was cut off`);
}

/** Undefined for what is no JSON. The error is dropped: it quotes the text, which may be secret. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function activationUrlIn(details: readonly { readonly metadata?: unknown }[]): string | undefined {
  return details.map(({ metadata }) => activation.safeParse(metadata).data?.activationUrl).find(Boolean);
}

/** Milliseconds that our clock is ahead of Google's, by the `Date` of the answer. */
function clockOff({ headers }: Answer, now: number): number | undefined {
  const theirs = parseHttpDate(headers.get('date'));
  return theirs === undefined ? undefined : now - theirs;
}

/**
 * What an answer of the token endpoint means: https://developers.google.com/identity/protocols/oauth2/service-account
 * and RFC 6749. `now` as in `Date.now()`.
 */
export function classifyTokenAnswer(answer: Answer, who: Who, now: number): RequestResult {
  const { status, headers, text } = answer;
  const body = parseJson(text);
  if (status >= 200 && status < 300) return classifySuccess(answer, body);
  const what = transientStatus(status);
  if (what !== undefined) return transient(what, parseRetryAfter(headers.get('retry-after'), now));
  const parsed = tokenError.safeParse(body);
  if (!parsed.success) return stops(words.webPage(status));
  const said = words.tidy(parsed.data.error_description);
  const wrongClock = words.wrongClock(clockOff(answer, now));
  switch (parsed.data.error) {
    case 'invalid_grant':
      return stops(
        wrongClock ??
          (/short-lived|timeframe|\b(?:iat|exp)\b/iu.test(said)
            ? words.perhapsClock()
            : words.loginGone(who, said)),
      );
    case 'invalid_client':
    case 'unauthorized_client':
    case 'deleted_client':
      return stops(words.clientGone(who, said));
    default:
      return stops(wrongClock ?? words.tokenRefused(who, parsed.data.error, said));
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The time in a header, as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), in milliseconds since 1970.
 * Undefined for anything else: the two obsolete forms are left out, since Google sends neither.
 */
export function parseHttpDate(text: string | null): number | undefined {
  const pattern =
    /^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/u;
  const groups = pattern.exec(text ?? '')?.groups;
  if (groups === undefined) return undefined;
  const month = MONTHS.indexOf(groups['month'] ?? '');
  if (month < 0) return undefined;
  const number = (name: string): number => Number(groups[name]);
  return Date.UTC(number('year'), month, number('day'), number('hour'), number('minute'), number('second'));
}

/** What `Retry-After` asks for, in milliseconds: seconds, or a time (RFC 9110, 10.2.3). `now` as in `Date.now()`. */
export function parseRetryAfter(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000;
  const until = parseHttpDate(text);
  return until === undefined ? undefined : Math.max(0, until - now);
}
