/** Whether every row that minutes are made of, and read into, could be read. */
import { msg } from '../../domain/msg.ts';
import { joinedByAnd } from '../../language/spoken.ts';
import type { Register } from '../../register/register.ts';

const sources = ['cases', 'treatments', 'actions'] as const;

/** The rows of Saker, Behandling and Tiltak that are not in the register, since they have errors: «1 row of Saker»; or undefined. */
export function unreadSources({ tabs }: Register): string | undefined {
  const unread = sources.flatMap((key) => {
    const { refused, name = '' } = tabs[key] ?? {};
    const count = refused?.size ?? 0;
    return count === 0 ? [] : [count === 1 ? msg`${count} row of ${name}` : msg`${count} rows of ${name}`];
  });
  return unread.length === 0 ? undefined : joinedByAnd(unread);
}
