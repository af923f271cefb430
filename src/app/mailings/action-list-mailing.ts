/** The mail to each responsible with all their open actions. */
import { msg, spoken } from '../../domain/msg.ts';
import { counted } from '../../domain/counted.ts';
import { fewLines } from '../../domain/few.ts';
import { actionListMailing } from '../../domain/mailing-kind.ts';
import { dayOf, type Day } from '../../domain/time.ts';
import { wordCause } from '../../language/announcements/word-audience.ts';
import {
  actionLists,
  reasonFor,
  type ActionList,
  type UnaddressedAction,
} from '../../papers/action-lists/lists.ts';
import {
  actionListFacts,
  actionListSource,
  actionListView,
  actionListViewOf,
} from '../../papers/action-lists/view.ts';
import { audienceOf } from '../../papers/announcement/recipients.ts';
import type { Register } from '../../register/register.ts';
import { waivedNames } from '../../papers/due/list.ts';
import { actionsEntryName } from '../../papers/due/minutes.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Run } from '../cli/command.ts';
import type { Terminal } from '../cli/terminal.ts';
import { shownPath, workbookId } from '../settings/settings.ts';
import { keysOf } from './keys.ts';
import { keepPaperMailing } from './paper-mailing.ts';

const templates = { 'actions-mail': actionListView, 'actions-mail-subject': actionListView };

/** Which lists are made besides those that are due. */
interface Wanted {
  /** The day of the meeting whose minutes they follow. */
  readonly meetingOn?: Day | undefined;
  readonly isWanted: (list: ActionList) => boolean;
}

/**
 * Keeps a mailing for each responsible whose list is due or wanted. Sends nothing. `code` is 1 where somebody cannot be
 * written to. Throws UserError if the settings do not say who sends.
 */
export async function actionListMailings(
  run: Run,
  register: Register,
  { meetingOn, isWanted }: Wanted,
): Promise<{ readonly results: readonly string[]; readonly code: 0 | 1 }> {
  const { settings, terminal } = run;
  const { lists, unaddressed } = actionLists(register, settings.now);
  const off = waivedNames({ register, now: settings.now });
  const results: string[] = [];
  let code: 0 | 1 = 0;
  for (const list of lists) {
    const due = reasonFor(list);
    const why = isWanted(list) && due !== 'changed' ? 'minutes' : due;
    if (why === undefined) continue;
    if (!isWanted(list) && off.has(actionsEntryName(list.contact))) {
      terminal.say(
        msg`  ${list.contact.name} (${list.contact.id}): not made, somebody has taken it off the list`,
      );
      continue;
    }
    const made = await makeList(run, register, list, { why, meetingOn });
    if (made === undefined) code = 1;
    else results.push(made);
  }
  if (sayUnaddressed(terminal, unaddressed)) code = 1;
  return { results, code };
}

/** The line for its folder; undefined, with the reason said, where the person must not be written to. */
async function makeList(
  { settings, terminal }: Run,
  register: Register,
  list: ActionList,
  reason: Pick<Parameters<typeof actionListViewOf>[2], 'why' | 'meetingOn'>,
): Promise<string | undefined> {
  const { contact, actions } = list;
  const head = `  ${contact.name} (${contact.id}), ${counted(actions.length, msg`open action`, msg`open actions`)}`;
  const audience = audienceOf(register, {
    ...{ on: dayOf(settings.now), people: [{ contact: contact.id }], includeHidden: true },
    keyOf: keysOf(workbookId(settings)),
  });
  const [out] = audience.leftOut;
  if (out !== undefined) {
    terminal.say(msg`${head}: no mail was made: ${wordCause(out.cause, spoken())}`, 'yellow');
    return undefined;
  }
  const { folder, unchanged } = await keepPaperMailing(settings, {
    ...{ register, audience, templates },
    name: { activity: contact.id, kind: actionListMailing },
    organizer: settingsOf(register).organiser?.email,
    source: actionListSource(list),
    says: [{ about: contact.id, facts: actionListFacts(list) }],
    texts: () => ({
      letter: 'actions-mail',
      subject: 'actions-mail-subject',
      view: actionListViewOf(register, list, reason, settings.now),
    }),
  });
  terminal.say(head);
  return `${shownPath(settings, folder)}${unchanged ? msg` (unchanged)` : ''}`;
}

const whyNot: Readonly<Record<UnaddressedAction['why'], () => string>> = {
  nobody: () => msg`nobody is responsible`,
  unknown: () => msg`not in Kontakter`,
  several: () =>
    msg`several people in Kontakter have that name or role, so none of them gets mail: write the ID or the full name`,
  group: () => msg`a group, and no person`,
  'no-address': () => msg`no address in Kontakter`,
};

/** Names the actions that no mail reminds anybody of. True where there are any. */
function sayUnaddressed(terminal: Terminal, unaddressed: readonly UnaddressedAction[]): boolean {
  if (unaddressed.length === 0) return false;
  terminal.say(msg`  No mail can be made about:`, 'yellow');
  const lines = unaddressed.map(
    ({ action: { id, action, responsible }, why }) =>
      `    ${action} (${id})${responsible === undefined ? '' : `, ${responsible}`}: ${whyNot[why]()}`,
  );
  for (const line of fewLines(lines)) terminal.say(line);
  return true;
}
