/** A line that a command has said, with its commands and addresses as links. */
import { wordsOfCommand } from '../../language/page/commands/all.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { labelsOfFlags } from '../../language/page/flag-labels.ts';
import { nameOfTyped } from '../../language/page/page-reader.ts';
import { escapeHtml } from '../../render/safe/escape.ts';
import { visible } from '../../render/safe/plain-text.ts';
import { ReadyHtml } from '../../render/templates/gate.ts';
import { formAddress, typedCommand } from './argv.ts';
import { isShown } from './forms/field-kinds.ts';

export interface Piece {
  readonly text: string;
  /** An address of the page without its standard before it, or one of the web. */
  readonly href?: string;
  readonly isWeb: boolean;
  /** Of a command, as it is typed after `npm run`. */
  readonly typed?: string;
}

/** A command up to the end of the line or of the guillemets; or an address of the web. */
const linked =
  /(?:npm run|npx felles|(?<![\w/.\\-])felles) (?<command>[a-z][a-z-]*(?: [^»\n]*)?)|(?<web>https:\/\/[^\s«»<>"']+)/gu;

/** What ends a sentence is no part of what stands before it. */
const trailing = /[\s.,;:)]+$/u;

/** A value that only stands for one: `<folder>`, `…`. */
const isPlaceholder = (value: string | true): boolean => typeof value === 'string' && /[<>…]/u.test(value);

function addressOfTyped(typed: string): string | undefined {
  const { command, flags } = typedCommand(typed);
  if (wordsOfCommand(command) === undefined) return undefined;
  const own = Object.entries(flags).filter(([flag, value]) => isShown(flag) && !isPlaceholder(value));
  return formAddress({ command, flags: Object.fromEntries(own) });
}

/** Lines that a command has said, one below the other as HTML, with the blanks that make tables of them. */
export const saidHtml = (
  lines: readonly string[],
  standard: NorwegianStandard,
  command?: string,
): ReadyHtml =>
  new ReadyHtml(lines.map((line) => `<span>${htmlOf(piecesOf(line), standard, command)}</span>\n`).join(''));

/** Pieces of one text as HTML. */
export const linkedHtml = (pieces: readonly Piece[], standard: NorwegianStandard): ReadyHtml =>
  new ReadyHtml(htmlOf(pieces, standard));

/** `own` is the command whose flags are meant where the line names none: those of one in the line come next. */
function htmlOf(pieces: readonly Piece[], standard: NorwegianStandard, own?: string): string {
  const named = pieces.flatMap(({ typed }) => (typed === undefined ? [] : [typedCommand(typed).command]));
  const commands = [...(own === undefined ? [] : [own]), ...named];
  const pieceHtml = ({ text, href, isWeb, typed }: Piece): string => {
    if (href === undefined) return escapeHtml(labelsOfFlags(visible(text), commands, standard));
    const words = escapeHtml(typed === undefined ? visible(text) : nameOfTyped(typed, standard));
    const address = escapeHtml(isWeb ? href : `/${standard}/${href}`);
    return `<a href="${address}"${isWeb ? ' rel="noreferrer"' : ''}>${words}</a>`;
  };
  return pieces.map(pieceHtml).join('');
}

export function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const add = (to: number, piece?: Piece): void => {
    if (to > end) pieces.push({ text: line.slice(end, to), isWeb: false });
    if (piece !== undefined) pieces.push(piece);
    end = to + (piece?.text.length ?? 0);
  };
  for (const { 0: found, index, groups } of line.matchAll(linked)) {
    const text = found.replace(trailing, '');
    const command = groups?.['command'];
    const typed = command?.replace(trailing, '');
    const href = typed === undefined ? text : addressOfTyped(typed);
    if (href !== undefined)
      add(index, { text, href, ...(typed === undefined ? { isWeb: true } : { isWeb: false, typed }) });
  }
  add(line.length);
  return pieces;
}
