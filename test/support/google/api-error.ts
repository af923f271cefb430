/** A request that is turned away: thrown where the reason is found, answered by the server. */
export class Refused extends Error {
  override readonly name: string = 'Refused';
  readonly code: number;
  readonly body: object | string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: number,
    body: object | string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.code = code;
    this.body = body;
    this.headers = headers;
  }
}

/** An error of the API, worded and shaped as Google words and shapes it (google.rpc.Status). */
export class ApiError extends Refused {
  override readonly name = 'ApiError';
  readonly details: readonly object[];

  constructor(
    code: number,
    status: string,
    message: string,
    details: readonly object[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    const error = { code, message, status, ...(details.length > 0 ? { details } : {}) };
    super(code, { error }, message, headers);
    this.details = details;
  }
}

/** 400 with what is wrong. */
export function invalid(message: string, details: readonly object[] = []): ApiError {
  return new ApiError(400, 'INVALID_ARGUMENT', message, details);
}

/** 400 that names the fields, as the JSON parser and the field masks of the API answer. */
export function badFields(message: string, violations: readonly FieldViolation[]): ApiError {
  return invalid(message, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}

export interface FieldViolation {
  readonly field?: string;
  readonly description: string;
}

/** 400 for what the API documents and the fake does not do: a test that needs it must first teach it to the fake. */
export function notImplemented(what: string): ApiError {
  return invalid(`The fake does not implement ${what}.`);
}

export const notFound = (): ApiError => new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.');

export const forbidden = (): ApiError =>
  new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission');

const seeIdentity =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/** An error of the Drive API, which keeps the older form: https://developers.google.com/workspace/drive/api/guides/handle-errors */
export function driveError(code: number, reason: string, message: string, location?: string): Refused {
  const where = location === undefined ? {} : { location, locationType: 'parameter' };
  const error = { code, message, errors: [{ message, domain: 'global', reason, ...where }] };
  return new Refused(code, { error }, message);
}

/** 401: no token, or one that does not count (any longer). */
export function unauthenticated(why: 'missing' | 'invalid'): ApiError {
  const message =
    why === 'missing'
      ? `Request is missing required authentication credential. ${seeIdentity}`
      : `Request had invalid authentication credentials. ${seeIdentity}`;
  const reason = why === 'missing' ? 'CREDENTIALS_MISSING' : 'ACCESS_TOKEN_EXPIRED';
  const realm = 'Bearer realm="https://accounts.google.com/"';
  return new ApiError(401, 'UNAUTHENTICATED', message, [errorInfo(reason)], {
    'WWW-Authenticate': why === 'missing' ? realm : `${realm}, error="invalid_token"`,
  });
}

export function insufficientScopes(): ApiError {
  return new ApiError(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
    errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
  ]);
}

/** 403 for a project in which nobody has switched the API on. */
export function serviceDisabled(project: string, api: 'Sheets' | 'Drive'): ApiError {
  const url = `https://console.developers.google.com/apis/api/${api.toLowerCase()}.googleapis.com/overview?project=${project}`;
  return new ApiError(
    403,
    'PERMISSION_DENIED',
    `Google ${api} API has not been used in project ${project} before or it is disabled. Enable it by visiting ${url} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Google developers console API activation', url }],
      },
      errorInfo('SERVICE_DISABLED', { consumer: `projects/${project}`, activationUrl: url }),
    ],
  );
}

/** 429 as the quota of a minute answers it. */
function quotaExceeded(kind: 'Read' | 'Write'): ApiError {
  return new ApiError(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:123456789'.`,
    [errorInfo('RATE_LIMIT_EXCEEDED', { quota_limit: `${kind}RequestsPerMinutePerUser` })],
  );
}

/** The bodies that Google gives its own faults. */
export function serverFault(code: number, method: string): ApiError {
  if (code === 429) return quotaExceeded(method === 'GET' ? 'Read' : 'Write');
  if (code === 500) return new ApiError(500, 'INTERNAL', 'Internal error encountered.');
  if (code === 503) return new ApiError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
  if (code === 504)
    return new ApiError(504, 'DEADLINE_EXCEEDED', 'Deadline expired before operation could complete.');
  if (code === 403) return forbidden();
  if (code === 404) return notFound();
  if (code === 401) return unauthenticated('invalid');
  return new ApiError(code, 'UNKNOWN', `The fake was told to answer ${code}.`);
}

function errorInfo(reason: string, metadata: Readonly<Record<string, string>> = {}): object {
  return {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata: { service: 'sheets.googleapis.com', ...metadata },
  };
}
