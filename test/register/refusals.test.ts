import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/register/refusals.ts';

describe('who has approved', () => {
  it.each([
    ...[
      'Nei, se e-post',
      'Ikke godkjent',
      'Ikkje godkjend',
      'Ingen',
      'Avventer',
      'Avvist av Kari',
      'No, see mail',
    ],
    ...['Uenig', 'Usamd', 'Må rettes', 'Se merknad', 'Venter på svar', 'Ventar på svar', 'Mangler', 'Purret'],
    ...[
      'Har merknader',
      'Kari, med forbehold',
      'Sendt til Kari',
      'Under arbeid',
      'Utsatt',
      'På høring',
      '?',
      '',
    ],
  ])('is nobody where the cell says «%s»', (text) => {
    expect(isRefusal(text)).toBe(true);
  });

  it.each([
    ...['Kari Nordmann', 'OK', 'Ja', 'Godkjent', 'Nordmann, K.', 'Noah Lie', 'Selma Sendt', 'Ingeniør Berg'],
    ...['Kari Nordmann, ingen merknader', 'Har ikke merknader. Kari', 'Kari, inga merknader'],
    ...['Godkjent i møtet, ingen innsigelser', 'Ingen innvendinger – Kari', 'Kari, uten endringer'],
  ])('is somebody where the cell says «%s»', (text) => {
    expect(isRefusal(text)).toBe(false);
  });
});
