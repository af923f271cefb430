/** Messages about what Google Drive refuses, with what to do. As advice.ts: never a token, a key or a file's content. */
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { whoIs, type OnDrive, type Who } from './advice.ts';

/** Where people open a folder or a document in a browser. */
export const driveAddress = ({ what, id }: OnDrive): string =>
  what === 'folder'
    ? `https://drive.google.com/drive/folders/${id}`
    : `https://drive.google.com/open?id=${id}`;

/** What lets a login make documents in a folder that people made: docs/google.md says why no narrower one does. */
const driveLogin = 'npm run login -- --drive';

/** A login without Drive. `isWriting`: a document is to be made. */
export function driveTooNarrow(who: Who, isWriting: boolean): UserError {
  const advice = {
    user: msg`Log in again with «${driveLogin}», and tick every box on Google's page.`,
    token: msg`Get a token with the scope ${isWriting ? 'drive' : 'drive.readonly'} and set GOOGLE_ACCESS_TOKEN to it, or unset it and log in with «${driveLogin}».`,
    'service-account': msg`Log in as yourself with «${driveLogin}».`,
  };
  return new UserError(
    isWriting
      ? msg`The login of ${whoIs(who)} does not allow making documents on Google Drive.`
      : msg`The login of ${whoIs(who)} does not allow reading on Google Drive.`,
    advice[who.kind],
  );
}

/** 404: Drive says the same of what does not exist and of what this account may not see. */
export function notOnDrive(on: OnDrive, who: Who): UserError {
  return new UserError(
    on.what === 'folder'
      ? msg`Google Drive has no folder with the ID ${on.id} that ${whoIs(who)} may open (404).`
      : msg`Google Drive has no document with the ID ${on.id} that ${whoIs(who)} may open (404).`,
    on.what === 'folder'
      ? msg`Open the folder in a browser, and copy its whole address into «Mappe for referat» in the tab Oppsett. Share the folder with this address as Editor: ${whoIs(who)}.`
      : msg`Open the document in a browser, and copy its whole address. Share the document with this address: ${whoIs(who)}.`,
  );
}

/** A document cannot be made in a folder: its people, or the login, do not let this account. */
export function folderClosed(on: OnDrive, who: Who): UserError {
  return new UserError(
    msg`Google does not let ${whoIs(who)} make documents in the folder ${driveAddress(on)}.`,
    who.kind === 'token'
      ? msg`Make the account an Editor of the folder. If it is one already, the token is too narrow: it needs the scope drive.`
      : msg`Make this address an Editor of the folder: ${whoIs(who)}. On a shared drive it needs to be at least Contributor.`,
  );
}

/** A service account has no storage of its own, so it can make files on a shared drive only. */
export function noRoomOnDrive(who: Who): UserError {
  return who.kind === 'service-account'
    ? new UserError(
        msg`${whoIs(who)} is a service account, and has no storage on Google Drive.`,
        msg`Log in as yourself with «${driveLogin}»: Felles uses that login for Drive. Or name a folder on a shared drive in «Mappe for referat», and give this address the role Contributor there.`,
      )
    : new UserError(
        msg`The Google storage of ${whoIs(who)} is full (403), so no document was made.`,
        msg`Free some space: https://one.google.com/storage shows what uses it.`,
      );
}

export function folderFull(): UserError {
  return new UserError(
    msg`The folder, or the shared drive it is on, has no room for more files (403).`,
    msg`Name another folder in «Mappe for referat» in the tab Oppsett.`,
  );
}

/** `files.export` gives at most 10 MB. */
export function tooLargeToExport(on: OnDrive): UserError {
  return new UserError(
    msg`The document is too large: Google exports at most 10 MB as .docx (403).`,
    msg`Open ${driveAddress(on)}, take out large pictures, and try again. Or download it there with File → Download → Microsoft Word, and read that file.`,
  );
}

export function notToBeRead(on: OnDrive, who: Who): UserError {
  return new UserError(
    msg`${whoIs(who)} may see the document, but not download it (403).`,
    msg`Let its owner share ${driveAddress(on)} with this address as Editor.`,
  );
}

/** What is neither a Google Doc nor a .docx. `type` as Drive names it. */
export function notADocument(name: string, type: string): UserError {
  const kinds: Readonly<Record<string, string>> = {
    'application/vnd.google-apps.folder': msg`a folder`,
    'application/vnd.google-apps.spreadsheet': msg`a Google Sheet`,
    'application/vnd.google-apps.presentation': msg`a Google presentation`,
    'application/vnd.google-apps.form': msg`a Google form`,
    'application/vnd.google-apps.shortcut': msg`a shortcut to another file`,
    'application/pdf': msg`a PDF file`,
    'application/msword': msg`an old Word file (.doc)`,
  };
  return new UserError(
    msg`«${name}» is ${kinds[type] ?? msg`a file of the type ${type}`}, not a Google document or a .docx file.`,
    type === 'application/vnd.google-apps.shortcut'
      ? msg`Open it in a browser, and copy the address of the document that opens.`
      : msg`Give the address of the document. Another kind of file can be opened in Google Docs, and saved there with File → Save as Google Docs.`,
  );
}

/** A 403 whose reason nobody has told of. */
export function refusedByDrive(on: OnDrive, who: Who, said: string): UserError {
  return new UserError(
    said === '' ? msg`Google Drive refused (403).` : msg`Google Drive refused (403): ${said}`,
    msg`Open ${driveAddress(on)} in a browser as ${whoIs(who)} to see the reason.`,
  );
}
