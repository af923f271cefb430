/** The list of all papers of the registry, each with what it can be made of now. */
import { z } from 'zod';
import { papersWords } from '../../../language/page/papers-words.ts';
import { paperNames, papers, type PaperName } from '../../papers/registry.ts';
import type { Scene } from '../screen.ts';
import { paperAddress } from './asked.ts';
import { fieldsOf, type Flags } from './choices.ts';

/** So many activities are named; the others are chosen where the paper is looked at. */
const MOST_ACTIVITIES = 6;
const MOST = 20;

const link = z.object({ href: z.string(), text: z.string() });

export const listSchema = z.array(
  z.object({
    name: z.string(),
    title: z.string(),
    line: z.string(),
    links: z.array(link),
    more: z.string().optional(),
  }),
);
type List = z.infer<typeof listSchema>;

export const titleOf = (name: PaperName, standard: Scene['standard']): string =>
  papersWords[standard].titles[name] ?? papers[name].line[standard];

export async function listView(scene: Scene): Promise<List> {
  const list: List = [];
  for (const name of paperNames) list.push(await entryOf(name, scene));
  return list;
}

async function entryOf(name: PaperName, { snapshot, standard }: Scene): Promise<List[number]> {
  const words = papersWords[standard];
  const { options } = await papers[name].load();
  const title = titleOf(name, standard);
  const address = (flags: Flags): string =>
    paperAddress(standard, { name, flags, view: 'both', look: { width: 'screen', scheme: 'auto' } });
  const lists = fieldsOf(options, snapshot, standard).filter(
    ({ options: own, choice }) => own.length > 0 || words.usual[choice] !== undefined,
  );
  const [first] = lists;
  const all = first?.options ?? [];
  const isLong = first?.choice === 'meeting' || first?.choice === 'programme';
  const most = isLong ? MOST_ACTIVITIES : MOST;
  const usual = first === undefined ? title : (words.usual[first.choice] ?? title);
  return {
    ...{ name, title, line: papers[name].line[standard] },
    links: [
      ...(first?.isNeeded === true ? [] : [{ href: address({}), text: usual }]),
      ...all
        .slice(0, most)
        .map(({ value, text }) => ({ href: address({ [first?.flag ?? '']: value }), text })),
    ],
    ...(all.length <= most ? {} : { more: words.more(all.length - most) }),
  };
}
