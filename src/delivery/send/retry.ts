/** What follows from what came of a try. */
import type { Delivery } from '../outbox.ts';

/** How often one message is tried in one run. */
const MOST_TRIES = 3;
/** Milliseconds before the second and the third try where the connection broke. */
const AFTER_A_BREAK = [2_000, 8_000] as const;
/** The same where the server puts it off. Those that put off every stranger take it after five minutes (greylisting). */
const AFTER_A_DELAY = [5 * 60_000, 15 * 60_000] as const;

export type Next =
  /** Nothing more is to be done about it. */
  | { readonly is: 'done' }
  /** It is tried again while the claim stands, after so many milliseconds. */
  | { readonly is: 'again'; readonly wait: number }
  /** It is given back, and claimed anew after so many milliseconds. */
  | { readonly is: 'later'; readonly wait: number }
  /** Not again in this run: it is given back, and the next run tries it. */
  | { readonly is: 'givenUp' };

/** `tries` counts this one. Only what was surely not sent is ever tried again. */
export function afterTry(came: Delivery, tries: number): Next {
  const isLast = tries >= MOST_TRIES;
  switch (came.is) {
    case 'sent':
    case 'written':
    case 'refused':
    case 'unclear':
      return { is: 'done' };
    case 'closed':
      return { is: 'givenUp' };
    case 'notGiven':
      return isLast ? { is: 'givenUp' } : { is: 'again', wait: AFTER_A_BREAK[tries - 1] ?? 0 };
    case 'later': {
      const asked = came.waitSeconds === undefined ? undefined : came.waitSeconds * 1000;
      return isLast ? { is: 'givenUp' } : { is: 'later', wait: asked ?? AFTER_A_DELAY[tries - 1] ?? 0 };
    }
  }
}
