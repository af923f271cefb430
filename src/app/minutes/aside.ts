/** The text of the headers and footers of a .docx, which is no part of the minutes. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (xml: string): string =>
  xml.replace(/&(amp|lt|gt|quot|apos);/gu, (whole, name: string) => entities[name] ?? whole);

/** The page number of the draft, and of most templates. */
const pageNumber = /^(?:side|page)?\s*\d*(?:\s*(?:av|of|\/)\s*\d*)?(?=\s|$)/iu;
const texts = /(?<=<(?:\w+:)?t(?:\s[^>]*)?>)[^<]*|<(?:\w+:)?(?:tab|br)\s*\/>/gu;

/** Each line once, without the page number and the title of the document, which the draft has there. `parts` are by name. */
export function asideIn(parts: ReadonlyMap<string, string>): readonly string[] {
  const title = /<dc:title>([^<]*)<\/dc:title>/u.exec(parts.get('docProps/core.xml') ?? '')?.[1] ?? '';
  const lines = [...parts]
    .filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/iu.test(name))
    .flatMap(([, xml]) => xml.split(/<\/(?:\w+:)?p>/u))
    .map((xml) => [...xml.matchAll(texts)].map(([text]) => (text.startsWith('<') ? ' ' : text)).join(''))
    .map((text) => decoded(text).replace(decoded(title), '').replace(/\s+/gu, ' ').trim())
    .map((text) => text.replace(pageNumber, '').trim());
  return [...new Set(lines.filter((text) => text !== ''))];
}
