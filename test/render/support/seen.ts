/** What a reader sees of a paper, read back from the files themselves. */
import { strFromU8, unzipSync } from 'fflate';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
};

function decoded(text: string): string {
  return text.replace(/&([^;&\s]{1,6});/gu, (whole, name: string) => entities[name] ?? whole);
}

const attribute = String.raw` [a-z-]+="(?:[^"<>&]|&(?:amp|lt|gt|quot|#39);)*"`;
const tag = new RegExp(String.raw`</?[a-z][a-z0-9]*(?:${attribute})*>`, 'u');

/** The pieces of text between the tags of HTML. Throws when anything is neither a well-formed tag nor escaped text. */
export function seenInHtml(html: string): readonly string[] {
  return html
    .split(tag)
    .map((piece) => {
      if (/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/u.test(piece)) throw new Error(`Not escaped: ${piece}`);
      return decoded(piece).replace(/^\n+|\n+$/gu, '');
    })
    .filter((piece) => piece !== '');
}

/** The text of each paragraph of a .docx, in order; tabs and line breaks as such. */
export function seenInDocx(docx: Uint8Array): readonly string[] {
  const xml = partOf(docx, 'word/document.xml');
  return (xml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gsu) ?? []).map((paragraph) =>
    (paragraph.match(/<w:t(?: [^>]*)?>[^<]*<\/w:t>|<w:tab\/>|<w:br\/>/gu) ?? [])
      .map((piece) => {
        if (piece === '<w:tab/>') return '\t';
        return piece === '<w:br/>' ? '\n' : decoded(piece.replace(/<[^>]*>/gu, ''));
      })
      .join(''),
  );
}

/** The texts between the tags of XML that we know to be well-formed. */
export function textsIn(xml: string): readonly string[] {
  return xml
    .split(/<[^<>]*>/u)
    .map(decoded)
    .filter((text) => text.trim() !== '');
}

/** One part of a .docx as text. */
export function partOf(docx: Uint8Array, name: string): string {
  const part = unzipSync(docx)[name];
  if (part === undefined) throw new Error(`The .docx has no ${name}`);
  return strFromU8(part);
}
