import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal, writeRecords, type JournalRecord } from '../../../src/delivery/journal/records.ts';
import { keyOf } from '../send/world.ts';

const records: readonly JournalRecord[] = [
  { is: 'open', planHash: 'abc', machine: 'm-1', session: 's-1' },
  {
    is: 'claiming',
    claims: [
      [keyOf(1), 1],
      [keyOf(2), 2],
    ],
  },
  { is: 'told', withClaims: true, events: 2 },
  { is: 'released', key: keyOf(1) },
  { is: 'sent', key: keyOf(1), receipt: '250 ok æøå\n' },
  { is: 'refused', key: keyOf(2), reason: 'refused', reply: 550 },
  { is: 'closed' },
];

function written(of: readonly JournalRecord[]): Buffer {
  let sum = 0;
  const lines = of.map((one) => {
    const next = writeRecords([one], sum);
    ({ sum } = next);
    return next.line;
  });
  return Buffer.from(lines.join(''));
}
const whole = written(records);

/** The same records in lines of several, as they come to the disk together. */
function writtenInGroups(of: readonly JournalRecord[], sizes: readonly number[]): Buffer {
  const lines: string[] = [];
  let [sum, from] = [0, 0];
  for (const size of sizes) {
    const group = of.slice(from, from + size);
    if (group.length === 0) break;
    const next = writeRecords(group, sum);
    lines.push(next.line);
    [sum, from] = [next.sum, from + size];
  }
  return Buffer.from(lines.join(''));
}

describe('a journal', () => {
  it('is read as it was written', () => {
    expect(readJournal(whole)).toMatchObject({ records, bytes: whole.length, end: 'whole' });
    expect(readJournal(new Uint8Array())).toEqual({ records: [], bytes: 0, sum: 0, end: 'whole' });
  });

  it('that was cut off at any byte has the records that were whole, and is not damaged', () => {
    for (let length = 0; length <= whole.length; length += 1) {
      const read = readJournal(whole.subarray(0, length));
      expect(read.end).not.toBe('damaged');
      expect(read.records).toEqual(records.slice(0, read.records.length));
      // What is left out is less than one record.
      const next = written(records.slice(0, read.records.length + 1)).length;
      expect(read.bytes).toBeLessThanOrEqual(length);
      expect(length).toBeLessThanOrEqual(next);
    }
  });

  it('holds groups whole or not at all, wherever it was cut off, with zeros after it or without', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 7, maxLength: 7 }),
        fc.nat(),
        fc.boolean(),
        (sizes, lot, hasZeros) => {
          const bytes = writtenInGroups(records, sizes);
          expect(readJournal(bytes)).toMatchObject({ records, bytes: bytes.length, end: 'whole' });
          const last = bytes.lastIndexOf(0x0a, -2) + 1;
          const length = last + (lot % (bytes.length - last));
          const cut = Buffer.concat([
            bytes.subarray(0, length),
            Buffer.alloc(hasZeros ? bytes.length - length : 0),
          ]);
          const read = readJournal(cut);
          expect(read.end).not.toBe('damaged');
          const before = readJournal(bytes.subarray(0, last)).records;
          expect([before, records]).toContainEqual(read.records);
        },
      ),
    );
  });

  it('that grew before its content came has the records that were whole', () => {
    const last = written(records.slice(0, -1)).length;
    for (let length = last; length <= whole.length; length += 1) {
      const grown = Buffer.concat([whole.subarray(0, length), Buffer.alloc(whole.length - length)]);
      expect(readJournal(grown).end).not.toBe('damaged');
    }
    const holes = Buffer.from(whole);
    holes.fill(0, last, whole.length - 4);
    expect(readJournal(holes)).toMatchObject({ records: records.slice(0, -1), bytes: last, end: 'torn' });
  });

  it('in which any one bit has changed is damaged', () => {
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readJournal(flipped).end, `bit ${String(bit)}`).toBe('damaged');
    }
  });

  it('in which lines are missing, stand twice or have changed places is damaged', () => {
    const lines = whole
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => `${line}\n`);
    const place = fc.integer({ min: 0, max: lines.length - 2 });
    fc.assert(
      fc.property(place, fc.constantFrom('missing', 'twice', 'changed'), (at, what) => {
        const changed = [...lines];
        if (what === 'missing') changed.splice(at, 1);
        if (what === 'twice') changed.splice(at, 0, lines[at] ?? '');
        if (what === 'changed') changed.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '');
        expect(readJournal(Buffer.from(changed.join(''))).end).toBe('damaged');
      }),
    );
  });

  it('holds nothing but records', () => {
    const { line } = writeRecords([{ is: 'closed' }], 0);
    expect(readJournal(Buffer.from('00000000 {}\n')).end).toBe('damaged');
    expect(readJournal(Buffer.from(line.replace(' ', '\t'))).end).toBe('damaged');
    expect(readJournal(Buffer.from('\n')).end).toBe('damaged');
  });
});
