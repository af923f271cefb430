/** The documents that are partly made from the code, what makes each part, and the scripts that start each command. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { commandNames, commands } from '../main.ts';
import {
  allowable,
  commandList,
  commandPart,
  commonFlags,
  exitTable,
  norwegianCommandList,
  type LoadedCommand,
} from './command-parts.ts';
import { columnReference, settingReference, wordReference } from './column-parts.ts';
import { scriptOf, withScripts, withSections } from './command-files.ts';
import { fillParts } from './fill.ts';
import { housePicture, readFolders } from './house-picture.ts';
import { eventTable, eventWords, tabCounts, tabTable } from './register-parts.ts';
import { variableTable } from './variable-parts.ts';

const documents = [
  'README.md',
  'docs/commands.md',
  'docs/design.md',
  'docs/house.svg',
  'docs/operations.md',
  'docs/sending.md',
  'docs/drift.nb.md',
  'docs/drift.nn.md',
  'docs/kolonner.nb.md',
] as const;

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What makes each part, by its name. */
async function makers(): Promise<ReadonlyMap<string, () => string>> {
  const loaded: readonly LoadedCommand[] = await Promise.all(
    commandNames.map(async (name) => ({ ...commands[name], command: await commands[name].load() })),
  );
  const ofCommands = loaded.flatMap(({ command }): [string, () => string][] => [
    [`command:${command.name}`, () => commandPart(command)],
    [`ends:${command.name}`, () => exitTable(command)],
  ]);
  return new Map([
    ...ofCommands,
    ['commands', () => commandList(loaded)],
    ['commands:nb', () => norwegianCommandList(loaded, 'nb')],
    ['commands:nn', () => norwegianCommandList(loaded, 'nn')],
    ['common-flags', commonFlags],
    ['allowable-checks', allowable],
    ['variables', variableTable],
    ['house', () => housePicture(readFolders(`${root}src`))],
    ['tab-counts', tabCounts],
    ['tabs', tabTable],
    ['columns', columnReference],
    ['column-words', wordReference],
    ['settings', settingReference],
    ['ledger-events', eventTable],
    ['ledger-events:nb', () => eventWords('nb')],
    ['ledger-events:nn', () => eventWords('nn')],
  ]);
}

export interface DocumentState {
  readonly path: string;
  readonly is: string;
  readonly shouldBe: string;
}

/** Every document as it is, and as the code has it. */
export async function documentStates(): Promise<readonly DocumentState[]> {
  const made = await makers();
  return Promise.all(
    documents.map(async (path) => {
      const is = await readFile(`${root}${path}`, 'utf8');
      const whole = path === 'docs/commands.md' ? withSections(is, commandNames) : is;
      return { path, is, shouldBe: fillParts(whole, (name) => made.get(name)?.()) };
    }),
  );
}

/** The scripts of the commands and their lines in package.json, likewise. A script that is not there is empty. */
export async function scriptStates(): Promise<readonly DocumentState[]> {
  const manifest = await readFile(`${root}package.json`, 'utf8');
  const scripts = commandNames.map(async (name) => {
    const path = `scripts/${name}.ts`;
    const is = existsSync(`${root}${path}`) ? await readFile(`${root}${path}`, 'utf8') : '';
    return { path, is, shouldBe: scriptOf(name) };
  });
  return [
    { path: 'package.json', is: manifest, shouldBe: withScripts(manifest, commandNames) },
    ...(await Promise.all(scripts)),
  ];
}

/** Writes the documents and scripts that are not as the code has them. Gives their paths. */
export async function writeDocuments(): Promise<readonly string[]> {
  const states = [...(await documentStates()), ...(await scriptStates())];
  const stale = states.filter(({ is, shouldBe }) => is !== shouldBe);
  for (const { path, shouldBe } of stale) await writeFile(`${root}${path}`, shouldBe);
  return stale.map(({ path }) => path);
}
