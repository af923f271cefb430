/** Mailings that were made from a sample register: they are for looking at, and leave the house only by name. */
import type { Mailing } from '../../delivery/mailing.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';

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
