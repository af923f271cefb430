/** What a revision of a mailing has otherwise than the one before: its texts block by block, and its recipients. */
import type { Mailing } from '../../../delivery/mailing.ts';
import { differencesOf } from '../differences.ts';

export interface BlockChange {
  readonly is: 'added' | 'removed';
  readonly text: string;
}

/** The blocks of a text: what blank lines divide. */
const blocksOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n[ \t]*\r?\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '');

/** The blocks that only one of the texts has, in the order of both. */
export const blockChanges = (was: string, is: string): readonly BlockChange[] =>
  differencesOf(blocksOf(was), blocksOf(is)).flatMap(({ was: gone, is: come }): readonly BlockChange[] => [
    ...(gone === undefined ? [] : [{ is: 'removed' as const, text: gone }]),
    ...(come === undefined ? [] : [{ is: 'added' as const, text: come }]),
  ]);

type Recipient = Mailing['recipients'][number];

/** Who has come, who is gone, and who gets it in the other standard, by address. Their keys differ between revisions. */
export function recipientChanges(
  was: Pick<Mailing, 'recipients'>,
  is: Pick<Mailing, 'recipients'>,
): Readonly<Record<'gained' | 'dropped' | 'switched', readonly Recipient[]>> {
  const before = new Map(was.recipients.map((one) => [one.address, one]));
  const after = new Set(is.recipients.map(({ address }) => address));
  return {
    gained: is.recipients.filter(({ address }) => !before.has(address)),
    dropped: was.recipients.filter(({ address }) => !after.has(address)),
    switched: is.recipients.filter(({ address, standard }) => {
      const old = before.get(address);
      return old !== undefined && old.standard !== standard;
    }),
  };
}
