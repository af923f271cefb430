/** `npm run minutes -- --final`: keeps the minutes of a meeting as a version, and makes the mailing of it. */
import { fewLines, inFew } from '../../domain/few.ts';
import { msg, spoken } from '../../domain/msg.ts';
import { dayOf } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { norwegianStandards } from '../../domain/written-standard.ts';
import type { Change } from '../../domain/workbook.ts';
import { finalMinutes, isNew, type FinalMinutes } from '../../papers/minutes/final.ts';
import { minutesView, type MinutesView } from '../../papers/minutes/final-view.ts';
import {
  certainCells,
  deadlineCell,
  versionRows,
  versionStatements,
  withStatements,
} from '../../papers/minutes/keep.ts';
import { wordApprovalFault } from '../../language/due/note-words.ts';
import { joinedByAnd, spokenDate, spokenQuarter, spokenTitle } from '../../language/spoken.ts';
import { faultIn } from '../../papers/minutes/approval.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { activityStatuses, parties as partyNames } from '../../register/lists.ts';
import { shown } from '../../register/shown.ts';
import { statementsTab } from '../../register/tabs/statements.ts';
import { renderText } from '../../render/text/text.ts';
import type { Terminal } from '../cli/terminal.ts';
import { sha256 } from '../mailings/keys.ts';
import type { Making } from '../papers/paper-definition.ts';
import { paperWriter } from '../papers/paper-writer.ts';
import { countedActions, countedCases } from './counts.ts';
import { sayUnplaced } from './say-unplaced.ts';
import { refusedLines } from '../register/change-report.ts';

/** Final minutes on their way to files. */
export interface Finalised {
  readonly minutes: FinalMinutes;
  /** Whether files are made: the text is the one that was kept, or both parties have approved it. */
  readonly hasFiles: boolean;
}

type Finalising = Pick<Making<unknown, unknown>, 'run' | 'store' | 'workbook' | 'reading'>;

/** The text in both written standards, without what is written of approval later. */
async function sumOf(view: MinutesView, isSample: boolean): Promise<string> {
  const texts: string[] = [];
  for (const standard of norwegianStandards) {
    const write = await paperWriter({ standard, isSample }, { minutes: minutesView });
    texts.push(renderText(await write('minutes', { ...view, approvals: [], isApproved: false })));
  }
  return sha256(texts.join('\n'));
}

/**
 * Keeps the minutes as the next version, if they say something else than the last one. Throws UserError where that is not
 * certainly kept whole.
 */
export async function keepVersion(
  { run, store, workbook, reading: { register } }: Finalising,
  minutes: FinalMinutes,
): Promise<Finalised> {
  const { flags, settings, terminal } = run;
  const { now } = settings;
  const isMailing = flags['mailing'] === true;
  if (isMailing) requireDeadline(minutes, now);
  const cells = [
    ...certainCells(register, minutes),
    ...(isMailing && (isNew(minutes) || !minutes.approval.isWhole)
      ? deadlineCell(register, minutes, now)
      : []),
  ];
  const sum = await sumOf(minutes.view, isSampleRegister(register));
  const said = isNew(minutes) ? versionStatements(minutes, sum, now) : [];
  const rows = said.length === 0 ? [] : versionRows(register, said);
  const changes: readonly Change[] = [...rows, ...cells];
  const refused = changes.length === 0 ? [] : refusedLines(await store.write(changes, workbook));
  if (refused.length > 0)
    throw new UserError(
      msg`Not all of the minutes was kept in ${store.place}, so no papers were made:\n${fewLines(refused).join('\n')}`,
      msg`See what stands in the tab ${statementsTab.name}, and run this again.`,
    );
  const { version } = minutes.view;
  if (said.length > 0) {
    terminal.say(msg`  Version ${version} was kept in ${store.place}.`);
    sayFollowedUp(terminal, minutes);
    const kept = finalMinutes(withStatements(register, said), minutes.meeting, now);
    return { minutes: kept, hasFiles: true };
  }
  terminal.say(msg`  Nothing has changed since version ${version}, so no new one was kept.`);
  sayFollowedUp(terminal, minutes);
  const isAsKept = minutes.last?.sum === undefined || minutes.last.sum === sum;
  const { isApproved } = minutes.view;
  if (!isAsKept) {
    terminal.say(
      isApproved
        ? msg`  What stands around the decisions (the next meeting, names, templates) is not as it was then: the approved minutes have it as it is now.`
        : msg`  What stands around the decisions (the next meeting, names, templates) is not as it was then, so its files are not made again: those that were made are version ${version}.`,
      'yellow',
    );
  }
  return { minutes, hasFiles: isAsKept || isApproved };
}

/** What approved minutes do not follow. */
function sayFollowedUp(terminal: Terminal, { followedUp }: FinalMinutes): void {
  if (followedUp.length === 0) return;
  terminal.say(
    msg`  Otherwise in Tiltak now: ${inFew([...followedUp])}. That is their follow-up: the minutes have the actions as they were approved.`,
  );
}

