/**
 * What a run keeps for later runs of the same bundle: results that depend only on the code and a key. Runs from the
 * sources keep nothing, and make everything again.
 */
import { hashOf } from './inputs.ts';
import { unsealed, writeSealed } from './kept-files.ts';

export interface KeptResults {
  /** What was kept under this name for this key. If there is none: what `make` gives, which is then kept. */
  readonly once: (name: string, key: unknown, make: () => string) => string;
  /** What was kept under this name for this key. */
  readonly find: (name: string, key: unknown) => string | undefined;
  /** Replaces what was kept under this name for another key. */
  readonly keep: (name: string, key: unknown, result: string) => void;
}

/** Results of the bundle in `file`, in files next to it. Keys are distinguished by their JSON. */
export function resultsBeside(file: string): KeptResults {
  const place = (name: string): string => file.replace(/js$/u, `${name}.txt`);
  const find: KeptResults['find'] = (name, key) => {
    const [hash, result] =
      unsealed(place(name))
        ?.toString()
        .split(/\n(.*)/su) ?? [];
    return hash === hashOf(JSON.stringify(key)) ? result : undefined;
  };
  const keep: KeptResults['keep'] = (name, key, result) => {
    try {
      writeSealed(place(name), Buffer.from(`${hashOf(JSON.stringify(key))}\n${result}`));
    } catch {
      // Nothing is lost but the time that it would have saved.
    }
  };
  const once: KeptResults['once'] = (name, key, make) => {
    const found = find(name, key);
    if (found !== undefined) return found;
    const result = make();
    keep(name, key, result);
    return result;
  };
  return { once, find, keep };
}

let results: KeptResults | undefined;

/** The results of the bundle that runs. Undefined in a run from the sources. */
export const keptResults = (): KeptResults | undefined => results;

/** Called before a command runs. */
export function useResults(kept: KeptResults | undefined): void {
  results = kept;
}
