/** How a paper is looked at: its own styles are rewritten for that, so that the browser's window and settings do not decide. */

export const widths = ['screen', 'phone', 'narrow', 'print'] as const;
export const schemes = ['auto', 'light', 'dark'] as const;

export interface Look {
  readonly width: (typeof widths)[number];
  readonly scheme: (typeof schemes)[number];
}

/**
 * What the page adds: the mark of what is new, and links that lead out of the paper are not followed in its frame. The colours have a
 * contrast of 4.5:1 to those of the papers.
 */
const added = `
[data-new] { background: #fff3c4; box-shadow: -0.4rem 0 0 #fff3c4, -0.6rem 0 0 #8a3b00; }
:target { scroll-margin-top: 4rem; }
a:not([href^='#']) { pointer-events: none; }
@media (prefers-color-scheme: dark) {
  [data-new] { background: #4a4013; box-shadow: -0.4rem 0 0 #4a4013, -0.6rem 0 0 #ffb778; }
}
`;

/**
 * The sheets that only a printer gives: columns as large as what `@page` leaves of one, since a browser breaks columns by the same rules
 * as sheets. They stand below each other, or beside each other where the browser cannot wrap columns. Between them is a strip of 8 mm.
 */
const sheets = `
html { min-width: 210mm; }
body {
  box-sizing: border-box; width: 210mm; height: 297mm; margin: 0 auto; padding: 13mm 18mm 14mm;
  columns: 174mm; column-fill: auto; column-gap: 44mm; column-rule: 8mm solid #b9c2bd;
}
@supports (column-wrap: wrap) {
  body { height: auto; column-height: 270mm; column-wrap: wrap; row-gap: 35mm; row-rule: 8mm solid #b9c2bd; }
}
[data-new] { background: #fff3c4; box-shadow: -0.4rem 0 0 #fff3c4, -0.6rem 0 0 #8a3b00; }
`;

/** The page of a paper as it looks so. `print` is always light. */
export function dressed(html: string, { width, scheme }: Look): string {
  const end = html.indexOf('</head>');
  const head = html
    .slice(0, end)
    .replace('</style>', () => `${added}</style>`)
    .replace(/@media [^{]*\{/gu, (query) => queryIn(query, width, scheme))
    .replace('</style>', () => `${width === 'print' ? sheets : ''}</style>`);
  const only = width === 'print' ? 'light' : scheme;
  const coloured =
    only === 'auto'
      ? head
      : head
          .replace('content="light dark"', `content="${only}"`)
          .replace('color-scheme: light dark', `color-scheme: ${only}`);
  // Where a link leads is seen, and asked for nowhere.
  return coloured + html.slice(end).replace(/<a href="(?!#)/gu, '<a tabindex="-1" href="');
}

/** A media query of our own styles as it holds for the look. */
function queryIn(query: string, width: Look['width'], scheme: Look['scheme']): string {
  if (query.includes('prefers-color-scheme')) {
    if (width === 'print' || scheme === 'light') return '@media not all {';
    return scheme === 'dark' ? '@media all {' : query;
  }
  if (width !== 'print') return query;
  if (query.startsWith('@media screen')) return '@media not all {';
  return query.replace('@media print', '@media all');
}
