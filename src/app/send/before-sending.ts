/** What must hold before a mailing is sent: it is this workbook’s own and no sample, and the register still says the same. */
import type { LeftOutCause } from '../../domain/audience.ts';
import { recipientKey } from '../../domain/recipient-key.ts';
import { meetingMailing } from '../../domain/mailing-kind.ts';
import { type WallTime, wallTimeOfUtc } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { leftOutSince } from '../../papers/announcement/left-out-since.ts';
import { agenda } from '../../papers/agenda/agenda.ts';
import { agendaSource } from '../../papers/agenda/source.ts';
import { type SourceRow, sourceRows } from '../../papers/announcement/source.ts';
import { webinarsOf } from '../../papers/announcement/webinars.ts';
import { meetingsOf } from '../../papers/meetings.ts';
import type { Register } from '../../register/register.ts';
import { sha256 } from '../mailings/mailing-files.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';

/** Throws UserError for a mailing of another workbook: whoever has a copy of it can look, and no more. */
export function requireOwnWorkbook({ workbook }: Mailing, source: string): void {
  if (workbook === source) return;
  const own = workbook === 'file' ? 'a workbook on disk' : `the Google Sheet ${workbook}`;
  throw new UserError(
    `The mailing was made from ${own}, and this is another.`,
    'Name that one with --workbook or --spreadsheet. What was made from another workbook can only be looked at.',
  );
}

/**
 * Throws UserError where another mailing of this name has been sent: two who made it from a register that changed in between
 * have two that differ. `plan` is how the ledger names this one.
 */
export function requireSamePlan({ ledger }: Register, { id }: Mailing, plan: string): void {
  const other = ledger.find(
    ({ mailing, planHash }) => mailing === id && planHash !== undefined && planHash !== plan,
  );
  if (other === undefined) return;
  throw new UserError(
    `Another version of ${id} has been sent, or begun: the one whose hash begins with ${other.planHash ?? ''}.`,
    'Go on with that one. If this is what all should have got, make a correction of it.',
  );
}

/** A cell that says something else than when the mailing was made. */
interface Changed {
  readonly tab: string;
  readonly id: string;
  readonly columns: readonly string[];
}

/** Throws UserError where the register says something else by now, and names the cells. `now` is Oslo time. */
export function requireUnchanged(register: Register, mailing: Mailing, now: WallTime): void {
  const changed = changesIn(register, mailing, now);
  if (changed.length === 0) return;
  const named = changed.slice(0, 5).map(({ tab, id, columns }) => `  ${tab}, ${id}: ${columns.join(', ')}`);
  const more = changed.length > 5 ? [`  and ${String(changed.length - 5)} more rows`] : [];
  throw new UserError(
    `The register has changed since the mailing was made:\n${[...named, ...more].join('\n')}`,
    `Make it again with «npm run ${mailing.kind === meetingMailing ? 'agenda -- --mailing' : 'announce'}», look at it, and approve that one.`,
  );
}

/** The rows that a mailing's texts come from, as they are now; undefined where what it tells of is gone. */
function rowsNow(
  register: Register,
  { activity, kind, letters, madeAt }: Mailing,
  now: WallTime,
): readonly SourceRow[] | undefined {
  const then = wallTimeOfUtc(madeAt) ?? now;
  if (kind === meetingMailing) {
    const isThere = meetingsOf(register).some(({ id }) => id === activity.id);
    return isThere ? agendaSource(agenda(register, { meeting: activity.id }, then)) : undefined;
  }
  const webinar = webinarsOf(register).find(({ id }) => id === activity.id);
  if (webinar === undefined) return undefined;
  return sourceRows(register, { webinar, kind, standards: letters.map(({ standard }) => standard) }, then);
}

function changesIn(register: Register, mailing: Mailing, now: WallTime): readonly Changed[] {
  const { activity, source } = mailing;
  const present = rowsNow(register, mailing, now);
  if (present === undefined) return [{ tab: 'Aktiviteter', id: activity.id, columns: ['the row is gone'] }];
  const rows = new Map(present.map((row) => [`${row.tab} ${row.id}`, row]));
  const was = new Map(source.map((row) => [`${row.tab} ${row.id}`, row]));
  return [...new Set([...was.keys(), ...rows.keys()])].flatMap((key): readonly Changed[] => {
    const [before, after] = [was.get(key), rows.get(key)];
    const { tab = '', id = '' } = before ?? after ?? {};
    if (before === undefined) return [{ tab, id, columns: ['a new row'] }];
    if (after === undefined) return [{ tab, id, columns: ['the row is gone'] }];
    const names = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
    const columns = [...names].filter((name) => before.values[name] !== after.values[name]);
    return columns.length === 0 ? [] : [{ tab, id, columns }];
  });
}

/**
 * Why recipients are left out by now, by their keys: they have asked for it since the mailing was made, or mail to them came back, or
 * the register no longer has their address. Throws UserError where nobody can tell who has asked.
 */
export function leftOutNow(
  register: Register,
  { recipients, workbook }: Mailing,
): ReadonlyMap<string, LeftOutCause> {
  const causeOf = leftOutSince(register, (mailing, address) =>
    recipientKey(sha256, workbook, mailing, address),
  );
  return new Map(
    recipients.flatMap((recipient): readonly (readonly [string, LeftOutCause])[] => {
      const cause = causeOf(recipient);
      return cause === undefined ? [] : [[recipient.key, cause]];
    }),
  );
}

/** What `--allow` takes. */
export const allowedWord = 'sample';

/** Whether the outbox takes the mailing whatever it was made from. `files` only writes. */
export const isHeldBack = ({ sample }: Pick<Mailing, 'sample'>, { name }: Pick<Outbox, 'name'>): boolean =>
  sample === true && name !== 'files';

/** Throws UserError for a mailing from a sample that would leave the house, unless that is allowed by name. */
export function requireNoSample(
  { flags }: Pick<Run, 'flags'>,
  mailing: Pick<Mailing, 'sample'>,
  outbox: Pick<Outbox, 'name'>,
): void {
  const allowed = textFlag(flags, 'allow');
  if (allowed !== undefined && allowed !== allowedWord)
    throw new UserError(
      `There is nothing «${allowed}» to allow.`,
      `Write --allow ${allowedWord}, or leave it out.`,
    );
  if (allowed === allowedWord || !isHeldBack(mailing, outbox)) return;
  throw new UserError(
    `The mailing was made from a sample register, so ${outbox.name} does not take it. Nothing was sent.`,
    `Is the register your own by now, write «nei» for «Eksempel» in the tab Oppsett and make the mailing again. To send the sample all the same, add --allow ${allowedWord}.`,
  );
}
