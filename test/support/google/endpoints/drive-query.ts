/** The `q` of `files.list`: https://developers.google.com/workspace/drive/api/guides/search-files */
import { driveError } from '../api-error.ts';
import type { DriveItem } from '../model/drive.ts';

/** One term of a query. */
export interface Term {
  readonly kind: 'marks' | 'folder' | 'other';
  readonly fits: (item: DriveItem, isTrashed: boolean) => boolean;
}

const text = String.raw`'(?:[^'\\]|\\['\\])*'`;
const patterns: readonly (readonly [RegExp, (...values: readonly string[]) => Term])[] = [
  [
    new RegExp(`^(${text}) in parents`, 'u'),
    (id = '') => ({ kind: 'folder', fits: ({ parents }) => parents.includes(id) }),
  ],
  [
    new RegExp(`^mimeType = (${text})`, 'u'),
    (type) => ({ kind: 'other', fits: ({ mimeType }) => mimeType === type }),
  ],
  [
    /^trashed = (true|false)/u,
    (wanted) => ({ kind: 'other', fits: (_, isTrashed) => String(isTrashed) === wanted }),
  ],
  [
    new RegExp(`^appProperties has \\{ key=(${text}) and value=(${text}) \\}`, 'u'),
    (key = '', value) => ({ kind: 'marks', fits: ({ appProperties }) => appProperties[key] === value }),
  ],
];

const unquoted = (value: string): string => value.replaceAll(/^'|'$/gu, '').replaceAll(/\\(.)/gu, '$1');

/** The terms, all of which have to fit. Throws 400 for what the fake does not read. */
export function termsOf(query: string): readonly Term[] {
  const terms: Term[] = [];
  let rest = query;
  for (;;) {
    const found = patterns.flatMap(([pattern, make]) => {
      const match = pattern.exec(rest);
      return match === null ? [] : [{ length: match[0].length, term: make(...match.slice(1).map(unquoted)) }];
    })[0];
    if (found === undefined) throw driveError(400, 'invalid', 'Invalid Value', 'q');
    terms.push(found.term);
    rest = rest.slice(found.length);
    if (rest === '') return terms;
    if (!rest.startsWith(' and ')) throw driveError(400, 'invalid', 'Invalid Value', 'q');
    rest = rest.slice(' and '.length);
  }
}
