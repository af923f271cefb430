/** The wording of a problem, for the person who has to correct it. */
import type { ProblemArguments, ProblemCode, Problem } from '../../domain/problem.ts';
import type { WrittenStandard } from '../../domain/written-standard.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import type { Found, ProblemWordings, Wording } from './wording.ts';

const wordings: Readonly<Record<WrittenStandard, ProblemWordings>> = { en, nb, nn };

/** A problem whose arguments the compiler knows to belong to its code. */
type Coded<Code extends ProblemCode> = Found & { readonly code: Code; readonly args: ProblemArguments[Code] };

function wordCoded<Code extends ProblemCode>(problem: Coded<Code>, words: ProblemWordings): Wording {
  return words[problem.code](problem.args, problem);
}

/**
 * What is wrong and what to write instead. English is for the terminal, nb and nn for the tab Kontroll. The place is
 * not part of it: the caller that shows the problem adds the place.
 */
export function wordProblem(problem: Problem, standard: WrittenStandard): Wording {
  return wordCoded<ProblemCode>(problem, wordings[standard]);
}
