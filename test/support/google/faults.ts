import type { Recorded } from './recorded.ts';

/** How a connection goes wrong. */
export type Breakage =
  /** The connection is reset before anything is answered. */
  | 'reset'
  /** One byte in a while, and never the last. */
  | 'drip'
  /** The answer ends in the middle of its JSON, and the connection with it. */
  | 'cut'
  /** The answer is complete for HTTP, but ends in the middle of its JSON. */
  | 'short'
  /** A page for people instead of JSON. */
  | 'html'
  /** The compressed answer ends too early. */
  | 'gzip-cut'
  /** Nothing is ever answered. */
  | 'hang';

export interface Fault {
  /** Whether what was asked for is done all the same. */
  readonly applied?: boolean;
  /** Answered in place of what the request deserves; 200 when only the connection breaks, 502 for a page. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Google's own words when there is none. */
  readonly body?: object | string;
  readonly breaks?: Breakage;
  /** How many requests it meets; one unless said. */
  readonly times?: number;
}

/** Which requests a fault is for: the n-th of all from now on, or those that are like this. */
export type FaultFor = number | ((request: Recorded) => boolean);

interface Planned {
  readonly fault: Fault;
  readonly meets: (request: Recorded) => boolean;
  left: number;
}

/** The faults that are still to come. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(which: FaultFor, fault: Fault, answered: number): void {
    const meets =
      typeof which === 'number' ? ({ number }: Recorded): boolean => number === answered + which : which;
    this.#planned.push({ fault, meets, left: fault.times ?? 1 });
  }

  /** The fault that meets this request, which is then used up. */
  take(request: Recorded): Fault | undefined {
    const planned = this.#planned.find(({ left, meets }) => left > 0 && meets(request));
    if (planned === undefined) return undefined;
    planned.left -= 1;
    return planned.fault;
  }
}
