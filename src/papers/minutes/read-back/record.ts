/**
 * What the record has of earlier readings of the minutes of a meeting. What was read once is known again, however people have
 * worded it since in the sheet.
 */
import { comparedName } from '../../../domain/compare.ts';
import type { Register } from '../../../register/register.ts';

export interface ReadBefore {
  /** The hashes of the documents. */
  readonly hashes: readonly string[];
  /** Whether an action was read before: its case, if it has one, and its text. */
  readonly hasAction: (caseId: string | undefined, text: string) => boolean;
  /** The ID that a case got which was added by hand under a title; undefined where none did. */
  readonly caseTitled: (title: string) => string | undefined;
}

/** A line of the record for an action. */
export const actionLine = (caseId: string | undefined, text: string): string => `${caseId ?? '–'} ${text}`;

/** A line of the record for a case that was added by hand. */
export const caseLine = (id: string, title: string): string => `Ny sak ${id}: ${title}`;

const newCase = /^Ny sak (?<id>S-20\d\d-\d{3,6}): (?<title>.+)$/u;

export function readBefore({ statements }: Register, meetingId: string): ReadBefore {
  const read = statements.filter(({ kind, about }) => kind === 'minutesRead' && about === meetingId);
  const lines = read.flatMap(({ facts }) => (facts.description ?? '').split('\n'));
  const actions = new Set(lines.map(comparedName));
  const cases = new Map(
    lines.flatMap((line) => {
      const { id, title } = newCase.exec(line)?.groups ?? {};
      return id === undefined || title === undefined ? [] : [[comparedName(title), id] as const];
    }),
  );
  return {
    hashes: read.flatMap(({ what }) => what ?? []),
    hasAction: (caseId, text) => actions.has(comparedName(actionLine(caseId, text))),
    caseTitled: (title) => cases.get(comparedName(title)),
  };
}
