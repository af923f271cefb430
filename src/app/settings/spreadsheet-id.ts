import { UserError } from '../../domain/user-error.ts';
import { parseUrl } from '../../domain/url.ts';

/** Google has never promised a length; all that are known have 44 characters. */
const ID = /^[\w-]{20,}$/u;

const advice =
  'Open the sheet in a browser and copy its whole address, as in https://docs.google.com/spreadsheets/d/1AbC…/edit, or only the part between /d/ and /edit.';

/** Other things with an address at Google, by the beginning of the path. */
const OTHER_KINDS: readonly (readonly [path: RegExp, what: string])[] = [
  [/^\/drive\/(?:u\/\d+\/)?(?:folders|my-drive|shared-drives)(?:\/|$)/u, 'a folder'],
  [/^\/document\//u, 'a Google document'],
  [/^\/presentation\//u, 'a Google presentation'],
  [/^\/forms\//u, 'a Google form'],
  [/^\/drawings\//u, 'a Google drawing'],
  [/^\/file\//u, 'a file on Drive, perhaps an Excel file'],
];

/**
 * The id of the Google Sheet that a person named: by the id itself, or by any address of the sheet (`/u/0/`, `/a/domain/`,
 * `?usp=sharing`, `#gid=0`, with or without https). Throws UserError for a folder, a published page, a document of
 * another kind, and anything else.
 */
export function parseSpreadsheetId(text: string): string {
  const trimmed = text.trim().replace(/^[<"'«]+|[>"'»]+$/gu, '');
  if (ID.test(trimmed)) return trimmed;
  const address = addressOf(trimmed);
  if (address === undefined)
    throw new UserError(`«${text}» is neither the id nor the address of a Google Sheet.`, advice);
  const { hostname, pathname, searchParams } = address;
  const path = pathname.replace(/^\/a\/[^/]+(?=\/)/u, '');
  if (hostname === 'docs.google.com' && /^\/spreadsheets\/(?:u\/\d+\/)?d\/e\//u.test(path)) {
    throw new UserError('That is the address of a published page, which cannot be edited.', advice);
  }
  const inPath = /^\/spreadsheets\/(?:u\/\d+\/)?d\/(?<id>[^/]+)/u.exec(path)?.groups?.['id'];
  const inQuery = /^\/(?:open|spreadsheets\/ccc)$/u.test(path)
    ? (searchParams.get('id') ?? searchParams.get('key'))
    : null;
  const id = inPath ?? inQuery ?? '';
  if (ID.test(id)) return id;
  const kind = OTHER_KINDS.find(([pattern]) => pattern.test(path))?.[1];
  throw new UserError(
    kind === undefined
      ? `«${text}» is not the address of a Google Sheet.`
      : `«${text}» is the address of ${kind}, not of a Google Sheet.`,
    advice,
  );
}

/** Only an address at Google, with or without https. */
function addressOf(text: string): URL | undefined {
  const whole = /^https?:\/\//iu.test(text) ? text : `https://${text}`;
  const url = parseUrl(whole);
  const hosts = ['docs.google.com', 'drive.google.com', 'spreadsheets.google.com'];
  return url !== undefined && hosts.includes(url.hostname) ? url : undefined;
}
