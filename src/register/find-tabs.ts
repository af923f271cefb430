/** Finds the tabs of Felles, by their names; or by their headings, if one has another name. */
import { problem, type KeptByTab, type Level, type Problem } from '../domain/problem.ts';
import { comparedName } from '../domain/compare.ts';
import type { Sheet } from '../domain/workbook.ts';
import { findHeadings, plainWords } from './headings.ts';
import { oldTabs } from './old-tabs.ts';
import { isPage } from './pages.ts';
import type { Tab } from './tab.ts';
import { tabs } from './tabs.ts';

const copies = [
  /^kopi av (?<name>.+)$/u,
  /^copy of (?<name>.+)$/u,
  /^(?<name>.+?) \(\d+\)$/u,
  /^(?<name>.+) - kopi$/u,
];

const allTabs: readonly Tab[] = Object.values<Tab>(tabs);

const namesOf = ({ name, aliases }: Tab): readonly string[] => [name, ...aliases];

/** The name of the sheet that a sheet is a copy of, by the names that spreadsheet programs give to copies; else empty. */
function nameOfOriginal(sheetName: string): string {
  const name = comparedName(sheetName);
  const forms = copies.map((form) => form.exec(name)?.groups?.['name']);
  return forms.find((original) => original !== undefined) ?? '';
}

type Form = typeof comparedName;
const known = new WeakMap<readonly Sheet[], Map<Form, readonly string[]>>();

/** The names of sheets as they are compared: every tab looks for its own among them. */
function comparedNames(sheets: readonly Sheet[], form: Form): readonly string[] {
  const forms = known.get(sheets) ?? new Map<Form, readonly string[]>();
  known.set(sheets, forms);
  const names = forms.get(form) ?? sheets.map(({ name }) => form(name));
  forms.set(form, names);
  return names;
}

/** The sheets with one of a tab's names, the best first: signs and pictures next to the name do not matter. */
function namedLike(tab: Tab, sheets: readonly Sheet[]): readonly Sheet[] {
  for (const form of [comparedName, plainWords]) {
    const names = new Set(namesOf(tab).map(form));
    const compared = comparedNames(sheets, form);
    const found = sheets.filter((_, index) => names.has(compared[index] ?? ''));
    const own = sheets[compared.indexOf(form(tab.name))];
    if (own !== undefined) return [own, ...found.filter((sheet) => sheet !== own)];
    if (found.length > 0) return found;
  }
  return [];
}

/** The sheet that is this tab, by its name. */
export const findSheet = (tab: Tab, sheets: readonly Sheet[]): Sheet | undefined => namedLike(tab, sheets)[0];

/**
 * Sheets under other names that have the headings of a tab, and rows below them: «Saker 2026», a copy. Only people can say
 * whether they should be read.
 */
export const findStrays = (tab: Tab, sheets: readonly Sheet[]): readonly Sheet[] =>
  straysIn(sheets).get(tab) ?? [];

const knownStrays = new WeakMap<readonly Sheet[], ReadonlyMap<Tab, readonly Sheet[]>>();

function straysIn(sheets: readonly Sheet[]): ReadonlyMap<Tab, readonly Sheet[]> {
  const before = knownStrays.get(sheets);
  if (before !== undefined) return before;
  const named = new Set([...allTabs, ...oldTabs].flatMap((tab) => namedLike(tab, sheets)));
  const strays = new Map<Tab, Sheet[]>();
  for (const sheet of sheets) {
    const tab = named.has(sheet) || isPage(sheet) ? undefined : likeliestTab(sheet);
    if (tab !== undefined) strays.set(tab, [...(strays.get(tab) ?? []), sheet]);
  }
  knownStrays.set(sheets, strays);
  return strays;
}

