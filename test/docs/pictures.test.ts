import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { checkCommand } from '../../src/app/commands/check.ts';
import { initCommand } from '../../src/app/commands/init.ts';
import { picturedSheets, type Files } from '../../src/app/docs/picture-sheets.ts';
import { PICTURES_NOW, pictureSums, sumLines, SUMS } from '../../src/app/docs/picture-sums.ts';
import { dayOf, instantOf } from '../../src/domain/time.ts';
import { makeWorld } from '../support/world.ts';

const pictures = join(import.meta.dirname, '../../docs/pictures');
const day = dayOf(PICTURES_NOW);

let files: Files;
beforeAll(async () => {
  const world = await makeWorld(instantOf(PICTURES_NOW).toISOString());
  try {
    await world.run(initCommand, ['--sample']);
    await world.run(checkCommand, ['--give-ids', '--write']);
    files = unzipSync(await readFile(join(world.folder, 'register.xlsx')));
  } finally {
    await world.remove();
  }
});

/** The pictures whose sums differ after a change of one sheet, or of the styles. */
function staleAfter(sheet: string | undefined, change: (xml: string) => string): readonly string[] {
  const path = picturedSheets(files, day).find(({ name }) => name === sheet)?.path ?? 'xl/styles.xml';
  const before = strFromU8(files[path] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  const [were, are] = [pictureSums(files, day), pictureSums({ ...files, [path]: strToU8(after) }, day)];
  return Object.keys(were).filter((name) => were[name] !== are[name]);
}

it('the pictures of the guides show the tabs as they are: else run «npm run docs:pictures»', () => {
  expect(sumLines(pictureSums(files, day))).toBe(readFileSync(join(pictures, SUMS), 'utf8'));
});

it.each([
  ['Les meg', 'Melde en sak', 'Foreslå en sak'],
  ['Saker', '>Sakseier<', '>Presentert av<'],
  ['Tiltak', 'width="48"', 'width="40"'],
  ['Tiltak', 'TODAY()', '(TODAY()+1)'],
])('a picture is out of date where its sheet looks otherwise: %s, %s', (sheet, was, becomes) => {
  expect(staleAfter(sheet, (xml) => xml.replace(was, becomes))).toEqual([
    `${sheet.toLowerCase().replace(' ', '-')}.png`,
  ]);
});

it('a colour of the workbook may be in any of them', () => {
  expect(staleAfter(undefined, (xml) => xml.replace(/rgb="FF\w{6}"/u, 'rgb="FF000000"'))).toHaveLength(
    Object.keys(pictureSums(files, day)).length,
  );
});

it('what no picture shows changes none: a row far down, and the choices of a column', () => {
  expect(
    staleAfter('Mottakere', (xml) => xml.replace(/(?<row><row r="300".*?<t[^>]*>)/su, '$<row>x')),
  ).toEqual([]);
  expect(staleAfter('Tiltak', (xml) => xml.replace('<formula1>', '<formula1>1+'))).toEqual([]);
});
