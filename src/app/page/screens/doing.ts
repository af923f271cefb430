/** Everything that Felles can do: the common deeds ready, every command by group, and the form of each. */
import { z } from 'zod';
import { capital } from '../../../language/dates.ts';
import { nameOfCommand, wordsOfCommand } from '../../../language/page/commands/all.ts';
import { deeds } from '../../../language/page/deeds.ts';
import { deedGroups, doingWords, formFaults } from '../../../language/page/doing-words.ts';
import { commandGroups } from '../../cli/command.ts';
import { overviewWords } from '../../cli/overview.ts';
import { shownPath } from '../../settings/settings.ts';
import { formAddress, typedCommand } from '../argv.ts';
import { fieldSchema, type Field } from '../forms/field.ts';
import { fieldsOf } from '../forms/fields.ts';
import { isFilledIn } from '../forms/folding.ts';
import { previewOf } from '../forms/previews.ts';
import { leftOutToLook } from '../forms/looking.ts';
import { defineScreen, type Scene } from '../screen.ts';
import { textsOf, textsSchema } from '../texts.ts';

const link = z.object({ href: z.string(), text: z.string() });
const group = z.object({ key: z.string(), heading: z.string(), links: z.array(link) });
const commandLink = link.extend({ line: z.string() });

const form = z.object({
  heading: z.string(),
  line: z.string(),
  does: z.string(),
  command: z.string(),
  action: z.string(),
  word: z.string(),
  from: z.string(),
  fields: z.array(fieldSchema),
  hasFields: z.boolean(),
  /** Those that are folded. */
  more: z.array(fieldSchema),
  isMoreOpen: z.boolean(),
  /** What the folded fields choose, in words, each shown while it is filled in. */
  values: z.array(z.object({ flag: z.string(), label: z.string(), text: z.string(), isNow: z.boolean() })),
  hasValues: z.boolean(),
  /** What the fields that write do, each shown while it is filled in. */
  writing: z.array(
    z.object({
      flag: z.string(),
      label: z.string(),
      writes: z.string(),
      isNow: z.boolean(),
      cells: z.array(z.string()),
    }),
  ),
  isWriting: z.boolean(),
  filesIn: z.string().optional(),
  /** What a look leaves out; absent where there is no such first step. */
  look: z.string().optional(),
  /** The word of the button that starts it. */
  run: z.string(),
  fault: z.string().optional(),
});
type Form = z.infer<typeof form>;

const schema = z.object({
  words: textsSchema(doingWords.nb),
  deeds: z.array(group),
  groups: z.array(group.extend({ links: z.array(commandLink) })),
  home: z.string(),
  /** The address names a command that there is not. */
  noCommand: z.string().optional(),
  form: form.optional(),
});
type View = z.infer<typeof schema>;

export const doingScreen = defineScreen<View>({
  name: 'doing',
  schema,
  title: ({ words, form: own }) => own?.heading ?? words['heading'] ?? '',
  view: async (scene) => {
    const { standard, path } = scene;
    const words = textsOf(doingWords[standard]);
    const home = `/${standard}/doing`;
    const [command] = path;
    const own = command === undefined ? undefined : await formOf(command, scene);
    if (own !== undefined) return { words, home, deeds: [], groups: [], form: own };
    return {
      ...{ words, home, deeds: deedsIn(scene), groups: groupsIn(scene) },
      ...(command === undefined ? {} : { noCommand: doingWords[standard].noCommand(command) }),
    };
  },
});

const deedsIn = ({ standard, commands }: Scene): View['deeds'] =>
  deedGroups.map((key) => ({
    key,
    heading: doingWords[standard].deeds[key],
    links: deeds
      .filter((deed) => deed.group === key && Object.hasOwn(commands, typedCommand(deed.typed).command))
      .map(({ typed, asks, words }) => ({
        href: `/${standard}/${formAddress(typedCommand(typed))}${asks === undefined ? '' : `#field-${asks}`}`,
        text: words[standard],
      })),
  }));

