import { afterEach, describe, expect, test } from 'vitest';
import { inEnglish, msg, resaid, speak, speakingEnglish, spoken } from '../../src/domain/msg.ts';

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
