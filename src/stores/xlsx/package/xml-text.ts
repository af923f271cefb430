/** How text is written in XML, and in the cells of a workbook. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text in a piece of XML. An unknown entity stays as it is written. */
export function unescapeXml(xml: string): string {
  // XML 1.0, section 2.11: a line break written as CR or CRLF reads as LF.
  const source = xml.includes('\r') ? xml.replace(/\r\n?/gu, '\n') : xml;
  // Some programs write every letter beyond ASCII as an entity, so this is worth doing by hand.
  let text = '';
  let done = 0;
  for (let at = source.indexOf('&'); at !== -1; at = source.indexOf('&', at + 1)) {
    const end = source.indexOf(';', at);
    if (end === -1) break;
    const character = entityCharacter(source.slice(at + 1, end));
    if (character === undefined) continue;
    text += source.slice(done, at) + character;
    done = end + 1;
  }
  return done === 0 ? source : text + source.slice(done);
}

function entityCharacter(entity: string): string | undefined {
  if (!entity.startsWith('#') || entity.length < 2) return NAMED[entity];
  const hexadecimal = entity.startsWith('#x') || entity.startsWith('#X');
  const code = Number(hexadecimal ? `0x${entity.slice(2)}` : entity.slice(1));
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Text in the form for use between tags or, in double quotes, in an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

/**
 * The text of a cell, where `_x000D_` means a character that XML cannot hold.
 * Source: ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring).
 */
export function decodeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Characters that XML cannot hold, and an underscore that would otherwise be read as the start of an escape. */
const UNSPEAKABLE = new RegExp(
  String.raw`[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4}(?:_|[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|\p{Surrogate}))`,
  'gu',
);

/** The opposite of `decodeCellText` and `unescapeXml`: any text, as XML that reads back the same. */
export function encodeCellText(text: string): string {
  const speakable = text.replace(UNSPEAKABLE, (character) => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
  return speakable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
