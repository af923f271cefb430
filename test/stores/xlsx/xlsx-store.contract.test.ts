import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createWorkbookFile, xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { storeContract } from '../../support/store-contract.ts';
import { XlsxPerson } from './xlsx-person.ts';

let folder = '';
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-'));
});

afterAll(() => rm(folder, { recursive: true }));

storeContract(
  'the .xlsx store',
  { afterAnEdit: 'refuses the write', addsBelow: 'what is seen', longestText: 32_767 },
  async (initial) => {
    made += 1;
    const path = join(folder, `register ${made}.xlsx`);
    await createWorkbookFile(path, initial);
    return { store: xlsxStore(path), people: new XlsxPerson(path) };
  },
);
