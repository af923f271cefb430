/** `announce --plan`: every text of the webinars with its day, on the terminal and as a calendar. */
import { utcText } from '../../domain/time.ts';
import { norwegianStandards } from '../../domain/written-standard.ts';
import { webinarTexts } from '../../papers/announcement/due.ts';
import { eventUid } from '../../papers/announcement/invitation.ts';
import { planEvents, planTable } from '../../papers/announcement/plan-table.ts';
import { settingsReadable } from '../../papers/announcement/source-checks.ts';
import type { WebinarRequest } from '../../papers/announcement/webinars.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { settingsOf } from '../../register/settings.ts';
import { aligned } from '../cli/aligned.ts';
import { calendarText } from '../papers/calendar-text.ts';
import { savePapers, type PaperFile } from '../papers/save-papers.ts';
import { shownPath, type Settings } from '../settings/settings.ts';
import type { Terminal } from '../cli/terminal.ts';
import { keysOf, sha256 } from '../mailings/keys.ts';
import { isOfKind, type WantedKind } from './wanted.ts';

/**
 * Prints the plan, and keeps it as `plan.nb.ics` and `plan.nn.ics`: all-day events for those who send. Days that follow
 * from unreadable settings are reported.
 */
export async function showPlan(
  settings: Settings,
  terminal: Terminal,
  register: Register,
  request: WebinarRequest & { readonly kind: WantedKind | undefined },
  workbook: string,
): Promise<void> {
  const unread = settingsReadable({ register, now: settings.now });
  if (unread !== undefined) {
    terminal.say(unread.message, 'yellow');
    terminal.say(`  ${unread.advice}`);
  }
  const texts = webinarTexts({ register, now: settings.now, keyOf: keysOf(workbook) }, request).filter(
    isOfKind(request.kind),
  );
  const { announcements } = settingsOf(register);
  for (const line of aligned(planTable(texts))) terminal.result(line);
  const isSample = isSampleRegister(register);
  const stamp = utcText(settings.now);
  const files = norwegianStandards.map((standard): PaperFile => {
    const events = planEvents(texts, standard).map(({ key, day, summary }) => ({
      ...{ uid: eventUid(sha256, workbook, key, announcements), sequence: 0, stamp, summary },
      ...{ status: 'CONFIRMED' as const, start: day, end: day },
    }));
    return { ending: `.${standard}.ics`, content: calendarText(undefined, events, { standard, isSample }) };
  });
  for (const { path } of await savePapers(settings.out, 'announce', 'plan', files))
    terminal.say(shownPath(settings, path));
}
