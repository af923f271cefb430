/**
 * `--readdress`: the mailing once more with the same texts, as its next revision, for those whom it did not reach and whose address in the
 * register is another one since. Sends nothing: it is looked at and approved as every mailing.
 */
import { msg, spoken } from '../../domain/msg.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { UserError } from '../../domain/user-error.ts';
import { utcText, wallTimeOfUtc } from '../../domain/time.ts';
import { inFew } from '../../domain/few.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import type { RecipientStatuses } from '../../delivery/send/recipient-status.ts';
import { wordCause } from '../../language/announcements/word-audience.ts';
import type { Audience, ChosenRecipient } from '../../papers/announcement/audience.ts';
import {
  areSamePeople,
  atNewAddresses,
  madeFor,
  unreached,
  type Unreached,
} from '../../papers/announcement/unreached.ts';
import { stillHolds } from '../../papers/due/mailings.ts';
import type { Register } from '../../register/register.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import type { Terminal } from '../cli/terminal.ts';
import { keysOf, sha256 } from '../mailings/keys.ts';
import type { WrittenLetter } from '../mailings/letter.ts';
import { wholeMailing, type Edition, type MailingFile } from '../mailings/mailing-files.ts';
import { keepMailing, listRequest } from '../mailings/mailing-folder.ts';
import { sentRevisions } from '../mailings/paper-mailing.ts';
import { shownPath } from '../settings/settings.ts';
import { leftOutNow, requireSamePlan, requireUnchanged } from './before-sending.ts';
import { planName, readStatus } from './mailing-status.ts';
import { sourceOf } from './mailing-sources.ts';
import { readWhole, type WholeMailing } from './open-mailing.ts';
import { registerReader, storeLedger } from './store-ledger.ts';

type Recipient = Mailing['recipients'][number];

/**
 * `folder` is absolute. 1 where nobody whom it did not reach has another address. Throws UserError where the mailing is not so any more, or
 * is not finished.
 */
export async function readdress(run: Run, store: RegisterStore, folder: string): Promise<ExitCode> {
  const { settings, terminal } = run;
  const whole = await readWhole(folder);
  const { mailing } = whole;
  const readRows = registerReader(settings.now);
  const ledger = storeLedger(store, readRows);
  const view = await ledger.read();
  const { register } = readRows(view.workbook);
  const { statuses } = await readStatus(settings, { ...ledger, read: () => Promise.resolve(view) }, mailing);
  requireSamePlan(register, mailing, planName(mailing));
  requireUnchanged(register, mailing, settings.now);
  requireInTime(run, register, mailing);
  requireFinished(run, register, mailing, statuses);
  const people = unreached(register, mailing, { now: settings.now, keyOf: keysOf(mailing.workbook) });
  const wanted = atNewAddresses(people);
  tellWho(terminal, people);
  if (wanted.length === 0) {
    terminal.say(msg`Nobody of them has another address that can get it. Nothing was made.`);
    return 1;
  }
  await requireNoneWaiting(run, mailing, wanted);
  const name = { activity: mailing.activity.id, kind: mailing.kind, offsetDays: mailing.offsetDays };
  const kept = await keepMailing({
    ...{ out: settings.out, name, sent: sentRevisions(register, name), hash: sha256 },
    now: utcText(settings.now),
    make: (edition) => madeAgain(register, whole, wanted, edition),
  });
  terminal.result(`${shownPath(settings, kept.folder)}${kept.unchanged ? msg` (unchanged)` : ''}`);
  return 0;
}

function requireInTime({ settings }: Run, register: Register, mailing: Mailing): void {
  if (stillHolds(register, { mailing: mailing.id, basis: undefined }, settings.now)) return;
  throw new UserError(
    msg`What the mailing says is over, or is not so any more.`,
    msg`Tell those who did not get it yourself, or make the mailing that is right now.`,
  );
}

/** A revision that is begun takes the place of the one before: whoever is left in that would be forgotten. */
function requireFinished(
  { settings }: Run,
  register: Register,
  mailing: Mailing,
  statuses: RecipientStatuses,
): void {
  const leftOut = leftOutNow(register, mailing, settings.now);
  const open = mailing.recipients.filter(({ key }) => {
    const { is } = statuses.of(key);
    return is === 'unclear' || is === 'elsewhere' || ((is === 'free' || is === 'mine') && !leftOut.has(key));
  });
  if (open.length === 0) return;
  throw new UserError(
    open.length === 1
      ? msg`1 recipient of the mailing has not got it yet, or is unclear.`
      : msg`${open.length} recipients of the mailing have not got it yet, or are unclear.`,
    msg`Send it to the rest first, and decide about the unclear ones.`,
  );
}

