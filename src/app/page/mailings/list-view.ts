/** The list of mailings: what is due and not made, and what has been made, with how far each has come. */
import { z } from 'zod';
import { shownFault, shownFaultSchema } from '../advice.ts';
import { allMailingKinds } from '../../../domain/mailing-kind.ts';
import { dayOf } from '../../../domain/time.ts';
import { dueWords, entryTitle } from '../../../language/due/word-due.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import type { Entry } from '../../../papers/due/entry.ts';
import { rowTitles } from '../../../papers/titles.ts';
import { today } from '../../../papers/today/today.ts';
import { listRequest } from '../../mailings/mailing-folder.ts';
import { formAddress, typedCommand } from '../argv.ts';
import type { Scene } from '../screen.ts';
import { changesView } from './checks-view.ts';
import { byMailing, madeMailings, type MadeMailing } from './made.ts';
import { madeAtWords, titleOf } from './names.ts';
import { isOwn, standingOf, standingsOf, type Standings } from './standing.ts';

const link = z.object({ href: z.string(), text: z.string() });

export const listSchema = z.object({
  due: z.array(z.object({ key: z.string(), title: z.string(), since: z.string(), href: z.string() })),
  made: z.array(
    z.object({
      key: z.string(),
      href: z.string(),
      title: z.string(),
      /** Only in a mailing whose subject is not of a person. */
      subject: z.string(),
      lang: z.string(),
      facts: z.array(z.string()),
      state: z.string(),
      kind: z.string(),
      older: z.object({ count: z.string(), links: z.array(link.extend({ state: z.string() })) }).optional(),
    }),
  ),
  isEmpty: z.boolean(),
  unreadable: z.array(z.string()),
  fault: shownFaultSchema.optional(),
});
type View = z.infer<typeof listSchema>;

export async function listView(scene: Scene): Promise<View> {
  const { made, unreadable } = await madeMailings(scene.snapshot.settings);
  const standings = await standingsOf(scene);
  const known = 'fault' in standings ? undefined : standings;
  const items: View['made'] = [];
  for (const [newest, ...older] of byMailing(made)) items.push(await itemOf(newest, older, scene, known));
  return {
    due: await dueItems(scene),
    made: items,
    isEmpty: items.length === 0 && unreadable.length === 0,
    unreadable: unreadable.map(({ name }) => name),
    ...('fault' in standings ? { fault: shownFault(standings.fault, scene.standard) } : {}),
  };
}

const isMailingKind = (matter: string): boolean => allMailingKinds.some((kind) => kind === matter);

/** What should be sent, and has no mailing yet: the command that puts it right makes one. */
async function dueItems({ snapshot, standard }: Scene): Promise<View['due']> {
  const { reading, settings } = snapshot;
  const { due } = today(reading, settings.now, await listRequest(settings));
  const titleIn = rowTitles(reading.register, standard);
  return due.flatMap((entry: Entry) => {
    const typed = entry.command === undefined ? undefined : typedCommand(entry.command);
    if (typed === undefined || typed.command === 'send' || !isMailingKind(entry.matter)) return [];
    const words = dueWords[standard];
    return [
      {
        key: entry.name,
        title: entryTitle(entry.matter, titleIn(entry.about), standard),
        since: words.since(entry.since, dayOf(settings.now)),
        href: `/${standard}/${formAddress(typed)}`,
      },
    ];
  });
}

const addressOf = ({ name }: Pick<MadeMailing, 'name'>, { standard }: Scene): string =>
  `/${standard}/mailings/${encodeURIComponent(name)}`;

async function stateOf(
  { mailing }: MadeMailing,
  scene: Scene,
  standings: Standings | undefined,
): Promise<{ readonly state: string; readonly kind: string }> {
  const { snapshot, standard } = scene;
  const words = mailingsWords[standard];
  if (!isOwn(mailing, snapshot)) return { state: words.list.otherWorkbook, kind: 'none' };
  if (standings === undefined) return { state: words.list.unknownState, kind: 'alert' };
  const status = await standings(mailing);
  const { words: state, kind, left } = standingOf(mailing, status, words);
  const isChanged = left > 0 && changesView(scene, mailing) !== undefined;
  return {
    state: [
      state,
      ...(isChanged ? [words.list.changed] : []),
      ...(status.lost > 0 ? [words.list.lost(status.lost)] : []),
    ].join('. '),
    kind: isChanged ? 'alert' : kind,
  };
}

async function itemOf(
  newest: MadeMailing,
  older: readonly MadeMailing[],
  scene: Scene,
  standings: Standings | undefined,
): Promise<View['made'][number]> {
  const { standard, snapshot } = scene;
  const { list: words } = mailingsWords[standard];
  const { mailing } = newest;
  const links: NonNullable<View['made'][number]['older']>['links'] = [];
  for (const one of older) {
    const { state } = await stateOf(one, scene, standings);
    links.push({ href: addressOf(one, scene), text: words.revision(one.mailing.revision), state });
  }
  const letter = mailing.letters.find((one) => one.standard === standard) ?? mailing.letters[0];
  return {
    key: newest.name,
    href: addressOf(newest, scene),
    title: titleOf(snapshot.reading.register, mailing, standard),
    subject: letter?.subject ?? '',
    lang: letter?.standard ?? standard,
    facts: [
      words.recipients(mailing.recipients.length),
      words.revision(mailing.revision),
      madeAtWords(mailing, standard),
      ...(mailing.sample === true ? [words.sample] : []),
    ],
    ...(await stateOf(newest, scene, standings)),
    ...(older.length === 0 ? {} : { older: { count: words.older(older.length), links } }),
  };
}
