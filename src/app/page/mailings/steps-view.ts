/** What a person can do with a mailing, each by the command `send` itself: what it writes where is said first. */
import { z } from 'zod';
import { shownFault, shownFaultSchema } from '../advice.ts';
import { faultOf } from '../fault.ts';
import { outboxNames, type OutboxName } from '../../../delivery/outbox.ts';
import type { Mailing } from '../../../delivery/mailing.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { isSampleRegister } from '../../../register/sample-setting.ts';
import { leftOutNow, requireSamePlan } from '../../send/before-sending.ts';
import { planName } from '../../send/mailing-status.ts';
import { rowsToRecord } from '../../send/recorded.ts';
import type { Scene } from '../screen.ts';
import type { KnownStatus, Standing } from './standing.ts';

const way = z.object({ name: z.string(), text: z.string(), isChosen: z.boolean() });

export const stepsSchema = z.object({
  heldBack: z.string().optional(),
  noSmtp: z.string().optional(),
  ways: z.array(way),
  approve: z
    .object({
      heading: z.string(),
      hash: z.string(),
      hashWords: z.string(),
      writes: z.string(),
      button: z.string(),
      /** It has begun: some have not got it yet. */
      goOn: z.string().optional(),
    })
    .optional(),
  nothingLeft: z.string().optional(),
  /** What stops it besides a changed register. */
  fault: shownFaultSchema.optional(),
  repair: z.object({ why: z.string() }).optional(),
});
type View = z.infer<typeof stepsSchema>;

/** How much of the hash people see: as much as the command asks for. */
const SHOWN = 8;

/** By which it may go: a sample is only written, and without a mail server there is none to choose. */
function waysFor({ snapshot, standard }: Scene, isSample: boolean): View['ways'] {
  const { outbox, smtpUrl } = snapshot.settings.sending;
  const names = outboxNames.filter((name) =>
    isSample ? name === 'files' : name !== 'smtp' || smtpUrl !== undefined,
  );
  const usual: OutboxName = smtpUrl === undefined ? 'files' : 'smtp';
  const chosen = names.find((name) => name === outbox) ?? names.find((name) => name === usual) ?? 'files';
  const { ways } = mailingsWords[standard].steps;
  return names.map((name) => ({ name, text: ways[name], isChosen: name === chosen }));
}

/** How many it would go to now. Throws UserError where the command would. */
function goesTo({ snapshot }: Scene, mailing: Mailing, { statuses }: KnownStatus): number {
  const { reading, settings } = snapshot;
  requireSamePlan(reading.register, mailing, planName(mailing));
  const leftOut = leftOutNow(reading.register, mailing, settings.now);
  return mailing.recipients.filter(({ key }) => {
    const { is } = statuses.of(key);
    return (is === 'free' || is === 'mine') && !leftOut.has(key);
  }).length;
}

function approvalOf(
  scene: Scene,
  mailing: Mailing,
  count: number,
  { isSample, isBegun }: { readonly isSample: boolean; readonly isBegun: boolean },
): NonNullable<View['approve']> {
  const { steps: words } = mailingsWords[scene.standard];
  const { planHash } = mailing;
  const rows = rowsToRecord(scene.snapshot.reading.register, mailing);
  return {
    heading: isBegun ? words.goOn : isSample ? words.writeFiles : words.approve,
    hash: planHash,
    hashWords: words.hash(planHash.slice(0, SHOWN)),
    writes: words.writes(count, rows),
    button: isBegun ? words.goOnWith(count) : isSample ? words.write(count) : words.send(count),
    ...(isBegun ? { goOn: words.goOnWith(count) } : {}),
  };
}

interface Stand {
  readonly status: KnownStatus;
  readonly standing: Standing;
  /** The register says something else than the mailing. */
  readonly isChanged: boolean;
}

/** The approval, or why there is none. */
function goingOn(
  scene: Scene,
  mailing: Mailing,
  { status, standing, isChanged }: Stand,
  isSample: boolean,
): Pick<View, 'approve' | 'nothingLeft' | 'fault'> {
  let count: number;
  try {
    count = goesTo(scene, mailing, status);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { fault: shownFault(fault, scene.standard) };
  }
  if (isChanged || status.lost > 0 || status.isDamaged) return {};
  if (count > 0)
    return { approve: approvalOf(scene, mailing, count, { isSample, isBegun: standing.kind !== 'none' }) };
  return standing.left === 0 ? { nothingLeft: mailingsWords[scene.standard].steps.nothingLeft } : {};
}

export function stepsView(scene: Scene, mailing: Mailing, stand: Stand): View {
  const { steps: words, list } = mailingsWords[scene.standard];
  const { snapshot } = scene;
  const { lost, isDamaged } = stand.status;
  const isSample = mailing.sample === true || isSampleRegister(snapshot.reading.register);
  const hasNoServer = snapshot.settings.sending.smtpUrl === undefined;
  return {
    ...(isSample ? { heldBack: words.heldBack } : {}),
    ...(!isSample && hasNoServer ? { noSmtp: words.noSmtp } : {}),
    ways: waysFor(scene, isSample),
    ...goingOn(scene, mailing, stand, isSample),
    ...(lost > 0 || isDamaged ? { repair: { why: lost > 0 ? list.lost(lost) : words.damaged } } : {}),
  };
}
