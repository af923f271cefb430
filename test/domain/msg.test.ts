import { afterEach, describe, expect, test } from 'vitest';
import { inEnglish, msg, resaid, saidAgain, speak, speakingEnglish, spoken } from '../../src/domain/msg.ts';

describe('what is said', () => {
  afterEach(() => {
    speak();
  });

  test('is written down in English, and read in the language that is spoken', () => {
    const own = {
      'refused with {0}': 'avvist med {0}',
      'not trusted ({0})': 'ikke klarert ({0})',
      'no answer': 'ikke noe svar',
      'Gone: {0}.': 'Borte: {0}.',
    };
    speak((key) => own[key as keyof typeof own], 'nb');
    const written = [
      msg`refused with ${550}`,
      msg`not trusted (${'CERT_HAS_EXPIRED'})`,
      msg`no answer`,
      msg`Gone: ${msg`no answer`}.`,
      msg`Gone: ${'7'}.`.replace('.', ''),
      'typed by somebody',
    ].map(inEnglish);
    expect(written).toEqual([
      'refused with 550',
      'not trusted (CERT_HAS_EXPIRED)',
      'no answer',
      'Gone: no answer.',
      'Gone: 7',
      'typed by somebody',
    ]);
    expect(written.map(resaid)).toEqual([
      'avvist med 550',
      'ikke klarert (CERT_HAS_EXPIRED)',
      'ikke noe svar',
      'Gone: no answer.',
      'Gone: 7',
      'typed by somebody',
    ]);
    speak();
    expect(resaid('refused with 550')).toBe('refused with 550');
  });

  test('is said again in the language that is spoken then, with what stands in it and beside it', () => {
    const nb = new Map([['{0} is gone. Look at {1}.', '{0} er borte. Se på {1}.'], ['the file', 'filen'], ['Start again.', 'Start på nytt.']]); // prettier-ignore
    const nn = new Map([['{0} is gone. Look at {1}.', '{0} er borte. Sjå på {1}.'], ['the file', 'fila'], ['Start again.', 'Start på nytt no.']]); // prettier-ignore
    speak((key) => nb.get(key), 'nb');
    const said = `${msg`${msg`the file`} is gone. Look at ${'a.b: c'}.`} ${msg`Start again.`}\n  filer.xlsx: ${msg`Start again.`}`;
    expect(said).toContain('filen er borte. Se på a.b: c. Start på nytt.');
    speak((key) => nn.get(key), 'nn');
    expect(saidAgain(said)).toBe(
      'fila er borte. Sjå på a.b: c. Start på nytt no.\n  filer.xlsx: Start på nytt no.',
    );
    expect(saidAgain('Skriven av nokon. Heilt.')).toBe('Skriven av nokon. Heilt.');
    speak();
    expect(saidAgain(said)).toBe(
      'the file is gone. Look at a.b: c. Start again.\n  filer.xlsx: Start again.',
    );
  });

  test('is English for what is made to be kept', () => {
    speak(() => 'Borte.', 'nb');
    expect(speakingEnglish(() => `${msg`Gone.`} ${spoken()}`)).toBe('Gone. en');
    expect(() =>
      speakingEnglish(() => {
        throw new Error('it broke');
      }),
    ).toThrow('it broke');
    expect(`${msg`Gone.`} ${spoken()}`).toBe('Borte. nb');
  });
});
