/** What every script begins with: it runs a command from the bundle of all sources, or from the sources themselves. */
import { join } from 'node:path';
import { loadBundle, type Loaded } from './bundle.ts';
import { keptCommand, namedCommand } from './start-kept.ts';

const root = join(import.meta.dirname, '../../..');

/**
 * Runs a command. Some three hundred files are needed for one, and tsx takes a millisecond for each, so they are
 * bundled once; if that fails, tsx loads them and shows what is wrong with them.
 */
export async function start(name: string): Promise<void> {
  const run = await loadedIn(root, name);
  if (run !== undefined) return run();
  const { main } = await import('../main.ts');
  return main(name, (stack) => stack);
}

/** A command of the kept bundle, or of one that is made now. Undefined if neither can be loaded. */
export async function loadedIn(root: string, name: string): Promise<Loaded | undefined> {
  const kept = keptCommand(root, name);
  if (kept !== undefined) return kept;
  const { makeBundle } = await import('./make-bundle.ts');
  const made = await makeBundle(root);
  return made === undefined ? undefined : loadBundle(made, name);
}

/** Runs the command that the command line names. */
export async function startNamed(): Promise<void> {
  const { name, args } = namedCommand(root, process.argv.slice(2));
  process.argv.splice(2, Infinity, ...args);
  return start(name);
}
