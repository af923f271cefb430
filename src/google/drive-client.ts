/** What Felles asks of the Drive API, and the client that asks it. */
import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import type { OnDrive, Who } from './advice.ts';
import { tryUntilCertain, waitFor } from './backoff.ts';
import { findDriveCredentials, type Credentials } from './credentials.ts';
import { notADocument } from './drive-advice.ts';
import {
  documentType,
  docxType,
  fileFields,
  fileSchema,
  listSchema,
  type DriveFile,
  type Marks,
} from './drive-file.ts';
import type { GoogleEnvironment } from './environment.ts';
import type { RequestResult } from './faults.ts';
import { answerOf, fileRequestWith, requestWith, tryOnce, type Call } from './request.ts';
import type { ConnectOptions } from './sheets-client.ts';
import { googleFetch } from './transport.ts';

/** A Google Doc to be made of a .docx. */
export interface NewDocument {
  readonly name: string;
  readonly docx: Uint8Array;
  readonly folder: DriveFile;
  readonly marks: Marks;
}

/** The answer to a new document. Any other is thrown as a UserError: then none was made. */
export type MadeAnswer = { readonly outcome: 'made'; readonly file: DriveFile } | NotMade;

/** It was not made, or nobody knows. */
export interface NotMade {
  /** `tooMuch`: 429, or 403 for its rate, and nothing was made. `unclear`: it may have been made or not. */
  readonly outcome: 'tooMuch' | 'unclear';
  /** For the terminal: «Google is busy». */
  readonly what: string;
  /** Milliseconds, where Google said how long. */
  readonly retryAfter: number | undefined;
  /** Google does not go on with it: what is not to be found in a while, was not made. */
  readonly isOver: boolean;
}

/**
 * What Felles asks of the Drive API. Reads are repeated automatically after 429, 5xx, broken connections and broken answers.
 * Throws UserError, with what to do about it. https://developers.google.com/workspace/drive/api/reference/rest/v3
 */
export interface DriveClient {
  /** Who asks. */
  readonly who: Who;
  /** `files.get`: what is known of a file or a folder, in the bin too. */
  get(on: OnDrive): Promise<DriveFile>;
  /**
   * `files.list`: the documents with all these marks that are not in the bin, wherever people have moved them; the oldest
   * first. Drive's index is late, so the newest of the folder are looked through as well.
   */
  find(marks: Marks, folder: DriveFile): Promise<readonly DriveFile[]>;
  /** `files.create`, converted from .docx. Never repeated automatically: `find` shows whether it was made. */
  create(document: NewDocument): Promise<MadeAnswer>;
  /** The document as .docx: `files.export` of a Google Doc, `files.get` with `alt=media` of a .docx. */
  docx(file: DriveFile): Promise<Uint8Array>;
  /** Waits, longer each time, and says so. Throws UserError after too many tries. */
  pause(attempt: number, answer: NotMade): Promise<void>;
  /** Throws UserError where the login does not allow making documents. Of a token that is set, only Google knows. */
  requireMaking(): Promise<void>;
}

/** Google's own limit of an upload in one request. https://developers.google.com/workspace/drive/api/guides/manage-uploads */
const MOST_TO_UPLOAD = 5 * 1024 * 1024;
/** Far more than any minutes; a larger file is refused before it is fetched. */
const MOST_TO_FETCH = 25 * 1024 * 1024;

/** As many of the newest of a folder as one request gives without more pages. */
const NEWEST = 100;

/** A client that asks Drive. Loads only the API that is used. Throws UserError where there are no credentials to use. */
export async function connectDrive({
  credentials: places,
  transport,
  environment,
}: ConnectOptions): Promise<DriveClient> {
  const fetch = googleFetch(transport);
  const credentials = await findDriveCredentials(places, { fetch, environment, origin: transport.origin });
  const { drive } = await import('googleapis/build/src/apis/drive/index.js');
  const { files } = drive({ version: 'v3', universeDomain: 'googleapis.com' });
  const asking: Asking = { files, fetch, credentials, environment };
  return {
    who: credentials.who,
    get: async (on) => fileSchema.parse(await read(on, asking, getting(on.id, asking))),
    find: async (marks, folder) => {
      const [marked, newest] = [
        await list(markQuery(marks), folder, asking),
        await list(`${quoted(folder.id)} in parents`, folder, asking),
      ];
      const all = new Map([...marked, ...newest].map((file) => [file.id, file]));
      return [...all.values()]
        .filter((file) => Object.entries(marks).every(([key, value]) => file.marks[key] === value))
        .toSorted((one, other) => (ageOf(one) < ageOf(other) ? -1 : 1));
    },
    create: (document) => create(document, asking),
    docx: (file) => fetchDocx(file, asking),
    pause: (attempt, answer) => waitFor(attempt, waitedFor(answer), environment),
    requireMaking: async () => {
      await credentials.token('make-files');
    },
  };
}

/** For the oldest first; of two that were made at once, the same one everywhere. */
const ageOf = ({ created, id }: DriveFile): string => `${created} ${id}`;

