import { describe, expect, it } from 'vitest';
import { drawingRules, printLook } from '../../../src/render/svg/print-look.ts';

describe('the look of drawings on paper', () => {
  it('is what the sheet says of drawings in print, with its colours in their place', () => {
    const sheet = `
      /* svg .no { fill: red } */
      :root { --ink: #111; --paper: #222; }
      @media (prefers-color-scheme: dark) { :root { --ink: white; } svg .ring { fill: white; } }
      @page { size: A4; }
      h2, svg .ring { fill: var(--ink); margin: 0; font-family: inherit; }
      figure svg.hjul { width: 100%; font-size: 20px; font-weight: 650; }
      @media print { :root { --paper: #fff; } svg .event > text { stroke: var(--paper); stroke-width: 2; } }`;
    expect(printLook(sheet).split('\n')).toEqual([
      'svg .ring { fill: #111 }',
      'svg.hjul { font-size: 20px; font-weight: 700 }',
      'svg .event > text { stroke: #fff; stroke-width: 2 }',
    ]);
  });

  it('is beside it what the sheet says of drawings on screens, with its variables', () => {
    const sheet = `
      svg .ring { fill: var(--ink); }
      h2, p { margin: 0 }
      figure svg { width: 100% }
      @media print { svg .ring { fill: red } }`;
    expect(drawingRules(sheet)).toBe('svg .ring { fill: var(--ink); }');
  });

  it('is nothing where the sheet says nothing of drawings', () => {
    expect(printLook('')).toBe('');
    expect(printLook('p { fill: none } @media print { p { fill: red } }')).toBe('');
  });
});
