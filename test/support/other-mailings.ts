/** The mailings that are not about webinars: to those who meet, to speakers, and to the parties about what is new. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { speakersCommand } from '../../src/app/commands/speakers.ts';
import { digestPaper } from '../../src/app/papers/definitions/digest.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { beginMeetingStory, nextMeeting } from './meeting-story.ts';
import { typeIn } from './type-in.ts';

/** Makes one of each from the sample register as it is on 23 November 2026. Gives their folders. */
export async function otherMailings(): Promise<{
  readonly folders: readonly string[];
  readonly remove: () => Promise<void>;
}> {
  const story = await beginMeetingStory();
  const { world } = story;
  for (const party of ['Bylivsenteret', 'Distriktssenteret'])
    await world.run(digestPaper, ['--for', party, '--mailing', '--format', 'txt']);
  await world.run(speakersCommand, []);
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  await typeIn(store, 'Program', 'P-2027-015', { Status: 'Bekreftet' });
  await world.run(speakersCommand, ['--slot', 'P-2027-015', '--kind', 'confirmed']);
  const make = `agenda -- --meeting ${nextMeeting} --number --mailing`;
  await story.run(make);
  await story.send('agenda-r1');
  await story.type('Aktiviteter', nextMeeting, { Start: { wallTime: '2026-12-03T12:00' } });
  await story.type('Aktiviteter', nextMeeting, { Slutt: { wallTime: '2026-12-03T13:30' } });
  await story.run(make, '2026-11-24T12:00');
  await story.send('agenda-r2');
  await story.type('Aktiviteter', nextMeeting, { Status: 'Avlyst' });
  await story.run(`agenda -- --meeting ${nextMeeting} --mailing`, '2026-11-25T12:00');
  const out = join(world.folder, 'out');
  const files = await readdir(out, { recursive: true });
  return {
    folders: files
      .filter((path) => path.endsWith('mailing.json'))
      .map((path) => join(out, dirname(path)))
      .sort(),
    remove: () => world.remove(),
  };
}
