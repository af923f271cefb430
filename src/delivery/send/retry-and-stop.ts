/** What follows from the outcome of a try: whether the message is tried again, and whether the run ends early. */
import { msg } from '../../domain/msg.ts';
import type { Delivery } from '../outbox.ts';

/** How many connections may fail one after the other. */
const MOST_BREAKS = 3;
/** How many messages may be postponed one after the other. */
const MOST_DELAYS = 10;
/**
 * A mailing to fewer than this is a tiny one, such as the invitation to a meeting. Two or three dead addresses are a large part of
 * it, so no share of it says anything. A blocked sender is refused from the first message on.
 */
const TINY = 10;
/** Where the first answers of a tiny mailing are this many refusals and nothing else, the cause is not single addresses. */
const FIRST_OF_TINY = 3;
/** In a longer mailing: after this many refusals in a row the cause is not single addresses. */
const MOST_REFUSALS = 5;
/**
 * Nor after this many refusals among this many first answers: every list has a few dead addresses, but a blocked sender or a
 * wrong list is refused more often than that.
 */
const FIRST = 50;
const MOST_REFUSED = 5;

export class StopRules {
  readonly #isTiny: boolean;
  #breaks = 0;
  #delays = 0;
  #answers = 0;
  #refusals = 0;
  #refusalsInRow = 0;

  /** `size` is how many recipients the mailing has, whether or not some of them have got it before. */
  constructor(size: number) {
    this.#isTiny = size < TINY;
  }

  /** Records the outcome of a try. Returns why the run must end, if it must. */
  note(came: Delivery): string | undefined {
    this.#breaks = came.is === 'notGiven' ? this.#breaks + 1 : 0;
    this.#delays = came.is === 'later' ? this.#delays + 1 : 0;
    if (came.is === 'closed') return `${came.reason}. ${came.advice}`;
    if (this.#breaks > MOST_BREAKS)
      return msg`${came.is === 'notGiven' ? came.reason : ''}, ${this.#breaks} times in a row; try again later, and ask those who run the mail server if it goes on`;
    if (this.#delays > MOST_DELAYS) return msg`the outbox postpones everything; try again in an hour`;
    return this.#tooManyRefused(came);
  }

  #tooManyRefused({ is }: Delivery): string | undefined {
    if (is !== 'sent' && is !== 'written' && is !== 'refused') return undefined;
    this.#answers += 1;
    if (is !== 'refused') {
      this.#refusalsInRow = 0;
      return undefined;
    }
    this.#refusals += 1;
    this.#refusalsInRow += 1;
    return this.#isTiny ? this.#allRefused() : this.#mostRefused();
  }

  #allRefused(): string | undefined {
    if (this.#refusals !== FIRST_OF_TINY || this.#answers !== FIRST_OF_TINY) return undefined;
    return msg`the first ${FIRST_OF_TINY} were all refused; find out why before you go on`;
  }

  #mostRefused(): string | undefined {
    if (this.#refusalsInRow >= MOST_REFUSALS)
      return msg`${this.#refusalsInRow} were refused one after the other; find out why before you go on`;
    if (this.#answers > FIRST || this.#refusals < MOST_REFUSED) return undefined;
    return msg`${this.#refusals} of the first ${this.#answers} were refused; find out why before you go on`;
  }
}

/** How often one message is tried in one run. */
const MOST_TRIES = 3;
/** Milliseconds before the second and the third try if the connection broke. */
const AFTER_A_BREAK = [2_000, 8_000] as const;
/** The same if the server postpones it. Servers that postpone every unknown sender accept it after five minutes (greylisting). */
const AFTER_A_DELAY = [5 * 60_000, 15 * 60_000] as const;

export type Next =
  /** Nothing more will be done about it. */
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
