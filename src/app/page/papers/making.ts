/** Makes papers by the code of their commands, in a folder of their own, and reads what came of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import type { Paper } from '../../papers/define-paper.ts';
import { isSampleRegister } from '../../../register/sample-setting.ts';
import { renderHtml } from '../../../render/html/html.ts';
import { loadShell } from '../../papers/load-templates.ts';
import { sampleLine } from '../../register/source-errors.ts';
import { hashOf } from '../../start/inputs.ts';
import type { Scene } from '../screen.ts';
import { blocksOf, type PaperBlock } from './blocks.ts';
import type { Flags } from './choices.ts';
import { eventsList } from './events-list.ts';

/** One page that a paper consists of, in one written standard. */
export interface Version {
  readonly hash: string;
  readonly title: string;
  /** The name of its files, without ending. */
  readonly stem: string;
  readonly html: string;
  readonly blocks: readonly PaperBlock[];
}

/** What a paper is, and in which written standard it is looked at. */
export interface Wanted {
  readonly paper: Paper;
  readonly flags: Flags;
  readonly standard: NorwegianStandard;
}

export interface Made {
  /** In the order in which the command names them. */
  readonly versions: readonly Version[];
  /** What the run says, if it warns of something or has made nothing. */
  readonly said: readonly string[];
}

type MakingScene = Pick<Scene, 'runOf' | 'room' | 'snapshot'>;

interface RunOf extends Wanted {
  readonly format: string;
}

/** Runs the command in a folder that is gone afterwards, and gives to `read` the names of the files that it has listed. */
async function inFolder<Result>(
  { runOf, room }: Pick<Scene, 'runOf' | 'room'>,
  { paper, flags, standard, format }: RunOf,
  read: (made: {
    readonly folder: string;
    readonly listed: readonly string[];
    readonly said: readonly string[];
    readonly isWarned: boolean;
  }) => Promise<Result>,
): Promise<Result> {
  const out = await mkdtemp(join(room, 'paper-'));
  try {
    const [said, warned, results]: [string[], string[], string[]] = [[], [], []];
    const code = await paper.run(runOf({ ...flags, standard, format }, { out, said, warned, results }));
    const isNews = (line: string): boolean => line !== sampleLine();
    return await read({
      folder: join(out, paper.name),
      listed: results.map((path) => basename(path)),
      said: said.filter(isNews),
      isWarned: code === 1 || warned.some(isNews),
    });
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** The pages of a paper; of one that comes without, a list of its events. Throws UserError where it cannot be made. */
export async function makePaper(scene: MakingScene, wanted: Wanted): Promise<Made> {
  if (!wanted.paper.formats.includes('html')) return { versions: await listOf(scene, wanted), said: [] };
  return inFolder(scene, { ...wanted, format: 'html' }, async ({ folder, listed, said, isWarned }) => {
    const ending = `.${wanted.standard}.html`;
    const names = listed.filter((name) => name.endsWith(ending));
    const versions = await Promise.all(
      names.map(async (name) =>
        versionOf(name.slice(0, -ending.length), await readFile(join(folder, name), 'utf8')),
      ),
    );
    return { versions, said: isWarned || versions.length === 0 ? said : [] };
  });
}

async function listOf(
  { snapshot: { settings, reading } }: MakingScene,
  { paper, flags, standard }: Wanted,
): Promise<readonly Version[]> {
  const { register } = reading;
  const found = paper.events?.({ flags, settings }, register, standard);
  if (found === undefined) return [];
  const isSample = isSampleRegister(register);
  const { document, properties } = eventsList(found, { standard, now: settings.now, isSample });
  return [versionOf(document.title, renderHtml(document, properties, await loadShell()))];
}

function versionOf(stem: string, html: string): Version {
  const blocks = blocksOf(html);
  const title = blocks.find(({ at }) => html.startsWith('<h1', html.lastIndexOf('<', at)));
  return { hash: hashOf(html).slice(0, 16), title: title?.text ?? stem, stem, html, blocks };
}

export interface SavedPaper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A file of a paper, under the name that the command gives it; `stem` says of which of its pages. Undefined where there is none. Throws
 * UserError where it cannot be made.
 */
export async function makeFile(
  scene: Pick<Scene, 'runOf' | 'room'>,
  wanted: RunOf,
  stem?: string,
): Promise<SavedPaper | undefined> {
  return inFolder(scene, wanted, async ({ folder, listed }) => {
    const names = listed.filter((name) => name.endsWith(`.${wanted.format}`));
    const name = names.find((one) => one === `${stem ?? ''}.${wanted.standard}.${wanted.format}`) ?? names[0];
    return name === undefined ? undefined : { name, bytes: await readFile(join(folder, name)) };
  });
}
