import { Refused } from '../api-error.ts';

/** An error of the token endpoint. Source: RFC 6749, 5.2. */
export function refusedGrant(error: string, description: string): Refused {
  const code = error === 'invalid_client' ? 401 : 400;
  return new Refused(code, { error, error_description: description }, description);
}
