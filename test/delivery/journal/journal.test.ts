import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
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

  it('leaves alone what another run has added to a journal whose lock was taken meanwhile', async () => {
    let [isHeld, isFull] = [true, false];
    const disk = new LossyDisk({
      step: async (what) => {
        if (what !== 'append' || !isFull) return;
        isFull = false;
        isHeld = false;
        await (await openJournal(JOURNAL, disk)).add(sent(2));
        throw errno('ENOSPC');
      },
    });
    const journal = await openJournal(JOURNAL, disk, { isHeld: () => isHeld });
    await journal.add(sent(1));
    isFull = true;
    await expect(journal.add(sent(3))).rejects.toThrow('cannot be written');
    expect((await openJournal(JOURNAL, disk)).records).toEqual([sent(1), sent(2)]);
  });

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

/** A disk that stands still at each sync until the test lets it go on, or breaks it. */
class HeldDisk {
  readonly disk: LossyDisk;
  syncs = 0;
  appends = 0;
  /** What the next sync does; undefined lets it pass. */
  #gate: Promise<void> | undefined;

  constructor() {
    this.disk = new LossyDisk({
      step: (what) => {
        if (what === 'append') this.appends += 1;
        if (what !== 'sync') return Promise.resolve();
        this.syncs += 1;
        return this.#gate ?? Promise.resolve();
      },
    });
  }

  /** Holds the syncs from now on; answers with what lets them go, with a fault or without. */
  hold(): (fault?: Error) => void {
    let letGo: (fault?: Error) => void = () => undefined;
    this.#gate = new Promise((resolve, reject) => {
      letGo = (fault) => {
        this.#gate = undefined;
        if (fault === undefined) resolve();
        else reject(fault);
      };
    });
    return letGo;
  }
}

const turn = (): Promise<void> => new Promise(setImmediate);
const eio = Object.assign(new Error('EIO'), { code: 'EIO' });

describe('records that are added while the disk is at work', () => {
  it('share the next append and the next sync, and none is confirmed before that', async () => {
    const held = new HeldDisk();
    const journal = await openJournal(JOURNAL, held.disk);
    const [syncs, appends] = [held.syncs, held.appends];
    const letFirstGo = held.hold();
    const confirmed: number[] = [];
    const add = (index: number): Promise<unknown> =>
      journal.add(sent(index)).then(() => confirmed.push(index));
    const first = add(1);
    await turn();
    // While the sync of the first is under way.
    const others = [2, 3, 4].map(add);
    await turn();
    expect([confirmed, held.syncs - syncs, held.appends - appends]).toEqual([[], 1, 1]);
    letFirstGo();
    await first;
    const letOthersGo = held.hold();
    await turn();
    expect([confirmed, held.syncs - syncs, held.appends - appends]).toEqual([[1], 2, 2]);
    letOthersGo();
    await Promise.all(others);
    expect([confirmed, held.syncs - syncs, held.appends - appends]).toEqual([[1, 2, 3, 4], 2, 2]);
    expect((await openJournal(JOURNAL, held.disk)).records).toEqual([1, 2, 3, 4].map(sent));
  });

  it('are all there or none after a power cut between the append and the sync of the group', async () => {
    const left = new Set<number>();
    for (let seed = 1; seed <= 200; seed += 1) {
      const held = new HeldDisk();
      const journal = await openJournal(JOURNAL, held.disk);
      const letFirstGo = held.hold();
      const first = journal.add(sent(1));
      await turn();
      for (const index of [2, 3, 4]) void journal.add(sent(index));
      letFirstGo();
      const letPowerBack = held.hold();
      await first;
      await turn();
      held.disk.powerCut(lots(seed));
      letPowerBack();
      const { records } = await openJournal(JOURNAL, held.disk);
      left.add(records.length);
      expect(records).toEqual([1, 2, 3, 4].slice(0, records.length).map(sent));
    }
    expect([...left].sort()).toEqual([1, 4]);
  });

  it.each(['append', 'sync'] as const)(
    'fail together where the %s of the group fails, and nothing of it is found later',
    async (broken) => {
      let isBroken = false;
      const disk = new LossyDisk({
        step: async (what) => {
          // Those that wait come into the journal meanwhile.
          await turn();
          if (isBroken && what === broken) throw eio;
        },
      });
      const journal = await openJournal(JOURNAL, disk);
      const first = journal.add(sent(1));
      const others = [2, 3].map((index) => journal.add(sent(index)));
      const failed = Promise.allSettled(others);
      await first;
      isBroken = true;
      expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      isBroken = false;
      await expect(journal.add(sent(4))).rejects.toThrow('cannot be written');
      // Also where the power does not go: a program that reads the file finds what was confirmed.
      expect(await lookInto(JOURNAL, disk)).toMatchObject({ records: [sent(1)], end: 'whole' });
      disk.powerCut(() => 0.9);
      expect((await openJournal(JOURNAL, disk)).records).toEqual([sent(1)]);
    },
  );

  it('are kept in their order, and lose nothing that was confirmed, whatever breaks and whenever (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 25 }),
        fc.boolean(),
        fc.integer(),
        async (bursts, breaksAt, isFault, seed) => {
          let steps = 0;
          const disk = new LossyDisk({
            step: async () => {
              await Promise.resolve();
              steps += 1;
              if (steps <= breaksAt) return;
              if (isFault) throw eio;
              // The power goes: nothing more happens.
              await Promise.race([]);
            },
          });
          const confirmed: number[] = [];
          let added = 0;
          const work = async (): Promise<void> => {
            const journal = await openJournal(JOURNAL, disk);
            for (const size of bursts) {
              for (let one = 0; one < size; one += 1) {
                const index = (added += 1);
                journal.add(sent(index)).then(
                  () => confirmed.push(index),
                  () => undefined,
                );
              }
              await turn();
            }
          };
          await Promise.race([work().catch(() => undefined), turn().then(turn).then(turn).then(turn)]);
          await turn();
          disk.watch(() => Promise.resolve());
          disk.powerCut(lots(seed));
          const { records } = await openJournal(JOURNAL, disk);
          expect(records).toEqual(Array.from(records, (_, index) => sent(index + 1)));
          expect(records.length).toBeGreaterThanOrEqual(confirmed.length);
          expect(confirmed).toEqual(Array.from(confirmed, (_, index) => index + 1));
        },
      ),
      { numRuns: 300 },
    );
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
