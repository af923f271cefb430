import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../src/app/cli/speech.ts';
import { commands } from '../../../src/app/main.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import { wordsOfFlag } from '../../../src/language/page/commands/all.ts';

/** A field of the page and its flag: «Skriv i registeret» (--write). */
const named = /«([^»]+)» \(--([a-z-]+)/gu;

describe.each(norwegianStandards)('a flag in a sentence in %s', (standard) => {
  it('is named as its field on the page is', () => {
    const said = [...sentencesIn(standard).values()].flatMap((sentence) => [...sentence.matchAll(named)]);
    expect(said.length).toBeGreaterThan(0);
    const unknown = said.filter(([, label, flag = '']) =>
      Object.keys(commands).every((command) => wordsOfFlag(command, flag)?.label[standard] !== label),
    );
    expect(unknown.map(([text]) => text)).toEqual([]);
  });
});