/** A revision that is made for some of them may be sent as well: they would get it twice. */
async function requireNoneWaiting(
  { settings }: Run,
  mailing: Mailing,
  wanted: readonly Recipient[],
): Promise<void> {
  const { made = [] } = await listRequest(settings);
  const waiting = madeFor(wanted, made, mailing);
  if (waiting === undefined || areSamePeople(waiting.recipients, wanted)) return;
  throw new UserError(
    msg`${waiting.id} is made for some of them already, and they have not got it yet.`,
    msg`Send that one first, or delete its folder. Then do this again.`,
  );
}

function tellWho(terminal: Terminal, people: readonly Unreached<Recipient>[]): void {
  const named = (one: readonly Unreached<Recipient>[]): string =>
    inFew(one.map(({ recipient: { id, name } }) => `${id} ${name}`));
  const say = (
    words: (count: number, names: string) => string,
    one: readonly Unreached<Recipient>[],
  ): void => {
    if (one.length > 0) terminal.say(words(one.length, named(one)));
  };
  terminal.say(msg`It did not reach ${people.length}:`);
  say(
    (count, names) => msg`  ${count} with another address now: ${names}`,
    people.filter(({ now }) => now.is === 'new'),
  );
  say(
    (count, names) => msg`  ${count} with the same address in the register: ${names}`,
    people.filter(({ now }) => now.is === 'same'),
  );
  say(
    (count, names) => msg`  ${count} whose new address has it, or may have: ${names}`,
    people.filter(({ now }) => now.is === 'has'),
  );
  for (const one of people) {
    if (one.now.is !== 'out') continue;
    const why = wordCause(one.now.cause, spoken());
    say((count, names) => msg`  ${count} gets no mail now (${why}): ${names}`, [one]);
  }
}

/** The letters as they were made. */
function lettersOf(
  { mailing, files }: WholeMailing,
  standards: ReadonlySet<string>,
): readonly WrittenLetter[] {
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  return mailing.letters
    .filter(({ standard }) => standards.has(standard))
    .map(({ standard, subject, preheader, html, text: plain, calendar }) => ({
      ...{ standard, subject, preheader, html: text(html), text: text(plain) },
      calendar:
        calendar === undefined
          ? undefined
          : { method: calendar.method, sequence: calendar.sequence, ics: text(calendar.file) },
    }));
}

const audienceWith = (wanted: readonly Recipient[]): Audience => {
  const chosen = wanted.map(({ id, name, address, standard }): ChosenRecipient => ({
    ...{ id, name, address, standard, reason: { code: 'readdressed' } },
  }));
  const count = (standard: NorwegianStandard): number =>
    chosen.filter((one) => one.standard === standard).length;
  const [nb, nn] = norwegianStandards.map(count);
  return {
    ...{ target: undefined, chosen, leftOut: [], isSamiArea: false },
    counts: { nb: nb ?? 0, nn: nn ?? 0 },
  };
};

/** The files of the new revision. */
function madeAgain(
  register: Register,
  whole: WholeMailing,
  wanted: readonly Recipient[],
  edition: Edition,
): Promise<readonly MailingFile[]> {
  const { mailing } = whole;
  const { activity, kind, offsetDays, workbook, replyTo, says, corrects, overridden, sample } = mailing;
  const letters = lettersOf(whole, new Set(wanted.map(({ standard }) => standard)));
  const then = wallTimeOfUtc(edition.madeAt);
  // Of fewer letters fewer rows may be the source.
  const narrowed = {
    ...mailing,
    letters: mailing.letters.filter((one) => letters.some(({ standard }) => standard === one.standard)),
  };
  const source = then === undefined ? undefined : sourceOf(mailing)?.rows(register, narrowed, then);
  return wholeMailing(
    {
      ...{ register, workbook, corrects, overridden, says, isSample: sample === true },
      name: { activity: activity.id, kind, offsetDays },
      time: activity.start === undefined ? undefined : { start: activity.start, end: activity.end },
      organizer: replyTo,
      audience: audienceWith(wanted),
      source: source ?? mailing.source,
    },
    edition,
    letters,
  );
}
