/** Attachments and links in one cell: several, with a line break or a comma between. */
import { linesOfText } from './text.ts';
import { parseLink } from './link.ts';
import type { CellParser } from './cell-parser.ts';

/** Something to read before a meeting: a document by its name, a link, or both. */
export type Attachment =
  { readonly name: string; readonly link?: string } | { readonly link: string; readonly name?: undefined };

/** A comma or semicolon separates where a space, a line or a link follows it: within a link it belongs to the link. */
const separators = /\n|[,;](?=\s|$|https?:)/iu;
const inNames = /[,;]/u;

/** A link at the end, and what stands between it and its name: `Utkast til program: https://…`, `Utkast til program (https://…)`. */
const lastLink = /(?<link>(?:https?:\/\/|mailto:)[^\s<>]*?)[)>.]?$/iu;
const between = /[\s:(<–—-]/u;

/** A name and its link. Goes back from the link letter by letter: a pattern for both would cost the square of a long cell. */
function withLink(text: string): { readonly name: string; readonly link: string | undefined } {
  const found = lastLink.exec(text);
  let end = found?.index ?? 0;
  while (between.test(text.charAt(end - 1))) end -= 1;
  return { name: text.slice(0, end), link: found?.groups?.['link'] };
}

/**
 * A link that cannot be used is reported, and stands as text: nobody can be led astray, and the case is still on the
 * agenda.
 */
export const attachmentsCell: CellParser<readonly Attachment[]> = (cell, report) =>
  linesOfText(cell, report)
    ?.split(separators)
    .flatMap((part): readonly Attachment[] => {
      const { name, link } = withLink(part.trim());
      if (link === undefined) return namesIn(part).map((own) => ({ name: own }));
      const parsed = parseLink(link);
      if ('fault' in parsed) {
        report('link-invalid', 'warning', { why: parsed.fault });
        return [{ name: part.trim() }];
      }
      const own = name.replace(/^[-•*]\s+/u, '').trim();
      return [own === '' ? { link: parsed.link } : { name: own, link: parsed.link }];
    });

const namesIn = (part: string): readonly string[] =>
  part.split(inNames).flatMap((name) => name.replace(/^\s*[-•*]\s+/u, '').trim() || []);
