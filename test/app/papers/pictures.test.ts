import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { picturesOf } from '../../../src/app/papers/pictures.ts';
import { figureWords } from '../../../src/language/figures.ts';
import { phrasesOf } from '../../../src/language/phrases-of.ts';
import { counties } from '../../../src/register/data/counties.ts';
import type { Picture } from '../../../src/render/docx/picture.ts';
import { drawing, element, words, type Figure } from '../../../src/render/svg/drawing.ts';
import { readPng } from '../../support/png.ts';

const styles = readFileSync(new URL('../../../templates/styles.css', import.meta.url), 'utf8');

async function pictureOf(figure: Figure, sheet = styles): Promise<Picture> {
  const picture = (await picturesOf(new Map([['x', figure]]), sheet)).get('x');
  if (picture === undefined) throw new Error('no picture');
  return picture;
}

const figureOf = (...children: readonly string[]): Figure =>
  drawing({ name: 'x', title: 'X', description: 'X', width: 200, height: 50 }, ...children);
const text = (said: string): string => element('text', { class: 'legend', x: 10, y: 30 }, words(said));

/** The columns of pixels with something dark in them. */
function darkColumns({ png }: Picture): readonly number[] {
  const { width, height, light } = readPng(png);
  const rows = Array.from({ length: height }, (_, y) => y);
  return Array.from({ length: width }, (_, x) => x).filter((x) => rows.some((y) => light(x, y) < 128));
}

describe('a drawing as a picture', () => {
  it('has its words in dark on white, where they belong, without a font of the machine', async () => {
    expect(darkColumns(await pictureOf(figureOf()))).toEqual([]);
    const picture = await pictureOf(figureOf(text('Årshjul')));
    const dark = darkColumns(picture);
    const { width, light } = readPng(picture.png);
    expect(light(0, 0)).toBe(255);
    expect(dark[0]).toBeGreaterThan((width * 9) / 200);
    // Seven letters of 15 units take some 50 units.
    expect(dark.length).toBeGreaterThan((width * 25) / 200);
    expect(dark.at(-1)).toBeLessThan((width * 80) / 200);
  });

  it('has a shape for each letter that drawings can hold', async () => {
    const said = JSON.stringify([
      counties().map(({ name }) => name),
      ...Object.values(figureWords),
      ...[phrasesOf.nb, phrasesOf.nn].map(({ months, agreementShort, parties }) => [
        months,
        agreementShort,
        parties,
      ]),
    ]);
    const letters = new Set(`${said}0123456789áéëöüÆØÅ–«»!?&`.replaceAll(/\s/gu, ''));
    const { svg } = await pictureOf(figureOf(...[...letters].map(text)));
    expect(svg.match(/<path [^>]*d="M/gu)).toHaveLength(letters.size);
    // The box that stands for a letter the font has not.
    const [box = ''] = / d="M[^"]+"/u.exec((await pictureOf(figureOf(text('ʘ')))).svg) ?? [];
    expect(box).not.toBe('');
    expect(svg).not.toContain(box);
  });

  it('needs no style sheet and no font to be seen as SVG', async () => {
    const { svg } = await pictureOf(
      figureOf(text('Mai'), element('rect', { class: 'part-1', width: 9, height: 9 })),
    );
    expect(svg).not.toMatch(/<text|<style|class=|font|var\(/u);
    expect(svg).toContain('fill="#0b5c4e"');
  });

  it('takes the colours that a style sheet of one’s own has for print', async () => {
    const own = ':root { --a: red } svg .x { fill: var(--a) } @media print { :root { --a: #012345 } }';
    const { svg } = await pictureOf(figureOf(element('rect', { class: 'x', width: 9, height: 9 })), own);
    expect(svg).toContain('fill="#012345"');
  });
});
