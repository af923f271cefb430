/** What has changed since a mailing was made, what its checklist finds now, and how it differs from the revision before. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Mailing } from '../../../delivery/mailing.ts';
import { parseMailingId } from '../../../domain/mailing-kind.ts';
import { resaid } from '../../../domain/msg.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { announcementWords } from '../../../language/announcements/word-audience.ts';
import { dueWords } from '../../../language/due/word-due.ts';
import { nameOfCommand } from '../../../language/page/commands/all.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { blocking, checkNames } from '../../../papers/announcement/checklist.ts';
import { sentMailings } from '../../../papers/announcement/sent.ts';
import { webinarsOf } from '../../../papers/announcement/webinars.ts';
import { examined } from '../../announce/announce-one.ts';
import { contentOf } from '../../mailings/mailing-folder.ts';
import { changedSince, changesIn, type Changed } from '../../send/before-sending.ts';
import { nextSteps, type NextStep } from '../../send/next-mail.ts';
import { formAddress, typedCommand } from '../argv.ts';
import type { Scene } from '../screen.ts';
import { shownFault, shownFaultSchema } from '../advice.ts';
import { faultOf } from '../fault.ts';
import { blockChanges, isReaddressed, recipientChanges } from './revisions.ts';
import type { MadeMailing, OpenedMailing } from './made.ts';

export const changesSchema = z.object({
  rows: z.array(z.object({ place: z.string(), what: z.string() })),
  /** Why it cannot be compared any more. */
  fault: z.string().optional(),
  steps: z.array(
    z.object({
      what: z.string(),
      button: z.object({ href: z.string(), text: z.string() }).optional(),
    }),
  ),
});
type Changes = z.infer<typeof changesSchema>;

export const checksSchema = z.object({
  /** What was found, and allowed by name. */
  overridden: z.array(z.string()),
  checklist: z.object({ inOrder: z.string(), found: z.array(shownFaultSchema) }).optional(),
  fault: shownFaultSchema.optional(),
});
type Checks = z.infer<typeof checksSchema>;

const block = z.object({ is: z.enum(['added', 'removed']), text: z.string() });

export const differencesSchema = z.object({
  heading: z.string(),
  isNone: z.boolean(),
  /** It is that revision once more, for those whose address was corrected. */
  readdressed: z.string().optional(),
  subjects: z.array(z.object({ label: z.string(), lang: z.string(), was: z.string(), is: z.string() })),
  texts: z.array(z.object({ label: z.string(), lang: z.string(), blocks: z.array(block) })),
  recipients: z.array(z.object({ heading: z.string(), names: z.array(z.string()) })),
});
type Differences = z.infer<typeof differencesSchema>;

const changeWords = ({ is }: Changed, standard: NorwegianStandard): string => {
  const { checks: words } = mailingsWords[standard];
  return is === 'gone' ? words.gone : is === 'new' ? words.added : is.join(', ');
};

/** Commands in the words of the terminal, as buttons to their forms. */
const stepsIn = (advice: string, standard: NorwegianStandard): Changes['steps'] =>
  [...advice.matchAll(/npm run (?<typed>[^»\n]+)/gu)].map(({ groups }) => {
    const typed = typedCommand(groups?.['typed'] ?? '');
    const text = nameOfCommand(typed.command, standard);
    return { what: '', button: { href: `/${standard}/${formAddress(typed)}`, text } };
  });

/** What to do, by the buttons of the page. */
function stepView(
  { whom, people, kind, command }: NextStep,
  standard: NorwegianStandard,
): Changes['steps'][number] {
  const { next } = mailingsWords[standard].checks;
  const what = next[whom](people);
  if (command === undefined || whom === 'row') return { what };
  const href = `/${standard}/${formAddress(typedCommand(command))}`;
  const named = kind === undefined ? '' : dueWords[standard].matters[kind];
  return { what, button: { href, text: mailingsWords[standard].checks.nextButton(named, whom === 'all') } };
}

