/** A file of a mailing: for the frame, or to be saved. Only what the record lists, unchanged since it was made. */
import { UserError } from '../../../domain/user-error.ts';
import { calendarTraits } from '../../mailings/mailing-traits.ts';
import type { PageFile, Scene } from '../screen.ts';
import { madeMailings, mailingNamed, type MadeMailing } from './made.ts';

/** Media types by the ending of the name. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  eml: 'message/rfc822',
};

/** The HTML part of a letter is shown in a frame, all else is saved. */
function savedAs({ mailing }: MadeMailing, name: string): string | undefined {
  if (mailing.letters.some(({ html }) => html === name)) return undefined;
  const letter = mailing.letters.find(({ calendar }) => calendar?.file === name);
  return letter?.calendar === undefined
    ? name
    : calendarTraits(mailing.kind, letter.calendar.method).filename;
}

/** `<folder name>/<file>`. Throws UserError for what is not there, or not as it was. */
export async function mailingFile({ snapshot, path }: Scene): Promise<PageFile> {
  const [folder = '', wanted = ''] = path;
  const opened = await mailingNamed(await madeMailings(snapshot.settings), folder);
  const bytes = opened.files.get(wanted);
  if (bytes === undefined) throw new UserError(`There is no file ${wanted}.`, 'Go back.');
  const name = savedAs(opened, wanted);
  const type = types[wanted.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { bytes, type, ...(name === undefined ? {} : { name }) };
}
