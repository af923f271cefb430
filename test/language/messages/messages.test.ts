import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sentencesIn } from '../../../src/app/cli/speech.ts';
import { msg, speak, spoken } from '../../../src/domain/msg.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import { sentencesOf, sentencesOfSources } from './sentences.ts';

const sources = sentencesOfSources();

const holesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/gu))].toSorted();

const sentences = [...new Set(sources.flatMap((source) => source.sentences.map(({ text }) => text)))];

/** Said to those who work on Felles itself, who read English. */
const forMaintainers = 'src/app/docs/';

describe('what commands say', () => {
  test.each(norwegianStandards)('has every sentence in %s, with what is filled in', (standard) => {
    const own = sentencesIn(standard);
    const missing = sentences.filter((sentence) => !own.has(sentence));
    expect(missing).toEqual([]);
    const otherHoles = [...own].filter(
      ([sentence, said]) => holesIn(sentence).join() !== holesIn(said).join(),
    );
    expect(otherHoles).toEqual([]);
    expect([...own.keys()].filter((sentence) => !sentences.includes(sentence))).toEqual([]);
  });

  test.each(norwegianStandards)('has each sentence once in %s', (standard) => {
    const folder = join(import.meta.dirname, '../../../src/language/messages', standard);
    const keys = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}"(.*?)": "/gmu)].map(([, key]) => key),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys).toHaveLength(sentencesIn(standard).size);
  });

  test('is never worded while a module is loaded', () => {
    expect(sources.flatMap(({ early }) => early)).toEqual([]);
  });

  test('is tagged, so that it can be said in Norwegian', () => {
    const said = sources.flatMap((source) => source.untagged);
    expect(said.filter(({ place }) => !place.startsWith(forMaintainers))).toEqual([]);
  });
});

describe('the sentences of a source', () => {
  const found = (code: string): string[] => sentencesOf('a.ts', code).untagged.map(({ text }) => text);

  test('untagged are those that a person reads in English', () => {
    expect(found("new UserError('No file.', msg`Name one.`)")).toEqual(['No file.']);
    expect(found("terminal.say(isOne ? 'One row' : `${n} rows`, 'red')")).toEqual(['One row', '{0} rows']);
    expect(found("terminal.say(msg`${counted(n, 'row')} of ${table['rows']}`)")).toEqual(['row']);
    expect(found("terminal.say(kind === 'file' ? path : msg`Nothing.`)")).toEqual([]);
  });

  test('early are those outside functions', () => {
    const { early } = sentencesOf('a.ts', 'const a = msg`One.`; const b = () => msg`Two.`;');
    expect(early).toEqual([{ place: 'a.ts:1', text: 'One.' }]);
  });
});

describe('msg', () => {
  afterEach(() => {
    speak();
  });

  test('is English until something else is spoken', () => {
    expect(msg`${2} rows in ${'Saker'}`).toBe('2 rows in Saker');
    expect(spoken()).toBe('en');
  });

  test('fills in the sentence that is spoken, in its own order', () => {
    speak((key) => ({ '{0} rows in {1}': 'I {1} er det {0} rader' })[key], 'nb');
    expect(spoken()).toBe('nb');
    expect(msg`${2} rows in ${'{0}'}`).toBe('I {0} er det 2 rader');
    expect(msg`Unknown ${1}`).toBe('Unknown 1');
  });
});
