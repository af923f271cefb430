import { afterEach } from 'vitest';
import { storeContract } from '../../support/store-contract.ts';
import { makeGround, type Ground } from './ground.ts';

const grounds: Ground[] = [];

afterEach(async () => {
  for (const { google } of grounds.splice(0)) await google.close();
});

storeContract(
  'the Google store',
  { afterAnEdit: 'finds rows again', addsBelow: 'any content', longestText: 50_000 },
  async (initial) => {
    const ground = await makeGround(initial);
    grounds.push(ground);
    return ground;
  },
);
