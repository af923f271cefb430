/**
 * Google Drive, as far as Felles uses it: `files.list`, `get`, `create` with an upload, and `export`.
 * https://developers.google.com/workspace/drive/api/reference/rest/v3/files
 */
import { z } from 'zod';
import { driveError, invalid } from '../api-error.ts';
import { documentedBody } from '../documented.ts';
import { masked, parseMask, type Mask } from '../field-mask.ts';
import { docxType, documentType, folderType, type DriveItem } from '../model/drive.ts';
import type { Part } from '../multipart.ts';
import { readStrictly } from '../requests/request-kind.ts';
import { askedMask, flag, type Call, type Endpoint } from './endpoint.ts';
import { termsOf } from './drive-query.ts';

const MOST_EXPORTED = 10 * 1024 * 1024;
const MOST_IN_ONE_REQUEST = 5 * 1024 * 1024;

const quota =
  'Service Accounts do not have storage quota. Leverage shared drives (https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth delegation (http://support.google.com/a/answer/7281227) instead.';

/** `drive.file` covers what the same person made with the app, and nothing else. */
const isOwnOnly = ({ scopes }: Call): boolean =>
  scopes.every((scope) => !/\/auth\/drive(?:\.readonly)?$/u.test(scope));

function mayOpen(item: DriveItem, call: Call): boolean {
  if (isOwnOnly(call) && !(item.isOfApp && item.owner === call.caller)) return false;
  return call.state.drive.roleOf(item, call.caller) !== 'none';
}

/** Drive does not tell what is not there from what is not shown; and what is on a shared drive only to those who say that they know of them. */
function open(call: Call, id: string): DriveItem {
  const item = call.state.drive.items.get(id);
  const isReached = item?.driveId === undefined || flag(call.request.query, 'supportsAllDrives');
  if (item === undefined || !isReached || !mayOpen(item, call))
    throw driveError(404, 'notFound', `File not found: ${id}.`, 'fileId');
  return item;
}

const linkOf = ({ id, mimeType }: DriveItem): string => {
  if (mimeType === folderType) return `https://drive.google.com/drive/folders/${id}`;
  return mimeType === documentType
    ? `https://docs.google.com/document/d/${id}/edit?usp=drivesdk`
    : `https://docs.google.com/document/d/${id}/edit?usp=drivesdk&rtpof=true&sd=true`;
};

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();

function wireFile(item: DriveItem, { state, caller }: Call): object {
  const { id, name, mimeType, parents, appProperties, bytes, driveId, modifiedBy } = item;
  const isFolder = mimeType === folderType;
  return {
    kind: 'drive#file',
    id,
    name,
    mimeType,
    parents,
    ...(Object.keys(appProperties).length === 0 ? {} : { appProperties }),
    webViewLink: linkOf(item),
    trashed: state.drive.isTrashed(item),
    createdTime: time(item.created),
    modifiedTime: time(item.modified),
    ...(modifiedBy === undefined
      ? {}
      : {
          lastModifyingUser: {
            kind: 'drive#user',
            displayName: modifiedBy.split('@')[0],
            me: modifiedBy === caller,
            emailAddress: modifiedBy,
          },
        }),
    ...(isFolder ? {} : { size: String(bytes.length) }),
    ...(driveId === undefined ? {} : { driveId }),
    capabilities: { canAddChildren: isFolder && state.drive.roleOf(item, caller) === 'writer' },
  };
}

const usual: Mask = parseMask('kind,id,name,mimeType');

const list: Endpoint = {
  method: 'GET',
  path: /^\/drive\/v3\/files$/u,
  access: 'read-files',
  query: ['q', 'corpora', 'driveId', 'includeItemsFromAllDrives', 'supportsAllDrives', 'orderBy', 'pageSize'],
  answer: (call) => {
    const { query } = call.request;
    const mask =
      askedMask(query, 'FileList') ?? parseMask('kind,incompleteSearch,files(kind,id,name,mimeType)');
    const driveId = query.get('driveId');
    const corpora = query.get('corpora') ?? 'user';
    const isWhole = flag(query, 'includeItemsFromAllDrives') && flag(query, 'supportsAllDrives');
    if (
      !['user', 'drive'].includes(corpora) ||
      (corpora === 'drive') !== (driveId !== null) ||
      (driveId !== null && !isWhole)
    )
      throw driveError(400, 'invalid', 'Invalid Value', 'corpora');
    if ((query.get('orderBy') ?? 'createdTime desc') !== 'createdTime desc')
      throw invalid('The fake orders by createdTime only.');
    const found = search(call, query.get('q') ?? '').filter(
      (item) => item.driveId === (driveId ?? undefined),
    );
    const newest = found.toSorted((one, other) => other.created - one.created);
    const page = newest.slice(0, Number(query.get('pageSize') ?? 100));
    const files = page.map((item) => wireFile(item, call));
    return masked({ kind: 'drive#fileList', incompleteSearch: false, files }, mask) as object;
  },
};

