/** The ID of a thing at Google that a person named: by the ID itself, or by its address. */
import { msg } from './msg.ts';
import { UserError } from './user-error.ts';
import { parseUrl } from './url.ts';

/** Google has never promised a length; all that are known have 19 (shared drives) to 44 characters. */
const ID = /^[\w-]{19,}$/u;

/** Things with an address at Google, by the beginning of the path. */
const KINDS = {
  folder: /^\/drive\/(?:u\/\d+\/)?(?:folders|my-drive|shared-drives)(?:\/|$)/u,
  sheet: /^\/spreadsheets\//u,
  document: /^\/document\//u,
  presentation: /^\/presentation\//u,
  form: /^\/forms\//u,
  drawing: /^\/drawings\//u,
  file: /^\/file\//u,
} as const;

type Kind = keyof typeof KINDS;

const kinds = ['folder', 'sheet', 'document', 'presentation', 'form', 'drawing', 'file'] as const;

const kindWords: Readonly<Record<Kind, () => string>> = {
  folder: () => msg`a folder`,
  sheet: () => msg`a Google Sheet`,
  document: () => msg`a Google document`,
  presentation: () => msg`a Google presentation`,
  form: () => msg`a Google form`,
  drawing: () => msg`a Google drawing`,
  file: () => msg`a file on Drive, perhaps an Excel file`,
};

interface Wanted {
  readonly kind: Kind;
  readonly what: () => string;
  readonly advice: () => string;
  /** Catches the ID in the path. */
  readonly path: RegExp;
  /** Paths that have the ID in the query. */
  readonly query: RegExp;
}

const spreadsheet: Wanted = {
  kind: 'sheet',
  what: kindWords.sheet,
  advice: () =>
    msg`Open the sheet in a browser and copy its whole address, as in https://docs.google.com/spreadsheets/d/1AbC…/edit, or only the part between /d/ and /edit.`,
  path: /^\/spreadsheets\/(?:u\/\d+\/)?d\/(?<id>[^/]+)/u,
  query: /^\/(?:open|spreadsheets\/ccc)$/u,
};

const folder: Wanted = {
  kind: 'folder',
  what: () => msg`a folder on Google Drive`,
  advice: () =>
    msg`Open the folder in a browser and copy its whole address, as in https://drive.google.com/drive/folders/1AbC…, or only what stands after /folders/.`,
  path: /^\/drive\/(?:u\/\d+\/)?folders\/(?<id>[^/]+)/u,
  query: /^\/open$/u,
};

const document: Wanted = {
  kind: 'document',
  what: kindWords.document,
  advice: () =>
    msg`Open the document in a browser and copy its whole address, as in https://docs.google.com/document/d/1AbC…/edit, or only the part between /d/ and /edit.`,
  // A .docx that is kept on Drive opens at either.
  path: /^\/(?:document|file)\/(?:u\/\d+\/)?d\/(?<id>[^/]+)/u,
  query: /^\/open$/u,
};

/**
 * The ID of a Google Sheet, from the ID or any address of it (`/u/0/`, `/a/domain/`, `?usp=sharing`, `#gid=0`, with or without
 * https). Throws UserError for a folder, a published page, a document of another kind, and anything else.
 */
export const parseSpreadsheetId = (text: string): string => parseId(text, spreadsheet);

/** The same for a folder on Drive. */
export const parseFolderId = (text: string): string => parseId(text, folder);

/** Whether `parseFolderId` finds a folder in it. */
export function namesFolder(text: string): boolean {
  try {
    parseFolderId(text);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** The same for a Google document, or a .docx that is kept on Drive. */
export const parseDocumentId = (text: string): string => parseId(text, document);

function parseId(text: string, wanted: Wanted): string {
  const trimmed = text.trim().replace(/^[<"'«]+|[>"'»]+$/gu, '');
  if (ID.test(trimmed)) return trimmed;
  const address = addressOf(trimmed);
  const [what, advice] = [wanted.what(), wanted.advice()];
  if (address === undefined)
    throw new UserError(msg`«${text}» is neither the id nor the address of ${what}.`, advice);
  const path = address.pathname.replace(/^\/a\/[^/]+(?=\/)/u, '');
  if (/^\/(?:spreadsheets|document|presentation)\/(?:u\/\d+\/)?d\/e\//u.test(path))
    throw new UserError(msg`That is the address of a published page, which cannot be edited.`, advice);
  const id = idIn(path, address, wanted);
  if (ID.test(id)) return id;
  const kind = kinds.find((one) => KINDS[one].test(path));
  throw new UserError(
    kind === undefined || kind === wanted.kind
      ? msg`«${text}» is not the address of ${what}.`
      : msg`«${text}» is the address of ${kindWords[kind]()}, not of ${what}.`,
    advice,
  );
}

function idIn(path: string, { searchParams }: URL, wanted: Wanted): string {
  const inQuery = wanted.query.test(path) ? (searchParams.get('id') ?? searchParams.get('key')) : null;
  return wanted.path.exec(path)?.groups?.['id'] ?? inQuery ?? '';
}

/** Only an address at Google, with or without https. */
function addressOf(text: string): URL | undefined {
  const whole = /^https?:\/\//iu.test(text) ? text : `https://${text}`;
  const url = parseUrl(whole);
  const hosts = ['docs.google.com', 'drive.google.com', 'spreadsheets.google.com'];
  return url !== undefined && hosts.includes(url.hostname) ? url : undefined;
}
