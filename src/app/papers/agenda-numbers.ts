/** `npm run agenda -- --number`: case numbers are given once and never changed, so only if they cannot be wrong. */
import { fewLines } from '../../domain/few.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { CellChange, Change, ChangeResult, Workbook } from '../../domain/workbook.ts';
import { caseNumberChanges } from '../../papers/agenda/case-numbers.ts';
import type { AgendaView } from '../../papers/agenda/view.ts';
import { meetingsOf, nextMeeting } from '../../papers/meetings.ts';
import type { Register } from '../../register/register.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { refusedLines } from '../register/change-report.ts';
import { plannedLines } from '../register/planned-cells.ts';
import { cases as casesOf } from './counted-words.ts';
import type { Making, StepResult } from './paper-definition.ts';
import { joinedByAnd, joinedByOr } from '../../language/spoken.ts';

type Numbering = Pick<Making<unknown, AgendaView>, 'run' | 'store' | 'workbook' | 'reading' | 'view'>;

/** Neither step changes what the agenda says. */
type Nothing = StepResult<never>;

/** Throws UserError if a number may be wrong, or if a mailing would have numbers that are not kept. */
export function requireNumbering({ run, reading: { register }, view }: Numbering): Nothing {
  const { flags, settings } = run;
  if (flags['number'] !== true) {
    if (flags['mailing'] !== true || caseNumberChanges(register, view).length === 0) return {};
    throw new UserError(
      msg`The cases have no numbers in the register yet, and those in a mailing cannot change.`,
      msg`Add --number too, then they are kept.`,
    );
  }
  if (nextMeeting(meetingsOf(register), settings.now)?.id !== view.meeting.id) {
    throw new UserError(
      msg`${view.meeting.id} is not the next quarterly meeting.`,
      msg`Only the next meeting gets case numbers. Run it without --number.`,
    );
  }
  const { refused, withoutId } = register.tabs.cases ?? { refused: new Map(), withoutId: new Set() };
  if (refused.size === 0) return {};
  throw new UserError(
    refused.size === 1
      ? msg`${refused.size} row of Saker cannot be read or has no ID, so no case numbers were given.`
      : msg`${refused.size} rows of Saker cannot be read or have no ID, so no case numbers were given.`,
    refused.size === withoutId.size
      ? msg`Run «npm run check -- --give-ids», and try again: a number is never changed once it is given.`
      : msg`Run «npm run check», correct them, and try again: a number is never changed once it is given.`,
  );
}

/**
 * With --number it keeps the case numbers in the register; otherwise it says that they are not kept. Throws UserError unless all are
 * certainly kept: then no agenda may have them.
 */
export async function keepNumbers({ run, store, workbook, reading, view }: Numbering): Promise<Nothing> {
  const { flags, terminal } = run;
  const changes = caseNumberChanges(reading.register, view);
  if (changes.length === 0) return {};
  const cases = new Set(changes.map(({ at }) => (at.by === 'id' ? at.id : at.row))).size;
  const what = partsOf(changes, reading.register);
  if (flags['number'] !== true) {
    const lacking = joinedByOr(what);
    terminal.say(
      cases === 1
        ? msg`  ${cases} case lacks ${lacking} in the register: add --number when the agenda goes out.`
        : msg`  ${cases} cases lack ${lacking} in the register: add --number when the agenda goes out.`,
    );
    for (const line of plannedLines(changes, reading.register)) terminal.say(line);
    return {};
  }
  const refused = refusedLines(await keep(store, changes, workbook));
  if (refused.length === 0) {
    const given = joinedByAnd(what);
    terminal.say(
      cases === 1 && what.length === 1
        ? msg`  The ${given} of ${casesOf(cases)} was written to ${store.place}.`
        : msg`  The ${given} of ${casesOf(cases)} were written to ${store.place}.`,
    );
    return {};
  }
  throw new UserError(
    `${msg`Not all case numbers were kept in ${store.place}, so no agenda was made:`}\n${fewLines(refused).join('\n')}`,
    msg`Correct this in the tab Saker, and run this again. Numbers that were kept stay, and the others are given then.`,
  );
}

/** What is written of the cases, each once. */
function partsOf(changes: readonly CellChange[], { tabs }: Register): readonly string[] {
  const { id, number, meeting } = tabs.cases?.headings ?? {};
  const words = [
    [id, 'ID'],
    [number, msg`number`],
    [meeting, msg`meeting`],
  ] as const;
  return words.flatMap(([heading, word]) => (changes.some(({ column }) => column === heading) ? [word] : []));
}

async function keep(
  store: RegisterStore,
  changes: readonly Change[],
  workbook: Workbook,
): Promise<readonly ChangeResult[]> {
  try {
    return await store.write(changes, workbook);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      msg`No agenda was made, since it is not certain that its case numbers are kept: ${error.message}`,
      error.advice,
      { cause: error },
    );
  }
}
