/** Reads a guide as its readers see it: headings, tables and links, with what is set as `code` kept apart from prose. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import createReader, { type Token } from 'markdown-it';

/** A heading, a cell or a paragraph. `prose` is everything but code and the targets of links. */
export interface Words {
  readonly prose: string;
  readonly codes: readonly string[];
  /** The codes that «(kanskje)» follows: fields that may be empty. */
  readonly perhaps: readonly string[];
  readonly bold: readonly string[];
  readonly links: readonly string[];
}

export interface GuideTable {
  readonly head: readonly Words[];
  readonly rows: readonly (readonly Words[])[];
}

export interface GuideSection {
  readonly level: number;
  readonly heading: Words;
  /** What a link to the heading says after `#`. */
  readonly anchor: string;
  readonly tables: readonly GuideTable[];
  /** Blocks of code as they stand. */
  readonly blocks: readonly string[];
}

export interface Guide {
  readonly name: string;
  readonly source: string;
  readonly sections: readonly GuideSection[];
  readonly words: readonly Words[];
  readonly pictures: readonly { readonly source: string; readonly words: string }[];
}

interface Section extends GuideSection {
  readonly tables: { readonly head: Words[]; readonly rows: Words[][] }[];
  readonly blocks: string[];
}

/** As GitHub names headings: lower case, without punctuation, hyphens for spaces. */
function anchorOf(heading: string): string {
  return heading
    .toLocaleLowerCase('nb')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function wordsOf({ children }: Token): Words {
  const parts = children ?? [];
  const texts = (type: string): readonly string[] =>
    parts.filter((part) => part.type === type).map(({ content }) => content);
  const after = (index: number): string => parts[index + 1]?.content ?? '';
  return {
    prose: parts.map((part) => (part.type === 'text' ? part.content : ' ')).join(''),
    codes: texts('code_inline'),
    perhaps: parts
      .filter(({ type }, index) => type === 'code_inline' && after(index).startsWith(' (kanskje)'))
      .map(({ content }) => content),
    bold: parts.flatMap(({ type }, index) => (type === 'strong_open' ? [after(index)] : [])),
    links: parts.flatMap((part) => (part.type === 'link_open' ? [String(part.attrGet('href'))] : [])),
  };
}

/** Puts a piece of running text where it belongs: its own section, or the last table's last row. */
function place(words: Words, opened: Token | undefined, sections: Section[], content: string): void {
  const table = sections.at(-1)?.tables.at(-1);
  if (opened?.type === 'heading_open') {
    const level = Number(opened.tag.slice(1));
    sections.push({ level, heading: words, anchor: anchorOf(content), tables: [], blocks: [] });
  } else if (opened?.type === 'th_open') {
    table?.head.push(words);
  } else if (opened?.type === 'td_open') {
    table?.rows.at(-1)?.push(words);
  }
}

export function readGuide(path: string): Guide {
  const source = readFileSync(path, 'utf8');
  const tokens = createReader('default', { html: true }).parse(source, {});
  const sections: Section[] = [];
  const all: Words[] = [];
  const pictures = tokens
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'image')
    .map((image) => ({ source: String(image.attrGet('src')), words: image.content }));
  let inBody = false;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tbody_open') inBody = true;
    else if (token.type === 'thead_open') inBody = false;
    else if (token.type === 'table_open') sections.at(-1)?.tables.push({ head: [], rows: [] });
    else if (token.type === 'tr_open' && inBody) sections.at(-1)?.tables.at(-1)?.rows.push([]);
    else if (token.type === 'fence') sections.at(-1)?.blocks.push(token.content.trim());
    else if (token.type === 'inline') {
      const words = wordsOf(token);
      all.push(words);
      place(words, tokens[index - 1], sections, token.content);
    }
  }
  return { name: basename(path), source, sections, words: all, pictures };
}
