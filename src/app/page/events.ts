/** What the server tells every open window at once: that something has changed. A window asks for the rest itself. */
import { z } from 'zod';

export const pageEvent = z.discriminatedUnion('kind', [
  /** The register is being read, or has been; `number` grows with each reading that differs. */
  z.object({ kind: z.literal('register'), number: z.int(), isReading: z.boolean() }),
  /** What a command does has moved on. */
  z.object({ kind: z.literal('run'), id: z.int() }),
]);
export type PageEvent = z.infer<typeof pageEvent>;

export class Events {
  readonly #listeners = new Set<(event: PageEvent) => void>();

  tell(event: PageEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Until the answer is called. */
  listen(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get count(): number {
    return this.#listeners.size;
  }
}
