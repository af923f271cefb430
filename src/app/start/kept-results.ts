/**
 * What a run leaves for later runs of the same bundle: results that follow from the code and a key alone. Runs from the
 * sources keep nothing, and make everything anew.
 */
import { hashOf } from './inputs.ts';
import { unsealed, writeSealed } from './kept-files.ts';

export interface KeptResults {
  /** What was kept under this name for this key; what `make` gives, which then is kept, where there is none. */
  readonly once: (name: string, key: unknown, make: () => string) => string;
  /** What was kept under this name for this key. */
  readonly find: (name: string, key: unknown) => string | undefined;
  /** Takes the place of what was kept under this name for another key. */
  readonly keep: (name: string, key: unknown, result: string) => void;
}

/** Results of the bundle in `file`, in files beside it. Keys are told apart by their JSON. */
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
