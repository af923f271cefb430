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

/** Whether a mailing is another once more, with the same texts, for those alone of its recipients whose address was corrected. */
export function isReaddressed(was: Mailing, is: Mailing): boolean {
  if (is.revision <= was.revision) return false;
  const hashOf = ({ files }: Mailing, name: string): string | undefined =>
    files.find((file) => file.name === name)?.sha256;
  const isSameText = is.letters.every((letter) => {
    const old = was.letters.find(({ standard }) => standard === letter.standard);
    return (
      old?.subject === letter.subject &&
      hashOf(was, old.html) === hashOf(is, letter.html) &&
      hashOf(was, old.text) === hashOf(is, letter.text)
    );
  });
  const before = new Map(was.recipients.map(({ id, address }) => [id, address]));
  return isSameText && is.recipients.every(({ id, address }) => before.has(id) && before.get(id) !== address);
}
