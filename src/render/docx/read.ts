/**
 * Reads a .docx as the paragraphs and tables that are in it, with the package mammoth. Tracked changes count as accepted; comments,
 * pictures, headers and footers are left out. Nothing outside the bytes is read: mammoth opens no other file unless told to.
 */
import { z } from 'zod';
import type {
  ReadBlock,
  ReadCell,
  ReadDocument,
  ReadNotice,
  ReadParagraph,
  ReadRun,
} from '../../domain/read-document.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';

/** An element of mammoth's document; what is not named here is not looked at. */
const element = z.object({
  type: z.string(),
  value: z.string().optional(),
  checked: z.boolean().optional(),
  isBold: z.boolean().optional(),
  isStrikethrough: z.boolean().optional(),
  styleId: z.string().nullish(),
  styleName: z.string().nullish(),
  numbering: z.unknown().optional(),
  colSpan: z.number().optional(),
  rowSpan: z.number().optional(),
  get children(): z.ZodOptional<z.ZodArray<typeof element>> {
    return z.array(element).optional();
  },
});
type Element = z.infer<typeof element>;

/** A table of this many columns is no table that somebody wrote: a cell may say that it spans any number. */
const MOST_COLUMNS = 100;

/**
 * The document in a .docx that has been found to be one, and safe. Throws UserError if it cannot be understood as one after all.
 * The package that reads it is loaded only when it is called.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const { document, messages } = await readByMammoth(bytes);
  const notices = new Set(messages.flatMap(noticeOf));
  const blocks = [...blocksOf(element.parse(document).children ?? [], notices)];
  return { blocks, notices: [...notices] };
}

async function readByMammoth(
  bytes: Uint8Array,
): Promise<{ readonly document: unknown; readonly messages: readonly string[] }> {
  const { default: mammoth } = await import('mammoth');
  let document: unknown;
  // Its HTML is of no use, so none is made.
  const transformDocument = (read: unknown): unknown => {
    document = read;
    return { type: 'document', children: [], comments: [] };
  };
  const options = { includeEmbeddedStyleMap: false, externalFileAccess: false, transformDocument };
  try {
    const { messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
    return { document, messages: messages.map(({ message }) => message) };
  } catch (error) {
    throw new UserError(
      msg`The document cannot be read: it does not follow the rules for .docx.`,
      msg`Open it in Word or LibreOffice, save it under a new name as .docx, and try with that one.`,
      { cause: error },
    );
  }
}

function noticeOf(message: string): readonly ReadNotice[] {
  if (!message.startsWith('An unrecognised element was ignored: ')) return [];
  return [message.endsWith(':altChunk') ? 'other-format' : 'unread-text'];
}

function* blocksOf(elements: readonly Element[], notices: Set<ReadNotice>): Generator<ReadBlock> {
  for (const one of elements) {
    if (one.type === 'paragraph') yield paragraphOf(one, notices);
    else if (one.type === 'table') yield tableOf(one, notices);
    else yield* blocksOf(one.children ?? [], notices);
  }
}

function paragraphOf(paragraph: Element, notices: Set<ReadNotice>): ReadParagraph {
  const level = levelOf(paragraph);
  return {
    kind: 'paragraph',
    level,
    isListItem: level === undefined && (paragraph.numbering ?? undefined) !== undefined,
    runs: joined([...runsOf(paragraph.children ?? [], false, notices)]),
  };
}

/** Word's own names are English in every language; LibreOffice and others write them in their own way. */
function levelOf({ styleName, styleId }: Element): number | undefined {
  const name = (styleName ?? styleId ?? '').toLowerCase();
  if (/^(?:title|tittel)$/u.test(name)) return 1;
  const [, level] =
    /^(?:heading|overskrift)\s?([1-9])?$/u.exec(name) ??
    /^(?:heading)([1-9])$/u.exec(styleId?.toLowerCase() ?? '') ??
    [];
  if (level !== undefined) return Number(level);
  return name === 'heading' ? 1 : undefined;
}

function* runsOf(
  elements: readonly Element[],
  isBold: boolean,
  notices: Set<ReadNotice>,
): Generator<ReadRun> {
  for (const one of elements) {
    if (one.type === 'noteReference') notices.add('notes');
    if (one.type === 'commentReference') notices.add('comments');
    const isStrong = isBold || one.isBold === true || /^(?:strong|sterk)$/iu.test(one.styleName ?? '');
    const text = textOf(one);
    if (one.isStrikethrough === true && hasText(one)) notices.add('struck-through');
    if (text !== '') yield { text, isBold };
    yield* runsOf(one.children ?? [], isStrong, notices);
  }
}

const hasText = ({ children = [], value = '' }: Element): boolean =>
  value.trim() !== '' || children.some(hasText);

function textOf({ type, value, checked }: Element): string {
  switch (type) {
    case 'text':
      return value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return checked === true ? '☒' : '☐';
    default:
      return '';
  }
}

/** Programs cut text into many runs, also in the middle of a word. */
function joined(runs: readonly ReadRun[]): readonly ReadRun[] {
  const whole: ReadRun[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last?.isBold === run.isBold) whole.splice(-1, 1, { ...last, text: last.text + run.text });
    else whole.push(run);
  }
  return whole;
}

/** Every row with all its columns: a merged cell counts for each row that it spans, and for the first of its columns. */
function tableOf(table: Element, notices: Set<ReadNotice>): ReadBlock {
  const rows: ReadCell[][] = [];
  let spanning: { readonly column: number; readonly cell: ReadCell; rows: number }[] = [];
  for (const row of (table.children ?? []).filter(({ type }) => type === 'tableRow')) {
    const cells: (ReadCell | undefined)[] = [];
    for (const { column, cell } of spanning) cells[column] = cell;
    spanning = spanning.map((one) => ({ ...one, rows: one.rows - 1 })).filter(({ rows: left }) => left > 0);
    let column = 0;
    for (const one of row.children ?? []) {
      while (cells[column] !== undefined) column += 1;
      const cell = cellOf(one, notices);
      cells[column] = cell;
      if ((one.rowSpan ?? 1) > 1) spanning.push({ column, cell, rows: (one.rowSpan ?? 1) - 1 });
      column = Math.min(MOST_COLUMNS, column + (one.colSpan ?? 1));
    }
    rows.push(Array.from(cells, (cell) => cell ?? []));
  }
  return { kind: 'table', rows };
}

const cellOf = (cell: Element, notices: Set<ReadNotice>): ReadCell =>
  [...blocksOf(cell.children ?? [], notices)].flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flat(2),
  );
