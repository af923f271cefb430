/** A document on Google Drive, as .docx. */
import { msg } from '../../domain/msg.ts';
import { minutesBetween, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { DriveClient } from '../../google/drive-client.ts';
import type { DriveFile } from '../../google/drive-file.ts';
import { parseDocumentId } from '../../domain/google-ids.ts';

export interface FetchedDocument {
  readonly name: string;
  readonly link: string;
  readonly docx: Uint8Array;
  /** A change so short ago that somebody may still be writing. */
  readonly lately: LateChange | undefined;
}

interface LateChange {
  /** Whole minutes ago. */
  readonly minutes: number;
  /** Who made it, where Google tells. */
  readonly by: string | undefined;
}

/** Minutes after the last change in which somebody may still be writing. Drive tells of a change some minutes late. */
const STILL_WRITING = 10;

/**
 * Fetches a Google Doc or a .docx on Drive. `named`: its ID or address. `now` is Oslo time. Throws UserError for what
 * is neither, for what is in the bin, and for what cannot be read.
 */
export async function fetchDocument(
  named: string,
  drive: DriveClient,
  now: WallTime,
): Promise<FetchedDocument> {
  const file = await drive.get({ what: 'document', id: parseDocumentId(named) });
  const { name, link } = file;
  if (file.isTrashed)
    throw new UserError(
      msg`«${name}» is in the bin of Google Drive: ${link}`,
      msg`Restore it there, or give the address of another document.`,
    );
  return { name, link, docx: await drive.docx(file), lately: lateChange(file, now) };
}

function lateChange({ modified, modifiedBy }: DriveFile, now: WallTime): LateChange | undefined {
  if (modified === undefined) return undefined;
  const minutes = minutesBetween(modified, now);
  // Our clock may be a little behind Google's.
  return Math.abs(minutes) >= STILL_WRITING
    ? undefined
    : { minutes: Math.max(0, minutes), by: modifiedBy?.name };
}
