/**
 * Facts: a line with a term, below it a line that begins with a colon. Like the definition lists of PHP Markdown
 * Extra, but without blank lines between them, so that the head of a meeting paper is easy to write and to read:
 *
 *     Tid
 *     : torsdag 3. desember 2026 kl. 10.00–12.00
 *     Sted
 *     : Oslo
 */
import type { MarkdownIt, StateBlock } from 'markdown-it/browser';

interface Line {
  readonly isDetail: boolean;
  readonly content: string;
  readonly last: number;
}

const detail = /^:[ \t]+(?=\S)/u;

/** The lines up to the first blank one. A line that ends in a hard break goes on in the next. */
function readLines(state: StateBlock, startLine: number, endLine: number): readonly Line[] {
  const lines: Line[] = [];
  for (let number = startLine; number < endLine; number += 1) {
    if (state.isEmpty(number) || (state.sCount[number] ?? 0) < state.blkIndent) break;
    const text = state.getLines(number, number + 1, state.blkIndent, false).trim();
    const before = lines.at(-1);
    if (before !== undefined && /(?<!\\)(?:\\\\)*\\$/u.test(before.content)) {
      lines[lines.length - 1] = { ...before, content: `${before.content}\n${text}`, last: number };
    } else {
      lines.push({ isDetail: detail.test(text), content: text.replace(detail, ''), last: number });
    }
  }
  return lines;
}

/** Facts begin with a term and end with a detail; no term is alone. */
function areFacts(lines: readonly Line[]): boolean {
  const [first] = lines;
  if (first === undefined || first.isDetail || lines.at(-1)?.isDetail !== true) return false;
  return lines.every((line, index) => line.isDetail || lines[index + 1]?.isDetail === true);
}

function pushLine(state: StateBlock, line: Line): void {
  const [type, tag] = line.isDetail ? ['detail', 'dd'] : ['term', 'dt'];
  state.push(`${type}_open`, tag, 1);
  const inline = state.push('inline', '', 0);
  inline.content = line.content;
  inline.children = [];
  state.push(`${type}_close`, tag, -1);
}

/** Extends a markdown-it to read facts: tokens facts_open, term_open, inline, term_close, detail_open … */
export function readFacts(markdown: MarkdownIt): void {
  markdown.block.ruler.before('paragraph', 'facts', (state, startLine, endLine, silent) => {
    const lines = readLines(state, startLine, endLine);
    const last = lines.at(-1);
    if (last === undefined || !areFacts(lines)) return false;
    if (silent) return true;
    state.line = last.last + 1;
    state.push('facts_open', 'dl', 1);
    for (const line of lines) pushLine(state, line);
    state.push('facts_close', 'dl', -1);
    return true;
  });
}
