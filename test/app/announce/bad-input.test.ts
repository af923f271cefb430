/** What stands in the way of a mailing, from the cells that somebody typed to what the operator reads. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScriptRun } from '../../support/world.ts';
import { beginStory, questionHour, type WebinarStory } from '../../support/webinar-story.ts';

/** What is told after the checklist: a line for each thing in the way, and below it what to do. */
function messagesIn({ stderr }: ScriptRun): readonly string[] {
  const told = stderr.slice(stderr.indexOf('checks are in order.')).split('\n').slice(1);
  return told.filter((line, index) => /^ {2}\S/u.test(line) && told[index + 1]?.startsWith('    ') === true);
}

type Prepare = (story: WebinarStory) => Promise<void>;
const activity =
  (cells: Parameters<WebinarStory['type']>[2]): Prepare =>
  ({ type }) =>
    type('Aktiviteter', questionHour, cells);

describe('a mailing that cannot be made', () => {
  it.each<readonly [string, Prepare, readonly string[], RegExp]>([
    ['a missing link', activity({ Påmelding: '' }), [], /^link-there: A-2026-038 has no link/u],
    [
      'a missing language version',
      ({ type }) => type('Tekster', 'B-2026-004', { Aktivitet: 'A-2027-011' }),
      [],
      /^both-versions: A-2026-038 has no text in nynorsk/u,
    ],
    [
      'a text that cannot be read',
      ({ type }) => type('Tekster', 'B-2026-004', { Skriftspråk: 'islandsk' }),
      [],
      /^both-versions: A-2026-038 has no text in nynorsk/u,
    ],
    [
      'no recipients',
      () => Promise.resolve(),
      ['--target', 'kommune:1151'],
      /^recipients-there: No recipients/u,
    ],
    [
      'an unconfirmed speaker',
      ({ type }) => type('Program', 'P-2026-011', { Status: 'Spurt' }),
      [],
      /^speakers-confirmed: 1 of the speakers at .*: P-2026-011/u,
    ],
    [
      'a slot with an error',
      ({ type }) => type('Program', 'P-2026-011', { Status: 'Kanskje' }),
      [],
      /^programme-readable: Row 12 of Program has errors/u,
    ],
    [
      'a webinar in the past',
      activity({
        ...{ Start: { wallTime: '2026-11-19T10:00' }, Slutt: { wallTime: '2026-11-19T11:00' } },
        Påmeldingsfrist: { day: '2026-11-18' },
      }),
      ['--allow', 'deadline-in-future'],
      /^date-in-future: A-2026-038 began on 19 November 2026/u,
    ],
  ])('is told of once: %s', async (_, prepare, argv, message) => {
    const story = await beginStory();
    await story.announce('--plan');
    await prepare(story);
    const run = await story.announce('--kind', 'announcement', '--out', 'made', ...argv);
    expect(run.code).toBe(1);
    expect(messagesIn(run).map((line) => line.trim())).toEqual([expect.stringMatching(message) as string]);
    expect(run.stderr).toContain('Nothing was made.');
    await expect(readdir(join(story.world.folder, 'made'))).rejects.toThrow('ENOENT');
    await story.world.remove();
  });
});
