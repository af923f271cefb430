/** Why a line of minutes was not understood, and what to do: what is said behind it. */
import { msg } from '../../domain/msg.ts';
import { joinedByOr } from '../../language/spoken.ts';
import type { Unclear, UnclearWhy } from '../../papers/minutes/read/understood.ts';

/** Without a full stop. */
export function unclearWords({ why, among = [] }: Pick<Unclear, 'why' | 'among'>): string {
  if (among.length === 0) return words[why]();
  const meant = joinedByOr(among);
  if (why === 'several-people') return msg`is several people (${meant})`;
  if (why === 'unknown-person') return msg`is not in Kontakter (${meant})`;
  return `${words[why]()} (${meant})`;
}

const words: Readonly<Record<UnclearWhy, () => string>> = {
  outside: () => msg`stands outside the cases`,
  'no-place': () =>
    msg`has no place in the register, so the final minutes will not have it: write it under a case, or under Eventuelt as «Sak: title»`,
  after: () => msg`is it part of what stands before it?`,
  'above-notes': () => msg`stands above Notat:`,
  proposal: () => msg`is a proposal that the register has otherwise`,
  fact: () =>
    msg`is of the case itself, and is not read: change the row of the case in Saker if it is not so, or write Notat: before it`,
  'no-proposal': () => msg`points at a proposal, and none is certain: write the decision itself`,
  'case-unknown': () => msg`no case has this number or title: for a new case write «Sak: title»`,
  'no-case': () =>
    msg`names no case of the meeting: for a new case write «Sak: title» before its title, otherwise the number of its case`,
  'case-differs': () => msg`the number is of one case, the title of another`,
  'several-people': () => msg`is several people`,
  'unknown-person': () => msg`is not in Kontakter`,
  'two-responsible': () =>
    msg`names one before it and another behind it: write Ansvarlig: before the one who is responsible`,
  deadline: () =>
    msg`gives no certain day, so the papers say it in these words: write the day in Frist once there is one`,
  slashed: () => msg`may be several things: write the day with its month, as «1. februar»`,
  ongoing: () => msg`has no last day, so the papers say it in these words`,
  'no-next-meeting': () => msg`the next meeting has no day yet`,
  'without-action': () => msg`no action stands right before it`,
  'repeated-otherwise': () =>
    msg`stands under its case too, with another responsible or deadline: what stands there is read`,
  'repeated-twice': () => msg`stands under several cases: put the number of its case before it`,
  'table-otherwise': () => msg`stands under the case too, in other words: what stands there is read`,
  'maybe-last': () =>
    msg`ends with a name or a day: if it is the responsible or the deadline, write Ansvarlig: or Frist: before it`,
  'one-more': () => msg`is one more, and the action before it has one already`,
  'maybe-decision': () => msg`is it a decision? Then write Vedtak: before it`,
  'maybe-action': () =>
    msg`is it an action? It is read as text only: write Tiltak: before it, on a line of its own`,
  'no-decision': () => msg`was to be decided, and has no decision`,
  'maybe-postponed': () =>
    msg`was the case postponed? Then write Status: Utsatt below it, otherwise Status: Behandlet`,
  'maybe-withdrawn': () =>
    msg`was the case withdrawn? Then write Status: Trukket below it, otherwise Status: Behandlet`,
  'maybe-rejected': () =>
    msg`was a proposal turned down? If the case is settled all the same, write Status: Behandlet below it`,
  rejected: () =>
    msg`says that the proposal was not adopted, so it is read as a note and no decision: write below it what became of the case, Status: Behandlet, Utsatt or Trukket`,
  until: () =>
    msg`names no meeting or day of the register for certain: unless it is the next meeting, write it in Utsett til of the case`,
  'two-outcomes': () => msg`says both that it was treated and that it was not`,
  done: () => msg`is said to be done, and is not as the register has it: set its Status in Tiltak`,
  'other-business': () => msg`has no decision and no action, so it becomes no case`,
  'long-title': () => msg`is too long for a title`,
  'nobody-ticked': () => msg`no box is ticked, so nobody is read as present`,
  unticked: () => msg`has no tick, so it is not read as present: tick its box if they were there`,
  mark: () => msg`is no mark that is known: put x before those who were there`,
  head: () =>
    msg`is not what the register says of the meeting, and is not written: change the row of the meeting in Aktiviteter if the minutes are right`,
  'minute-taker': () =>
    msg`has no place in the register, so the final minutes will not have it: they name the party that is not the host`,
  'next-meeting': () =>
    msg`stands under the next meeting, and Aktiviteter has it otherwise: change it there if the minutes are right`,
  'follow-up': () => msg`is not as the register has it: change its row in Tiltak if the minutes are right`,
  table: () => msg`stands in a column that is not known`,
  status: () => msg`is no state of a case`,
};