const groupsIn = ({ standard, commands }: Scene): View['groups'] =>
  commandGroups.map((key) => ({
    key,
    heading: overviewWords[standard].groups[key],
    links: Object.entries(commands)
      .filter(([name, entry]) => entry.group === key && wordsOfCommand(name) !== undefined)
      .map(([name, { line }]) => ({
        href: `/${standard}/doing/${name}`,
        text: nameOfCommand(name, standard),
        line: line[standard],
      })),
  }));

/** Undefined for a name that is no command of the page. */
async function formOf(name: string, scene: Scene): Promise<Form | undefined> {
  const { standard, query, commands, snapshot } = scene;
  const own = wordsOfCommand(name);
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (own === undefined || entry === undefined) return undefined;
  const fields = await fieldsOf(await entry.load(), { standard, snapshot, query });
  const words = doingWords[standard];
  const writing = await writingOf(name, fields, scene);
  const look = lookWords(name, fields, words);
  const fault = formFaults.find((one) => one === query['fault']);
  const { fault: _, change, ...asked } = query;
  const address = formAddress({ command: name, flags: asked });
  // Where nothing is filled in, the form is that of the whole command, whatever link opened it.
  const deed = deeds.find(({ typed }) => typed !== name && formAddress(typedCommand(typed)) === address);
  const more = fields.filter(({ isFolded }) => isFolded);
  const values = more
    .filter(({ writes, kind }) => writes === undefined && kind !== 'file')
    .map((field) => ({
      ...{ flag: field.flag, label: field.label },
      ...{ text: textOf(field, words.yes), isNow: isFilledIn(field) },
    }));
  return {
    heading: (deed?.words ?? own.name)[standard],
    line: entry.line[standard],
    does: own.does[standard],
    command: name,
    action: `/${standard}/run`,
    word: scene.form,
    from: `/${standard}/${address}`,
    fields: fields.filter(({ isFolded }) => !isFolded),
    hasFields: fields.length > 0,
    more,
    // Somebody who comes back to change something finds what there is to change.
    isMoreOpen: fault !== undefined || change !== undefined,
    values,
    hasValues: values.some(({ isNow }) => isNow),
    run: own.button?.[standard] ?? words.run,
    writing,
    isWriting: writing.some(({ isNow }) => isNow),
    ...(own.makesFiles === true
      ? { filesIn: words.filesIn(shownPath(snapshot.settings, snapshot.settings.out)) }
      : {}),
    ...(look === undefined ? {} : { look }),
    ...(fault === undefined ? {} : { fault: words.faults[fault] }),
  };
}

async function writingOf(command: string, fields: readonly Field[], scene: Scene): Promise<Form['writing']> {
  const writing: Form['writing'] = [];
  for (const field of fields) {
    const { flag, label, writes } = field;
    if (writes === undefined) continue;
    const cells = [...(await previewOf(command, flag, scene))];
    writing.push({ flag, label, writes, isNow: isFilledIn(field), cells });
  }
  return writing;
}

/** What is filled in, as people read it. */
function textOf({ kind, value, isTicked, options }: Field, yes: string): string {
  if (kind === 'tick') return isTicked ? yes : '';
  if (kind !== 'choice' && kind !== 'ticks') return value;
  return options.flatMap(({ isChosen, text }) => (isChosen ? [text] : [])).join(', ');
}

/** The names of the fields that a look leaves out, in a sentence. */
function lookWords(
  command: string,
  fields: readonly Field[],
  { lookSays, and }: (typeof doingWords)['nb'],
): string | undefined {
  const left = leftOutToLook(command);
  const labels = fields.flatMap(({ flag, label, writes }) =>
    left.includes(flag) && writes !== undefined ? [`«${capital(label)}»`] : [],
  );
  if (labels.length === 0) return undefined;
  return lookSays(
    [labels.slice(0, -1).join(', '), labels.slice(-1).join('')]
      .filter((part) => part !== '')
      .join(` ${and} `),
  );
}
