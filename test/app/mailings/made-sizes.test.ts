import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { madeSizes } from '../../../src/app/mailings/mailing-folder.ts';
import type { LedgerEvent } from '../../../src/register/tabs/ledger.ts';
import { beginStory, mailingIn } from '../../support/webinar-story.ts';

const story = await beginStory();
afterAll(() => story.world.remove());

it('tells for how many the mailings of the ledger are, of those whose folder is whole', async () => {
  await story.announce('--kind', 'announcement');
  const { id, recipients } = await mailingIn(story.folderOf('announcement'));
  const ledger = [id, id.replace('r1', 'r2'), '../../etc'].map((mailing): LedgerEvent => ({
    ...{ at: { tab: 'Utsendelser', row: 2, hidden: false }, recipientKey: 'a', mailing, event: 'sendt' },
  }));
  const out = join(story.world.folder, 'out');
  expect(await madeSizes({ out }, { ledger })).toEqual(new Map([[id, recipients.length]]));
  await writeFile(join(story.folderOf('announcement'), 'mailing.json'), '{');
  expect(await madeSizes({ out }, { ledger })).toEqual(new Map());
});
