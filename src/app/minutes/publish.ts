/** The draft of minutes as a Google Doc that people write in: made once, found again, and never replaced. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { driveAddress } from '../../google/drive-advice.ts';
import type { DriveClient, NewDocument, NotMade } from '../../google/drive-client.ts';
import { folderType, type DriveFile, type Marks } from '../../google/drive-file.ts';
import { parseDocumentId, parseFolderId } from '../../domain/google-ids.ts';

export interface DraftToPublish {
  /** The ID of the meeting, as in `Aktiviteter`. */
  readonly meeting: string;
  /** The register's name, of `workbookId`. */
  readonly workbook: string;
  /** «Mappe for referat», as people wrote it: an address or an ID. */
  readonly folder: string;
  /** What the meeting's cell `Referat` holds. */
  readonly kept: string | undefined;
  /** What people will see the document as. */
  readonly name: string;
  readonly docx: Uint8Array;
}

/** The meeting's document, or what its row links to. */
export interface Published {
  readonly link: string;
  readonly name: string;
  /** False where it was there already: it is as people left it. */
  readonly isNew: boolean;
  /** The meeting that it was made for, as its marks say; undefined where it has none that we can see. */
  readonly madeFor: string | undefined;
  /** More documents of the same meeting, which somebody has to choose among: those made later. */
  readonly others: readonly string[];
}

/**
 * Finds the meeting's document, or makes it. Throws UserError for a folder that cannot be used, a document in the bin, a cell
 * that holds another link, and where Google gave no clear answer: the next run then finds the document, or makes it.
 */
export async function publishMinutes(draft: DraftToPublish, drive: DriveClient): Promise<Published> {
  if (draft.kept !== undefined) return keptDocument(draft.kept, draft.meeting, drive);
  const folder = await folderOf(draft.folder, drive);
  const marks = marksOf(draft, folder);
  const found = await drive.find(marks, folder);
  const made = found.length === 0 ? await makeOnce({ ...draft, folder, marks }, drive) : undefined;
  const all = made === undefined ? found : [...(await rivals(marks, folder, drive)), made];
  // Two machines that both made one choose the same: the oldest.
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('a document was neither found nor made');
  const others = rest.filter(({ id }) => id !== first.id).map(({ link }) => link);
  return {
    ...{ link: first.link, name: first.name, isNew: first.id === made?.id, madeFor: draft.meeting },
    others: [...new Set(others)],
  };
}

/** What others may have made at the same time. It is made, so a fault now takes nothing from that. */
async function rivals(marks: Marks, folder: DriveFile, drive: DriveClient): Promise<readonly DriveFile[]> {
  try {
    return await drive.find(marks, folder);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** The folder that a register names. Throws UserError where no document can be made in it. */
export async function folderOf(setting: string, drive: DriveClient): Promise<DriveFile> {
  const id = parseFolderId(setting);
  const folder = await drive.get({ what: 'folder', id });
  if (folder.type !== folderType)
    throw new UserError(
      msg`«${folder.name}» is not a folder, but «Mappe for referat» in the tab Oppsett names it.`,
      msg`Write the address of a folder there.`,
    );
  if (folder.isTrashed)
    throw new UserError(
      msg`The folder «${folder.name}» is in the bin of Google Drive, but «Mappe for referat» in the tab Oppsett names it.`,
      msg`Restore it in Google Drive, or write the address of another folder there.`,
    );
  return folder;
}

/** A file register has no name of its own; what names one folder is taken for one register. */
const marksOf = ({ meeting, workbook }: DraftToPublish, { id }: DriveFile): Marks => ({
  fellesMeeting: meeting,
  fellesWorkbook: workbook === 'file' ? `file:${id}` : workbook,
});

async function keptDocument(kept: string, meeting: string, drive: DriveClient): Promise<Published> {
  const id = documentIdIn(kept);
  if (id === undefined)
    throw new UserError(
      msg`«Referat» of ${meeting} holds a link already: ${kept}. No document was made.`,
      msg`If that is not where its minutes are, empty the cell «Referat» of the meeting in the tab Aktiviteter, and try again.`,
    );
  const { name, link, isTrashed, marks } = await drive.get({ what: 'document', id });
  if (isTrashed)
    throw new UserError(
      msg`«${name}», which «Referat» of ${meeting} links to, is in the bin of Google Drive: ${link}`,
      msg`Restore it there. If a new document is to be made, empty the cell «Referat» of the meeting in the tab Aktiviteter, and try again.`,
    );
  return { link, name, isNew: false, madeFor: marks['fellesMeeting'], others: [] };
}

/** Of an address only: any word of some length could be an ID. */
function documentIdIn(text: string): string | undefined {
  try {
    return text.includes('/') ? parseDocumentId(text) : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** How many times a document that may have been made is looked for: with the waits between them a minute and a half. */
const LOOKS = 5;

/**
 * Makes it, and looks for it where it is not clear whether it was made. Makes it again only if Google is done with the first
 * try and nothing is to be found; once.
 */
async function makeOnce(document: NewDocument, drive: DriveClient): Promise<DriveFile> {
  let tries = 1;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await drive.create(document);
    if (answer.outcome === 'made') return answer.file;
    if (answer.outcome === 'tooMuch') {
      await drive.pause(attempt, answer);
      continue;
    }
    const found = await lookFor(document, answer, drive);
    if (found !== undefined) return found;
    if (!answer.isOver || tries === 2) throw uncertain(document, answer.what);
    tries += 1;
  }
}

async function lookFor(
  document: NewDocument,
  answer: NotMade,
  drive: DriveClient,
): Promise<DriveFile | undefined> {
  try {
    for (let look = 1; look <= LOOKS; look += 1) {
      await drive.pause(look, answer);
      const [found] = await drive.find(document.marks, document.folder);
      if (found !== undefined) return found;
    }
    return undefined;
  } catch (error) {
    if (error instanceof UserError) throw uncertain(document, error.message.replace(/\.$/u, ''));
    throw error;
  }
}

function uncertain({ name, folder }: NewDocument, what: string): UserError {
  const address = driveAddress({ what: 'folder', id: folder.id });
  return new UserError(
    msg`${what}, so it is not known whether «${name}» was made. It is not to be found yet.`,
    msg`Look in ${address}, or run the same command again in some minutes: it makes the document only if there is none.`,
  );
}
