/** Stops a run that needs a tab which cannot be read at all: papers made without it would be wrong. */
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { msg, spoken } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { wordProblem } from '../../language/problems/word-problem.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import { tabs, type TabKey } from '../../register/tabs.ts';

/** Problems of a whole tab, as far as they are errors. */
const wholeTabs: ReadonlySet<ProblemCode> = new Set([
  'tab-missing',
  'tab-renamed',
  'headings-missing',
  'headings-below-rows',
  'headings-differ',
  'heading-missing',
  'heading-twice',
  'rows-unread',
  'rows-too-many',
]);

/** All tabs that may have something due. */
export const allButFindings: readonly TabKey[] = [
  ...(['activities', 'texts', 'cases', 'actions', 'treatments', 'slots', 'examples', 'dialogues'] as const),
  ...(['contacts', 'answers', 'recipients', 'settings', 'statements', 'ledger'] as const),
];

/**
 * Throws UserError if one of these tabs cannot be read at all, or has another name. `outcome` says what
 * that means for the run: «No agenda was made.»
 */
export function requireTabs(
  { register, problems }: Pick<RegisterReading, 'register' | 'problems'>,
  needed: readonly TabKey[],
  outcome: string,
): void {
  const names = new Set(needed.map((key) => register.tabs[key]?.name ?? tabs[key].name));
  const found = problems.filter(
    ({ code, level, at }) => level === 'error' && wholeTabs.has(code) && names.has(at.tab),
  );
  const [first, ...others] = found;
  if (first === undefined) return;
  const { message, advice } = wordProblem(first, spoken());
  const also = others.map((other) => `\n  ${placed(other)} ${wordProblem(other, spoken()).advice}`).join('');
  throw new UserError(`${outcome} ${placed(first, message)}`, `${advice}${also}`);
}

function placed(problem: Problem, message = wordProblem(problem, spoken()).message): string {
  const { tab, row } = problem.at;
  if (problem.code === 'tab-missing' || problem.code === 'tab-renamed') return message;
  return `${tab}${row === undefined ? '' : `, ${msg`row ${row}`}`}: ${message}`;
}
