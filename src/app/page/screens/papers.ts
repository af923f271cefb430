/** The papers as the commands make them now, beside each other, and what has changed in them since somebody looked. */
import { msg } from '../../../domain/msg.ts';
import { z } from 'zod';
import { UserError } from '../../../domain/user-error.ts';
import { norwegianStandards } from '../../../domain/written-standard.ts';
import { papersWords } from '../../../language/page/papers-words.ts';
import { paperAsked } from '../papers/asked.ts';
import { listSchema, listView } from '../papers/list-view.ts';
import { makeFile } from '../papers/making.ts';
import { framed, paperSchema, paperView } from '../papers/paper-view.ts';
import { Shelf, timeIn } from '../papers/shelf.ts';
import { mediaTypeOf } from '../media-types.ts';
import { defineScreen, type Memory, type PageFile, type Scene } from '../screen.ts';
import { textsOf, textsSchema } from '../texts.ts';

const schema = z.object({
  words: textsSchema(papersWords.nb),
  list: listSchema.optional(),
  paper: paperSchema.optional(),
  back: z.string(),
});

const shelves = new WeakMap<Memory, Shelf>();

function shelfOf({ memory }: Scene): Shelf {
  const shelf = shelves.get(memory) ?? new Shelf();
  shelves.set(memory, shelf);
  return shelf;
}

export const papersScreen = defineScreen<z.infer<typeof schema>>({
  name: 'papers',
  schema,
  view: async (scene) => {
    const { standard, path } = scene;
    const common = {
      words: textsOf(papersWords[standard]),
      back: `/${standard}/papers`,
    };
    if (path.length === 0) return { ...common, list: await listView(scene) };
    return { ...common, paper: await paperView(scene, await paperAsked(scene), shelfOf(scene)) };
  },
  title: ({ paper, words }) => paper?.title ?? words['heading'] ?? '',
  file: (scene) => (scene.path[1] === 'save' ? savedFile(scene) : frameFile(scene)),
  act: async (scene, { versions = '' }) => {
    const { paper, flags } = await paperAsked(scene);
    shelfOf(scene).see({ paper, flags }, new Set(versions.split(' ')), timeIn(scene));
  },
});

const nothingThere = (): UserError =>
  new UserError(msg`There is no such page of this paper.`, msg`Go back to the paper, and open it again.`);

/** A page of a paper, for its frame. */
async function frameFile(scene: Scene): Promise<PageFile> {
  const { paper, flags, look } = await paperAsked(scene);
  const standard = norwegianStandards.find((one) => one === scene.path[1]);
  if (standard === undefined) throw nothingThere();
  const { pages } = await shelfOf(scene).look(scene, { paper, flags, standard });
  const shown = pages[Number(scene.path[2])];
  if (shown === undefined) throw nothingThere();
  return { bytes: new TextEncoder().encode(framed(shown, look)), type: mediaTypeOf('html') };
}

/** A file of a paper as the command gives it, made when it is asked for. */
async function savedFile(scene: Scene): Promise<PageFile> {
  const { paper, flags } = await paperAsked(scene);
  const { in: asked, format = '', stem } = scene.query;
  const standard = norwegianStandards.find((one) => one === asked);
  if (standard === undefined || !paper.formats.includes(format)) throw nothingThere();
  const file = await makeFile(scene, { paper, flags, standard, format }, stem);
  if (file === undefined) throw nothingThere();
  return { ...file, type: mediaTypeOf(format) };
}
