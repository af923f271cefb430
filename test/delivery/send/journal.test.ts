import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJournal, writeRecord, type JournalRecord } from '../../../src/delivery/send/journal.ts';
import { openJournal } from '../../../src/delivery/send/journal-file.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { keyOf } from './world.ts';

const records: readonly JournalRecord[] = [
  { is: 'open', planHash: 'abc', machine: 'm-1' },
  { is: 'claimed', keys: [keyOf(1), keyOf(2)] },
  { is: 'released', key: keyOf(1) },
  { is: 'sent', key: keyOf(1), receipt: '250 ok æøå\n' },
  { is: 'closed' },
];
const whole = records.map(writeRecord).join('');

describe('a journal', () => {
  it('is read as it was written', () => {
    expect(readJournal(whole)).toEqual({ records, bytes: Buffer.byteLength(whole) });
  });

  it('that was cut off anywhere has the records that were whole', () => {
    const bytes = Buffer.from(whole);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        const read = readJournal(bytes.subarray(0, length).toString('utf8'));
        if (read === 'damaged') throw new Error('a torn end is no damage');
        expect(records.slice(0, read.records.length)).toEqual(read.records);
        expect(read.bytes).toBeLessThanOrEqual(length);
        expect(length - read.bytes).toBeLessThan(150);
      }),
    );
  });

  it('in which a byte before the last record has changed is damaged', () => {
    const end = Buffer.byteLength(records.slice(0, -1).map(writeRecord).join('')) - 1;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end - 1 }), fc.integer({ min: 1, max: 127 }), (at, flip) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const read = readJournal(bytes.toString('utf8'));
        expect(read === 'damaged' || read.records.length < records.length).toBe(true);
      }),
    );
  });
});

describe('a journal on the disk', () => {
  let folder: string;
  const path = (): string => join(folder, 'a', 'b', 'journal.ndjson');
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'felles-journal-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('holds every record once it is added, also those added at once', async () => {
    const journal = await openJournal(path());
    await Promise.all(records.map((one) => journal.add(one)));
    expect(await readFile(path(), 'utf8')).toBe(whole);
    await journal.close();
    const again = await openJournal(path());
    expect(again.records).toEqual(records);
    await again.close();
  });

  it('goes on after a torn end, which is cut away', async () => {
    const journal = await openJournal(path());
    await journal.add({ is: 'closed' });
    await journal.close();
    await appendFile(path(), '12345678 {"is":"rel');
    const again = await openJournal(path());
    await again.add({ is: 'closed' });
    await again.close();
    expect(await readFile(path(), 'utf8')).toBe(writeRecord({ is: 'closed' }).repeat(2));
  });

  it('is opened by one run at a time, and by the next once that has ended', async () => {
    const journal = await openJournal(path());
    await expect(openJournal(path())).rejects.toThrow('Another run is sending this mailing');
    await journal.close();
    await (await openJournal(path())).close();
    // A process that is gone has left its lock.
    await writeFile(
      `${path()}.lock`,
      JSON.stringify({ pid: 2 ** 22 + 1, host: (await import('node:os')).hostname() }),
    );
    await (await openJournal(path())).close();
  });

  it.each([
    ['damaged', () => writeFile(path(), `00000000 {}\n${whole}`), 'is damaged'],
    [
      'a folder',
      () =>
        rm(path())
          .then(() => openJournal(join(path(), 'x')))
          .then((one) => one.close()),
      'cannot be written',
    ],
  ])('that is %s stops the send', async (_, spoil, message) => {
    await (await openJournal(path())).close();
    await spoil();
    await expect(openJournal(path())).rejects.toThrow(UserError);
    await expect(openJournal(path())).rejects.toThrow(message);
  });
});
