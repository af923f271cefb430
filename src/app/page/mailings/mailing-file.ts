/** A file of a mailing: for the frame, or to be saved. Only what the record lists, unchanged since it was made. */
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { calendarTraits } from '../../mailings/mailing-traits.ts';
import { mediaTypeOf } from '../media-types.ts';
import type { PageFile, Scene } from '../screen.ts';
import { madeMailings, mailingNamed, type MadeMailing } from './made.ts';

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
  if (bytes === undefined) throw new UserError(msg`There is no file ${wanted}.`, msg`Go back.`);
  const name = savedAs(opened, wanted);
  const type = mediaTypeOf(wanted);
  return { bytes, type, ...(name === undefined ? {} : { name }) };
}
