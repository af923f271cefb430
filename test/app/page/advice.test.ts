import { describe, expect, it } from 'vitest';
import { adviceHtml } from '../../../src/app/page/advice.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import { dueWords } from '../../../src/language/due/word-due.ts';
import { nameOfTyped, toReader } from '../../../src/language/page/page-reader.ts';
import { wordProblem } from '../../../src/language/problems/word-problem.ts';

const at = { tab: 'Saker' };

describe('advice on the page', () => {
  it.each(norwegianStandards)('asks nobody else for what the reader can do, in %s', (standard) => {
    const advices = [
      ...Object.values(dueWords[standard].advice),
      ...[
        wordProblem({ code: 'tab-missing', level: 'warning', at, args: { needed: true } }, standard),
        wordProblem(
          { code: 'tab-missing', level: 'warning', at, args: { needed: true, keeps: 'said' } },
          standard,
        ),
        wordProblem({ code: 'columns-absent', level: 'info', at, args: { headings: ['Vedtak'] } }, standard),
        wordProblem({ code: 'headings-missing', level: 'error', at, args: { headings: ['ID'] } }, standard),
        wordProblem(
          { code: 'tab-renamed', level: 'error', at, args: { names: ['X'], isThere: false } },
          standard,
        ),
        wordProblem({ code: 'title-without-id', level: 'error', at, args: { row: 7 } }, standard),
        wordProblem({ code: 'tab-old', level: 'warning', at, args: { replacement: 'Y', left: 2 } }, standard),
        wordProblem({ code: 'id-missing', level: 'warning', at, args: { example: 'S-2026-001' } }, standard),
      ].map(({ advice }) => advice),
    ];
    expect(advices.some((advice) => advice.includes('npm run'))).toBe(true);
    for (const advice of advices) {
      expect(toReader(advice, standard)).not.toMatch(/k(?:jører|øyrer) Felles/u);
      expect(adviceHtml(advice, standard).html).not.toMatch(/npm run|\[object/u);
    }
  });

  it('names a command as the page does, with its flags in the address', () => {
    const { advice } = wordProblem(
      { code: 'tab-renamed', level: 'error', at, args: { names: ['X'], isThere: false } },
      'nb',
    );
    expect(adviceHtml(advice, 'nb').html).toContain(
      'velg «<a href="/nb/doing/init?add=Saker">Legg til det som mangler i regnearket</a>».',
    );
    expect(nameOfTyped('check -- --give-ids', 'nn')).toBe('Gi ID til rader som manglar det');
    expect(nameOfTyped('digest', 'nb')).toBe('Orientering');
    expect(toReader('Avgjør det. Den som kjører Felles, kan ta det av listen.', 'nb')).toBe(
      'Avgjør det. Du kan ta det av listen.',
    );
  });
});
