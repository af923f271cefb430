/** What every script begins with: it runs a command from the bundle of all sources, or from the sources themselves. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { findBundle, loadBundle, type Loaded } from './bundle.ts';

/**
 * How much of a function V8 runs before it optimises it, in bytes of bytecode: fifteen times what it does by itself. Most
 * runs are over before optimised code pays for the making of it; in one of 100,000 rows the loops still get there.
 * A V8 without this flag says so, and goes on.
 */
const patience = '--interrupt-budget=1000000';

const root = join(import.meta.dirname, '../../..');

/**
 * Runs a command. Some three hundred files are needed for one, and tsx takes a millisecond for each, so they are
 * bundled once; where that cannot be done, tsx loads them and tells what is wrong with them.
 */
export async function start(name: string): Promise<void> {
  setFlagsFromString(patience);
  const run = await loadedIn(root, name);
  if (run !== undefined) return run();
  const { main } = await import('../main.ts');
  return main(name, (stack) => stack);
}

/** A command of the bundle that is kept, or of one that is made now. Undefined where neither can be loaded. */
export async function loadedIn(root: string, name: string): Promise<Loaded | undefined> {
  const kept = findBundle(root);
  const run = kept === undefined ? undefined : loadBundle(kept, name);
  if (run !== undefined) return run;
  const { makeBundle } = await import('./make-bundle.ts');
  const made = await makeBundle(root);
  return made === undefined ? undefined : loadBundle(made, name);
}

/** Whether npm has a command of this name, for which there is a script. */
const isName = (word: string): boolean =>
  /^[a-z-]+$/u.test(word) && existsSync(join(root, 'scripts', `${word}.ts`));

/**
 * Runs the command that the first word on the command line names, and the overview where it names none. What stands
 * after a word that is no command belongs to nothing: it is left out, so that the word is what is told of.
 */
export async function startNamed(): Promise<void> {
  if (process.argv[2] === '--') process.argv.splice(2, 1);
  const [word = '', second = ''] = process.argv.slice(2);
  if (word === 'help' && isName(second)) process.argv.splice(2, 2, second, '--help');
  else if (!isName(word) && !word.startsWith('-')) process.argv.splice(3);
  const name = process.argv[2] ?? '';
  if (!isName(name)) return start('overview');
  process.argv.splice(2, 1);
  return start(name);
}
