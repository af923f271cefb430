/**
 * Drawings as SVG elements inside a page. Colours come from the page's styles by class (templates/styles.css), so that a
 * drawing follows light mode, dark mode and print. Text is always escaped.
 */
import { escapeHtml } from '../safe/escape.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A coordinate with no more digits than anybody can see. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;

/** An element. `children` are elements, or text from `words`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeHtml(written(value))}"`]))
    .join('');
  return `<${name}${said}>${children.join('')}</${name}>`;
}

/** Text of a drawing. */
export const words = (text: string): string => escapeHtml(text);

export interface Drawing {
  /** Unique in the page: the names of its parts begin with it. */
  readonly name: string;
  /** What it is, and what it shows: read aloud in its place. */
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A drawing that is done. `width` and `height` are in its own units: only their ratio counts. */
export interface Figure extends Pick<Drawing, 'title' | 'description' | 'width' | 'height'> {
  /** An `svg` element, to be used as it is inside a page. */
  readonly svg: string;
}

/** The drawings of a paper, by the names that its template calls them by. */
export type Figures = ReadonlyMap<string, Figure>;

/** The whole drawing. A screen reader gets title and description in its place (WAI-ARIA, role img). */
export function drawing(
  { name, title, description, width, height }: Drawing,
  ...children: readonly string[]
): Figure {
  const [titleId, descriptionId] = [`${name}-tittel`, `${name}-omtale`];
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: name,
      role: 'img',
      'aria-labelledby': `${titleId} ${descriptionId}`,
      viewBox: `0 0 ${written(width)} ${written(height)}`,
    },
    element('title', { id: titleId }, words(title)),
    element('desc', { id: descriptionId }, words(description)),
    ...children,
  );
  return { svg, title, description, width, height };
}
