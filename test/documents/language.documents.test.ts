import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageFaults, openSpeller, withoutNames } from './checks/language.ts';
import {
  mailingTexts,
  messageTexts,
  ownTexts,
  templateText,
  webinarTexts,
  wordings,
} from './checks/own-texts.ts';

const spellers = { nb: await openSpeller('nb'), nn: await openSpeller('nn') };

describe('the language checks bite', () => {
  test.each([
    [
      'nb',
      'Bylivsenteret inviterer kommunene til et møte om stedsutvikling i Stad kommune, se https://felles.example/qwerty.',
    ],
    [
      'nn',
      'Bylivsenteret inviterer kommunane til eit møte om stadutvikling, sak 3/26 i fila register.xlsx (A-2026-017).',
    ],
    ['nb', 'Orienterings- og drøftingssaker kl. 10.00 i Distriktssenteret.'],
  ] as const)('text in order in %s passes: %s', (standard, text) => {
    expect(languageFaults(text, standard, spellers[standard])).toEqual([]);
  });

  test.each([
    ['nb', 'Møtet blir holdt i deceember.', 'unknown in nb: deceember'],
    ['nn', 'Møtet blir halde i deceember.', 'unknown in nn: deceember'],
    ['nb', 'Svar innen neste veke.', 'not nb: veke'],
    ['nb', 'Møtet er utsatt til en annen stad.', 'not nb: stad'],
    ['nb', 'Frå forrige møte', 'not nb: frå'],
    ['nn', 'Svar innan neste uke.', 'not nn: uke'],
    ['nn', 'Godkjenning av referat fra førre møte', 'not nn: fra'],
    ['nn', 'Alle kommunene er inviterte.', 'unknown in nn: kommunene'],
  ] as const)('%s: %s', (standard, text, fault) => {
    expect(languageFaults(text, standard, spellers[standard])).toContain(fault);
  });
});

describe('what is read of our own files', () => {
  test('the words of a template, also those inside its tags', () => {
    const text = templateText('{{#if (eq kind "case")}}Stad: {{link url "Bli med i møtet"}}{{/if}}');
    expect(text).toContain('Stad');
    expect(text).toContain('Bli med i møtet');
    expect(text).not.toMatch(/if|kind|case|link/u);
  });

  test('the wordings of a TypeScript file, and no codes', () => {
    const code =
      "const a = { 'no-day': (n: 'b') => `${n} dagar`, c: 'Skriv ein dato.' }; switch (d) { case 'e': f(a['g']); }";
    expect(wordings(code).split('\n').sort()).toEqual(['', ' dagar', 'Skriv ein dato.'].sort());
  });

  test('names are left out whole', () => {
    expect(withoutNames('Forbilder, Forbildene og forbilder', ['Forbilder'])).toBe(
      ' , Forbildene og forbilder',
    );
  });
});

describe('our own texts', () => {
  const cases = (['nb', 'nn'] as const).flatMap((standard) =>
    [
      ...ownTexts(standard),
      ...messageTexts(standard),
      ...mailingTexts(standard),
      ...webinarTexts(standard),
    ].map(({ path, text }) => ({
      standard,
      path,
      text,
    })),
  );

  test.each(cases)('$path is in good $standard', ({ standard, text }) => {
    expect(text.length).toBeGreaterThan(20);
    expect(languageFaults(text, standard, spellers[standard])).toEqual([]);
  });

  test('the word list is sorted within each part', async () => {
    const parts = (await readFile(join(import.meta.dirname, 'words.txt'), 'utf8'))
      .replace(/ *#.*$/gmu, '')
      .split(/^\[.*\]$/mu)
      .map((part) => part.split('\n').filter((word) => word !== ''));
    for (const words of parts) expect(words).toEqual([...new Set(words)].sort());
    expect(parts.flat().length).toBeGreaterThan(20);
  });
});
