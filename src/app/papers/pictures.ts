/**
 * Drawings as pictures for Word. resvg renders them as WebAssembly: one file for all systems, which reads no fonts of the
 * machine, so that a drawing gives the same bytes everywhere. Their words become shapes, in a font with Arial's widths
 * that comes with Felles (Arimo). Loaded only where a .docx with drawings is made.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Picture, Pictures } from '../../render/docx/picture.ts';
import type { Figure, Figures } from '../../render/svg/drawing.ts';
import { printLook } from '../../render/svg/print-look.ts';

const FONT = 'Arimo';
/** Pixels: about 220 to the inch in a wheel, 155 as wide as the sheet. */
const WIDTH = 1000;

const require = createRequire(import.meta.url);

type Render = (svg: string) => Pick<Picture, 'svg' | 'png'>;

async function load(): Promise<Render> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = await Promise.all(
    [
      require.resolve('@fontsource/arimo/files/arimo-latin-400-normal.woff2'),
      require.resolve('@fontsource/arimo/files/arimo-latin-700-normal.woff2'),
    ].map((file) => readFile(file)),
  );
  const options = {
    font: { fontBuffers, defaultFontFamily: FONT },
    fitTo: { mode: 'width', value: WIDTH },
    background: '#ffffff',
  } as const;
  return (svg) => {
    const drawing = new Resvg(svg, options);
    const image = drawing.render();
    const picture = { svg: drawing.toString(), png: image.asPng() };
    image.free();
    drawing.free();
    return picture;
  };
}

/** The library can be started once in a process. */
let renderer: Promise<Render> | undefined;

/** Shorter by half, and nobody sees the difference: no indents, and hundredths. */
const shortened = (svg: string): string =>
  svg
    .replaceAll(/>\s+</gu, '><')
    .replaceAll(/ d="[^"]+"/gu, (path) =>
      path.replaceAll(/-?\d+\.\d{3,}/gu, (value) => String(Math.round(Number(value) * 100) / 100)),
    );

function pictureOf(figure: Figure, render: Render, look: string): Picture {
  const styled = figure.svg.replace(/^<svg[^>]*>/u, (tag) => `${tag}<style>${look}</style>`);
  const { svg, png } = render(styled);
  return { ...figure, svg: shortened(svg), png };
}

/** The drawings as they look in print by the style sheet of the pages. */
export async function picturesOf(figures: Figures, styles: string): Promise<Pictures> {
  renderer ??= load();
  const [render, look] = [await renderer, printLook(styles)];
  return new Map([...figures].map(([name, figure]) => [name, pictureOf(figure, render, look)]));
}
