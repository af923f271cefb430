/** How a run names what it made. */
import { msg } from '../../domain/msg.ts';
import { shownPath } from '../settings/settings.ts';

/** The path of a file or a folder, with a word where an earlier run had made it already. */
export function shownFile(
  settings: Parameters<typeof shownPath>[0],
  { path, unchanged }: { readonly path: string; readonly unchanged: boolean },
): string {
  const shown = shownPath(settings, path);
  return unchanged ? msg`${shown} (unchanged)` : shown;
}
