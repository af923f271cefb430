/** `npm run speakers`: makes frozen messages to the speakers of slots. */
import { msg, spoken } from '../../domain/msg.ts';
import { speakerKinds, type SpeakerKind } from '../../domain/mailing-kind.ts';
import type { Matter } from '../../domain/due.ts';
import { recipientKey } from '../../domain/recipient-key.ts';
import { dayOf } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { wordCause, wordReason } from '../../language/announcements/word-audience.ts';
import { wordNotes } from '../../language/due/note-words.ts';
import { dueWords } from '../../language/due/word-due.ts';
import { leftOutSince } from '../../papers/announcement/left-out-since.ts';
import type { DueRequest } from '../../papers/due/entry.ts';
import { dueList } from '../../papers/due/list.ts';
import { activityById } from '../../papers/named-activity.ts';
import { activityNamed, idTitled } from '../../papers/named-row.ts';
import { speakerMatters } from '../../papers/speakers/matters.ts';
import type { SpeakerMatter, SpeakerMessage } from '../../papers/speakers/standing.ts';
import { speakerAddresses } from '../../papers/speakers/source.ts';
import { adviceForUnread, namedUnread } from '../../papers/unread-meetings.ts';
import type { Register } from '../../register/register.ts';
import { tabs } from '../../register/tabs.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { sha256 } from '../mailings/keys.ts';
import { textFlag } from '../papers/paper-flags.ts';
import { openRegister } from '../register/open-register.ts';
import { reportSourceErrors } from '../register/source-errors.ts';
import { speakerReading, timeFault } from '../register/speaker-errors.ts';
import { shownPath, workbookId } from '../settings/settings.ts';

const options = {
  slot: { type: 'string', value: '<slot>', help: 'the speaker of this slot: its ID or title (default: all)' },
  activity: {
    type: 'string',
    value: '<activity>',
    help: 'the speakers of this activity: its ID or title, next or last',
  },
  kind: {
    type: 'string',
    value: '<kind>',
    words: speakerKinds,
    help: `only messages of this kind: ${speakerKinds.join(', ')}`,
  },
} as const;

export const speakersCommand: Command = {
  name: 'speakers',
  summary: 'Makes the messages to speakers that are due now. Sends nothing.',
  options,
  examples: ['npm run speakers', 'npm run speakers -- --activity next --kind asked'],
  ends: {
    0: 'all that is due was made, or nothing is',
    1: 'a message was not made, or its rows have errors',
  },
  run: runSpeakers,
};

/** What a run asks for: as typed, then by ID. */
interface Wanted {
  readonly slot: string | undefined;
  readonly activity: string | undefined;
  readonly kind: SpeakerKind | undefined;
}

function wantedBy(flags: Run['flags']): Wanted {
  const [slot, activity, kind] = [
    textFlag(flags, 'slot'),
    textFlag(flags, 'activity'),
    textFlag(flags, 'kind'),
  ];
  const known = speakerKinds.find((one) => one === kind?.trim().toLowerCase());
  if (kind !== undefined && known === undefined)
    throw new UserError(msg`There is no message «${kind}».`, msg`Use one of ${speakerKinds.join(', ')}.`);
  if (slot !== undefined && activity !== undefined)
    throw new UserError(msg`--slot and --activity were both given.`, msg`Use only one of them.`);
  return { slot, activity, kind: known };
}

/** The same with IDs. Throws UserError where a name could be several. */
function namedIn(register: Register, { slot, activity, kind }: Wanted, now: DueRequest['now']): Wanted {
  const withSlots = new Set(register.slots.map((one) => one.activity));
  const rows = register.activities.filter(({ id }) => withSlots.has(id));
  return {
    slot:
      slot === undefined
        ? undefined
        : idTitled(slot, register.slots, { tab: 'Program', rows: register.unreadSlots }),
    activity: activity === undefined ? undefined : activityNamed(activity, register, rows, now),
    kind,
  };
}

const sourceTabs = ['activities', 'slots', 'texts', 'contacts', 'settings'] as const;

async function runSpeakers(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const asked = wantedBy(flags);
  const needed = [...sourceTabs, 'recipients', 'statements', 'ledger'] as const;
  const { reading } = await openRegister(run, needed, msg`No message was made.`);
  const { register } = reading;
  const wanted = namedIn(register, asked, settings.now);
  const workbook = workbookId(settings);
  const keyOf = (mailing: string, address: string): string =>
    recipientKey(sha256, workbook, mailing, address);
  const request = { register, now: settings.now, keyOf, sizes: new Map<string, number>() };
  const matters = chosenOf(request, wanted);
  const own = speakerReading(reading, wanted, matters);
  const faulty = reportSourceErrors(terminal, own, sourceTabs, msg`the messages`);
  requireDue(request, wanted, matters);
  if (matters.length === 0) terminal.say(msg`Nothing is to be said to speakers now.`);
  let isWhole = true;
  for (const one of matters) isWhole = (await makeOne(run, request, one, timeFault(reading, one))) && isWhole;
  return faulty || !isWhole ? 1 : 0;
}

