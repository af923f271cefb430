import { MemoryStore } from '../support/memory-store.ts';
import { storeContract } from '../support/store-contract.ts';

storeContract(
  'the store in memory',
  { afterAnEdit: 'finds rows again', addsBelow: 'what is seen', longestText: 32_767 },
  (initial) => {
    const store = new MemoryStore(initial);
    return Promise.resolve({ store, people: store });
  },
);
