import { describe, expect, it } from 'vitest';
import { audienceLines } from '../../../src/papers/announcement/audience-lines.ts';
import { leftOutSince } from '../../../src/papers/announcement/left-out-since.ts';
import { audienceOf, today } from '../../support/audience.ts';
import { registerWith } from '../../support/webinars.ts';

const contact = (number: number, more: Record<string, string>): Record<string, string> => ({
  ID: `K-2026-00${String(number)}`,
  Navn: `Kontakt ${String(number)}`,
  'E-post': `k${String(number)}@felles.example`,
  Skriftspråk: 'nynorsk',
  ...more,
});

const register = registerWith({
  Kontakter: [
    contact(1, { Lister: 'orientering', Part: 'Bylivsenteret' }),
    contact(2, { Lister: 'orientering, reservert', Part: 'Bylivsenteret' }),
    contact(3, { Lister: 'orientering', Part: 'Distriktssenteret' }),
  ],
  Mottakere: [],
});
const speaker = { id: 'P-2026-001', name: 'Kari Nordmann', address: 'kari@tromso.example' };

describe('a mailing to people who are named', () => {
  it('goes to contacts by ID and to addresses that only another tab has, each in its own standard', () => {
    const people = [{ contact: 'K-2026-001' }, { ...speaker, standard: 'nb' as const }];
    const audience = audienceOf(register, { people });
    expect(audience.chosen.map(({ id, address, standard }) => [id, address, standard])).toEqual([
      ['K-2026-001', 'k1@felles.example', 'nn'],
      ['P-2026-001', 'kari@tromso.example', 'nb'],
    ]);
    expect(audienceLines(audience)[0]).toBe('2 recipients by name: 1 bokmål, 1 nynorsk');
  });

  it('takes the contact with the address, and leaves out who is reserved or is gone', () => {
    const people = [
      { ...speaker, address: 'K1@felles.example' },
      { ...speaker, address: 'k2@felles.example' },
      { contact: 'K-2026-009' },
    ];
    const { chosen, leftOut } = audienceOf(register, { people });
    expect(chosen.map(({ id, standard }) => [id, standard])).toEqual([['K-2026-001', 'nn']]);
    expect(leftOut.map(({ id, cause }) => [id, cause.code])).toEqual([
      ['K-2026-002', 'reserved'],
      ['K-2026-009', 'not-in-register'],
    ]);
  });

  it('of a list can be only those of one party', () => {
    const audience = audienceOf(register, { target: 'liste:orientering', party: 'distriktssenteret' });
    expect(audience.chosen.map(({ id }) => id)).toEqual(['K-2026-003']);
  });

  it('is still for an address that another tab has when it is sent', () => {
    const { id, address } = speaker;
    const keyOf = (mailing: string): string => mailing;
    expect(leftOutSince(register, keyOf, today)({ id, address })).toEqual({ code: 'not-in-register' });
    expect(leftOutSince(register, keyOf, today, [address])({ id, address })).toBeUndefined();
  });
});
