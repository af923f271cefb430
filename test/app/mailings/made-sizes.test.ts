import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { madeSizes } from '../../../src/app/mailings/mailing-folder.ts';
import { beginStory, mailingIn } from '../../support/webinar-story.ts';

const story = await beginStory();
afterAll(() => story.world.remove());

it('tells for how many the mailings of a workbook are, of those whose folder is whole', async () => {
  await story.announce('--kind', 'announcement');
  const { id, recipients } = await mailingIn(story.folderOf('announcement'));
  const out = join(story.world.folder, 'out');
  expect(await madeSizes(out, 'file')).toEqual(new Map([[id, recipients.length]]));
  expect(await madeSizes(out, 'another')).toEqual(new Map());
  await writeFile(join(story.folderOf('announcement'), 'mailing.json'), '{');
  expect(await madeSizes(out, 'file')).toEqual(new Map());
});
