/** A version of a programme that goes out: its content is kept in the register, so that the next one can show the differences. */
import { utcText, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { RowAddition } from '../../domain/workbook.ts';
import { getBack } from '../../language/problems/en-tabs.ts';
import type { Register } from '../../register/register.ts';
import { releasesTab, type ReleasedSlot } from '../../register/tabs/releases.ts';
import type { Programme, SlotView } from './view.ts';

/** The rows of a new version, as the register will have them. */
export type Release = readonly Omit<ReleasedSlot, 'at'>[];

/** An instant in UTC as the tab has it: `2026-11-23T11:00:00Z`. */

/**
 * The version that a programme gets when it goes out now (Oslo time); undefined if nothing differs from the last one.
 * Throws UserError if rows of the programme cannot be read, or if there is nothing to release.
 */
export function releaseOf(register: Register, view: Programme, now: WallTime): Release | undefined {
  const refused = register.tabs.slots?.refused.size ?? 0;
  if (refused > 0) {
    throw new UserError(
      `${String(refused)} ${refused === 1 ? 'row' : 'rows'} of Program cannot be read, so no version was released.`,
      'Run «npm run check», correct them, and try again: a version contains the whole programme.',
    );
  }
  const slots = [...view.days.flatMap((day) => day.slots), ...view.untimed];
  if (slots.length === 0) {
    throw new UserError('Every slot of the programme is declined.', 'There is nothing to release.');
  }
  if (view.released !== undefined && view.changes.length === 0) return undefined;
  const version = (view.released?.version ?? 0) + 1;
  const head = { activity: view.activity.id, version, releasedAt: utcText(now) };
  return slots.map((slot) => ({ ...head, ...releasedSlot(slot) }));
}

const releasedSlot = ({
  id,
  ...slot
}: SlotView): Omit<Release[number], 'activity' | 'version' | 'releasedAt'> => {
  const { start, end, room, title, titleNn, speaker, organisation } = slot;
  return { slot: id, start, end, room, title, titleNn, speaker, organisation };
};

/** The changes that record a version in the register. Throws UserError if the tab for it is missing. */
export function releaseChanges(register: Register, release: Release): readonly RowAddition[] {
  const { releases } = register.tabs;
  if (releases === undefined) {
    throw new UserError(`The workbook has no tab ${releasesTab.name}.`, getBack);
  }
  return release.map((row) => ({
    kind: 'row',
    tab: releases.name,
    cells: Object.fromEntries(
      Object.entries(row).flatMap(([key, value]) => {
        const heading = Object.entries(releases.headings ?? {}).find(([own]) => own === key)?.[1];
        return heading === undefined || value === undefined ? [] : [[heading, value]];
      }),
    ),
  }));
}

/** The register as it is once a version is kept. */
export function withRelease(register: Register, release: Release): Register {
  const at = { tab: register.tabs.releases?.name ?? releasesTab.name, row: 0, hidden: false };
  return { ...register, releases: [...register.releases, ...release.map((row) => ({ ...row, at }))] };
}
