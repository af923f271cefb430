/** Answers about proposed times. */
import { groupBy } from '../../domain/group.ts';
import { problem } from '../../domain/problem.ts';
import { dateAnswers } from '../lists.ts';
import type { Rule } from '../register.ts';
import type { Checked } from '../tab.ts';
import type { DateAnswer } from '../tabs/answers.ts';
import { cellAt } from './at.ts';

type Answered = Checked<DateAnswer> &
  Pick<DateAnswer, 'meeting' | 'who' | 'start'> & { readonly answer: NonNullable<DateAnswer['answer']> };

const isAnswered = (row: Checked<DateAnswer>): row is Answered =>
  row.meeting !== undefined && row.who !== undefined && row.start !== undefined && row.answer !== undefined;

/** Nobody has two different answers about one time: it cannot be known which of them they mean. */
export const oneAnswerPerTime: Rule = function* ({ answers, tabs }) {
  const keyOf = ({ meeting, who, start }: Answered): string =>
    `${meeting} ${who} ${start.time ?? start.first}`;
  for (const same of groupBy(answers.filter(isAnswered), keyOf).values()) {
    if (new Set(same.map(({ answer }) => answer)).size < 2) continue;
    const all = same.slice(0, 11).map(({ at }) => at.row);
    for (const row of same) {
      const rows = all.filter((other) => other !== row.at.row).slice(0, 10);
      yield problem(
        'answer-twice',
        'warning',
        cellAt(tabs.answers, row, 'answer'),
        { rows },
        dateAnswers[row.answer][0],
      );
    }
  }
};
