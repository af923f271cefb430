/** `npm run plan -- --year 2027`: shows the quarterly meetings of a year, and adds those that are missing as ideas. */
import { msg } from '../../domain/msg.ts';
import { parseQuarter } from '../../domain/quarter.ts';
import { UserError } from '../../domain/user-error.ts';
import { spokenDate, spokenQuarter, spokenWeekday } from '../../language/spoken.ts';
import { meetingRows } from '../../papers/plan/idea-rows.ts';
import type { Host } from '../../papers/plan/habits.ts';
import type { Proposal } from '../../papers/plan/meeting-days.ts';
import { yearPlan, yearToPlan, type QuarterPlan, type YearPlan } from '../../papers/plan/year-plan.ts';
import { parties } from '../../register/lists.ts';
import { tableLines } from '../../render/text/table.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';
import type { OpenRegister } from '../register/open-register.ts';
import { addRows } from './add-rows.ts';
import { leftOutWords, proposalWords, spanWords } from './plan-words.ts';

/** As wide as most terminals are. */
const WIDTH = 100;

/** The year of `--year`; undefined where it was not given. Throws UserError for what is no year from this one on. */
function yearIn({ flags, settings }: Run): number | undefined {
  const text = textFlag(flags, 'year');
  if (text === undefined) return undefined;
  const first = Number(settings.now.slice(0, 4));
  const year = Number(text);
  if (/^\d{4}$/u.test(text) && year >= first && year <= first + 10) return year;
  throw new UserError(
    msg`«${text}» is no year that can be planned.`,
    msg`Write --year with a year from ${first} to ${first + 10}.`,
  );
}

/** 1 where a quarter has no meeting and none could be proposed. */
export async function planYear(run: Run, open: OpenRegister): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { register } = open.reading;
  const plan = yearPlan(register, yearIn(run) ?? yearToPlan(register, settings.now), settings.now);
  if (flags['json'] === true) terminal.result(JSON.stringify(plan, null, 2));
  else report(run, plan);
  const rows = meetingRows(register, open.workbook, plan);
  if (flags['write'] === true) await writeIdeas(run, open, rows);
  else if (rows.length > 0)
    terminal.say(
      msg`Nothing was written. --write adds the first choice of each quarter to Aktiviteter, with the status Idé.`,
    );
  return plan.quarters.some(({ standing }) => standing === 'none') ? 1 : 0;
}

async function writeIdeas(
  { terminal }: Run,
  open: OpenRegister,
  rows: ReturnType<typeof meetingRows>,
): Promise<void> {
  const { register } = open.reading;
  const unread = register.unreadMeetings.filter(({ days }) => days.length === 0);
  if (rows.length > 0 && unread.length > 0) {
    throw new UserError(
      msg`Nothing was added: row ${unread.map(({ row }) => String(row)).join(', ')} of Aktiviteter is a quarterly meeting whose day cannot be read, and it may be one of these.`,
      msg`Run «npm run check», correct the row, and try again.`,
    );
  }
  await addRows(
    open,
    rows.map(({ row }) => row),
  );
  for (const { quarter, id } of rows)
    terminal.say(msg`Added ${id} for ${quarterNamed(quarter)} to ${open.store.place}.`, 'green');
  if (rows.length === 0) terminal.say(msg`Nothing was added.`);
  else
    terminal.say(
      msg`«npm run plan -- --poll ${rows[0]?.id ?? ''}» asks those invited which day suits; set Status to Planlagt when a day is agreed.`,
    );
}

function report({ terminal }: Run, plan: YearPlan): void {
  const { year, time, quarters, undated } = plan;
  terminal.result(
    time.like === undefined
      ? msg`Quarterly meetings of ${year}, ${spanWords(time)}`
      : msg`Quarterly meetings of ${year}, ${spanWords(time)}, as ${time.like}`,
    'bold',
  );
  const cells = quarters.flatMap(rowsOf);
  const table = {
    head: [msg`Quarter`, msg`Day`, msg`Host`, msg`Why`],
    aligns: ['left', 'left', 'left', 'left'] as const,
    rows: cells.map((row) => ({ hasHead: true, cells: row })),
  };
  for (const line of tableLines(table, [table], WIDTH)) terminal.result(line.trimEnd());
  if (quarters.every(({ standing }) => standing === 'there' || standing === 'late'))
    terminal.result(msg`Nothing is left to propose in ${year}.`);
  const named = undated.map(({ id, title }) => `${id} «${title}»`).join(', ');
  if (undated.length > 0)
    terminal.say(
      undated.length === 1
        ? msg`${undated.length} meeting may be meant for one of these quarters, but does not say which: ${named}. Write it in Start.`
        : msg`${undated.length} meetings may be meant for one of these quarters, but do not say which: ${named}. Write it in Start.`,
      'yellow',
    );
}

/** `2027Q1`, as a plan has it, in words. */
function quarterNamed(name: string): string {
  const quarter = parseQuarter(name);
  return quarter === undefined ? name : spokenQuarter(quarter);
}

/** What speaks for the first choice, and whose turn it was before. */
const choiceWords = (first: Proposal, { after }: Host): string =>
  after === undefined
    ? proposalWords(first)
    : msg`${proposalWords(first)}; not the host of ${quarterNamed(after)}`;

/** What is in the register for a quarter. */
function thereWords({
  id,
  title = '',
  row,
  isIdea,
}: Extract<QuarterPlan, { readonly standing: 'there' }>): string {
  if (row !== undefined) return msg`is there: row ${row}, which has errors`;
  const named = id === undefined ? title : `${id} «${title}»`;
  return isIdea ? msg`is there: ${named}, an idea` : msg`is there: ${named}`;
}

function rowsOf(plan: QuarterPlan): readonly (readonly string[])[] {
  const quarter = quarterNamed(plan.quarter);
  switch (plan.standing) {
    case 'there': {
      const { first, last } = plan.when;
      const day = first === last ? spokenWeekday(first) : msg`${spokenDate(first)} to ${spokenDate(last)}`;
      return [[quarter, day, '', thereWords(plan)]];
    }
    case 'late':
      return [[quarter, '', '', msg`over, or too near to call anybody`]];
    case 'none':
      return [
        [quarter, '', '', msg`no free day: write one in Aktiviteter`],
        ...plan.leftOut.map((one) => ['', '', '', leftOutWords(one)]),
      ];
    case 'proposed': {
      const { host, proposals, leftOut } = plan;
      return [
        ...proposals.map((one, index) =>
          index === 0
            ? [quarter, spokenWeekday(one.day), parties[host.party][0], choiceWords(one, host)]
            : [msg`  or`, spokenWeekday(one.day), '', proposalWords(one)],
        ),
        ...leftOut.map((one) => ['', '', '', leftOutWords(one)]),
      ];
    }
  }
}
