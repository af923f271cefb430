import { msg } from '../../../domain/msg.ts';
import { tooLarge } from '../faults.ts';
import { decodeCellText } from '../package/xml-text.ts';
import { XmlScanner } from '../package/xml-scanner.ts';

/** A register of 100,000 rows has two million cells, and no text needs to be here twice. Each costs some 80 bytes. */
const MOST_TEXTS = 4_000_000;

/** The texts of the shared string table, in order. Throws UserError if they are too many to keep. */
export function readSharedStrings(xml: string, part: string, most = MOST_TEXTS): string[] {
  const texts: string[] = [];
  const scanner = new XmlScanner(xml, part);
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open' || scanner.name !== 'si') continue;
    if (texts.length === most)
      throw tooLarge(msg`it has more than ${most / 1_000_000} million different texts`);
    texts.push(readRichText(scanner));
  }
  return texts;
}

/**
 * The text of the element at the scanner's position (`si` or `is`): plain, or joined from runs with their own fonts.
 * Reading help for Japanese (`rPh`) is not part of the text. The scanner ends at the closing tag.
 */
export function readRichText(scanner: XmlScanner): string {
  return scanner.empty ? '' : joinRuns(scanner);
}

function joinRuns(scanner: XmlScanner): string {
  let text = '';
  let depth = 1;
  while (depth > 0) {
    const event = scanner.next();
    if (event === 'end') throw scanner.broken();
    if (event === 'close') depth -= 1;
    if (event !== 'open') continue;
    if (scanner.name === 't') text += decodeCellText(scanner.innerText());
    else if (scanner.name !== 'r') scanner.skip();
    else if (!scanner.empty) depth += 1;
  }
  return text;
}