/** What the register has otherwise than the mailing; undefined where it says the same. */
export function changesView({ snapshot, standard }: Scene, mailing: Mailing): Changes | undefined {
  const { reading, settings } = snapshot;
  try {
    const changed = changedSince(reading.register, mailing, settings.now);
    if (changed === undefined) return undefined;
    return {
      rows: changesIn(reading.register, mailing, settings.now).map((one) => ({
        place: `${one.tab}, ${one.id}`,
        what: changeWords(one, standard),
      })),
      steps: nextSteps(reading.register, mailing, settings.now).map((step) => stepView(step, standard)),
    };
  } catch (error) {
    const found = faultOf(error);
    if (found === undefined) throw error;
    return { rows: [], fault: found.message, steps: stepsIn(found.advice, standard) };
  }
}

/** The checklist as it is now, for a mailing about a webinar that nobody has got: afterwards it would find that it was sent. */
export async function checksView(scene: Scene, mailing: Mailing, isUntouched: boolean): Promise<Checks> {
  const { snapshot, standard } = scene;
  const { overridden, target, corrects } = mailing;
  const { register } = snapshot.reading;
  const known = { overridden: overridden.map(({ found }) => resaid(found)) };
  const name = parseMailingId(mailing.id);
  const webinar = webinarsOf(register).find(({ id }) => id === name?.activity);
  if (!isUntouched || name === undefined || webinar === undefined) return known;
  const { source } = snapshot.settings;
  const allowed = checkNames.filter((check) => overridden.some((one) => one.check === check));
  try {
    const { results } = await examined(
      {
        ...{
          settings: snapshot.settings,
          register,
          target,
          standardDefault: undefined,
          includeHidden: false,
        },
        workbookId: source.kind === 'spreadsheet' ? source.id : undefined,
        allowed: new Set(allowed),
      },
      {
        webinar,
        name,
        corrected: sentMailings(register)
          .get(webinar.id)
          ?.find(({ id }) => id === corrects),
      },
    );
    const found = blocking(results);
    const { inOrder } = mailingsWords[standard].checks;
    return {
      ...known,
      checklist: {
        inOrder: inOrder(results.length - found.length, results.length),
        found: found.map((one) => shownFault(one, standard)),
      },
    };
  } catch (error) {
    const own = faultOf(error);
    if (own === undefined) throw error;
    return { ...known, fault: shownFault(own, standard) };
  }
}

const textOf = async ({ folder }: MadeMailing, name: string): Promise<string> =>
  new TextDecoder().decode(await contentOf(join(folder, name)));

/** From the revision before it, as both are in their folders. */
export async function differencesView(
  { standard }: Scene,
  made: OpenedMailing,
  before: MadeMailing,
): Promise<Differences> {
  const { checks: words, look } = mailingsWords[standard];
  const { standards } = announcementWords[standard];
  const subjects: Differences['subjects'] = [];
  const texts: Differences['texts'] = [];
  for (const letter of made.mailing.letters) {
    const { standard: lang } = letter;
    const old = before.mailing.letters.find((one) => one.standard === lang);
    for (const part of ['subject', 'preheader'] as const) {
      const [was, is] = [old?.[part] ?? '', letter[part]];
      if (was !== is) subjects.push({ label: `${look[part]}, ${standards[lang]}`, lang, was, is });
    }
    const was = old === undefined ? '' : await textOf(before, old.text);
    const blocks = blockChanges(was, new TextDecoder().decode(made.files.get(letter.text)));
    if (blocks.length > 0)
      texts.push({ label: words.textOf(standards[lang]), lang, blocks: blocks.map((one) => ({ ...one })) });
  }
  if (isReaddressed(before.mailing, made.mailing))
    return {
      ...{ heading: words.differences(before.mailing.revision), isNone: false },
      ...{ readdressed: words.readdressed(before.mailing.revision), subjects, texts, recipients: [] },
    };
  const people = recipientChanges(before.mailing, made.mailing);
  const recipients = (['gained', 'dropped', 'switched'] as const).flatMap((how) =>
    people[how].length === 0
      ? []
      : [
          {
            heading: words[how](people[how].length),
            names: people[how].map(({ id, name }) => `${id} ${name}`),
          },
        ],
  );
  return {
    heading: words.differences(before.mailing.revision),
    isNone: subjects.length + texts.length + recipients.length === 0,
    ...{ subjects, texts, recipients },
  };
}
