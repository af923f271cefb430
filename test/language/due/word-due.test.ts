import { describe, expect, it } from 'vitest';
import { parseSaidTime, textFacts, type Difference } from '../../../src/domain/statement.ts';
import { dueWords, wordDifference } from '../../../src/language/due/word-due.ts';

const differences: readonly Difference[] = [
  { fact: 'gone' },
  { fact: 'state', was: 'coming', is: 'cancelled' },
  {
    fact: 'time',
    was: parseSaidTime('2026-12-03T10:00/2026-12-03T11:30'),
    is: parseSaidTime('2026-12-10T10:00'),
  },
  { fact: 'time', was: parseSaidTime('month 2026-12-01/2026-12-31'), is: undefined },
  {
    fact: 'time',
    was: parseSaidTime('day 2026-12-03/2026-12-04'),
    is: parseSaidTime('week 2026-12-07/2026-12-13'),
  },
  { fact: 'link', was: 'https://gammel.example/', is: 'https://ny.example/' },
  { fact: 'place', was: undefined, is: 'Bodø' },
  { fact: 'description', was: `${'lang '.repeat(40)}tekst`, is: 'to\nlinjer' },
  { fact: 'cases', came: ['S-2026-009 Ny sak'], left: ['S-2026-001 Gammel sak', 'S-2026-002 En til'] },
];

describe('what is otherwise now than it was said', () => {
  it.each(['nb', 'nn', 'en'] as const)('reads as it should in %s', async (standard) => {
    const lines = differences.map((one) => wordDifference(one, standard).replaceAll('\u00A0', ' '));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `../../golden/today/differences.${standard}.txt`,
    );
  });

  it('names every fact and matter by a word of its own', () => {
    for (const words of Object.values(dueWords)) {
      const facts = Object.values(words.facts);
      expect(new Set(facts).size).toBe(facts.length);
      expect(facts.length).toBe(textFacts.length + 3);
      const matters = Object.values(words.matters);
      expect(new Set(matters).size).toBe(matters.length);
    }
  });
});
