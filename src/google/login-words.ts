/** Why Google sent the browser back without a code, and what to do about it. */
import { UserError } from '../domain/user-error.ts';

type Words = readonly [message: string, advice: string];

const askAdmin =
  'Ask whoever runs your Google Workspace to trust this OAuth client (Admin console, Security, API controls), and run «npm run login» again; or use a service account. docs/google.md says how.';
const clientWrong =
  'See that GOOGLE_OAUTH_CLIENT names the file of a client of the kind «Desktop app», and download it again from the Google Cloud console.';
const later = 'Run «npm run login» again in some minutes.';

/** RFC 6749, 4.1.2.1, and https://developers.google.com/identity/protocols/oauth2/native-app, «Authorization errors». */
const WORDS = new Map<string, Words>([
  [
    'access_denied',
    [
      'Felles was not given access.',
      "Run «npm run login» again, and allow it on Google's page. An app in testing lets in only the people named as test users in the Google Cloud console.",
    ],
  ],
  [
    'admin_policy_enforced',
    ['Your organisation does not let this app in (admin_policy_enforced).', askAdmin],
  ],
  [
    'org_internal',
    [
      'This OAuth client is only for people of the organisation that made it (org_internal).',
      'Log in with an account of that organisation, or choose «External» for the app in the Google Cloud console, under Audience.',
    ],
  ],
  ['invalid_client', ['Google does not know this OAuth client (invalid_client).', clientWrong]],
  ['unauthorized_client', ['This OAuth client may not log people in so (unauthorized_client).', clientWrong]],
  ['deleted_client', ['This OAuth client was deleted (deleted_client).', clientWrong]],
  [
    'redirect_uri_mismatch',
    ['This OAuth client is not for a program on a machine (redirect_uri_mismatch).', clientWrong],
  ],
  [
    'disallowed_useragent',
    [
      'Google does not log people in in this kind of browser (disallowed_useragent).',
      'Run «npm run login» again, and open the address in an ordinary browser.',
    ],
  ],
  [
    'invalid_scope',
    [
      'Google does not know what was asked for (invalid_scope).',
      'Please report this text: Felles should have known better.',
    ],
  ],
  ['server_error', ['Google had a fault of its own while you logged in (server_error).', later]],
  ['temporarily_unavailable', ['Google is busy, and did not finish the login.', later]],
]);

/** `error` as it came in the address, which anybody may have written. */
export function declined(error: string): UserError {
  const [message, advice] = WORDS.get(error) ?? [
    `Google did not finish the login (${/^\w{1,40}$/u.exec(error)?.[0] ?? 'no reason that can be read'}).`,
    'Run «npm run login» again. If it ends so once more, docs/google.md says what Google and organisations forbid.',
  ];
  return new UserError(message, advice);
}
