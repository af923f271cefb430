/** One mailing of a run: who gets it, whether it may be made, and the folder. Prints all of it. */
import { msg, spoken } from '../../domain/msg.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { WebinarMailingName } from '../../domain/mailing-kind.ts';
import { norwegianStandards } from '../../domain/written-standard.ts';
import { utcText } from '../../domain/time.ts';
import { announcementWords } from '../../language/announcements/word-audience.ts';
import { checkNamed } from '../../language/checks.ts';
import { spokenDate } from '../../language/spoken.ts';
import { audienceLines } from '../../papers/announcement/audience-lines.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import {
  blocking,
  checklist,
  type CheckName,
  type CheckResult,
} from '../../papers/announcement/checklist.ts';
import { addressed, type Addressed } from '../../papers/announcement/addressed.ts';
import { previousTime } from '../../papers/announcement/correction.ts';
import type { Outlook } from '../../papers/announcement/outdated.ts';
import {
  calendarState,
  knownMailings,
  sentMailings,
  type SentMailing,
} from '../../papers/announcement/sent.ts';
import { textFaults } from '../../papers/announcement/text-faults.ts';
import { shortOf } from '../../papers/announcement/told.ts';
import type { Register } from '../../register/register.ts';
import { keepMailing, type KeptMailing } from '../mailings/mailing-folder.ts';
import { shownPath, type Settings } from '../settings/settings.ts';
import type { Terminal } from '../cli/terminal.ts';
import { correctedMailing, type CorrectionFlags, correctionOf, type WantedMailing } from './wanted.ts';
import type { LetterDesk } from './letters.ts';
import { keysOf, sha256 } from '../mailings/keys.ts';
import { wholeInLedger } from './whole-ledger.ts';
import { makeMailing, type MailingRequest } from './make-mailing.ts';

/** What a run decides for all its mailings. */
export interface Announcing {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly register: Register;
  /** The ID of the workbook at Google; undefined for a file. */
  readonly workbookId: string | undefined;
  readonly desks: Readonly<Record<NorwegianStandard, LetterDesk>>;
  readonly target: string | undefined;
  readonly standardDefault: NorwegianStandard | undefined;
  readonly includeHidden: boolean;
  readonly allowed: ReadonlySet<CheckName>;
  readonly correction: CorrectionFlags;
}

/** Keys and UIDs are made with this. A file that is renamed or moved is still the same workbook. */
export const workbookKey = ({ workbookId }: Pick<Announcing, 'workbookId'>): string => workbookId ?? 'file';

/** What its mailings look at. */
export const outlookOf = ({ settings, register, workbookId }: Examining): Outlook => ({
  register,
  now: settings.now,
  keyOf: keysOf(workbookKey({ workbookId })),
});

/** The mailing that a correction corrects by name, or by its words where nothing else has changed; otherwise undefined. */
function namedCorrected(
  run: Announcing,
  { webinar, name, isRighting }: WantedMailing,
  sent: readonly SentMailing[],
): SentMailing | undefined {
  const { corrects, wrong } = run.correction;
  const isWorded = wrong.nb !== undefined || wrong.nn !== undefined;
  if (name.kind !== 'correction') return undefined;
  if (corrects === undefined && (isRighting || !isWorded)) return undefined;
  return correctedMailing(webinar, sent, run.correction);
}

/** Something that blocks a mailing, for the terminal. */
interface Hindrance {
  readonly message: string;
  readonly advice: string;
}

/** If one of these checks blocks, faults in the texts would only repeat it, or follow from it. */
const enough: readonly CheckName[] = ['both-versions', 'sender-address', 'status-fits', 'date-in-future'];

/** What the checks found, and what the texts lack: each reported once. */
function hindrancesOf(
  { register }: Announcing,
  { webinar, name }: WantedMailing,
  audience: Audience,
  results: readonly CheckResult[],
): readonly Hindrance[] {
  const blocks = blocking(results).map(({ name: check, fixed, message, advice }) => ({
    message: `${checkNamed(check)}: ${message}`,
    advice: fixed ? advice : `${advice} ${msg`If that is intended, add --allow ${checkNamed(check)}.`}`,
  }));
  const told = blocking(results).map(({ name: check }) => check);
  if (told.some((check) => enough.includes(check))) return blocks;
  const faults = norwegianStandards
    .filter((standard) => audience.counts[standard] > 0)
    .flatMap((standard) =>
      textFaults(register, { webinar, kind: name.kind, standard }, told.includes('link-there')),
    );
  return [...blocks, ...new Map(faults.map((fault) => [fault.message, fault])).values()];
}

