import { describe, expect, it } from 'vitest';
import type { ProblemCode, Level } from '../../src/domain/problem.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { nowAt, workbookOf } from '../support/build-workbook.ts';

const reading = (contact: string, more = {}) =>
  readRegister(
    workbookOf({
      Program: [
        {
          ID: 'P-2027-001',
          Aktivitet: 'A-2027-004',
          Tittel: 'Torg',
          Status: 'Spurt',
          Kontakt: contact,
          ...more,
        },
      ],
    }),
    nowAt('2027-02-01T10:00'),
  );

/** What the slot's contact is read as, and the problems of the cell. */
const read = (contact: string): readonly [string | undefined, readonly (readonly [ProblemCode, Level])[]] => {
  const { register, problems } = reading(contact);
  const own = problems.filter(({ at: place }) => place.tab === 'Program' && place.cell === 'K2');
  return [register.slots[0]?.contact, own.map(({ code, level }) => [code, level])];
};

describe('whom to write to about a slot', () => {
  it.each([
    ['an address', 'mailto:Ola@X.no', 'Ola@x.no'],
    ['an address with a name', 'Ola <ola@x.no>', 'ola@x.no'],
  ])('%s', (_, cell, gives) => {
    expect(read(cell)).toEqual([gives, []]);
  });

  it('the ID of a contact, however it was typed; one that Kontakter does not have is an error', () => {
    expect(read(' k‑2026-017 ')).toEqual(['K-2026-017', [['contact-unknown', 'error']]]);
  });

  it.each(['Kari Nordmann', 'ola@x.no, kari@y.no', 'A-2026-017', 'ola@x.no\r\nBcc: evil@z.no'])(
    'neither is a warning, and the slot stays in the programme: %s',
    (cell) => {
      expect(read(cell)).toEqual([undefined, [['reach-unreadable', 'warning']]]);
    },
  );

  it('reads when the answer is due', () => {
    expect(reading('ola@x.no', { Svarfrist: '15.02.2027' }).register.slots[0]?.answerBy).toBe('2027-02-15');
  });
});
