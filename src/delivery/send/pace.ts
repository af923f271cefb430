/** No faster than an outbox lets: when the next message may begin. Milliseconds of a clock that only goes forward. */
export class Pace {
  readonly #gap: number;
  #next = 0;

  constructor(perMinute: number | undefined) {
    this.#gap = perMinute === undefined ? 0 : 60_000 / perMinute;
  }

  /** The earliest that a message may begin. */
  get next(): number {
    return this.#next;
  }

  began(now: number): void {
    this.#next = Math.max(this.#next, now + this.#gap);
  }

  /** The server has asked everybody to wait. */
  holdUntil(time: number): void {
    this.#next = Math.max(this.#next, time);
  }
}
