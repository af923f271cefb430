import { afterEach } from 'vitest';
import { storeContract } from '../../support/store-contract.ts';
import { makeTestSheet, type TestSheet } from './test-sheet.ts';

const testSheets: TestSheet[] = [];

afterEach(async () => {
  for (const { google } of testSheets.splice(0)) await google.close();
});

storeContract(
  'the Google store',
  { afterAnEdit: 'finds rows again', addsBelow: 'any content', longestText: 50_000 },
  async (initial) => {
    const testSheet = await makeTestSheet(initial);
    testSheets.push(testSheet);
    return testSheet;
  },
);