/** Without a slot, all that is due and not waived. */
function chosenOf(request: DueRequest, { slot, activity, kind }: Wanted): readonly SpeakerMatter[] {
  const { register } = request;
  const all = speakerMatters(request);
  if (slot === undefined) {
    const open = new Set(dueList(request).map(({ name }) => name));
    const own = new Set(register.slots.filter((one) => one.activity === activity).map(({ id }) => id));
    return all.filter(
      ({ entry }) =>
        open.has(entry.name) &&
        (activity === undefined || own.has(entry.about.id)) &&
        (kind === undefined || entry.matter === kind),
    );
  }
  return all.filter(({ entry }) => entry.about.id === slot && (kind === undefined || entry.matter === kind));
}

/** Throws UserError for a slot or an activity that is not there, and for a kind of message that is not due for the slot. */
function requireDue(
  request: DueRequest,
  { slot, activity, kind }: Wanted,
  { length }: readonly SpeakerMatter[],
): void {
  requireKnown(request.register, { slot, activity });
  if (slot === undefined || kind === undefined || length > 0) return;
  const due = speakerMatters(request).flatMap(({ entry }) => (entry.about.id === slot ? [entry.matter] : []));
  throw new UserError(
    msg`The message «${kind}» is not due for ${slot}.`,
    due.length === 0
      ? msg`Nothing is: what was said to the speaker is as the register has it. Look at Status, Kontakt and Svarfrist in the tab Program.`
      : msg`What is due is ${due.map(messageName).join(', ')}: «npm run speakers -- --slot ${slot}» makes it.`,
  );
}

function requireKnown(register: Register, { slot, activity }: Omit<Wanted, 'kind'>): void {
  const { slots, activities, statements, unreadSlots } = register;
  const isKnown =
    slot === undefined ||
    slots.some(({ id }) => id === slot) ||
    statements.some(({ about }) => about === slot);
  const unread = unreadSlots.filter(({ id }) => id === slot);
  if (!isKnown && unread.length > 0)
    throw new UserError(`${namedUnread(unread, slot, tabs.slots.name)}.`, `${adviceForUnread(unread)}.`);
  if (!isKnown) throw new UserError(msg`There is no slot ${slot}.`, msg`See the IDs in the tab Program.`);
  const ids = activities.map(({ id }) => id);
  if (activity !== undefined) activityById(register, activity, ids, msg`See the IDs in the tab Aktiviteter.`);
}

/** In English as on the command line. */
function messageName(matter: Matter): string {
  const standard = spoken();
  return standard === 'en' ? matter : dueWords[standard].matters[matter];
}

/** Makes one message. False where somebody must do something first. */
async function makeOne(
  { settings, terminal }: Run,
  { register, keyOf, now }: DueRequest,
  { entry, message }: SpeakerMatter,
  fault: string | undefined,
): Promise<boolean> {
  const { about, matter } = entry;
  const note = wordNotes(entry.notes, spoken());
  const head = `${terminal.paint('bold', messageName(matter))}: «${about.title}» (${about.id})`;
  if (message === undefined) {
    terminal.say(`${head}: ${note ?? msg`nothing can be made`}`, 'yellow');
    return false;
  }
  if (fault !== undefined) {
    terminal.say(msg`${head}: no message was made, since its time is not right.`, 'yellow');
    terminal.say(`  ${fault}`);
    return false;
  }
  const { name, standard, reason } = message.reach;
  terminal.say(msg`${head}, to ${name}: ${wordReason(reason, standard, spoken())}`);
  if (note !== undefined) terminal.say(`  ${note}`);
  const cause = leftOutCause({ register, keyOf, now }, message);
  if (cause !== undefined) {
    terminal.say(`  ${msg`No message was made: ${cause}`}`, 'yellow');
    return false;
  }
  const { speakerMailing } = await import('../mailings/speaker-mailing.ts');
  const { folder, unchanged } = await speakerMailing(settings, register, message);
  const path = shownPath(settings, folder);
  terminal.result(unchanged ? msg`${path} (unchanged)` : path);
  return true;
}

/** Why the person must not be written to: they asked for that, or mail to them came back. */
function leftOutCause(
  { register, keyOf, now }: Pick<DueRequest, 'register' | 'keyOf' | 'now'>,
  { reach }: SpeakerMessage,
): string | undefined {
  const cause = leftOutSince(register, keyOf, dayOf(now), speakerAddresses(register))(reach);
  return cause === undefined ? undefined : wordCause(cause, spoken());
}
