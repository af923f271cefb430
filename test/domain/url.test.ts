import { expect, it } from 'vitest';
import { parseUrl } from '../../src/domain/url.ts';

it('reads an address however often it is asked, and nothing else', () => {
  const wrong = Array.from({ length: 30_000 }, () => parseUrl('https://møte.example/kvartal-4')?.href).filter(
    (href) => href !== 'https://xn--mte-0na.example/kvartal-4',
  );
  expect(wrong).toEqual([]);
  expect(parseUrl('møte.example')).toBeUndefined();
});
