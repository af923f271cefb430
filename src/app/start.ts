/** What every script begins with: it runs a command from the bundle of all sources, or from the sources themselves. */
import { fileURLToPath } from 'node:url';
import { findBundle, runBundle } from './bundle.ts';
import type { CommandName } from './main.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command. Some three hundred files are needed for one, and tsx takes a millisecond for each, so they are
 * bundled once; where that cannot be done, tsx loads them and tells what is wrong with them.
 */
export async function start(name: CommandName): Promise<void> {
  const bundle = findBundle(root) ?? (await (await import('./make-bundle.ts')).makeBundle(root));
  if (bundle !== undefined) return runBundle(bundle, name);
  const { main } = await import('./main.ts');
  return main(name, (stack) => stack);
}
