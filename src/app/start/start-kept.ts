/** Starts a command fast, from the kept bundle. This file too is kept as JavaScript, so that Node needs no tsx for it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { findBundle, loadBundle, type Loaded } from './bundle.ts';

/**
 * How much of a function V8 runs before it optimises it, in bytes of bytecode: fifteen times its default. Most
 * runs end before optimised code pays off; in a run with 100,000 rows the loops are still optimised.
 * A V8 without this flag reports it, and goes on.
 */
const interruptBudget = '--interrupt-budget=1000000';

/** A command of the kept bundle. Undefined if there is none of the current sources. */
export function keptCommand(root: string, name: string): Loaded | undefined {
  setFlagsFromString(interruptBudget);
  const kept = findBundle(root);
  return kept === undefined ? undefined : loadBundle(kept, name);
}

/**
 * The command that the first word on the command line names, or the overview if it names none; `args` is what the
 * command is given. What follows a word that is not a command is left out, so that the message
 * is about that word.
 */
export function namedCommand(
  root: string,
  argv: readonly string[],
): { readonly name: string; readonly args: readonly string[] } {
  const words = argv[0] === '--' ? argv.slice(1) : argv;
  const isName = (word: string): boolean =>
    /^[a-z-]+$/u.test(word) && existsSync(join(root, 'scripts', `${word}.ts`));
  const [word = '', second = '', ...more] = words;
  if (word === 'help' && isName(second)) return { name: second, args: ['--help', ...more] };
  if (isName(word)) return { name: word, args: words.slice(1) };
  return { name: 'overview', args: word.startsWith('-') ? words : words.slice(0, 1) };
}

/** Runs the command that the command line names from the kept bundle. False, and nothing done, if there is none. */
export async function startKept(root: string): Promise<boolean> {
  const { name, args } = namedCommand(root, process.argv.slice(2));
  const run = keptCommand(root, name);
  if (run === undefined) return false;
  process.argv.splice(2, Infinity, ...args);
  await run();
  return true;
}
