/** Reports a sample, and the rows that are left out of a paper, since its readers must know. */
import type { Problem, Unlisted } from '../../domain/problem.ts';
import { msg } from '../../domain/msg.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import type { TabKey } from '../../register/tabs.ts';
import { reportProblems } from './problem-report.ts';
import type { Terminal } from '../cli/terminal.ts';

/** For the terminal, in every run with a sample. */
export const sampleLine = (): string =>
  msg`The register is a sample: what is made from it is made up, and says so.`;

/**
 * Reports rows of these tabs that are left out of `paper` («the agenda») because of errors or a missing ID, and those in it
 * with errors.
 * True when there are any.
 */
export function reportSourceErrors(
  terminal: Terminal,
  { register, problems, unlisted }: RegisterReading,
  sources: readonly TabKey[],
  paper: string,
): boolean {
  if (isSampleRegister(register)) terminal.say(sampleLine(), 'yellow');
  const tabs = sources.flatMap((key) => register.tabs[key] ?? []);
  const refused = new Set(
    tabs.flatMap(({ name, refused: rows }) => [...rows.values()].map((row) => `${name} ${String(row)}`)),
  );
  const unread = new Set(tabs.filter(({ headings }) => headings === undefined).map(({ name }) => name));
  const isOut = ({ at }: Problem): boolean =>
    at.row === undefined || unread.has(at.tab) || refused.has(`${at.tab} ${String(at.row)}`);
  // A row without an ID is in order, but in most tabs no paper can contain it.
  const isSaid = (one: Problem): boolean =>
    one.level === 'error' || (one.code === 'id-missing' && isOut(one));
  const errors = problems.filter((one) => tabs.some(({ name }) => name === one.at.tab) && isSaid(one));
  const report = (heading: string, own: readonly Problem[], notKept: readonly Unlisted[]): void => {
    if (own.length === 0) return;
    terminal.say(heading, 'red');
    reportProblems(own, terminal, 'message', notKept);
  };
  report(
    msg`These are left out of ${paper} until they are corrected:`,
    errors.filter(isOut),
    unlisted.filter(({ like }) => isOut(like)),
  );
  report(
    msg`These are in ${paper}, but have errors:`,
    errors.filter((problem) => !isOut(problem)),
    unlisted.filter(({ like }) => !isOut(like)),
  );
  return errors.length > 0;
}