/** Which tab a sheet of another name may be: the one whose name is part of its own, otherwise the one with most of its headings. */
function likeliestTab(sheet: Sheet): Tab | undefined {
  let best: { readonly tab: Tab; readonly rank: number } | undefined;
  for (const tab of allTabs) {
    const found = findHeadings(tab, sheet);
    if (found === undefined || found.place + 1 >= sheet.rows.length) continue;
    const { matches, isComplete } = found;
    const all = Object.keys(tab.columns).length;
    const isAlike = isComplete && (matches.size >= 4 || matches.size * 2 >= all);
    const isNamed = saysName(tab, sheet);
    if (!isAlike && !(isNamed && matches.size > 1)) continue;
    const rank = matches.size + matches.size / all + (isNamed ? 1000 : 0);
    if (best === undefined || rank > best.rank) best = { tab, rank };
  }
  return best?.tab;
}

const saysName = (tab: Tab, sheet: Sheet): boolean =>
  namesOf(tab).some((name) => ` ${plainWords(sheet.name)} `.includes(` ${plainWords(name)} `));

/** Problems with the place of a tab. */
export function placeProblems(tab: Tab, sheets: readonly Sheet[]): readonly Problem[] {
  const [sheet, ...others] = namedLike(tab, sheets);
  const strays = findStrays(tab, sheets);
  const twice = others.map((other) =>
    problem('tab-twice', 'warning', { tab: other.name }, { other: sheet?.name ?? tab.name }),
  );
  if (sheet === undefined)
    return strays.length > 0 ? [strayed(tab, undefined, strays)] : [missing(tab, sheets)];
  // What was in Kontroll can be found again.
  if (strays.length > 0 && tab !== tabs.findings && isWithoutRows(tab, sheet))
    return [...twice, strayed(tab, sheet, strays)];
  const original = sheet.name;
  const names = new Set(namesOf(tab).map(comparedName));
  const copied = comparedNames(sheets, nameOfOriginal);
  const told = sheets.flatMap((other, index) => {
    if (other === sheet) return [];
    if (names.has(copied[index] ?? ''))
      return [problem('tab-copy', 'info', { tab: other.name }, { original })];
    return strays.includes(other) && saysName(tab, other)
      ? [problem('tab-alike', 'info', { tab: other.name }, { original })]
      : [];
  });
  return [...twice, ...told];
}

/** What the tabs of Felles keep that is recorded nowhere else. */
const keptBy: Readonly<Record<string, KeptByTab>> = {
  [tabs.ledger.name]: 'sent',
  [tabs.statements.name]: 'said',
};

function missing(tab: Tab, sheets: readonly Sheet[]): Problem {
  // Where nothing was ever sent, nothing can be lost.
  if (tab === tabs.statements && !isAnythingSaid(sheets))
    return problem('tab-missing', 'info', { tab: tab.name }, { needed: true });
  const needed = tab.owner === 'people';
  const keeps = keptBy[tab.name];
  const level = tab.isSpine === true ? 'error' : needed || keeps !== undefined ? 'warning' : 'info';
  return problem(
    'tab-missing',
    level,
    { tab: tab.name },
    { needed, ...(keeps === undefined ? {} : { keeps }) },
  );
}

/** Whether something has been sent, released or told, as far as the other tabs of the machine say. */
function isAnythingSaid(sheets: readonly Sheet[]): boolean {
  return [tabs.ledger, ...oldTabs].some((tab) => {
    const sheet = findSheet(tab, sheets);
    return sheet !== undefined && !isWithoutRows(tab, sheet);
  });
}

function strayed(tab: Tab, sheet: Sheet | undefined, strays: readonly Sheet[]): Problem {
  const level: Level = tab === tabs.findings ? 'warning' : 'error';
  const at = { tab: sheet?.name ?? tab.name };
  return problem('tab-renamed', level, at, {
    names: strays.map(({ name }) => name),
    isThere: sheet !== undefined,
  });
}

function isWithoutRows(tab: Tab, sheet: Sheet): boolean {
  const found = findHeadings(tab, sheet);
  return sheet.rows.length === 0 || (found !== undefined && found.place + 1 >= sheet.rows.length);
}
