/** Paths that a person types: a flag, a line in `.env`. */
import { msg } from '../../domain/msg.ts';
import { resolve, win32 } from 'node:path';
import { UserError } from '../../domain/user-error.ts';

/**
 * Names that no file or folder on Windows can have («Naming Files, Paths, and Namespaces»). Node makes some of them all the
 * same, and then neither Explorer nor Excel can open or delete them.
 */
const impossible = /[<>:"|?*\p{Cc}]|[. ]$|^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]) *(?:\.|$)/iu;

/** The path as an absolute one, from `folder`. On Windows it throws UserError for a name that Windows cannot have. */
export function typedPath(
  folder: string,
  typed: string,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform !== 'win32') return resolve(folder, typed);
  const path = win32.resolve(folder, typed);
  const names = path.slice(win32.parse(path).root.length).split('\\');
  const name = names.find((one) => impossible.test(one));
  if (name === undefined) return path;
  throw new UserError(
    msg`Windows does not allow a file or folder called «${name}».`,
    msg`Choose a name without < > : " | ? *, that does not end with a dot or a space, and is not CON, PRN, AUX, NUL, COM1 or LPT1.`,
  );
}
