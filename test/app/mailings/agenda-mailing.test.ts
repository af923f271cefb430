import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { sendCommand } from '../../../src/app/commands/send.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { eventOf } from '../../support/golden-mailing.ts';
import { mailingIn } from '../../support/webinar-story.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(() => world.remove());

const agenda = (...argv: readonly string[]): Promise<ScriptRun> => world.run(agendaPaper, argv);
const send = (...argv: readonly string[]): Promise<ScriptRun> =>
  world.run(sendCommand, argv, { FELLES_STATE: join(world.folder, 'state') });

/** The folders of mailings that were made. */
const folders = async (): Promise<readonly string[]> =>
  (await readdir(join(world.folder, 'out/agenda'))).filter((name) => /-agenda-r\d+$/u.test(name)).toSorted();
const pathOf = (name: string): string => join(world.folder, 'out/agenda', name);

async function approved(name: string): Promise<string> {
  return (await mailingIn(pathOf(name))).planHash.slice(0, 8);
}

async function outbox(name: string): Promise<readonly Email[]> {
  const folder = join(pathOf(name), 'outbox');
  const files = await readdir(folder);
  return Promise.all(files.map(async (file) => PostalMime.parse(await readFile(join(folder, file)))));
}

async function retitle(id: string, title: string): Promise<void> {
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const base = await store.read();
  const sheet = base.sheets.find(({ name }) => name === 'Saker');
  const place = sheet?.rows[0]?.cells.indexOf('Tittel') ?? -1;
  const was = sheet?.rows.find(({ cells }) => cells[0] === id)?.cells[place] ?? null;
  const change = {
    kind: 'cell',
    tab: 'Saker',
    at: { by: 'id', idColumn: 'ID', id },
    column: 'Tittel',
  } as const;
  const [result] = await store.write([{ ...change, was, becomes: title }], base);
  if (result?.outcome !== 'done') throw new Error(JSON.stringify(result));
}

describe('the agenda as a mailing', () => {
  it('goes to those who are called, in their written standard, each with an invitation to answer', async () => {
    const { code, stdout, stderr } = await agenda('--number', '--mailing');
    expect([code, stderr]).toEqual([0, expect.stringContaining('of liste:kvartalsmøte')]);
    const [name = '', ...more] = await folders();
    expect([more, stdout.trimEnd().split('\n').at(-1)]).toEqual([[], `out/agenda/${name}`]);
    const { recipients, letters, kind } = await mailingIn(pathOf(name));
    expect([kind, recipients.length > 3]).toEqual(['agenda', true]);
    expect(new Set(letters.map(({ standard }) => standard))).toEqual(
      new Set(recipients.map(({ standard }) => standard)),
    );
    // Writing the files is not sending.
    expect((await send(join('out/agenda', name), '--approve', await approved(name))).code).toBe(1);
    const mails = await outbox(name);
    expect(mails.map(({ to }) => to?.[0]?.address).toSorted()).toEqual(
      recipients.map(({ address }) => address).toSorted(),
    );
    for (const mail of mails) {
      expect(mail.replyTo?.map(({ address }) => address)).toEqual(['samarbeid@felles.example']);
      expect(mail.subject).toMatch(/^Innkalling til kvartalsmøte/u);
      expect(mail.text).toMatch(/Sak\s\d+\/26/u);
      const ics = mail.attachments.find(({ filename }) => filename === 'mote.ics');
      const event = eventOf(Buffer.from(ics?.content as ArrayBuffer).toString('utf8'));
      const attendees = event.getAllProperties('attendee');
      expect(attendees.map((one) => one.getFirstValue())).toEqual([`mailto:${mail.to?.[0]?.address ?? ''}`]);
      expect(attendees[0]?.getParameter('rsvp')).toBe('TRUE');
      expect(event.getFirstPropertyValue('sequence')).toBe(0);
    }
  });

  it('is made once, and again when something has changed, with the same number as long as nobody has it', async () => {
    await agenda('--number', '--mailing');
    expect((await agenda('--mailing')).stdout).toContain('(unchanged)');
    const [first = ''] = await folders();
    const id = (await mailingIn(pathOf(first))).source.find(({ tab }) => tab === 'Saker')?.id ?? '';
    await retitle(id, 'En helt annen sak');
    const stopped = await send(join('out/agenda', first), '--approve', await approved(first));
    expect([stopped.code, stopped.stderr]).toEqual([2, expect.stringContaining(`Saker, ${id}: Tittel`)]);
    expect(stopped.stderr).toContain('npm run agenda -- --meeting A-2026-004 --mailing');
    await agenda('--mailing');
    const [, second = ''] = await folders();
    const { letters } = await mailingIn(pathOf(second));
    expect(letters.map(({ calendar }) => calendar?.sequence)).toEqual(letters.map(() => 0));
  });

  it('is not made with numbers that nobody keeps', async () => {
    const { code, stderr } = await agenda('--mailing');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Add --number too')]);
  });
});
