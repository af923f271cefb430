/** Conditions before a mailing is sent: it is from this workbook and not a sample, and the register still says the same. */
import { fewLines, inFew } from '../../domain/few.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import { meetingMailing, parseMailingId } from '../../domain/mailing-kind.ts';
import { dayOf, type WallTime, wallTimeOfUtc } from '../../domain/time.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { invitationDay } from '../../papers/agenda/called.ts';
import { hasAlready } from '../../papers/announcement/has-already.ts';
import { webinarsOf } from '../../papers/announcement/webinars.ts';
import { leftOutSince } from '../../papers/announcement/left-out-since.ts';
import type { Register } from '../../register/register.ts';
import { keysOf } from '../mailings/keys.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';
import { sourceOf } from './mailing-sources.ts';
import { nextMail } from './next-mail.ts';

/** Throws UserError for a mailing of another workbook: with a copy of the workbook one can only look. */
export function requireOwnWorkbook({ workbook }: Mailing, source: string): void {
  if (workbook === source) return;
  const own = workbook === 'file' ? msg`a workbook on disk` : msg`the Google Sheet ${workbook}`;
  throw new UserError(
    msg`The mailing was made from ${own}, and this is another workbook.`,
    msg`Name that one with --workbook or --spreadsheet. A mailing from another workbook can only be looked at.`,
  );
}

/**
 * Throws UserError if another mailing of this name has been sent: two people who made it before and after a change of the register
 * have different ones. `plan` is how the ledger names this one.
 */
export function requireSamePlan({ ledger }: Register, { id }: Mailing, plan: string): void {
  const other = ledger.find(
    ({ mailing, planHash }) => mailing === id && planHash !== undefined && planHash !== plan,
  );
  if (other === undefined) return;
  throw new UserError(
    msg`Another version of ${id} has been sent, at least to some: the one whose hash begins with ${other.planHash ?? ''}.`,
    msg`Continue with that one. If it is wrong, make a correction of it.`,
  );
}

/** A row that has changed since the mailing was made: which columns, or that it has come or is gone. */
export interface Changed {
  readonly tab: string;
  readonly id: string;
  readonly is: 'gone' | 'new' | readonly string[];
}

const changeWords = ({ is }: Changed): string =>
  is === 'gone' ? msg`no longer part of it` : is === 'new' ? msg`a new row` : inFew(is);

/** Throws UserError if the register has changed, and names the cells. `now` is Oslo time. */
export function requireUnchanged(register: Register, mailing: Mailing, now: WallTime): void {
  const fault = changedSince(register, mailing, now);
  if (fault !== undefined) throw fault;
}

/** The cells that have changed since the mailing was made, and the right next mail; undefined if none has. */
export function changedSince(register: Register, mailing: Mailing, now: WallTime): UserError | undefined {
  const changed = changesIn(register, mailing, now);
  if (changed.length === 0) return undefined;
  const lines = fewLines(changed.map((one) => `  ${one.tab}, ${one.id}: ${changeWords(one)}`));
  return new UserError(
    msg`The register has changed since the mailing was made:\n${lines.join('\n')}`,
    nextMail(register, mailing, now),
  );
}

/** The rows that have changed since the mailing was made. Throws UserError for a meeting that is cancelled since. */
export function changesIn(register: Register, mailing: Mailing, now: WallTime): readonly Changed[] {
  const { activity, source } = mailing;
  const present = sourceOf(mailing)?.rows(register, mailing, wallTimeOfUtc(mailing.madeAt) ?? now);
  if (present === undefined) return [{ tab: 'Aktiviteter', id: activity.id, is: 'gone' }];
  const rows = new Map(present.map((row) => [`${row.tab} ${row.id}`, row]));
  const was = new Map(source.map((row) => [`${row.tab} ${row.id}`, row]));
  return [...new Set([...was.keys(), ...rows.keys()])].flatMap((key): readonly Changed[] => {
    const [before, after] = [was.get(key), rows.get(key)];
    const { tab = '', id = '' } = before ?? after ?? {};
    if (before === undefined) return [{ tab, id, is: 'new' }];
    if (after === undefined) return [{ tab, id, is: 'gone' }];
    const names = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
    const columns = [...names].filter((name) => before.values[name] !== after.values[name]);
    return columns.length === 0 ? [] : [{ tab, id, is: columns }];
  });
}

/**
 * Why recipients are now left out, by their keys: since the mailing was made they have asked for it, or mail to them came back, or
 * the register no longer has their address, or they have left by now, or by the day of the meeting. Throws UserError if it cannot be known who has asked.
 */
export function leftOutNow(
  register: Register,
  mailing: Mailing,
  now: WallTime,
): ReadonlyMap<string, LeftOutCause> {
  const { recipients, workbook, kind, activity } = mailing;
  const keyOf = keysOf(workbook);
  const has = hadAlready(register, mailing, now);
  const on = kind === meetingMailing ? invitationDay(register, activity.id, now) : dayOf(now);
  const causeOf = leftOutSince(register, keyOf, on, sourceOf(mailing)?.addresses?.(register));
  return new Map(
    recipients.flatMap((recipient): readonly (readonly [string, LeftOutCause])[] => {
      const cause = causeOf(recipient) ?? has(recipient.address);
      return cause === undefined ? [] : [[recipient.key, cause]];
    }),
  );
}

/** Who has what a mailing about a webinar says from another one, such as an earlier revision. */
function hadAlready(
  register: Register,
  { id, workbook, overridden }: Mailing,
  now: WallTime,
): (address: string) => LeftOutCause | undefined {
  const parts = parseMailingId(id);
  const webinar = webinarsOf(register).find((one) => one.id === parts?.activity);
  const isAllowed = overridden.some(({ check }) => check === 'sent-once');
  if (parts === undefined || webinar === undefined || isAllowed) return () => undefined;
  const has = hasAlready({ register, now, keyOf: keysOf(workbook) }, webinar, parts, id);
  return (address) => {
    const mailing = has(address);
    return mailing === undefined ? undefined : { code: 'has-it-already', mailing };
  };
}

/** The value of `--allow`. */
export const allowedWord = 'sample';

/** Whether the outbox refuses the mailing because it is from a sample. `files` only writes, and refuses nothing. */
export const isHeldBack = ({ sample }: Pick<Mailing, 'sample'>, { name }: Pick<Outbox, 'name'>): boolean =>
  sample === true && name !== 'files';

/** Throws UserError for a mailing from a sample that would be sent, unless that is allowed by name. */
export function requireNoSample(
  { flags }: Pick<Run, 'flags'>,
  mailing: Pick<Mailing, 'sample'>,
  outbox: Pick<Outbox, 'name'>,
): void {
  const allowed = textFlag(flags, 'allow');
  if (allowed !== undefined && allowed !== allowedWord)
    throw new UserError(
      msg`--allow does not know «${allowed}».`,
      msg`Write --allow ${allowedWord}, or leave it out.`,
    );
  if (allowed === allowedWord || !isHeldBack(mailing, outbox)) return;
  throw new UserError(
    msg`The mailing was made from a sample register, so ${outbox.name} does not accept it. Nothing was sent.`,
    msg`If the register is your own now, write «nei» for «Eksempel» in the tab Oppsett and make the mailing again. To send the sample anyway, add --allow ${allowedWord}.`,
  );
}
