/** What announce and send say in Norwegian, and that what they make does not depend on it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sendCommand } from '../../../src/app/commands/send.ts';
import { speaking } from '../../support/speaking.ts';
import { beginStory, mailingIn } from '../../support/webinar-story.ts';

const kind = ['--kind', 'announcement'];

it('a check that was allowed is in the mailing in English, whatever is spoken', async () => {
  const story = await beginStory();
  await story.type('Program', 'P-2026-011', { Status: 'Spurt' });
  const stopped = await speaking('nn', () => story.announce(...kind));
  expect(stopped.code).toBe(1);
  expect(stopped.stderr.split('\n').slice(-5)).toEqual([
    '  22 av 23 sjekkar er i orden.',
    '  Innleiarane har stadfesta: 1 av innleiarane på A-2026-038 har ikkje stadfesta: P-2026-011 (rad 12).',
    '    Set Status til «Bekreftet» i fana Program når dei har gjort det, eller til «Avslått». Skal det vere slik, kryss av for «Innleiarane har stadfesta» under «Kontrollar som ikkje skal stoppe henne» (--allow).',
    '  Ingenting vart laga.',
    '',
  ]);
  const allowed = [...kind, '--allow', 'speakers-confirmed'];
  const first = await speaking('nb', () => story.announce(...allowed));
  expect(first.stderr).toContain(
    '1 av innlederne på A-2026-038 har ikke bekreftet: P-2026-011 (rad 12). Det er tillatt for denne utsendelsen.',
  );
  const folder = story.folderOf('announcement');
  expect((await mailingIn(folder)).overridden).toEqual([
    {
      check: 'speakers-confirmed',
      found: '1 of the speakers at A-2026-038 has not confirmed: P-2026-011 (row 12).',
    },
  ]);
  const bytes = await readFile(join(folder, 'mailing.json'));
  const again = await story.announce(...allowed);
  expect(again.stdout).toContain('(unchanged)');
  expect(Buffer.compare(await readFile(join(folder, 'mailing.json')), bytes)).toBe(0);
  await story.world.remove();
});

it('everything about a mailing is said in nynorsk', async () => {
  const story = await beginStory();
  const { world } = story;
  await story.announce(...kind);
  const { planHash } = await mailingIn(story.folderOf('announcement'));
  const env = { FELLES_STATE: join(world.folder, 'state') };
  const said = await speaking('nn', async () => {
    const lines: string[] = [];
    const folder = 'out/announce/a-2026-038-announcement-r1';
    for (const argv of [
      [],
      ['--outbox', 'smpt'],
      ['--approve', planHash.slice(0, 8), '--limit', '1'],
      ['--status'],
      ['--resolve', '1111'],
      ['--reopen', 'all'],
      ['--repair'],
    ]) {
      const { stdout, stderr } = await world.run(sendCommand, [folder, ...argv], env);
      lines.push(`> ${argv.join(' ').replace(planHash.slice(0, 8), '…')}`, stdout, stderr);
    }
    return lines.join('\n').replaceAll(planHash.slice(0, 8), '…').replaceAll(/\n+/gu, '\n');
  });
  await expect(said).toMatchFileSnapshot('../../golden/said/send.nn.txt');
  await world.remove();
});
