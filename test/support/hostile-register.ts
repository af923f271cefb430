/** A register in which somebody has typed, in every cell for words, what would run in a browser if it were not text. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { WorkbookContent } from '../../src/register/setup.ts';
import { makeTypedWorld } from './screens.ts';
import type { TestWorld } from './world.ts';

/** What is said of it is in the title of the window, if any of it runs. */
const hostile =
  ' <img src=x onerror="document.title=1"><script>document.title=1</script>{{constructor.constructor "x"}} [x](javascript:document.title=1) \u{202E}gnp.exe';

const wordy = new Set(
  'Tittel,Tittel nynorsk,Bakgrunn,Forslag til vedtak,Vedtak,Notat,Tiltak,Sted,Ingress,Beskrivelse,Merknad,Tema,Rolle,Innhold,Neste steg'.split(
    ',',
  ),
);

const typedOver = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => {
      if (column === 'Vedlegg') return [column, 'javascript:document.title=1'];
      return [column, wordy.has(column) && typeof cell === 'string' ? cell + hostile : cell];
    }),
  );

/** A word in a cell that is made so long afterwards: Felles itself writes no cell that a workbook cannot hold. */
const placeholder = 'SkalBliLang';

/** The sample as somebody's own, so typed over, with so many rows that cannot be read, and a case with cells of 50,000 characters. */
export async function makeHostileWorld(problems: number): Promise<TestWorld> {
  const world = await makeTypedWorld((content) => {
    const typed = Object.fromEntries(
      Object.entries(content).map(([tab, rows]) => [tab, rows.map(typedOver)]),
    ) as WorkbookContent;
    const broken = Array.from({ length: problems }, (_, index) => ({
      ...{ ID: `A-2026-${String(index + 200)}`, Type: 'Informasjon', Part: 'Felles', Status: 'Planlagt' },
      ...{
        Tittel: `Nr. ${String(index)}${hostile}`,
        Start: '31.02.2026',
        Lenke: 'javascript:document.title=1',
      },
    }));
    const long = { ID: 'S-2026-900', Tittel: placeholder, Bakgrunn: placeholder, Type: 'Drøfting' };
    return {
      ...typed,
      activities: [...(typed.activities ?? []), ...broken],
      cases: [...(typed.cases ?? []), { ...long, Status: 'Meldt' }],
    };
  });
  const file = join(world.folder, 'register.xlsx');
  const parts = Object.entries(unzipSync(await readFile(file))).map(([name, bytes]) => [
    name,
    name.endsWith('.xml')
      ? strToU8(strFromU8(bytes).replaceAll(placeholder, `Langt${'x'.repeat(49_995)}`))
      : bytes,
  ]);
  await writeFile(file, zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>));
  return world;
}
