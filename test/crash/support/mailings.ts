/** Mailings to send in tests: the sample's announcement, with other recipients or another number. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { writeMailing, type Mailing } from '../../../src/delivery/mailing.ts';
import { mailingId } from '../../../src/domain/mailing-kind.ts';
import { recipientKey } from '../../../src/domain/recipient-key.ts';
import { mailingIn } from '../../support/webinar-story.ts';

/** Copies a mailing into another folder, changed; everything that follows from its content is made anew. */
export async function variant(
  from: string,
  to: string,
  change: (mailing: Mailing) => Pick<Mailing, 'recipients' | 'revision'>,
): Promise<Mailing> {
  await cp(from, to, { recursive: true });
  const { planHash: _, ...mailing } = await mailingIn(from);
  const { recipients, revision } = change({ ...mailing, planHash: '' });
  const id = mailingId({ activity: mailing.activity.id, kind: mailing.kind, revision });
  const keyed = recipients.map((one) => ({
    ...one,
    key: recipientKey(sha256, mailing.workbook, id, one.address),
  }));
  // The same people get each of them, which send refuses unless it was allowed.
  const overridden = [...mailing.overridden, { check: 'sent-once', found: 'they have the one before' }];
  await writeFile(
    join(to, 'mailing.json'),
    writeMailing({ ...mailing, id, revision, recipients: keyed, overridden }, sha256),
  );
  return mailingIn(to);
}
