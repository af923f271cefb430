/** One mailing, as it is looked at before it is sent and followed while it is. */
import { z } from 'zod';
import { shownFault, shownFaultSchema } from '../advice.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { shownPath } from '../../settings/settings.ts';
import type { Scene } from '../screen.ts';
import {
  changesSchema,
  changesView,
  checksSchema,
  checksView,
  differencesSchema,
  differencesView,
} from './checks-view.ts';
import { lookSchema, lookView } from './look-view.ts';
import { madeMailings, mailingNamed, revisionsOf, type MadeMailing } from './made.ts';
import { madeAtWords, titleOf, windowTitleOf } from './names.ts';
import { peopleSchema, peopleView } from './people-view.ts';
import { isReaddressed } from './revisions.ts';
import { isOwn, standingOf, standingsOf, type KnownStatus } from './standing.ts';
import { stepsSchema, stepsView } from './steps-view.ts';

export const mailingSchema = z.object({
  title: z.string(),
  windowTitle: z.string(),
  facts: z.array(z.string()),
  state: z.string(),
  kind: z.string(),
  notes: z.array(z.string()),
  newer: z.object({ href: z.string(), text: z.string() }).optional(),
  fault: shownFaultSchema.optional(),
  look: lookSchema,
  people: peopleSchema,
  changes: changesSchema.optional(),
  isUnchanged: z.boolean(),
  checks: checksSchema,
  differences: differencesSchema.optional(),
  isUnlikeUnknown: z.boolean(),
  steps: stepsSchema.optional(),
  /** What every form about it carries. */
  send: z.object({ action: z.string(), form: z.string(), from: z.string(), folder: z.string() }),
});
type View = z.infer<typeof mailingSchema>;

/** What the ledger and the journal say of it, for a mailing of this workbook. */
async function known(
  scene: Scene,
  made: MadeMailing,
): Promise<{ readonly status?: KnownStatus } & Pick<View, 'state' | 'kind' | 'fault'>> {
  const words = mailingsWords[scene.standard];
  if (!isOwn(made.mailing, scene.snapshot)) return { state: words.list.otherWorkbook, kind: 'none' };
  const standings = await standingsOf(scene);
  if ('fault' in standings)
    return {
      state: words.list.unknownState,
      kind: 'alert',
      fault: shownFault(standings.fault, scene.standard),
    };
  const status = await standings(made.mailing);
  const { words: state, kind } = standingOf(made.mailing, status, words);
  return { status, state, kind };
}

export async function mailingView(scene: Scene, name: string): Promise<View> {
  const { snapshot, standard, form } = scene;
  const { settings, reading } = snapshot;
  const all = await madeMailings(settings);
  const made = await mailingNamed(all, name);
  const { mailing, folder } = made;
  const words = mailingsWords[standard];
  const revisions = revisionsOf(all.made, mailing);
  const before = revisions.find((one) => one.mailing.revision < mailing.revision);
  // One for corrected addresses alone takes the place of none.
  const [newest] = revisions.filter((one) => !isReaddressed(mailing, one.mailing));
  const address = (other: string): string => `/${standard}/mailings/${encodeURIComponent(other)}`;
  const { status, ...state } = await known(scene, made);
  const changes = status === undefined ? undefined : changesView(scene, mailing);
  const standing = status === undefined ? undefined : standingOf(mailing, status, words);
  const isUntouched = standing?.kind === 'none';
  return {
    title: titleOf(reading.register, mailing, standard),
    windowTitle: windowTitleOf(reading.register, mailing, standard),
    facts: [mailing.id, words.list.recipients(mailing.recipients.length), madeAtWords(mailing, standard)],
    ...state,
    notes: mailing.sample === true ? [words.list.sample] : [],
    ...(newest === undefined || newest.mailing.revision === mailing.revision
      ? {}
      : { newer: { href: address(newest.name), text: words.look.newer(newest.mailing.revision) } }),
    look: lookView(scene, made),
    people: peopleView(scene, made, status, { revisions, isChanged: changes !== undefined }),
    ...(changes === undefined ? {} : { changes }),
    isUnchanged: status !== undefined && changes === undefined,
    checks: await checksView(scene, mailing, isUntouched),
    ...(before === undefined ? {} : { differences: await differencesView(scene, made, before) }),
    isUnlikeUnknown: before === undefined && mailing.revision > 1,
    ...(status === undefined || standing === undefined
      ? {}
      : { steps: stepsView(scene, mailing, { status, standing, isChanged: changes !== undefined }) }),
    send: { action: `/${standard}/run`, form, from: address(name), folder: shownPath(settings, folder) },
  };
}
