/**
 * The bundled builds of two packages: one file each instead of dozens, which under tsx saves a third of the load time of
 * Handlebars and three quarters of markdown-it's. The packages ship no types for these files, so they use those of the
 * main entry.
 */
declare module 'handlebars/dist/handlebars.min.js' {
  import type Handlebars from 'handlebars';

  const bundled: typeof Handlebars;
  export default bundled;
}

declare module 'markdown-it/browser' {
  import type MarkdownIt from 'markdown-it';

  export type { MarkdownIt, StateBlock, Token } from 'markdown-it';
  const bundled: typeof MarkdownIt;
  export default bundled;
}
