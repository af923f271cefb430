/** `npm run minutes -- --publish`: the draft as a Google Doc, and its link in the meeting's row. */
import { writtenStandards } from '../../register/lists.ts';
import { msg } from '../../domain/msg.ts';
import { readFile } from 'node:fs/promises';
import { UserError } from '../../domain/user-error.ts';
import type { CellChange } from '../../domain/workbook.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Meeting } from '../../papers/meetings.ts';
import type { Register } from '../../register/register.ts';
import { minutesSettings, settingsOf } from '../../register/settings.ts';
import type { Run } from '../cli/command.ts';
import type { OpenRegister } from '../register/open-register.ts';
import { reportRefused } from '../register/change-report.ts';
import { connectFiles } from '../register/connect-google.ts';
import { workbookId } from '../settings/settings.ts';
import type { SavedFile } from '../papers/save-papers.ts';
import { publishMinutes, type Published } from './publish.ts';

export interface Publishing extends Pick<OpenRegister, 'store' | 'workbook'> {
  readonly run: Run;
  readonly register: Register;
  readonly meeting: Meeting;
  readonly standard: NorwegianStandard;
  /** What people will see the document as. */
  readonly name: string;
  readonly saved: readonly SavedFile[];
}

/**
 * The written standard of the document: the one that was asked for, otherwise that of the register, which takes over what people
 * write in it, otherwise bokmål. Only one, since people write in one document.
 */
export function documentStandard(register: Register, asked: string | undefined): NorwegianStandard {
  if (asked === 'nb' || asked === 'nn') return asked;
  return settingsOf(register).registerStandard ?? 'nb';
}

/** Throws UserError where no document can be made, before anything is. */
export function requirePublishable(
  register: Register,
  { id, minutes }: Meeting,
  formats: readonly string[],
): void {
  if (!formats.includes('docx'))
    throw new UserError(
      msg`The Google Doc is made of the .docx, and --format leaves that out.`,
      msg`Leave out --format.`,
    );
  if (minutes === undefined && settingsOf(register).afterMeeting.folder === undefined)
    throw new UserError(
      msg`It is not known in which folder of Google Drive the minutes belong.`,
      msg`Open the folder in Google Drive, and write its address as the value of «${minutesSettings.folder.name}» in the tab Oppsett. Without --publish the draft of ${id} is made as files.`,
    );
  if (register.tabs.activities?.headings?.minutes === undefined)
    throw new UserError(
      msg`The tab Aktiviteter has no column Referat, where the link of the document belongs.`,
      msg`Run «npm run init» to add what is missing, and try again.`,
    );
}

/** The document's link, and 1 where something is for a person to do. Throws UserError as `publishMinutes`. */
export async function publishDraft(
  publishing: Publishing,
): Promise<{ readonly link: string; readonly code: 0 | 1 }> {
  const { run, register, meeting, standard, name, saved } = publishing;
  const { settings, terminal } = run;
  const file = saved.find(({ path }) => path.endsWith(`.${standard}.docx`));
  if (file === undefined) throw new Error('no .docx was saved');
  const published = await publishMinutes(
    {
      ...{ meeting: meeting.id, name, kept: meeting.minutes, workbook: workbookId(settings) },
      folder: settingsOf(register).afterMeeting.folder ?? '',
      docx: await readFile(file.path),
    },
    await connectFiles(settings, terminal),
  );
  sayPublished(publishing, published);
  const isKept = meeting.minutes !== undefined || (await keepLink(publishing, published.link));
  const isDone = isKept && published.others.length === 0 && published.madeFor === meeting.id;
  return { link: published.link, code: isDone ? 0 : 1 };
}

function sayPublished(
  { run: { terminal }, meeting, standard }: Publishing,
  { isNew, name, madeFor, others }: Published,
): void {
  if (madeFor !== meeting.id) {
    terminal.say(
      madeFor === undefined
        ? msg`  «Referat» of ${meeting.id} links to «${name}», which is not known to be made by Felles, so no document was made. If its minutes are not there, empty the cell and try again.`
        : msg`  «Referat» of ${meeting.id} links to «${name}», which was made for another meeting, ${madeFor}, so no document was made. If its minutes are not there, empty the cell and try again.`,
      'yellow',
    );
    return;
  }
  const [language] = writtenStandards[standard];
  terminal.say(
    isNew
      ? msg`  «${name}» was made as a Google Doc, in ${language}. Write in that one: it is never made again.`
      : msg`  The Google Doc of ${meeting.id}, «${name}», was there already, and was left as it is.`,
  );
  for (const other of others)
    terminal.say(
      msg`  There is another document of this meeting: ${other}. Move what is written in it, and delete it.`,
      'yellow',
    );
}

/** Writes the link into the empty cell `Referat`. False where somebody has written there meanwhile, which is told. */
async function keepLink(
  { run, register, meeting, store, workbook }: Publishing,
  link: string,
): Promise<boolean> {
  const { id, minutes: column } = register.tabs.activities?.headings ?? {};
  if (id === undefined || column === undefined) throw new Error('no column for the link');
  const change: CellChange = {
    kind: 'cell',
    tab: meeting.at.tab,
    at: { by: 'id', idColumn: id, id: meeting.id },
    column,
    headings: Object.values(register.tabs.activities?.headings ?? {}),
    was: null,
    becomes: link,
  };
  if (!reportRefused(run.terminal, await store.write([change], workbook))) {
    run.terminal.say(msg`  Its link is in ${column} of ${meeting.id}.`);
    return true;
  }
  run.terminal.say(
    msg`  The link of the document: ${link}. Write it in ${column} of ${meeting.id} yourself, if it belongs there.`,
    'yellow',
  );
  return false;
}