const waitedFor = (answer: NotMade): NotMade & { readonly isLooked?: boolean } =>
  answer.outcome === 'tooMuch'
    ? answer
    : { ...answer, what: msg`${answer.what}, and the document may have been made`, isLooked: true };

interface Asking {
  readonly files: drive_v3.Resource$Files;
  readonly fetch: typeof fetch;
  readonly credentials: Credentials;
  readonly environment: GoogleEnvironment;
}

const plain = { supportsAllDrives: true, prettyPrint: false } as const;

async function read(on: OnDrive, { credentials, environment }: Asking, send: Call['send']): Promise<unknown> {
  const call: Call = { asked: { action: 'read', on }, scope: 'read-files', send };
  const result = await tryUntilCertain(() => tryOnce(call, credentials, environment), environment);
  if (result.kind === 'well') return result.body;
  throw result.kind === 'refused' ? new Error(result.message) : result.error;
}

const getting =
  (fileId: string, { files, fetch }: Asking): Call['send'] =>
  async (token) =>
    answerOf(await files.get({ fileId, fields: fileFields, ...plain }, requestWith(token, fetch)));

/** A text in a query. https://developers.google.com/workspace/drive/api/guides/search-files */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/gu, String.raw`\$&`)}'`;

const markQuery = (marks: Marks): string =>
  Object.entries(marks)
    .map(([key, value]) => `appProperties has { key=${quoted(key)} and value=${quoted(value)} }`)
    .join(' and ');

/** The newest documents that a query finds, on the drive that the folder is on. */
async function list(
  query: string,
  { id, driveId }: DriveFile,
  asking: Asking,
): Promise<readonly DriveFile[]> {
  const where = driveId === undefined ? { corpora: 'user' } : { corpora: 'drive', driveId };
  const search = {
    q: `${query} and mimeType = ${quoted(documentType)} and trashed = false`,
    ...where,
    includeItemsFromAllDrives: true,
    orderBy: 'createdTime desc',
    pageSize: NEWEST,
    fields: `files(${fileFields})`,
    ...plain,
  };
  const { files, fetch } = asking;
  const send: Call['send'] = async (token) => answerOf(await files.list(search, requestWith(token, fetch)));
  return listSchema.parse(await read({ what: 'folder', id }, asking, send)).files;
}

async function create({ name, docx, folder, marks }: NewDocument, asking: Asking): Promise<MadeAnswer> {
  if (docx.length > MOST_TO_UPLOAD)
    throw new UserError(
      msg`«${name}» is too large for Google Drive: ${megabytes(docx.length)} MB, and at most 5 MB are taken at once.`,
      msg`Take out large pictures, or upload the .docx file in a browser.`,
    );
  const { files, fetch, credentials, environment } = asking;
  const requestBody = { name, mimeType: documentType, parents: [folder.id], appProperties: { ...marks } };
  const send: Call['send'] = async (token) => {
    // A stream is used up by one request.
    const media = { mimeType: docxType, body: Readable.from([Buffer.from(docx)]) };
    const upload = { requestBody, media, fields: fileFields, ...plain };
    return answerOf(await files.create(upload, requestWith(token, fetch)));
  };
  const on: OnDrive = { what: 'folder', id: folder.id };
  const call: Call = { asked: { action: 'create', on }, scope: 'make-files', send };
  return madeAnswerOf(await tryOnce(call, credentials, environment));
}

function madeAnswerOf(result: RequestResult): MadeAnswer {
  switch (result.kind) {
    case 'well': {
      const { data } = fileSchema.safeParse(result.body);
      if (data !== undefined) return { outcome: 'made', file: data };
      const what = msg`the answer from Google does not say what was made`;
      return { outcome: 'unclear', what, retryAfter: undefined, isOver: false };
    }
    case 'transient': {
      const { what, retryAfter, isTooMuch, isOver } = result;
      return { outcome: isTooMuch ? 'tooMuch' : 'unclear', what, retryAfter, isOver };
    }
    case 'refused':
      throw new UserError(
        msg`Google Drive did not take the document: ${result.message}`,
        msg`Please report this text: it is a fault in Felles. The .docx file can be uploaded in a browser.`,
      );
    case 'unknown-token':
    case 'stops':
      throw result.error;
  }
}

async function fetchDocx(file: DriveFile, asking: Asking): Promise<Uint8Array> {
  const { id: fileId, name, type, size = 0 } = file;
  const { files, fetch } = asking;
  const isDoc = type === documentType;
  if (!isDoc && type !== docxType) throw notADocument(name, type);
  if (!isDoc && size > MOST_TO_FETCH)
    throw new UserError(
      msg`«${name}» is too large: ${megabytes(size)} MB, and Felles reads at most 25 MB.`,
      msg`Take out large pictures, and save it again.`,
    );
  const send: Call['send'] = async (token) => {
    const request = fileRequestWith(token, fetch);
    return answerOf(
      isDoc
        ? await files.export({ fileId, mimeType: docxType, prettyPrint: false }, request)
        : await files.get({ fileId, alt: 'media', ...plain }, request),
    );
  };
  const bytes = await read({ what: 'document', id: fileId }, asking, send);
  if (bytes instanceof Uint8Array) return bytes;
  throw new Error('the answer to a request for a file is not a file');
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
