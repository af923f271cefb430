/** Whether every row that minutes are made of, and read into, could be read. */
import { counted } from '../../domain/counted.ts';
import type { Register } from '../../register/register.ts';

const sources = ['cases', 'treatments', 'actions'] as const;

/** The rows of Saker, Behandling and Tiltak that are not in the register, since they have errors: «1 row of Saker»; or undefined. */
export function unreadSources({ tabs }: Register): string | undefined {
  const unread = sources.flatMap((key) => {
    const count = tabs[key]?.refused.size ?? 0;
    return count === 0 ? [] : [`${counted(count, 'row')} of ${tabs[key]?.name ?? ''}`];
  });
  return unread.length === 0 ? undefined : unread.join(' and ');
}
