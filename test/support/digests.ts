/** Digests in tests: what one says, kept in the record as if it had gone out. */
import type { WallTime } from '../../src/domain/time.ts';
import { utcText } from '../../src/domain/time.ts';
import { digest, type Digest } from '../../src/papers/digest/digest.ts';
import { digestView, type DigestItem, type DigestParty } from '../../src/papers/digest/view.ts';
import { statementCells, statementHeadings } from '../../src/register/statement-rows.ts';
import { registerWith } from './announcements.ts';
import { nowAt, type RowInput, type TabsInput } from './build-workbook.ts';

export const first = nowAt('2026-11-01T12:00');
export const second = nowAt('2026-11-23T12:00');

/** The digest for a party; its view must fit its schema. */
export function made(tabs: TabsInput, now: WallTime = second, to: DigestParty = 'distriktssenteret'): Digest {
  const whole = digest(registerWith(tabs), to, now);
  return { ...whole, view: digestView.parse(whole.view) };
}

export const items = ({ view }: Digest): readonly DigestItem[] =>
  view.parts.flatMap(({ entries }) => entries.flatMap((entry) => entry.items));

/** The rows of Formidlet once a digest has gone out, with those that were there. */
export function kept(
  tabs: TabsInput,
  now: WallTime = first,
  to: DigestParty = 'distriktssenteret',
): readonly RowInput[] {
  const said = made(tabs, now, to).says.map((one) =>
    statementCells({ ...one, kind: 'digest', to, saidAt: utcText(now) }, statementHeadings),
  );
  return [...(tabs['Formidlet'] ?? []), ...said];
}

/** What has changed, told after a digest that went out when the tabs were as they were. */
export const after = (was: TabsInput, is: TabsInput, now: WallTime = second): Digest =>
  made({ ...is, Formidlet: kept(was) }, now);