/** What the index has: of a new file, its place in a folder before its marks. */
function search(call: Call, q: string): readonly DriveItem[] {
  const terms = termsOf(q);
  const { drive } = call.state;
  const by = terms.some(({ kind }) => kind === 'marks') ? 'byMarks' : 'byFolder';
  return [...drive.items.values()].filter((item) => {
    const isHidden = item.hidden[by] > 0;
    item.hidden[by] -= 1;
    const fits = terms.every((term) => term.fits(item, drive.isTrashed(item)));
    return fits && !isHidden && mayOpen(item, call);
  });
}

const get: Endpoint = {
  method: 'GET',
  path: /^\/drive\/v3\/files\/(?<id>[^/]+)$/u,
  access: 'read-files',
  query: ['supportsAllDrives', 'alt'],
  answer: (call) => {
    const { query } = call.request;
    const mask = askedMask(query, 'File') ?? usual;
    const item = open(call, call.names['id'] ?? '');
    if (query.get('alt') !== 'media') return masked(wireFile(item, call), mask) as object;
    if (item.mimeType.startsWith('application/vnd.google-apps.'))
      throw driveError(
        403,
        'fileNotDownloadable',
        'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
        'alt',
      );
    return item.bytes;
  },
};

const exported: Endpoint = {
  method: 'GET',
  path: /^\/drive\/v3\/files\/(?<id>[^/]+)\/export$/u,
  access: 'read-files',
  query: ['mimeType', 'supportsAllDrives'],
  answer: (call) => {
    const { query } = call.request;
    const id = call.names['id'] ?? '';
    // `export` takes no parameter for shared drives, and reaches them.
    query.set('supportsAllDrives', 'true');
    const item = open(call, id);
    if (item.mimeType !== documentType)
      throw driveError(403, 'fileNotExportable', 'Export only supports Docs Editors files.');
    if (query.get('mimeType') !== docxType)
      throw driveError(400, 'badRequest', 'The requested conversion is not supported.', 'convertTo');
    if (item.bytes.length > MOST_EXPORTED)
      throw driveError(403, 'exportSizeLimitExceeded', 'This file is too large to be exported.');
    return item.bytes;
  },
};

const metadata = z.strictObject({
  name: z.string(),
  mimeType: z.string(),
  parents: z.array(z.string()).length(1),
  appProperties: z
    .record(z.string(), z.string())
    .refine((marks) => Object.entries(marks).every(([key, value]) => Buffer.byteLength(key + value) <= 124))
    .default({}),
});

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);

const create: Endpoint = {
  method: 'POST',
  path: /^\/upload\/drive\/v3\/files$/u,
  access: 'make-files',
  query: ['uploadType', 'supportsAllDrives'],
  answer: (call) => {
    const { query, body, bytes } = call.request;
    const mask = askedMask(query, 'File') ?? usual;
    const [first, second] = Array.isArray(body) ? body.filter(isPart) : [];
    if (query.get('uploadType') !== 'multipart' || first?.type !== 'application/json' || second === undefined)
      throw driveError(
        400,
        'badContent',
        'Bad content: the fake takes multipart uploads with metadata only.',
      );
    if (bytes > MOST_IN_ONE_REQUEST + 64 * 1024)
      throw driveError(413, 'uploadTooLarge', 'Request is too large.');
    const given = readStrictly(metadata, documentedBody('File', JSON.parse(first.bytes.toString('utf8'))));
    if (given.mimeType !== documentType || second.type !== docxType)
      throw invalid('The fake converts .docx to Google Docs only.');
    if (!second.bytes.subarray(0, 2).equals(Buffer.from('PK')))
      throw driveError(400, 'badRequest', 'Bad Request');
    const folder = folderFor(call, given.parents[0] ?? '');
    const { state, caller } = call;
    if (state.accounts.services.has(caller) && folder.driveId === undefined)
      throw driveError(403, 'storageQuotaExceeded', quota);
    const { name, appProperties } = given;
    const id = state.drive.add({
      ...{ name, appProperties, owner: caller, folder: folder.id, bytes: second.bytes },
      isOfApp: true,
    });
    return masked(wireFile(state.drive.item(id), call), mask) as object;
  },
};

/** Where somebody may make a file. With `drive.file`, only in a folder that the app made. */
function folderFor(call: Call, id: string): DriveItem {
  const { drive } = call.state;
  const item = drive.items.get(id);
  const isReached = item?.driveId === undefined || flag(call.request.query, 'supportsAllDrives');
  if (item === undefined || !isReached || drive.roleOf(item, call.caller) === 'none')
    throw driveError(404, 'notFound', `File not found: ${id}.`, 'fileId');
  if (item.mimeType !== folderType)
    throw driveError(403, 'parentNotAFolder', 'The specified parent is not a folder.');
  if (drive.roleOf(item, call.caller) !== 'writer' || !mayOpen(item, call))
    throw driveError(
      403,
      'insufficientParentPermissions',
      'Insufficient permissions for the specified parent.',
    );
  return item;
}

export const driveEndpoints: readonly Endpoint[] = [list, get, exported, create];
