import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { minutesPaper } from '../../../src/app/papers/definitions/minutes.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import type { Action } from '../../../src/register/tabs/actions.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { docxOf, paragraph } from '../../support/documents.ts';
import { typeIn } from '../../support/type-in.ts';
import { makeFilledWorld } from '../../support/world.ts';

const heading = (text: string): string => paragraph(text, '<w:pStyle w:val="Overskrift2"/>');

it('an action that was reworded in the sheet is not added again by the same minutes', async () => {
  const world = await makeFilledWorld();
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const actions = async (): Promise<readonly Action[]> =>
    readRegister(await store.read(), nowAt('2026-12-04T09:00')).register.actions;
  const minutes = (...tasks: readonly string[]): string =>
    [
      heading('Referat fra kvartalsmøtet'),
      paragraph('Referanse: A-2026-004'),
      heading('Samtykke fra kommunene i forbildekatalogen'),
      ...tasks.map((text) => paragraph(`Tiltak: ${text}`)),
    ].join('');
  const read = async (body: string): Promise<void> => {
    await writeFile(join(world.folder, 'referat.docx'), docxOf(body));
    const argv = ['--read', 'referat.docx', '--write', '--again', '--now', '2026-12-04T09:00'];
    await world.run(minutesPaper, argv);
  };
  const before = (await actions()).length;

  await read(minutes('Ringe Vang'));
  const added = (await actions()).slice(before);
  expect(added.map(({ action }) => action)).toEqual(['Ringe Vang']);
  await typeIn(store, 'Tiltak', added[0]?.id ?? '', { Tiltak: 'Ringe ordføreren i Vang' });

  await read(minutes('Ringe Vang'));
  expect((await actions()).slice(before).map(({ action }) => action)).toEqual(['Ringe ordføreren i Vang']);

  // Nor when the minutes were changed elsewhere: what is new in them is added.
  await read(minutes('Ringe Vang', 'Skrive til Sel'));
  expect((await actions()).slice(before).map(({ action }) => action)).toEqual([
    ...['Ringe ordføreren i Vang', 'Skrive til Sel'],
  ]);
  await world.remove();
});
