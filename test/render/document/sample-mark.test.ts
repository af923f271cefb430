import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { renderMarkdown } from '../../../src/render/markdown/markdown-writer.ts';
import { markedAsSample, markedTitle } from '../../../src/render/document/sample-mark.ts';

const words = { word: 'Eksempel', sentence: 'Ikke ekte.' };

const marked = (markdown: string, kind: 'paper' | 'short' = 'paper'): string =>
  renderMarkdown(markedAsSample(parseMarkdown(markdown), kind, words)).trim();

describe('what is made from a sample', () => {
  it('says so below its title and byline', () => {
    expect(marked('# Tittel\n\n*Av partene*\n\nTekst')).toBe(
      '# Tittel\n\n*Av partene*\n\n> **Eksempel:** Ikke ekte.\n\nTekst',
    );
    expect(marked('# Tittel\n\nTekst')).toBe('# Tittel\n\n> **Eksempel:** Ikke ekte.\n\nTekst');
    expect(marked('# Tittel')).toBe('# Tittel\n\n> **Eksempel:** Ikke ekte.');
  });

  it('says so first where there is no title', () => {
    expect(marked('Saker:\n\n- En')).toBe('**Eksempel:** Ikke ekte.\n\nSaker:\n\n- En');
    expect(marked('')).toBe('**Eksempel:** Ikke ekte.');
  });

  it('has the word before its subject, and what follows as it is', () => {
    expect(marked('Emne\n\nMer', 'short')).toBe('Eksempel: Emne\n\nMer');
    expect(marked('', 'short')).toBe('');
    expect(markedTitle('Møte', words)).toBe('Eksempel: Møte');
  });
});