/** Nobody is asked to answer by a day that is past. Throws UserError. */
function requireDeadline(
  minutes: FinalMinutes,
  now: Making<unknown, unknown>['run']['settings']['now'],
): void {
  const { meeting, approval } = minutes;
  const { approvalDeadline: deadline } = meeting;
  if (deadline === undefined || deadline >= dayOf(now)) return;
  if (approval.isWhole && !isNew(minutes)) return;
  throw new UserError(
    msg`The deadline for approving the minutes of ${meeting.id} is past (${spokenDate(deadline)}), so nothing was kept or made.`,
    msg`Write a new day in Godkjenningsfrist in row ${meeting.at.row} of ${meeting.at.tab}, or empty the cell.`,
  );
}

/** What a person wants to know of final minutes before opening them. */
export function sayFinal(terminal: Terminal, minutes: FinalMinutes, register: Register): void {
  const { view, treated, last, changes } = minutes;
  const { meeting, cases, added, actions } = view;
  const head = terminal.paint(
    'bold',
    msg`Minutes of ${spokenQuarter(meeting.quarter)}, version ${view.version}`,
  );
  terminal.say(`${head}: ${spokenTitle(meeting.title)} (${meeting.id}), ${spokenDate(meeting.start)}`);
  const { status, at } = minutes.meeting;
  if (status !== 'done')
    terminal.say(
      msg`  Status in row ${at.row} of ${at.tab} is still «${activityStatuses[status][0]}»: write «${activityStatuses.done[0]}» there.`,
      'yellow',
    );
  const all = [...cases, ...added];
  const countOf = (outcome: (typeof all)[number]['outcome']): number =>
    all.filter((one) => one.outcome === outcome).length;
  const [done, postponed, withdrawn] = [countOf('treated'), countOf('postponed'), countOf('withdrawn')];
  terminal.say(
    msg`  ${countedCases(all.length)}: ${done} treated, ${postponed} postponed, ${withdrawn} withdrawn; ${countedActions(actions.length)}`,
  );
  const open = treated.filter(
    ({ treatment }) => treatment?.outcome === undefined && treatment?.decision === undefined,
  );
  if (open.length > 0) {
    const named = inFew(open.map(({ item }) => `«${item.title}» (${item.id})`));
    terminal.say(msg`  Without outcome, and the minutes say so: ${named}`, 'yellow');
  }
  for (const { item, waiting } of treated) {
    if (waiting?.said === undefined) continue;
    const { text, written } = waiting.said;
    terminal.say(
      written === undefined
        ? msg`  ${item.id} is put off in words, «${shown(text)}», and its Utsett til is empty: the minutes say only the words, and the next agendas go by Utsett til.`
        : msg`  ${item.id} is put off in words, «${shown(text)}», and its Utsett til has «${spokenDate(written)}»: the minutes say only the words, and the next agendas go by Utsett til.`,
      'yellow',
    );
  }
  sayUnplaced(terminal, minutes, register);
  if (view.present.length === 0)
    terminal.say(msg`  Nobody has written who was there: Til stede in the row of ${meeting.id}.`, 'yellow');
  if (last !== undefined && changes.length > 0)
    terminal.say(
      changes.length === 1
        ? msg`  ${changes.length} part of version ${last.version} has changed since.`
        : msg`  ${changes.length} parts of version ${last.version} have changed since.`,
    );
}

const namesOf = (parties: FinalMinutes['approval']['parties']): string =>
  joinedByAnd(parties.map(({ party }) => partyNames[party][0]));

/** Who has approved the version that is kept, whose approval does not count, and who must approve again. */
export function sayApproval(terminal: Terminal, { approval, view }: FinalMinutes): void {
  const { version } = view;
  const approved = approval.parties.filter(({ is }) => is === 'approved' || is === 'consent');
  if (approved.length > 0) {
    const who = joinedByAnd(
      approved.map(({ party, by, on }) => {
        const [name] = partyNames[party];
        return on === undefined
          ? msg`${name} (no answer by the deadline)`
          : `${name} (${spokenDate(on)}, ${by ?? ''})`;
      }),
    );
    terminal.say(
      approval.isWhole
        ? msg`  Approved by both parties: ${who}.`
        : msg`  Approved by one party so far: ${who}.`,
    );
  }
  const before = approved.filter(({ keptLater }) => keptLater !== undefined);
  if (before.length > 0) {
    const kept = spokenDate(before[0]?.keptLater ?? '');
    terminal.say(
      msg`  ${namesOf(before)} approved before version ${version} was kept (${kept}): that counts, as approval of the minutes as they were then. Felles has no earlier version to compare with.`,
    );
  }
  for (const one of approval.parties) {
    const fault = faultIn(one);
    if (fault !== undefined)
      terminal.say(
        msg`  Not approved by ${partyNames[one.party][0]}: ${wordApprovalFault(fault, spoken())}.`,
        'yellow',
      );
  }
  const again = approval.parties.filter(({ is }) => is === 'earlier');
  const unclear = approval.parties.filter(({ is }) => is === 'unclear');
  if (unclear.length > 0)
    terminal.say(
      msg`  ${namesOf(unclear)} approved on the day that version ${version} was kept, so it is not clear which version: ask, and write the day of the answer over the old one.`,
      'yellow',
    );
  if (again.length === 0 || view.version === 1) return;
  terminal.say(
    msg`  ${namesOf(again)} approved an earlier version: for version ${version}, write the new name and day over the old in «Godkjent av» and «Godkjent dato».`,
    'yellow',
  );
}
