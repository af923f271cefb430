/** A disk in memory that loses in a power cut what was not made to last, and refuses what it is told to. */
import { dirname } from 'node:path';
import type { JournalDisk, JournalFile } from '../../src/delivery/journal/disk.ts';

/** Called before each thing that is done to the disk, by its name; may throw. */
export type DiskStep = (what: 'read' | 'append' | 'sync' | 'truncate' | 'name') => Promise<void>;

interface Content {
  /** What a program reads. */
  seen: Uint8Array;
  /** What is still there after a power cut. */
  kept: Uint8Array;
}

export interface LossyDiskStart {
  readonly step?: DiskStep;
  /** A disk that says «synced» at once and is not: to see that the tests notice. */
  readonly isLying?: boolean;
}

export class LossyDisk implements JournalDisk {
  readonly #names = new Map<string, Content>();
  #keptNames = new Map<string, Content>();
  readonly #isLying: boolean;
  #step: DiskStep;

  constructor({ step = () => Promise.resolve(), isLying = false }: LossyDiskStart = {}) {
    this.#step = step;
    this.#isLying = isLying;
  }

  /** From now on. */
  watch(step: DiskStep): void {
    this.#step = step;
  }

  makeFolder(): Promise<void> {
    return Promise.resolve();
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    await this.#step('read');
    return this.#names.get(path)?.seen;
  }

  /** Puts a file there as if it had always been. */
  put(path: string, seen: Uint8Array): void {
    const content = { seen, kept: seen };
    this.#names.set(path, content);
    this.#keptNames.set(path, content);
  }

  /** What a power cut leaves of a file at least. */
  kept(path: string): Uint8Array {
    return this.#names.get(path)?.kept ?? new Uint8Array();
  }

  paths(): readonly string[] {
    return [...this.#names.keys()];
  }

  async open(path: string): Promise<JournalFile> {
    await this.#step('name');
    const content = this.#names.get(path) ?? { seen: new Uint8Array(), kept: new Uint8Array() };
    this.#names.set(path, content);
    return {
      read: async () => {
        await this.#step('read');
        return content.seen;
      },
      append: async (text) => {
        const bytes = new TextEncoder().encode(text);
        try {
          await this.#step('append');
        } catch (error) {
          // A full disk has room for some of it.
          content.seen = joined(content.seen, bytes.subarray(0, bytes.length / 2));
          throw error;
        }
        content.seen = joined(content.seen, bytes);
      },
      truncate: async (bytes) => {
        await this.#step('truncate');
        content.seen = content.seen.slice(0, bytes);
      },
      sync: async () => {
        await this.#step('sync');
        if (!this.#isLying) content.kept = content.seen;
      },
      close: () => Promise.resolve(),
    };
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#step('name');
    const content = this.#names.get(from);
    if (content === undefined) throw new Error(`no file ${from}`);
    this.#names.delete(from);
    this.#names.set(to, content);
  }

  async syncFolder(path: string): Promise<void> {
    await this.#step('sync');
    if (this.#isLying) return;
    const isInside = ([name]: readonly [string, Content]): boolean => dirname(name) === path;
    this.#keptNames = new Map([
      ...[...this.#keptNames].filter((one) => !isInside(one)),
      ...[...this.#names].filter(isInside),
    ]);
  }

  /** The power goes and comes back. `draw` decides what of the unsynced is left: nothing, some of it, holes, all. */
  powerCut(draw: () => number): void {
    const names = new Map(this.#keptNames);
    for (const [path, content] of this.#names) if (draw() < 0.5) names.set(path, content);
    this.#names.clear();
    for (const [path, content] of names) {
      const left = leftOf(content, draw);
      this.#names.set(path, { seen: left, kept: left });
    }
    this.#keptNames = new Map(this.#names);
  }
}

function leftOf({ seen, kept }: Content, draw: () => number): Uint8Array {
  const isAddedTo = Buffer.compare(seen.subarray(0, kept.length), kept) === 0;
  if (!isAddedTo) return draw() < 0.5 ? kept : seen;
  const unsynced = seen.subarray(kept.length);
  const some = unsynced.subarray(0, Math.floor(draw() * (unsynced.length + 1)));
  const lot = draw();
  if (lot < 0.3) return kept;
  if (lot < 0.6) return joined(kept, some);
  if (lot < 0.8) return joined(joined(kept, some), new Uint8Array(unsynced.length - some.length));
  return seen;
}

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => Buffer.concat([one, other]);
