/** Versions of programmes that were released before the record was: the tab Programversjoner as statements. */
import { programmeVersion } from '../domain/programme-version.ts';
import { saidTimeText, type StatementContent } from '../domain/statement.ts';
import { dayOf, parseWallTime } from '../domain/time.ts';
import type { ReleasedSlot } from './tabs/releases.ts';

/** What each row says. Its place, link and status were not kept. SEQUENCE in its calendar files was the version. */
export const statementsOfReleases = (
  rows: readonly Omit<ReleasedSlot, 'at'>[],
): readonly StatementContent[] =>
  rows.map((row) => {
    const { activity, version, releasedAt, slot, room, title, titleNn, speaker, organisation } = row;
    return {
      kind: 'programme',
      about: slot,
      what: programmeVersion(activity, version),
      saidAt: releasedAt,
      sequence: version,
      facts: {
        time: timeFact(row),
        title,
        titleNn: titleNn ?? null,
        room: room ?? null,
        speakers: speaker ?? null,
        organisation: organisation ?? null,
      },
    };
  });

function timeFact({ start: from = '', end: to = '' }: Pick<ReleasedSlot, 'start' | 'end'>): string | null {
  const [start, end] = [parseWallTime(from), parseWallTime(to)];
  if (start === undefined) return null;
  return saidTimeText({ precision: 'time', first: dayOf(start), last: dayOf(end ?? start), start, end });
}
