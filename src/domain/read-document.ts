/** A document that people have written in, as it was read: what it says, without its looks. */

/** Text with one weight. */
export interface ReadRun {
  readonly text: string;
  readonly isBold: boolean;
}

/** A paragraph; a line break within it is a `\n`. A box to tick is `☐` or `☒`. */
export interface ReadParagraph {
  readonly kind: 'paragraph';
  /** 1–9 for a heading. */
  readonly level?: number | undefined;
  readonly isListItem: boolean;
  readonly runs: readonly ReadRun[];
}

/** The paragraphs of a cell; those of a table within it are among them. */
export type ReadCell = readonly ReadParagraph[];

export interface ReadTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly ReadCell[])[];
}

export type ReadBlock = ReadParagraph | ReadTable;

/** What was in a document besides the text that was read, and must be said. */
export const readNotices = [
  'tracked-changes',
  'comments',
  'macros',
  'outside',
  'notes',
  'other-format',
  'unread-text',
  'struck-through',
  'hidden',
  'placeholder',
  'text-box',
] as const;
export type ReadNotice = (typeof readNotices)[number];

export interface ReadDocument {
  readonly blocks: readonly ReadBlock[];
  readonly notices: readonly ReadNotice[];
}

/** The text of a paragraph. */
export const textOfParagraph = ({ runs }: ReadParagraph): string => runs.map(({ text }) => text).join('');
