import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendCommand } from '../../../src/app/commands/send.ts';
import { digestPaper } from '../../../src/app/papers/definitions/digest.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(() => world.remove());

const run = (...argv: readonly string[]): Promise<ScriptRun> => world.run(digestPaper, argv);

describe('the digest of the sample register', () => {
  it.each(['Distriktssenteret', 'Bylivsenteret'])('for %s is six files', async (party) => {
    const { code, stdout } = await run('--for', party);
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 6]);
  });

  it('can be made again until it is said to have gone out, and then there is nothing new', async () => {
    const first = await run('--for', 'Distriktssenteret', '--format', 'txt');
    const other = await run('--for', 'Distriktssenteret', '--format', 'txt', '--out', 'igjen', '--sent');
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('nothing was kept')]);
    const again = await run('--for', 'Distriktssenteret', '--sent');
    expect(again.stderr).toContain('What was reported to Distriktssenteret is kept');
    expect(again.stderr.split('\n')[0]).toBe(first.stderr.split('\n').at(-3));
    const after = await run('--for', 'Distriktssenteret', '--out', 'etter');
    expect([after.code, after.stdout, after.stderr]).toEqual([
      0,
      '',
      'There is nothing new for Distriktssenteret (since 2026-11-23), so nothing was made.\n',
    ]);
    expect(await readdir(world.folder)).not.toContain('etter');
    expect((await run('--for', 'Bylivsenteret', '--format', 'txt')).stderr).toContain('(the first one)');
  });

  it.each([
    [[], 'Which party is the digest for?'],
    [['--for', 'Distriktsenteret'], 'Did you mean --for Distriktssenteret?'],
  ])('%j is told of in one message', async (argv, message) => {
    const { code, stderr } = await run(...argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

const outbox = (): Record<string, string> => ({
  FELLES_STATE: join(world.folder, 'state'),
  FELLES_OUTBOX: 'files',
});
const mailing = (party: string): Promise<ScriptRun> =>
  run('--for', party, '--mailing', '--format', 'txt', '--standard', 'nb');

describe('the digest as a mailing', () => {
  it.each([
    ['Distriktssenteret', 'nn'],
    ['Bylivsenteret', 'nb'],
  ])('for %s goes to its contacts on the list, in their standard', async (party, standard) => {
    const { code, stdout } = await mailing(party);
    const folder = `out/digest/${party.toLowerCase()}-digest-r1`;
    expect([code, stdout.split('\n').at(-2)]).toEqual([0, folder]);
    const json: unknown = JSON.parse(await readFile(join(world.folder, folder, 'mailing.json'), 'utf8'));
    expect(json).toMatchObject({
      kind: 'digest',
      letters: [{ standard }],
      recipients: [
        { standard, address: expect.stringContaining(`@${party.toLowerCase()}.example`) as string },
      ],
    });
    for (const ending of ['html', 'txt']) {
      const words = await readFile(join(world.folder, folder, `message.${standard}.${ending}`), 'utf8');
      await expect(words).toMatchFileSnapshot(
        `../../golden/digest/mail/${party.toLowerCase()}.${standard}.${ending}`,
      );
    }
    expect((await mailing(party)).stdout).toContain(`${folder} (unchanged)`);
  });

  it('is told when it is sent, and then there is nothing new', async () => {
    await mailing('Distriktssenteret');
    const folder = 'out/digest/distriktssenteret-digest-r1';
    const shown = await world.run(sendCommand, [folder], outbox());
    const hash = /--approve (\w+)/u.exec(shown.stderr)?.[1] ?? shown.stderr;
    expect((await run('--for', 'Distriktssenteret', '--format', 'txt')).stderr).toContain('(the first one)');
    const sent = await world.run(sendCommand, [folder, '--approve', hash], outbox());
    // Files are for a person to send; the record has what they say from then on.
    expect(sent.code).toBe(1);
    const after = await mailing('Distriktssenteret');
    expect([after.code, after.stdout]).toEqual([0, '']);
    expect(after.stderr).toContain('There is nothing new for Distriktssenteret (since 2026-11-23)');
    expect((await mailing('Bylivsenteret')).stderr).toContain('(the first one)');
  });

  it('is not kept by hand too', async () => {
    const { code, stderr } = await run('--for', 'Distriktssenteret', '--mailing', '--sent');
    expect([code, stderr]).toEqual([2, expect.stringContaining('both given')]);
  });
});
