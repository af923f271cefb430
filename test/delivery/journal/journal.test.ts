import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  journalPath,
  lookInto,
  openJournal,
  putAside,
  withJournal,
} from '../../../src/delivery/journal/journal.ts';
import { machineName, sessionName } from '../../../src/delivery/journal/machine.ts';
import type { JournalRecord } from '../../../src/delivery/journal/records.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { LossyDisk } from '../../support/lossy-disk.ts';
import { lots } from '../send/schedules.ts';
import { JOURNAL, keyOf } from '../send/world.ts';

const open: JournalRecord = { is: 'open', planHash: 'abc', machine: 'm-1', session: 's-1' };
const sent = (index: number): JournalRecord => ({ is: 'sent', key: keyOf(index), receipt: 'queued' });

let folder: string;
const path = (): string => join(folder, 'a', 'b', 'journal.ndjson');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-journal-'));
});
afterEach(() => rm(folder, { recursive: true }));

const recordsIn = async (at = path()): Promise<readonly JournalRecord[]> =>
  (await lookInto(at))?.records ?? [];

describe('a journal on the disk', () => {
  it('holds every record once it is added, in order, also those added at once', async () => {
    expect(await lookInto(path())).toBeUndefined();
    const journal = await openJournal(path());
    await journal.add(open);
    expect(await recordsIn()).toEqual([open]);
    await Promise.all([1, 2, 3].map((index) => journal.add(sent(index))));
    expect(await recordsIn()).toEqual([open, sent(1), sent(2), sent(3)]);
    await journal.close();
    const again = await openJournal(path());
    expect(again.records).toEqual([open, sent(1), sent(2), sent(3)]);
    await again.close();
  });

  it.each([
    ['half a record', (whole: Buffer) => whole.subarray(0, -20), [open]],
    ['a record without its end', (whole: Buffer) => whole.subarray(0, -1), [open, sent(1)]],
    [
      'a record and zeros',
      (whole: Buffer) => Buffer.concat([whole.subarray(0, -1), Buffer.alloc(9)]),
      [open, sent(1)],
    ],
  ])('goes on after %s', async (_, spoil, kept) => {
    await withJournal(path(), async (journal) => {
      await journal.add(open);
      await journal.add(sent(1));
    });
    await writeFile(path(), spoil(await readFile(path())));
    await withJournal(path(), (journal) => journal.add(sent(2)));
    expect(await lookInto(path())).toMatchObject({ records: [...kept, sent(2)], end: 'whole' });
  });

  it('says whose run has it, and since when, and takes no more from one whose lock was taken', async () => {
    const lock = join(folder, 'a', 'b', '.journal.ndjson.felles-lock');
    await withJournal(path(), async (journal) => {
      await journal.add(open);
      const old = new Date(Date.now() - 3 * 3_600_000 - 1000);
      await utimes(lock, old, old);
      const other = withJournal(path(), () => Promise.resolve());
      await expect(other).rejects.toThrow(`(process ${process.pid} on ${hostname()}, for 3 hours)`);
      await rm(lock);
      await withJournal(path(), (theirs) => theirs.add(sent(1)));
      await expect(journal.add(sent(2))).rejects.toThrow(/no longer that of this run/u);
      await expect(journal.add(sent(2))).rejects.toThrow(UserError);
    });
    expect(await recordsIn()).toEqual([open, sent(1)]);
  });

  it('is opened by one run at a time, and by the next once that has ended, however it ended', async () => {
    await withJournal(path(), async (journal) => {
      await journal.add(open);
      await expect(withJournal(path(), () => Promise.resolve())).rejects.toThrow(
        'Another run is sending this mailing',
      );
      // Whoever only looks may.
      expect(await recordsIn()).toEqual([open]);
    });
    await expect(withJournal(path(), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await withJournal(path(), (journal) => journal.add(sent(1)));
    expect(await recordsIn()).toEqual([open, sent(1)]);
  });

  it('is opened at once where the run before was killed, and left its lock', async () => {
    await withJournal(path(), (journal) => journal.add(open));
    const lock = join(folder, 'a', 'b', '.journal.ndjson.felles-lock');
    await writeFile(lock, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    await withJournal(path(), (journal) => journal.add(sent(1)));
    expect(await recordsIn()).toEqual([open, sent(1)]);
  });

  it('that is damaged stops the send, and goes on as a new one once it is put aside', async () => {
    await withJournal(path(), (journal) => journal.add(open));
    await writeFile(path(), (await readFile(path(), 'utf8')).replace('m-1', 'm-2'));
    await expect(openJournal(path())).rejects.toThrow(/is damaged.*Nothing is sent/u);
    expect(await putAside(path())).toBe(`${path()}.damaged-1`);
    await withJournal(path(), (journal) => journal.add(sent(1)));
    expect(await recordsIn()).toEqual([sent(1)]);
    await putAside(path());
    expect(await recordsIn(`${path()}.damaged-2`)).toEqual([sent(1)]);
  });

  it('that has no place stops the send', async () => {
    await writeFile(join(folder, 'a'), 'a file where the folder should be');
    const failing = withJournal(path(), () => Promise.resolve());
    await expect(failing).rejects.toThrow(UserError);
    await expect(failing).rejects.toThrow(
      'The journal of the send cannot be written, so nothing more is sent.',
    );
  });
});

describe('a disk that breaks', () => {
  const errno = (code: string): Error => Object.assign(new Error(code), { code });

  it.each(['ENOSPC', 'EIO', 'EROFS', 'EDQUOT'])(
    'with %s at any moment stops the send, and loses nothing',
    async (code) => {
      let isAtEnd = false;
      for (let n = 1; !isAtEnd; n += 1) {
        let [steps, added] = [0, 0];
        let isOver = false;
        const disk = new LossyDisk({
          step: () => {
            steps += 1;
            return steps === n && !isOver ? Promise.reject(errno(code)) : Promise.resolve();
          },
        });
        const writeAll = async (): Promise<void> => {
          const journal = await openJournal(JOURNAL, disk);
          for (let index = 1; index <= 3; index += 1) {
            await journal.add(sent(index));
            added = index;
          }
        };
        const failure: unknown = await writeAll().then(
          () => undefined,
          (error: unknown) => error,
        );
        isAtEnd = failure === undefined;
        if (!isAtEnd) expect(failure).toBeInstanceOf(UserError);
        isOver = true;
        disk.powerCut(lots(n));
        const kept = (await openJournal(JOURNAL, disk)).records;
        expect(kept.slice(0, added)).toEqual([sent(1), sent(2), sent(3)].slice(0, added));
        // What was not confirmed may be there or not, but only that one.
        expect(kept.length).toBeLessThanOrEqual(added + 1);
      }
    },
  );

  it('takes nothing more after it has failed once: half a line would stand in between', async () => {
    let isFull = false;
    const disk = new LossyDisk({
      step: (what) => (isFull && what === 'append' ? Promise.reject(errno('ENOSPC')) : Promise.resolve()),
    });
    const journal = await openJournal(JOURNAL, disk);
    await journal.add(sent(1));
    isFull = true;
    const failing = [journal.add(sent(2)), journal.add(sent(3))];
    await expect(failing[0]).rejects.toThrow('cannot be written');
    isFull = false;
    await expect(failing[1]).rejects.toThrow('cannot be written');
    await expect(journal.add(sent(4))).rejects.toThrow('cannot be written');
    expect((await openJournal(JOURNAL, disk)).records).toEqual([sent(1)]);
  });
});

describe('a power cut', () => {
  it('loses no record that was added, and not the file', async () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const disk = new LossyDisk();
      const journal = await openJournal(JOURNAL, disk);
      const count = seed % 5;
      for (let index = 0; index < count; index += 1) await journal.add(sent(index));
      void journal.add(sent(99));
      disk.powerCut(lots(seed));
      expect(disk.paths()).toEqual([JOURNAL]);
      const { records } = await openJournal(JOURNAL, disk);
      expect(records.slice(0, count)).toEqual(Array.from({ length: count }, (_, index) => sent(index)));
    }
  });

  it('would lose some on a disk that only says it has them', async () => {
    let lost = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const disk = new LossyDisk({ isLying: true });
      const journal = await openJournal(JOURNAL, disk);
      await journal.add(sent(1));
      disk.powerCut(lots(seed));
      if ((await openJournal(JOURNAL, disk)).records.length === 0) lost += 1;
    }
    expect(lost).toBeGreaterThan(10);
  });
});

