/** What `npx felles` prints: the state of the register, what is due, and every command. Pure. */
import { overviewNb } from '../../language/overview/nb.ts';
import { overviewNn } from '../../language/overview/nn.ts';
import type { DueKind, OverviewWords } from '../../language/overview/words.ts';
import { isAnythingDue, type Today } from '../../papers/today/today.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { commandGroups, type CommandEntry } from './command.ts';

export const overviewWords: Readonly<Record<NorwegianStandard, OverviewWords>> = {
  nb: overviewNb,
  nn: overviewNn,
};

type Commands = Readonly<Record<string, CommandEntry>>;

/** The register as it was found. */
export type Standing =
  | { readonly kind: 'none'; readonly place: string }
  /** It was there once, or is named: `anew` is the name that a new one can have. */
  | { readonly kind: 'gone'; readonly place: string; readonly anew: string }
  | { readonly kind: 'unread'; readonly place: string; readonly message: string; readonly advice: string }
  | { readonly kind: 'read'; readonly place: string; readonly list: Today };

/** The parts of the list of the day that are lists. A new one does not compile until it has a text. */
type DuePart = {
  [Key in keyof Today]: Today[Key] extends readonly unknown[] ? Key : never;
}[keyof Today];

/** The command that helps with each thing that is due. */
const helps: Readonly<Record<DuePart & DueKind, string>> = {
  due: 'today',
  meetings: 'today',
  actions: 'today',
  left: 'today',
  examples: 'examples --check',
  waived: 'today --waived',
  counties: 'county',
};

const isDuePart = (key: string): key is DuePart => Object.hasOwn(helps, key);
const parts: readonly DuePart[] = Object.keys(helps).filter(isDuePart);

/** Lines with the command that belongs to each, aligned. */
function aligned(lines: readonly (readonly [words: string, command: string])[]): readonly string[] {
  const width = Math.max(0, ...lines.map(([words]) => words.length));
  return lines.map(([words, command]) => `  ${words.padEnd(width)}  ${command}`);
}

function dueLines(list: Today, words: OverviewWords): readonly string[] {
  const { problems, withoutId } = list;
  const lines: (readonly [string, string])[] = parts
    .filter((kind) => list[kind].length > 0)
    .map((kind) => [`${words.due[kind]}: ${String(list[kind].length)}`, `npx felles ${helps[kind]}`]);
  if (problems.error + problems.warning > 0)
    lines.push([words.problems(problems.error, problems.warning), 'npx felles check']);
  if (withoutId > 0) lines.push([words.withoutId(withoutId), 'npx felles check --give-ids']);
  return [
    ...(list.isUnfilled ? [`  ${words.unfilled}`] : []),
    ...(list.isUnfilled || isAnythingDue(list) ? [] : [`  ${words.nothingDue}`]),
    ...(problems.error + problems.warning > 0 ? [] : [`  ${words.noProblems}`]),
    ...aligned(lines),
  ];
}

/** The state of the register, and what is due. */
export function standingLines(standing: Standing, standard: NorwegianStandard): readonly string[] {
  const words = overviewWords[standard];
  switch (standing.kind) {
    case 'none':
      return [
        words.none(standing.place),
        ...aligned([
          [words.waysOn.sample, 'npx felles agenda'],
          [words.waysOn.anew, 'npx felles init'],
          [words.waysOn.own('.env'), '--workbook <fil.xlsx> · --spreadsheet <adresse>'],
        ]),
      ];
    case 'gone':
      return [
        words.none(standing.place),
        ...aligned([
          [words.waysOn.look, 'npx felles doctor'],
          [words.waysOn.own('.env'), '--workbook <fil.xlsx> · --spreadsheet <adresse>'],
          [words.waysOn.anew, `npx felles init --workbook ${standing.anew}`],
        ]),
      ];
    case 'unread':
      return [words.register(standing.place), words.unread, `  ${standing.message}`, `  ${standing.advice}`];
    case 'read':
      return [
        words.register(standing.place),
        ...(standing.list.isSample ? [`  ${words.sample}`] : []),
        ...dueLines(standing.list, words),
      ];
  }
}

/** Every command in a line, by group. */
export function commandLines(commands: Commands, standard: NorwegianStandard): readonly string[] {
  const words = overviewWords[standard];
  const names = Object.keys(commands);
  const width = Math.max(...names.map((name) => name.length));
  return [
    ...commandGroups.flatMap((group) => [
      words.groups[group],
      ...Object.entries(commands)
        .filter(([, entry]) => entry.group === group)
        .map(([name, { line }]) => `  ${name.padEnd(width)}  ${line[standard]}`),
      '',
    ]),
    words.more('npx felles agenda --help', 'docs/commands.md'),
  ];
}
