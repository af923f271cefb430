/** From a webinar and its recipients to a frozen mailing: the record of it and every file. */
import { sha256 } from '../mailings/keys.ts';
import type { WebinarMailingName } from '../../domain/mailing-kind.ts';
import type { Day, WallTime } from '../../domain/time.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import type { MailingContent } from '../../delivery/mailing.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import { readersIn, rightedIn } from '../../papers/announcement/correction.ts';
import { eventUid, webinarEvent } from '../../papers/announcement/invitation.ts';
import type { Outdated } from '../../papers/announcement/outdated.ts';
import { basisOf, type Basis } from '../../papers/announcement/sent.ts';
import { saidFacts } from '../../papers/announcement/said.ts';
import { sourceRows } from '../../papers/announcement/source.ts';
import { textView } from '../../papers/announcement/text-view.ts';
import type { Webinar } from '../../papers/announcement/webinars.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { WrittenLetter } from '../mailings/letter.ts';
import {
  senderOf,
  utf8,
  wholeMailing,
  type Edition,
  type MailingFile,
  type MailingPlan,
} from '../mailings/mailing-files.ts';
import type { LetterDesk } from './letters.ts';

export interface MailingRequest {
  readonly register: Register;
  /** The spreadsheet's ID, or `file`. */
  readonly workbook: string;
  readonly webinar: Webinar;
  readonly name: WebinarMailingName;
  readonly audience: Audience;
  /** The number of the event in the recipients' calendars. */
  readonly sequence: number;
  /** The time of the webinar that its recipients were told before. */
  readonly previous: Basis | undefined;
  /** For a correction and a new time: those who read something else before. */
  readonly outdated?: readonly Outdated[] | undefined;
  /** For an announcement: all who were last told that the webinar is cancelled. */
  readonly calledOff?: readonly Outdated[] | undefined;
  /** Only for a correction: what it corrects, and what was wrong in it and is right, in each written standard. */
  readonly correction?: CorrectionRequest | undefined;
  readonly overridden: MailingContent['overridden'];
  /** Oslo time. */
  readonly now: WallTime;
}

export interface CorrectionRequest {
  /** The mailing's ID. */
  readonly corrects: string;
  readonly day: Day | undefined;
  readonly wrong: Readonly<Record<NorwegianStandard, string | undefined>>;
  readonly right: Readonly<Record<NorwegianStandard, string | undefined>>;
}

type Desks = Readonly<Record<NorwegianStandard, LetterDesk>>;

/** One standard's version: what is sent, and the files for the web. */
interface Version {
  readonly letter: WrittenLetter;
  readonly web: readonly MailingFile[];
}

async function versionOf(
  request: MailingRequest,
  { madeAt }: Edition,
  standard: NorwegianStandard,
  desk: LetterDesk,
): Promise<Version> {
  const { register, webinar, previous, sequence, workbook, now, audience, outdated = [] } = request;
  const { kind } = request.name;
  const righted = rightedIn(readersIn(outdated, audience, standard), standard);
  const changed = Object.fromEntries(righted.map(({ fact, ...change }) => [fact, change]));
  const correction =
    request.correction === undefined
      ? undefined
      : {
          day: request.correction.day,
          wrong: request.correction.wrong[standard],
          right: request.correction.right[standard],
        };
  // One text for all of them: those who got the cancellation must know that it does not hold, also where others did not.
  const isOnAgain =
    kind === 'announcement' && readersIn(request.calledOff ?? [], audience, standard).length > 0;
  const told = { webinar, kind, standard, previous, correction, changed, isOnAgain };
  const view = textView(register, told, now);
  const { announcements } = settingsOf(register);
  const sender = senderOf(register);
  const uid = eventUid(sha256, workbook, webinar.id, announcements);
  const event = webinarEvent(kind, webinar, view, uid, { name: sender.name, email: sender.address });
  const letter = await desk.letter(kind, view, event, { stamp: madeAt, sequence });
  if (kind !== 'announcement') return { letter, web: [] };
  const { html, markdown, post, privacy } = await desk.web(view);
  const web = [utf8(`web.${standard}.html`, html), utf8(`web.${standard}.md`, markdown)];
  const more = [utf8(`post.${standard}.txt`, post), utf8(`privacy.${standard}.html`, privacy)];
  return { letter, web: [...web, ...more] };
}

function planOf(request: MailingRequest, standards: readonly NorwegianStandard[]): MailingPlan {
  const { register, workbook, webinar, name, audience, overridden, now } = request;
  const told = { webinar, kind: name.kind, standards };
  return {
    ...{ register, workbook, name, audience, overridden },
    time: basisOf(webinar),
    corrects: request.correction?.corrects,
    says: [{ about: webinar.id, facts: saidFacts(register, told, now) }],
    source: sourceRows(register, told, now),
  };
}

/**
 * Every file of a mailing, `mailing.json` last. The same request and edition give the same bytes. Throws UserError for a
 * faulty template; the checklist and `textFaults` must have been run before.
 */
export async function makeMailing(
  request: MailingRequest,
  edition: Edition,
  desks: Desks,
): Promise<readonly MailingFile[]> {
  const written = norwegianStandards.filter((standard) => request.audience.counts[standard] > 0);
  const versions: Version[] = [];
  for (const standard of written) versions.push(await versionOf(request, edition, standard, desks[standard]));
  return wholeMailing(
    planOf(request, written),
    edition,
    versions.map(({ letter }) => letter),
    versions.flatMap(({ web }) => web),
  );
}