describe('a machine', () => {
  it('has the same name each time, and another where it keeps nothing yet', async () => {
    const [here, there] = [join(folder, 'here'), join(folder, 'there')];
    const name = await machineName(here);
    expect(name).toMatch(/^m-[0-9a-f]{8}$/u);
    expect(await machineName(here)).toBe(name);
    expect(await machineName(there)).not.toBe(name);
    expect(sessionName()).not.toBe(sessionName());
  });

  it('has a name again where a power cut left the file empty', async () => {
    await writeFile(join(folder, 'machine'), '');
    expect(await machineName(folder)).toMatch(/^m-[0-9a-f]{8}$/u);
  });

  it('keeps a journal for each mailing of each workbook, and none outside its folder', () => {
    const of = (workbook: string, id: string, planHash: string): string =>
      journalPath('/state', { workbook, id, planHash });
    expect(of('file', 'A-2026-038.announcement.r1', 'ab'.repeat(32))).toBe(
      '/state/journal/file/A-2026-038.announcement.r1-abababababababab.ndjson',
    );
    const paths = [of('file', 'a', '1'), of('file', 'a', '2'), of('file', 'b', '1'), of('1aBc', 'a', '1')];
    expect(new Set(paths).size).toBe(4);
    expect(of('..', '../../x', '1')).toBe('/state/journal/_/__.._x-1.ndjson');
  });
});
