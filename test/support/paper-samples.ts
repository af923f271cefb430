/** Every paper of the registry, as its definition has it made from the sample register. */
import type { Paper } from '../../src/app/papers/define-paper.ts';
import { paperNames, papers } from '../../src/app/papers/registry.ts';

export interface PaperSample {
  /** As its golden files are called. */
  readonly sample: string;
  readonly paper: Paper;
  readonly argv: readonly string[];
}

const loaded = await Promise.all(paperNames.map((name) => papers[name].load()));

export const paperSamples: readonly PaperSample[] = loaded.flatMap((paper) =>
  Object.entries(paper.samples).map(([sample, argv]) => ({ sample, paper, argv })),
);

/** `--format` with these, for a paper that has the flag. */
export const inFormats = ({ options }: Paper, formats: string): readonly string[] =>
  Object.hasOwn(options, 'format') ? ['--format', formats] : [];

/** A file of a paper: the set it belongs to, and how its name ends. */
export interface SampleFile {
  /** The sample, or the template of a set after the first. */
  readonly set: string;
  readonly path: string;
  /** `nb.html` */
  readonly ending: string;
}

/** The files whose paths a run printed. The first set bears the name of the sample, each other that of its template. */
export function filesOf({ sample, paper }: PaperSample, stdout: string): readonly SampleFile[] {
  const sets = new Map<string, string>();
  return stdout
    .trim()
    .split('\n')
    .map((path) => {
      const { stem = '', ending = '' } = /^(?<stem>.*?)\.(?<ending>n[bn]\.\w+)$/u.exec(path)?.groups ?? {};
      const set = sets.get(stem) ?? (sets.size === 0 ? sample : Object.keys(paper.templates)[sets.size]);
      sets.set(stem, set ?? stem);
      return { set: set ?? stem, path, ending };
    });
}
