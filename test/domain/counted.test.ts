import { expect, it } from 'vitest';
import { counted } from '../../src/domain/counted.ts';

it('says one of one, and many of all else', () => {
  expect([0, 1, 2].map((amount) => counted(amount, 'case'))).toEqual(['0 cases', '1 case', '2 cases']);
  expect(counted(1, 'row was', 'rows were')).toBe('1 row was');
});
