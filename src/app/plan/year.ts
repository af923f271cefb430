/** `npm run plan -- --year 2027`: shows the quarterly meetings of a year, and adds those that are missing as ideas. */
import { counted } from '../../domain/counted.ts';
import { UserError } from '../../domain/user-error.ts';
import { meetingRows } from '../../papers/plan/idea-rows.ts';
import type { Host } from '../../papers/plan/habits.ts';
import { yearPlan, yearToPlan, type QuarterPlan, type YearPlan } from '../../papers/plan/year-plan.ts';
import { parties } from '../../register/lists.ts';
import { tableLines } from '../../render/text/table.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';
import type { OpenRegister } from '../register/open-register.ts';
import { addRows } from './add-rows.ts';
import { dayWords, leftOutWords, proposalWords, spanWords } from './plan-words.ts';

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
    `«${text}» is no year that can be planned.`,
    `Write --year with a year from ${String(first)} to ${String(first + 10)}.`,
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
      'Nothing was written. --write adds the first choice of each quarter to Aktiviteter, with the status Idé.',
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
      `Nothing was added: row ${unread.map(({ row }) => String(row)).join(', ')} of Aktiviteter is a quarterly meeting whose day cannot be read, and it may be one of these.`,
      'Run «npm run check», correct the row, and try again.',
    );
  }
  await addRows(
    open,
    rows.map(({ row }) => row),
  );
  for (const { quarter, id } of rows)
    terminal.say(`Added ${id} for ${quarter} to ${open.store.place}.`, 'green');
  if (rows.length === 0) terminal.say('Nothing was added.');
  else
    terminal.say(
      `«npm run plan -- --poll ${rows[0]?.id ?? ''}» asks those invited which day suits; set Status to Planlagt when a day is agreed.`,
    );
}

function report({ terminal }: Run, plan: YearPlan): void {
  const { year, time, quarters, undated } = plan;
  const like = time.like === undefined ? '' : `, as ${time.like}`;
  terminal.result(`Quarterly meetings of ${String(year)}, ${spanWords(time)}${like}`, 'bold');
  const cells = quarters.flatMap(rowsOf);
  const table = {
    head: ['Quarter', 'Day', 'Host', 'Why'],
    aligns: ['left', 'left', 'left', 'left'] as const,
    rows: cells.map((row) => ({ hasHead: true, cells: row })),
  };
  for (const line of tableLines(table, [table], WIDTH)) terminal.result(line.trimEnd());
  if (quarters.every(({ standing }) => standing === 'there' || standing === 'late'))
    terminal.result(`Nothing is left to propose in ${String(year)}.`);
  if (undated.length > 0)
    terminal.say(
      `${counted(undated.length, 'meeting')} may be meant for one of these quarters, but ${undated.length === 1 ? 'does' : 'do'} not say which: ${undated.map(({ id, title }) => `${id} «${title}»`).join(', ')}. Write it in Start.`,
      'yellow',
    );
}

/** Whose turn it was before. */
const turnWords = ({ after }: Host): string => (after === undefined ? '' : `; not the host of ${after}`);

function rowsOf(plan: QuarterPlan): readonly (readonly string[])[] {
  const { quarter } = plan;
  switch (plan.standing) {
    case 'there': {
      const { id, title, when, isIdea } = plan;
      const day = when.first === when.last ? dayWords(when.first) : `${when.first} to ${when.last}`;
      return [
        [
          quarter,
          day,
          '',
          `is there: ${id === undefined ? title : `${id} «${title}»`}${isIdea ? ', an idea' : ''}`,
        ],
      ];
    }
    case 'late':
      return [[quarter, '', '', 'over, or too near to call anybody']];
    case 'none':
      return [
        [quarter, '', '', 'no free day: write one in Aktiviteter'],
        ...plan.leftOut.map((one) => ['', '', '', leftOutWords(one)]),
      ];
    case 'proposed': {
      const { host, proposals, leftOut } = plan;
      return [
        ...proposals.map((one, index) =>
          index === 0
            ? [quarter, dayWords(one.day), parties[host.party][0], `${proposalWords(one)}${turnWords(host)}`]
            : ['  or', dayWords(one.day), '', proposalWords(one)],
        ),
        ...leftOut.map((one) => ['', '', '', leftOutWords(one)]),
      ];
    }
  }
}
