import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepMailing, type KeepRequest } from '../../../src/app/mailings/mailing-folder.ts';
import type { Edition } from '../../../src/app/mailings/mailing-files.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { writeMailing } from '../../../src/delivery/mailing.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const name = { activity: 'A-2027-001', kind: 'announcement' } as const;

/** A mailing that says `words`, as an edition of it would be made. */
const saying = (words: string) => (edition: Edition) => {
  const record = {
    format: 'felles-mailing-1' as const,
    id: `A-2027-001.announcement.r${String(edition.revision)}`,
    ...{ kind: name.kind, ...edition },
    activity: { id: 'A-2027-001', start: '2027-02-04T10:00' },
    workbook: 'file',
    sender: { name: 'Felles', address: 'post@felles.example' },
    replyTo: 'post@felles.example',
    letters: [{ standard: 'nb' as const, subject: words, preheader: '', html: 'm.html', text: 'm.txt' }],
    recipients: [
      {
        ...{ key: 'a'.repeat(32), id: '4601', name: 'Bergen', address: 'post@bergen.example' },
        ...{ standard: 'nb' as const, reason: 'decision' },
      },
    ],
    ...{ overridden: [], source: [] },
    files: ['m.html', 'm.txt'].map((file) => ({ name: file, bytes: 1, sha256: hash(words) })),
  };
  return Promise.resolve([
    { name: 'm.html', bytes: bytes(words) },
    { name: 'm.txt', bytes: bytes(words) },
    { name: 'mailing.json', bytes: bytes(writeMailing(record, hash)) },
  ]);
};

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'felles-'));
});
afterEach(() => rm(out, { recursive: true }));

const keep = (words: string, more: Partial<KeepRequest> = {}): ReturnType<typeof keepMailing> =>
  keepMailing({
    out,
    name,
    sent: [],
    now: '2027-01-07T08:00:00Z',
    hash,
    make: saying(words),
    ...more,
  });

const folders = async (): Promise<string[]> => (await readdir(join(out, 'announce'))).sort();

describe('a revision of a mailing', () => {
  it('is a folder of its own', async () => {
    const { folder, revision, unchanged } = await keep('ein');
    expect([revision, unchanged]).toEqual([1, false]);
    expect(await folders()).toEqual(['a-2027-001-announcement-r1']);
    expect((await readdir(folder)).sort()).toEqual(['m.html', 'm.txt', 'mailing.json']);
  });

  it('stands when the register still says the same, also another day', async () => {
    await keep('ein');
    const again = await keep('ein', { now: '2027-01-09T08:00:00Z' });
    expect([again.revision, again.unchanged]).toEqual([1, true]);
    expect(await folders()).toHaveLength(1);
  });

  it('is followed by another when the register has changed, and stays as it is', async () => {
    const first = await keep('ein');
    const before = await readFile(join(first.folder, 'mailing.json'));
    const second = await keep('to');
    expect([second.revision, second.unchanged]).toEqual([2, false]);
    expect((await readFile(join(first.folder, 'mailing.json'))).equals(before)).toBe(true);
    expect((await keep('ein')).revision).toBe(3);
  });

  it('is followed by another when somebody has changed its files', async () => {
    const { folder } = await keep('ein');
    await writeFile(join(folder, 'm.txt'), 'noko anna');
    expect((await keep('ein')).revision).toBe(2);
    expect(await readFile(join(folder, 'm.txt'), 'utf8')).toBe('noko anna');
  });

  it('is found in the room that its kind had before, and the next one is in the new room', async () => {
    const { folder } = await keep('ein');
    const old = join(out, 'agenda', 'a-2027-001-announcement-r1');
    await mkdir(join(out, 'agenda'));
    await rename(folder, old);
    expect(await keep('ein')).toEqual({ folder: old, revision: 1, unchanged: true });
    expect(await keep('to')).toMatchObject({ folder: folder.replace(/1$/u, '2'), revision: 2 });
  });

  it('never takes a number that was sent', async () => {
    await keep('ein');
    const next = await keep('ein', { sent: [3] });
    expect([next.revision, next.unchanged]).toEqual([4, false]);
  });

  it('keeps kinds and reminders apart', async () => {
    await keep('ein');
    const made = await keepMailing({
      ...{ out, sent: [], now: '2027-01-07T08:00:00Z', hash },
      name: { ...name, kind: 'reminder', offsetDays: 7 },
      make: () => Promise.resolve([{ name: 'm.html', bytes: bytes('ein') }]),
    });
    expect(made.revision).toBe(1);
    expect(await folders()).toEqual(['a-2027-001-announcement-r1', 'a-2027-001-reminder-7-r1']);
  });

  it('is whole or not at all', async () => {
    await mkdir(join(out, 'announce', 'a-2027-001-announcement-r1', 'x'), { recursive: true });
    await expect(
      keep('ein', {
        make: () =>
          Promise.resolve([
            { name: 'm.html', bytes: bytes('x') },
            { name: 'nei/m.txt', bytes: bytes('x') },
          ]),
      }),
    ).rejects.toThrow(UserError);
    expect(await folders()).toEqual(['a-2027-001-announcement-r1']);
  });

  it('is made by one of two that run at once, and nothing is left half made', async () => {
    const both = await Promise.allSettled([keep('ein'), keep('ein')]);
    const failed = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(failed).toHaveLength(1);
    expect(failed[0]).toBeInstanceOf(UserError);
    expect(await folders()).toEqual(['a-2027-001-announcement-r1']);
  });
});
