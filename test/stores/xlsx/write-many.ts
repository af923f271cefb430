/**
 * A process that adds rows to a workbook, as an impatient operator would: it reads, writes, and when somebody else
 * was faster, reads again. It prints how many it has added. Arguments: the file, a name, how many rows.
 */
import { UserError } from '../../../src/domain/user-error.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';

const [path = '', name = '', count = '0'] = process.argv.slice(2);
const store = xlsxStore(path);

for (let done = 0; done < Number(count);) {
  const base = await store.read();
  try {
    await store.write([{ kind: 'row', tab: 'Logg', cells: { Hvem: name, Nr: done } }], base);
    done += 1;
    process.stdout.write(`${done}\n`);
  } catch (error) {
    if (!(error instanceof UserError) || !error.message.includes('has changed since')) throw error;
  }
}
