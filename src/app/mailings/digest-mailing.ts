/** `npm run digest -- --mailing`: the digest as a mailing to the party's contacts who want it. */
import { digestMailing } from '../../domain/mailing-kind.ts';
import { recipientKey } from '../../domain/recipient-key.ts';
import { dayOf } from '../../domain/time.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { audienceLines } from '../../papers/announcement/audience-lines.ts';
import { audienceOf } from '../../papers/announcement/recipients.ts';
import type { Digest } from '../../papers/digest/digest.ts';
import { digestSource } from '../../papers/digest/source.ts';
import { digestView, type DigestParty } from '../../papers/digest/view.ts';
import { digestList, isOnList } from '../../register/list-names.ts';
import { parties } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Run } from '../cli/command.ts';
import { workbookId } from '../settings/settings.ts';
import { sha256 } from './keys.ts';
import type { KeptMailing } from './mailing-folder.ts';
import { keepPaperMailing } from './paper-mailing.ts';

/**
 * Keeps the mailing in a folder of its own, as the next revision if something has changed. Sends nothing. Throws UserError
 * if nobody of the party is to get it, or the settings do not say who sends.
 */
export async function digestMailingFor(
  { settings, terminal }: Run,
  register: Register,
  party: DigestParty,
  { view, says }: Digest,
): Promise<KeptMailing> {
  const name = parties[party][0];
  const nobody = new UserError(
    msg`Nobody in ${name} can get the digest by mail.`,
    msg`Write «${digestList}» in Lister for those in Kontakter who are to have it, with ${name} under Part, their addresses and their Skriftspråk. Or send it yourself, and run this with --sent.`,
  );
  const listed = register.contacts.filter(({ lists = [] }) => isOnList(lists, digestList));
  if (listed.length === 0) throw nobody;
  const workbook = workbookId(settings);
  const keyOf = (mailing: string, address: string): string =>
    recipientKey(sha256, workbook, mailing, address);
  const audience = audienceOf(register, {
    target: `liste:${digestList}`,
    party,
    includeHidden: true,
    keyOf,
    on: dayOf(settings.now),
  });
  for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
  for (const contact of listed.filter((one) => one.party === undefined)) {
    terminal.say(
      msg`  ${contact.name} (${contact.id}) is on the list «${digestList}», but Part does not say of which party: gets no digest.`,
      'yellow',
    );
  }
  if (audience.chosen.length === 0) throw nobody;
  return keepPaperMailing(settings, {
    ...{ register, audience, says },
    name: { activity: party, kind: digestMailing },
    templates: { digest: digestView, 'digest-subject': digestView },
    source: digestSource(register, says, settings.now),
    texts: () => ({ letter: 'digest', subject: 'digest-subject', view }),
  });
}
