/** What is otherwise between two texts, block by block, and between two lists of recipients. */
import type { Mailing } from '../../../delivery/mailing.ts';

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

/** The blocks that only one of the texts has, in the order of both (longest common subsequence). */
export function blockChanges(was: string, is: string): readonly BlockChange[] {
  const [before, after] = [blocksOf(was), blocksOf(is)];
  const width = after.length + 1;
  // How many blocks the rest of both have in common, from each pair of places on.
  const common = new Uint32Array((before.length + 1) * width);
  const at = (one: number, other: number): number => common[one * width + other] ?? 0;
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let other = after.length - 1; other >= 0; other -= 1)
      common[one * width + other] =
        before[one] === after[other]
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1));
  const changes: BlockChange[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    if (one < before.length && other < after.length && before[one] === after[other]) {
      one += 1;
      other += 1;
    } else if (other >= after.length || (one < before.length && at(one + 1, other) >= at(one, other + 1))) {
      changes.push({ is: 'removed', text: before[one] ?? '' });
      one += 1;
    } else {
      changes.push({ is: 'added', text: after[other] ?? '' });
      other += 1;
    }
  }
  return changes;
}

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
