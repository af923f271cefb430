import { describe, expect, test } from 'vitest';
import { languageFaults, openSpeller } from './checks/language.ts';

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
