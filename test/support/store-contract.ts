import { beforeEach, describe } from 'vitest';
import { addingFirstContract } from './store-contract/adding-first.ts';
import { cellContract } from './store-contract/cells.ts';
import { INITIAL, type Fixture, type MakeStore, type StoreTraits } from './store-contract/fixture.ts';
import { editContract } from './store-contract/people.ts';
import { looksContract } from './store-contract/looks.ts';
import { readingContract } from './store-contract/reading.ts';
import { rowContract, tabContract, titleContract } from './store-contract/rows-and-tabs.ts';
import { textContract } from './store-contract/texts.ts';

/** The contract between Felles and whatever keeps the register. Every adapter passes all of it. */
export function storeContract(name: string, traits: StoreTraits, make: MakeStore): void {
  describe(`${name} keeps the contract of a store:`, () => {
    const at: Fixture = { store: null, people: null };
    beforeEach(async () => {
      Object.assign(at, await make(INITIAL));
    });
    readingContract(at, make);
    cellContract(at);
    rowContract(at, traits);
    titleContract(at);
    tabContract(at, make);
    textContract(at, traits, make);
    editContract(at, traits);
    addingFirstContract(at);
    looksContract(at);
  });
}
