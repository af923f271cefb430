/** The fields of the form of a command, filled in from an address: one for each of its flags. */
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { choiceText, wordsOfFlag } from '../../../language/page/commands/all.ts';
import { doingWords } from '../../../language/page/doing-words.ts';
import type { Command } from '../../cli/command.ts';
import type { OptionSpec } from '../../cli/options.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Field } from './field.ts';
import { isShown, kindOf, tickValue, wordsOf } from './field-kinds.ts';
import { folded, type Unfolded } from './folding.ts';
import { rowChoices, type Choice } from './row-choices.ts';

interface Filling {
  readonly standard: NorwegianStandard;
  readonly snapshot: Snapshot;
  /** From the address: by flag, `first` for the one that may stand without its flag. */
  readonly query: Readonly<Record<string, string>>;
}

export async function fieldsOf({ name, options }: Command, filling: Filling): Promise<readonly Field[]> {
  const specs = Object.entries(options).filter(([flag]) => isShown(flag));
  const fields = await Promise.all(specs.map(([flag, spec]) => fieldOf(name, flag, spec, filling)));
  return folded(name, fields);
}

async function fieldOf(command: string, flag: string, spec: OptionSpec, filling: Filling): Promise<Unfolded> {
  const { standard } = filling;
  const given = givenIn(flag, spec, filling.query);
  const rows = await rowChoices(command, flag, filling);
  const kind = rows === undefined ? kindOf(command, flag, spec) : 'choice';
  const choices =
    rows ?? wordsOf(command, flag, spec).map((value) => ({ value, text: choiceText(value, standard) }));
  const isThere =
    kind !== 'choice' ||
    given === '' ||
    choices.some(({ value }) => value === given) ||
    // A title, a series or a folder may be typed too; a reminder has its days behind its word.
    (rows === undefined ? choiceText(given, standard) !== given : !isRowId(given));
  return {
    ...{ flag, kind, ...saidOf(command, flag, standard, isThere) },
    ...(isThere ? {} : { notThere: doingWords[standard].notThere(given) }),
    value: kind === 'tick' ? tickValue(spec) : given,
    isTicked: kind === 'tick' && given !== '' && given !== 'false',
    options: kind === 'choice' || kind === 'ticks' ? optionsOf(flag, kind, choices, given, standard) : [],
  };
}

const isRowId = (text: string): boolean => /^[A-Z]-\d{4}-\d+$/u.test(text);

const givenIn = (flag: string, { isFirst }: OptionSpec, query: Filling['query']): string =>
  (query[flag] ?? (isFirst === true ? query['first'] : undefined) ?? '').trim();

/** What is said of a flag, and the IDs of what describes it. */
function saidOf(
  command: string,
  flag: string,
  standard: NorwegianStandard,
  isThere: boolean,
): Pick<Field, 'label' | 'hint' | 'writes' | 'describedBy'> {
  const { label, hint, writes } = wordsOfFlag(command, flag) ?? {};
  const said = [
    ...(isThere ? [] : [`not-there-${flag}`]),
    ...(hint === undefined ? [] : [`hint-${flag}`]),
    ...(writes === undefined ? [] : [`writes-${flag}`]),
  ];
  return {
    label: label?.[standard] ?? flag,
    ...(hint === undefined ? {} : { hint: hint[standard] }),
    ...(writes === undefined ? {} : { writes: writes[standard] }),
    describedBy: said.join(' '),
  };
}

/** What is filled in stays, also where it is none of the choices. */
function optionsOf(
  flag: string,
  kind: 'choice' | 'ticks',
  choices: readonly Choice[],
  given: string,
  standard: NorwegianStandard,
): Field['options'] {
  const chosen = kind === 'ticks' ? given.split(',').map((one) => one.trim()) : [given];
  const others = chosen.filter((one) => one !== '' && choices.every(({ value }) => value !== one));
  const all = [...choices, ...others.map((value) => ({ value, text: choiceText(value, standard) }))];
  return all.map((choice, index) => ({
    ...choice,
    isChosen: chosen.includes(choice.value),
    id: `field-${flag}-${String(index)}`,
  }));
}
