/** Second pass: what rows say of each other. A flat list; each rule looks at the whole register and gives problems. */
import type { Problem } from '../domain/problem.ts';
import type { WallTime } from '../domain/time.ts';
import type { Register } from './register.ts';

/** `now` is Oslo time. */
export type Rule = (register: Register, now: WallTime) => Iterable<Problem>;

export const rules: readonly Rule[] = [];
