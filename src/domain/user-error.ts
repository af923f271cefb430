/**
 * A fault that stops a run and that the operator can correct: a message, and advice on what to do. Shown without a stack.
 * Faults in cells are not errors but problems (problem.ts).
 */
export class UserError extends Error {
  override readonly name = 'UserError' as const;
  /** What to do about it, one sentence or a few. */
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}