function tellChecks(
  { terminal }: Announcing,
  results: readonly CheckResult[],
  hindrances: readonly Hindrance[],
): void {
  const allowed = results.flatMap((result) => (result.outcome === 'allowed' ? [result] : []));
  const ok = results.filter(({ outcome }) => outcome === 'ok').length;
  const inTexts = hindrances.length - blocking(results).length;
  const { length } = results;
  terminal.say(
    inTexts === 0
      ? msg`  ${ok} of ${length} checks are in order.`
      : inTexts === 1
        ? msg`  ${ok} of ${length} checks are in order, but there is a fault in the texts:`
        : msg`  ${ok} of ${length} checks are in order, but there are faults in the texts:`,
  );
  for (const { name, message } of allowed)
    terminal.say(msg`  ${checkNamed(name)}: ${message} Allowed with --allow.`, 'yellow');
  for (const { message, advice } of hindrances) {
    terminal.say(`  ${message}`, 'red');
    terminal.say(`    ${advice}`);
  }
}

/** What it is, about what, and when. */
export const headline = ({ webinar, name, since }: WantedMailing): string =>
  [
    `${announcementWords[spoken()].text(name)}: ${webinar.title} (${webinar.id}), ${spokenDate(webinar.start.time)}`,
    ...(since === undefined ? [] : [msg`late, due since ${spokenDate(since)}`]),
  ].join('; ');

const isSame = (one: WebinarMailingName, other: SentMailing): boolean =>
  one.kind === other.kind && one.offsetDays === other.offsetDays;

/** What decides whom a mailing is for and whether it may be made. */
export type Examining = Pick<
  Announcing,
  'settings' | 'register' | 'workbookId' | 'target' | 'standardDefault' | 'includeHidden' | 'allowed'
>;

/** Whom a mailing is for now, and what its checklist finds. Throws UserError as `addressed`. */
export async function examined(
  run: Examining,
  {
    webinar,
    name,
    corrected,
  }: Pick<WantedMailing, 'webinar' | 'name'> & { readonly corrected: SentMailing | undefined },
): Promise<{ readonly who: Addressed; readonly results: readonly CheckResult[] }> {
  const { settings, register, allowed, workbookId } = run;
  const who = addressed(outlookOf(run), {
    ...{ webinar, name, corrected, isAllowed: (check) => allowed.has(check) },
    ...{ target: run.target, standardDefault: run.standardDefault, includeHidden: run.includeHidden },
  });
  const whole = await wholeInLedger(settings, register, shortOf(register, webinar.id).ids);
  const checked = { register, webinar, kind: name.kind, ...who, now: settings.now, workbookId, whole };
  return { who, results: checklist(checked, allowed) };
}

/** The mailing's folder, new or found; undefined if something blocks the mailing. Throws UserError as `keepMailing`. */
export async function announceOne(run: Announcing, wanted: WantedMailing): Promise<KeptMailing | undefined> {
  const { settings, terminal, register, desks } = run;
  const { webinar, name } = wanted;
  const { now } = settings;
  const sent = sentMailings(register).get(webinar.id) ?? [];
  // A written mailing may have been sent by hand: its number and its revision are not used again.
  const known = knownMailings(register).get(webinar.id) ?? [];
  const corrected = namedCorrected(run, wanted, sent);
  const { who, results } = await examined(run, { webinar, name, corrected });
  const { audience } = who;
  tellWho(run, wanted, who);
  const hindrances = hindrancesOf(run, wanted, audience, results);
  tellChecks(run, results, hindrances);
  if (hindrances.length > 0) {
    terminal.say(msg`  Nothing was made.`);
    return undefined;
  }
  const isCorrection = name.kind === 'correction';
  const request: MailingRequest = {
    ...{ register, workbook: workbookKey(run), webinar, name, audience, now },
    sequence: calendarState(webinar, known, isCorrection).sequence,
    correction: isCorrection ? correctionOf(corrected, who, run.correction) : undefined,
    outdated: name.kind === 'moved' || isCorrection ? who.outdated : [],
    calledOff: who.calledOff,
    previous: previousTime(who.outdated),
    overridden: results.flatMap((result) =>
      result.outcome === 'allowed' ? [{ check: result.name, found: result.record }] : [],
    ),
  };
  const own = known.filter((mailing) => isSame(name, mailing));
  const kept = await keepMailing({
    ...{ out: settings.out, name, sent: own.map(({ revision }) => revision), hash: sha256 },
    now: utcText(now),
    make: (edition) => makeMailing(request, edition, desks),
  });
  terminal.result(`${shownPath(settings, kept.folder)}${kept.unchanged ? msg` (unchanged)` : ''}`);
  return kept;
}

/** Whether a text of the activity gives no reason for its cancellation. */
const isUnexplained = ({ texts }: Register, about: string): boolean =>
  texts.some(({ activity, reason }) => activity === about && reason === undefined);

function tellWho({ terminal, register }: Announcing, wanted: WantedMailing, { audience }: Addressed): void {
  terminal.say(headline(wanted), 'bold');
  for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
  if (wanted.leavesOut.length > 0)
    terminal.say(msg`  It is late, and replaces ${wanted.leavesOut.join(', ')}.`, 'yellow');
  if (wanted.name.kind === 'cancelled' && isUnexplained(register, wanted.webinar.id))
    terminal.say(msg`  It does not say why. To say it, write it in Avlysningsgrunn in Tekster.`, 'yellow');
  if (audience.target === undefined && wanted.name.kind === 'announcement')
    terminal.say(msg`  To send to others, name them with --target.`);
}
