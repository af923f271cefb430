/** One mailing of a run: who gets it, whether it may be made, and the folder. Prints all of it. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { WebinarMailingName } from '../../domain/mailing-kind.ts';
import { norwegianStandards } from '../../domain/written-standard.ts';
import { recipientKey } from '../../domain/recipient-key.ts';
import { dayOf, utcText } from '../../domain/time.ts';
import { announcementWords } from '../../language/announcements/word-audience.ts';
import { audienceLines } from '../../papers/announcement/audience-lines.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import {
  blocking,
  checklist,
  type CheckName,
  type CheckResult,
} from '../../papers/announcement/checklist.ts';
import { liveInvitations } from '../../papers/announcement/due.ts';
import { audienceOf } from '../../papers/announcement/recipients.ts';
import {
  calendarState,
  knownMailings,
  reachedBy,
  sentMailings,
  type SentMailing,
} from '../../papers/announcement/sent.ts';
import { textFaults } from '../../papers/announcement/text-faults.ts';
import type { Webinar } from '../../papers/announcement/webinars.ts';
import type { Register } from '../../register/register.ts';
import { keepMailing, type KeptMailing } from '../mailings/mailing-folder.ts';
import { shownPath, type Settings } from '../settings/settings.ts';
import type { Terminal } from '../cli/terminal.ts';
import { correctedMailing, type CorrectionFlags, correctionOf, type WantedMailing } from './wanted.ts';
import type { LetterDesk } from './letters.ts';
import { sha256 } from '../mailings/mailing-files.ts';
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

/** A move, a cancellation and a correction concern only those who got what is no longer true. */
const concernsReached = ({ kind }: WebinarMailingName): boolean =>
  kind === 'moved' || kind === 'cancelled' || kind === 'correction';

/**
 * Whether a mailing goes to those who got the earlier one. A mailing after an announcement does, unless a target is named:
 * nobody is reminded of a webinar that they were not invited to.
 */
const goesToReached = (
  name: WebinarMailingName,
  target: string | undefined,
  earlier: readonly string[],
): boolean =>
  concernsReached(name) || (name.kind !== 'announcement' && target === undefined && earlier.length > 0);

/** `corrected` is what a correction corrects: only those who got that get the correction. */
function recipientsOf(
  run: Announcing,
  name: WebinarMailingName,
  sent: readonly SentMailing[],
  corrected: SentMailing | undefined,
): Audience {
  const { register, standardDefault, includeHidden } = run;
  const target = corrected === undefined ? run.target : undefined;
  const keyOf = (mailing: string, address: string): string =>
    recipientKey(sha256, workbookKey(run), mailing, address);
  const earlier = (corrected === undefined ? liveInvitations(sent) : [corrected]).map(({ id }) => id);
  const reached = goesToReached(name, target, earlier)
    ? reachedBy(register.ledger, earlier, keyOf)
    : undefined;
  const on = dayOf(run.settings.now);
  return audienceOf(register, { on, target, standardDefault, includeHidden, reached, keyOf });
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
    message: `${check}: ${message}`,
    advice: fixed ? advice : `${advice} If that is intended, add --allow ${check}.`,
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
  terminal.say(`  ${String(ok)} of ${String(results.length)} checks are in order.`);
  for (const { name, message } of allowed)
    terminal.say(`  ${name}: ${message} Allowed with --allow.`, 'yellow');
  for (const { message, advice } of hindrances) {
    terminal.say(`  ${message}`, 'red');
    terminal.say(`    ${advice}`);
  }
}

const headline = ({ webinar, name, since }: WantedMailing): string =>
  `${announcementWords.en.text(name)}: ${webinar.title} (${webinar.id}), ${webinar.start.time.replace('T', ' ')}${since === undefined ? '' : `; due since ${since}`}`;

const isSame = (one: WebinarMailingName, other: SentMailing): boolean =>
  one.kind === other.kind && one.offsetDays === other.offsetDays;

/** The mailing's folder, new or found; undefined if something blocks the mailing. Throws UserError as `keepMailing`. */
export async function announceOne(run: Announcing, wanted: WantedMailing): Promise<KeptMailing | undefined> {
  const { settings, terminal, register, allowed, workbookId, desks } = run;
  const { webinar, name } = wanted;
  const { now } = settings;
  const sent = sentMailings(register).get(webinar.id) ?? [];
  // A written mailing may have been sent by hand: its number and its revision are not used again.
  const known = knownMailings(register).get(webinar.id) ?? [];
  const corrected = name.kind === 'correction' ? correctedMailing(webinar, sent, run.correction) : undefined;
  const audience = recipientsOf(run, name, sent, corrected);
  terminal.say(headline(wanted), 'bold');
  for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
  if (audience.target === undefined && !concernsReached(name))
    terminal.say('  To send to others, name them with --target.');
  const results = checklist({ register, webinar, kind: name.kind, audience, now, workbookId }, allowed);
  const hindrances = hindrancesOf(run, wanted, audience, results);
  tellChecks(run, results, hindrances);
  if (hindrances.length > 0) {
    terminal.say('  Nothing was made.');
    return undefined;
  }
  const request: MailingRequest = {
    ...{ register, workbook: workbookKey(run), webinar, name, audience, now },
    sequence: calendarState(webinar, known, corrected !== undefined).sequence,
    correction: corrected === undefined ? undefined : correctionOf(corrected, run.correction, audience),
    previous: concernsReached(name) ? liveInvitations(sent).at(-1)?.basis : undefined,
    overridden: results.flatMap((result) =>
      result.outcome === 'allowed' ? [{ check: result.name, found: result.message }] : [],
    ),
  };
  const own = known.filter((mailing) => isSame(name, mailing));
  const kept = await keepMailing({
    ...{ out: settings.out, name, sent: own.map(({ revision }) => revision), hash: sha256 },
    now: utcText(now),
    make: (edition) => makeMailing(request, edition, desks),
  });
  tellKept(run, webinar, kept, own, sent);
  return kept;
}

const isIn = (mailings: readonly SentMailing[], { id }: SentMailing): boolean =>
  mailings.some((mailing) => mailing.id === id);

function tellKept(
  { terminal, settings }: Announcing,
  { id }: Webinar,
  { folder, revision, unchanged }: KeptMailing,
  own: readonly SentMailing[],
  sent: readonly SentMailing[],
): void {
  terminal.result(`${shownPath(settings, folder)}${unchanged ? ' (unchanged)' : ''}`);
  const last = own.at(-1);
  if (last === undefined || last.revision === revision) return;
  terminal.say(
    `  Revision ${String(last.revision)} was ${isIn(sent, last) ? 'sent' : 'written'}${last.day === undefined ? '' : ` on ${last.day}`}: those who got it would also get this one about ${id}.`,
    'yellow',
  );
}
