/** Parts of a Markdown file that are made from the code: between `<!-- made: name -->` and `<!-- /made -->`. */
const part = /<!-- made: (?<name>[\w:-]+) -->(?<was>.*?)<!-- \/made -->/gsu;

/** The names of the parts that a file has, in their order. */
export const partsIn = (text: string): readonly string[] =>
  [...text.matchAll(part)].map(({ groups }) => groups?.['name'] ?? '');

/**
 * The file with each part as the code now has it. A part that begins on a line of its own is set off by empty lines;
 * one within a line stays there. Throws Error for a part that nobody makes.
 */
export function fillParts(text: string, make: (name: string) => string | undefined): string {
  return text.replace(part, (_whole, name: string, was: string) => {
    const made = make(name);
    if (made === undefined) throw new Error(`Nothing is made under the name ${name}.`);
    const inside = was.startsWith('\n') ? `\n\n${made}\n\n` : made;
    return `<!-- made: ${name} -->${inside}<!-- /made -->`;
  });
}

/** A table in Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
