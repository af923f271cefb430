/** `npm run minutes -- --read <file or document>`: what people wrote in the minutes, shown, and with --write put in the register. */
import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { hasCode } from '../../disk/has-code.ts';
import { msg } from '../../domain/msg.ts';
import type { ReadDocument } from '../../domain/read-document.ts';
import { dayOf, utcText, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { joinedByAnd, spokenDate } from '../../language/spoken.ts';
import { casesOn } from '../../papers/agenda/cases.ts';
import { datedMeeting, meetingDay, meetingsOf, type Meeting } from '../../papers/meetings.ts';
import { readBackPlan } from '../../papers/minutes/read-back/changes.ts';
import type { ReadBackPlan } from '../../papers/minutes/read-back/plan.ts';
import { isAgenda } from '../../papers/minutes/read/agenda.ts';
import { understandMinutes } from '../../papers/minutes/read/understand.ts';
import type { UnderstoodMinutes } from '../../papers/minutes/read/understood.ts';
import { unreadSources } from '../../papers/minutes/unread-sources.ts';
import type { Register } from '../../register/register.ts';
import { readDocx } from '../../render/docx/read.ts';
import type { Run } from '../cli/command.ts';
import { reportRefused } from '../register/change-report.ts';
import type { OpenRegister } from '../register/open-register.ts';
import { typedPath } from '../settings/typed-path.ts';
import { checkedDocx, LARGEST_DOCUMENT } from './checked-docx.ts';
import type { FetchedDocument } from './fetch-document.ts';
import { sayReading } from './say-reading.ts';

/** What is read back, and for which meeting. */
export interface ReadBackRequest extends Pick<OpenRegister, 'store' | 'workbook'> {
  readonly run: Run;
  readonly register: Register;
  /** A path, or the ID or address of a document. */
  readonly named: string;
  /** The meeting that the run is for. */
  readonly meeting: Meeting;
  /** Whether somebody named it; otherwise the document may name another. */
  readonly isNamed: boolean;
  readonly fetch: (named: string) => Promise<FetchedDocument>;
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly link: string | undefined;
  /** Somebody has it open, or was writing in it just now. */
  readonly openBy: string | undefined;
}

/** Shows what was understood, and writes it with --write. 1 where something is for a person. Throws UserError. */
export async function readBack(request: ReadBackRequest): Promise<0 | 1> {
  const { run, register, workbook } = request;
  const { settings, terminal, flags } = run;
  const source = await sourceOf(request);
  const checked = checkedDocx(source.bytes);
  const document = await readDocx(checked.bytes);
  if (isAgenda(document.blocks))
    throw new UserError(
      msg`${source.name} is an agenda, not minutes. Nothing was written.`,
      msg`Choose the document that the minutes were written in: «npm run minutes» makes a draft of it.`,
    );
  const notices = [...new Set([...checked.notices, ...document.notices])];
  const { meeting, understood, otherMeeting } = ofItsMeeting(document, request);
  if (otherMeeting !== undefined && flags['write'] === true) throw otherMeeting;
  const early = notBegun(meeting, settings.now);
  if (early !== undefined && flags['write'] === true) throw early;
  const plan = readBackPlan(understood, {
    ...{ register, workbook, meeting, link: source.link, now: settings.now, saidAt: utcText(settings.now) },
    // Google packs a document anew each time, so its content is what is known again.
    hash: createHash('sha256').update(JSON.stringify(document.blocks)).digest('hex'),
  });
  const isForPerson = sayReading(terminal, {
    ...{ register, meeting, understood, plan, notices, source },
    aside: checked.aside,
  });
  if (early !== undefined) {
    terminal.say(`${early.message} ${early.advice}`, 'yellow');
    return 1;
  }
  const unread = unreadSources(register);
  if (unread !== undefined) {
    // What stands there may be what the minutes say: a row for it would be a second.
    const advice = msg`Run «npm run check», correct them, and try again.`;
    if (flags['write'] === true)
      throw new UserError(
        msg`${unread} cannot be read, so it is not known what is new. Nothing was written.`,
        advice,
      );
    terminal.say(msg`${unread} cannot be read, so it is not known what is new. ${advice}`, 'yellow');
    return 1;
  }
  const wrote =
    flags['write'] === true
      ? await write({ ...request, meeting }, plan, source)
      : sayUnwritten(run, plan, register);
  return isForPerson || !wrote ? 1 : 0;
}

/** Why nothing is written of a meeting whose day has not come: what it did cannot be known yet. */
function notBegun(meeting: Meeting, now: WallTime): UserError | undefined {
  const day = meetingDay(meeting);
  if (day <= dayOf(now)) return undefined;
  return new UserError(
    msg`${meeting.id} «${meeting.title}» is not held yet: its day is ${spokenDate(day)}. Nothing is written of what it did.`,
    msg`Read the minutes when it is held. If it was moved to an earlier day, correct Start of ${meeting.id} in Aktiviteter first.`,
  );
}

/** The document as of the meeting that it is about. Throws UserError where that is not certain. */
function ofItsMeeting(
  { blocks }: ReadDocument,
  { run, register, meeting: given, isNamed }: ReadBackRequest,
): {
  readonly meeting: Meeting;
  readonly understood: UnderstoodMinutes;
  /** Why it is not written: it names another than the meeting that was given. */
  readonly otherMeeting?: UserError;
} {
  const read = (meeting: Meeting): UnderstoodMinutes => {
    const own = casesOn(register, meeting, run.settings.now);
    const others = register.cases.filter((one) => (one.treatedIn ?? one.meeting) === meeting.id);
    return understandMinutes(blocks, { register, meeting, cases: [...new Set([...own, ...others])] });
  };
  const understood = read(given);
  const { ids, days } = understood.named;
  const isOwn =
    ids.length > 0 ? ids.includes(given.id) : days.length === 0 || days.includes(meetingDay(given));
  if (isOwn) return { meeting: given, understood };
  const [id, second] = ids;
  const onDay = meetingsOf(register).filter((one) => days.includes(meetingDay(one)));
  const other = id === undefined ? onDay[0] : datedMeeting(register, id);
  const names = ids.length > 0 ? ids.join(', ') : days.map(spokenDate).join(', ');
  if (isNamed) {
    if (run.flags['write'] !== true)
      run.terminal.say(
        msg`The document names another meeting (${names}), and is read as of ${given.id}, as --meeting says.`,
        'yellow',
      );
    return { meeting: given, understood, otherMeeting: namesOther(names, given, other) };
  }
  if (other !== undefined && second === undefined && (ids.length > 0 || onDay.length === 1)) {
    return { meeting: other, understood: read(other) };
  }
  throw new UserError(
    msg`The document names another meeting: ${names}, and the register has no such quarterly meeting.`,
    msg`If it is the minutes of ${given.id}, add --meeting ${given.id}; otherwise choose another document.`,
  );
}

const namesOther = (names: string, { id }: Meeting, other: Meeting | undefined): UserError =>
  new UserError(
    msg`The document names another meeting: ${names}, and --meeting says ${id}. Nothing was written.`,
    other === undefined
      ? msg`The register has no such quarterly meeting. If it is the minutes of ${id}, correct the head of the document: Referanse is ${id}.`
      : msg`If it is the minutes of that one, give --meeting ${other.id}. If it is the minutes of ${id}, correct the head of the document: Referanse is ${id}.`,
  );

async function sourceOf({ run, named, fetch }: ReadBackRequest): Promise<Source> {
  const isPath = !/^https?:\/\//iu.test(named) && !/^[\w-]{25,}$/u.test(named);
  if (isPath) return fileAt(typedPath(run.settings.folder, named), named);
  const { name, link, docx, lately } = await fetch(named);
  return { name, link, bytes: docx, openBy: lately === undefined ? undefined : changedLately(lately) };
}

function changedLately({ by, minutes }: NonNullable<FetchedDocument['lately']>): string {
  const who = by ?? msg`somebody`;
  return minutes === 1
    ? msg`${who} changed it ${minutes} minute ago`
    : msg`${who} changed it ${minutes} minutes ago`;
}

async function fileAt(path: string, typed: string): Promise<Source> {
  try {
    const { size } = await stat(path);
    // Nothing so large is read at all.
    const bytes = size > LARGEST_DOCUMENT ? new Uint8Array(LARGEST_DOCUMENT + 1) : await readFile(path);
    return { name: basename(path), link: undefined, bytes, openBy: await openIn(path) };
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR'))
      throw new UserError(
        msg`There is no file ${typed}.`,
        msg`Give the path of the .docx, or the address of a Google Doc.`,
        { cause: error },
      );
    if (hasCode(error, 'EISDIR'))
      throw new UserError(msg`${typed} is a folder.`, msg`Give the path of the .docx in it.`, {
        cause: error,
      });
    if (hasCode(error, 'EACCES', 'EPERM', 'EBUSY'))
      throw new UserError(
        msg`${typed} may not be read by you, or is in use.`,
        msg`Close it where it is open, or get permission to read it.`,
        { cause: error },
      );
    throw error;
  }
}

/** Word writes `~$ferat.docx` beside `referat.docx` while it is open, LibreOffice `.~lock.referat.docx#`. */
async function openIn(path: string): Promise<string | undefined> {
  const name = basename(path);
  const beside = new Set(await readdir(dirname(path)));
  if (beside.has(`.~lock.${name}#`)) return msg`it is open in LibreOffice`;
  const isOpen = [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`].some((one) => beside.has(one));
  return isOpen ? msg`it is open in Word` : undefined;
}

/** What is written; the row of the record, which says that the document was read, apart. */
function cellsAndRows({ changes }: ReadBackPlan, { tabs }: Register): string {
  const isRecord = (one: ReadBackPlan['changes'][number]): boolean =>
    one.kind === 'row' && one.tab === tabs.statements?.name;
  const cells = changes.filter(({ kind }) => kind === 'cell').length;
  const records = changes.filter(isRecord).length;
  const rows = changes.length - cells - records;
  return joinedByAnd([
    ...(cells === 0 ? [] : [cells === 1 ? msg`${cells} cell` : msg`${cells} cells`]),
    ...(rows === 0 ? [] : [rows === 1 ? msg`${rows} row` : msg`${rows} rows`]),
    ...(records === 0 ? [] : [msg`a row of the record`]),
  ]);
}

/** What is said where there is nothing to write. */
const nothingNew = ({ conflicts, unwritten, unsure }: ReadBackPlan): string =>
  conflicts.length + unwritten.length + unsure.length === 0
    ? msg`The register has all of this already.`
    : msg`The register has the rest of it already.`;

function sayUnwritten({ terminal }: Run, plan: ReadBackPlan, register: Register): boolean {
  terminal.say(
    plan.changes.length === 0
      ? nothingNew(plan)
      : msg`Nothing is written. To write ${cellsAndRows(plan, register)}, add --write.`,
  );
  return true;
}

/** Whether all of it is in the register now. */
async function write(
  { run, register, store, workbook, meeting }: ReadBackRequest,
  plan: ReadBackPlan,
  { name, openBy }: Source,
): Promise<boolean> {
  const { terminal, flags } = run;
  if (plan.changes.length === 0) {
    terminal.say(msg`${nothingNew(plan)} Nothing was written.`);
    return true;
  }
  if (openBy !== undefined)
    throw new UserError(
      msg`${name}: ${openBy}, so nothing was written.`,
      msg`Wait until it is saved and closed, and run this again.`,
    );
  if (plan.missingTabs.length > 0)
    throw new UserError(
      msg`The workbook has no tab ${plan.missingTabs.reduce((before, last) => msg`${before} and no tab ${last}`)}, so nothing was written.`,
      msg`Run «npm run init» to add it, and try again. Existing content is not changed.`,
    );
  if (plan.earlier.length > 0 && flags['again'] !== true)
    throw new UserError(
      msg`Minutes of ${meeting.id} were read before, and this document is not the same. Nothing was written.`,
      msg`Above stand what is new in it, and where the register says otherwise. To write what is new, add --again.`,
    );
  if (reportRefused(terminal, await store.write(plan.changes, workbook))) return false;
  terminal.say(msg`Written to ${store.place}: ${cellsAndRows(plan, register)}.`);
  return true;
}
