import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command, Run } from '../../src/app/cli/command.ts';
import { agendaPaper } from '../../src/app/papers/definitions/agenda.ts';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { checkCommand } from '../../src/app/commands/check.ts';
import { copyCommand } from '../../src/app/commands/copy.ts';
import { doctorCommand } from '../../src/app/commands/doctor.ts';
import { sendCommand } from '../../src/app/commands/send.ts';
import { todayCommand } from '../../src/app/commands/today.ts';
import { requireNoSample } from '../../src/app/send/before-sending.ts';
import { outboxNames } from '../../src/delivery/outbox.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { paperSamples } from '../support/paper-samples.ts';
import { mailingIn } from '../support/webinar-story.ts';
import { makeOwn, makeSampleWorld, type TestWorld } from '../support/world.ts';

/** One world for all: the sample of 23 November 2026 with its papers in `marked`, and the same as one's own in `own`. */
let world: TestWorld;
const commands: readonly (readonly [Command, readonly string[]])[] = [
  [agendaPaper, ['--number', '--mailing']],
  [announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement']],
  [announceCommand, ['--plan']],
  ...paperSamples
    .filter(({ paper }) => paper !== agendaPaper)
    .map(({ paper, argv }) => [paper, argv] as const),
];
/** What a program prints for a value that it has no words for, such as a title with both its versions. */
const noWords = /\[object |\bundefined\b/u;
const makeAll = async (out: string): Promise<void> => {
  for (const [command, argv] of commands) {
    const { code, stdout, stderr } = await world.run(command, [
      ...[...argv, '--out', out],
      ...['--workbook', `${out}.xlsx`],
    ]);
    if (code === 2) throw new Error(stderr);
    expect(stdout + stderr, command.name).not.toMatch(noWords);
    expect(stderr.includes('The register is a sample'), command.name).toBe(out === 'marked');
  }
};
beforeAll(async () => {
  world = await makeSampleWorld();
  for (const name of ['marked.xlsx', 'own.xlsx'])
    await copyFile(join(world.folder, 'register.xlsx'), join(world.folder, name));
  await makeOwn(xlsxStore(join(world.folder, 'own.xlsx')));
  await makeAll('marked');
  await makeAll('own');
}, 120_000);
afterAll(() => world.remove());

const read = /(?<!mailing)\.(?:html|txt|md|ics|docx|xml|json)$/u;
/** Every file that people read, or of other kinds, by its name below the folder. */
async function filesIn(out: string, kinds = read): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(join(world.folder, out), { recursive: true });
  const wanted = names.filter((name) => kinds.test(name));
  return new Map(
    await Promise.all(
      wanted.sort().map(async (name) => {
        const bytes = await readFile(join(world.folder, out, name));
        const part = name.endsWith('.docx') ? unzipSync(bytes)['word/document.xml'] : bytes;
        return [name, strFromU8(part ?? new Uint8Array())] as const;
      }),
    ),
  );
}

const agendaMailing = 'marked/agenda/a-2026-004-agenda-r1';
const send = (...argv: readonly string[]): ReturnType<TestWorld['run']> =>
  world.run(sendCommand, [agendaMailing, ...argv], { SMTP_URL: 'smtp://127.0.0.1:9' });

it('has words for every value that a file prints', async () => {
  const files = await filesIn('own', /\.(?!xlsx|png)[a-z]+$/u);
  expect([...files.keys()].some((name) => name.endsWith('mailing.json'))).toBe(true);
  expect([...files].filter(([, text]) => noWords.test(text)).map(([name]) => name)).toEqual([]);
});

describe('a sample register', () => {
  it('is told of in every file that is made from it', async () => {
    const files = await filesIn('marked');
    expect(files.size).toBeGreaterThan(60);
    const silent = [...files].filter(([, text]) => !/Eksempel(?:<\/strong>)?:|D\u00f8me:/u.test(text));
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('is told of on the one way from a template or an event to a file', async () => {
    const app = join(import.meta.dirname, '../../src/app');
    const sources = (await readdir(app, { recursive: true })).filter((name) => name.endsWith('.ts'));
    const callers = await Promise.all(
      sources.map(async (name) => {
        const text = await readFile(join(app, name), 'utf8');
        return /\b(?:renderIcs|createTemplates)\(/u.test(text) ? [name] : [];
      }),
    );
    // The page says so in its frame, and its papers come by the one way.
    const own = ['page/templates.ts'];
    const ways = [...own, 'papers/calendar-text.ts', 'papers/paper-writer.ts'];
    expect(callers.flat().sort()).toEqual(ways);
  });

  it('is told of in check, today, doctor, and as JSON', async () => {
    expect((await world.run(checkCommand)).stdout).toMatch(
      /info +row 2, Verdi \(B2\): This is a sample register/u,
    );
    expect((await world.run(todayCommand)).stdout).toMatch(/^The register is a sample/u);
    expect((await world.run(todayCommand, ['--json'])).stdout).toContain('"isSample": true');
    expect((await world.run(doctorCommand)).stdout).toMatch(/^note +sample +This is a sample register/mu);
    expect((await world.run(checkCommand, ['--json'])).stdout).toContain('"sample-register"');
  });

  it('is still known as one when it has been copied', async () => {
    await world.run(copyCommand, ['--from', 'register.xlsx', '--to', 'copy.xlsx']);
    const { stdout } = await world.run(doctorCommand, ['--workbook', 'copy.xlsx']);
    expect(stdout).toMatch(/^note +sample /mu);
  });
});

describe('a mailing that was made from a sample', () => {
  it('says so when it is looked at, and is offered to the outbox that only writes', async () => {
    const files = await send();
    expect(files.stdout).toContain('made from a sample register');
    expect(files.stderr).toContain('A sample is not sent without --allow sample.');
    expect(files.stderr).toMatch(/To write its files: .*--outbox files --approve/u);
    const smtp = await send('--outbox', 'smtp');
    expect(smtp.code).toBe(0);
    expect(smtp.stderr).toContain('smtp accepts nothing made from a sample');
    expect(smtp.stderr).not.toContain('--approve');
  });

  it('does not leave the house, not as a test either', async () => {
    const { planHash } = await mailingIn(join(world.folder, agendaMailing));
    for (const outbox of outboxNames.filter((name) => name !== 'files'))
      for (const how of [
        ['--approve', planHash],
        ['--test-to', 'meg@felles.example'],
      ]) {
        const { code, stdout, stderr } = await send('--outbox', outbox, ...how);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toMatch(/made from a sample register, so .* does not accept it[\s\S]*--allow sample/u);
      }
  });

  it('is shown with the way to send it once it is allowed, and names the previews that are there', async () => {
    const shown = await send('--outbox', 'smtp', '--allow', 'sample');
    expect(shown.stderr).toMatch(/To send it: .*--outbox smtp --allow sample --approve [\da-f]{8}/u);
    const { letters } = await mailingIn(join(world.folder, agendaMailing));
    const previews = letters.map(({ standard }) => `preview.${standard}.eml`).join(' and ');
    expect(shown.stderr).toContain(`Look at ${previews} in the folder.`);
  });

  it('goes by name, and nothing else can be allowed', async () => {
    const mailing = await mailingIn(join(world.folder, agendaMailing));
    const to = (name: 'smtp' | 'files', allow?: string) => (): void => {
      const flags: Run['flags'] = allow === undefined ? {} : { allow };
      requireNoSample({ flags }, mailing, { name });
    };
    expect(to('smtp')).toThrow('sample register');
    expect(to('smtp', 'sample')).not.toThrow();
    expect(to('files')).not.toThrow();
    expect(to('files', 'simple')).toThrow('--allow does not know «simple»');
  });
});

describe('a register that is a sample no more', () => {
  it('is not told of as one anywhere', async () => {
    for (const command of [checkCommand, todayCommand, doctorCommand]) {
      const { stdout, stderr } = await world.run(command, ['--workbook', 'own.xlsx']);
      expect(stdout + stderr).not.toMatch(/sample/iu);
    }
    const told = [...(await filesIn('own'))].filter(([, text]) => text.includes('røveregister'));
    expect(told).toEqual([]);
  });

  it('gives the same papers, but for their heads', async () => {
    const own = await filesIn('own');
    const bare = (text: string): string =>
      text
        .replaceAll('\r\n ', '')
        .replace(/^\| (?:Eksempel|D\u00f8me): .*\n\n/mu, '')
        .replace(/^> \*\*(?:Eksempel|D\u00f8me):\*\* .*\n\n/mu, '')
        .replace(/^(?:Eksempel|D\u00f8me): Dette er .*\n\n/u, '')
        .replace(/(?<=DESCRIPTION:)(?:Eksempel|D\u00f8me): Dette .*?data\.\\n\\n/gu, '')
        .replace(/(?<=SUMMARY:|<title>)(?:Eksempel|D\u00f8me): /gu, '');
    for (const [name, text] of await filesIn('marked'))
      if (/\.(?:txt|md|ics)$/u.test(name) && !name.includes('post.'))
        expect(bare(text), name).toBe(own.get(name)?.replaceAll('\r\n ', ''));
  });

  it('does not make a mailing that was made before go out', async () => {
    const { planHash } = await mailingIn(join(world.folder, agendaMailing));
    const { code, stderr } = await send('--outbox', 'smtp', '--approve', planHash, '--workbook', 'own.xlsx');
    expect(code).toBe(2);
    expect(stderr).toContain('made from a sample register');
    expect((await mailingIn(join(world.folder, 'own/agenda/a-2026-004-agenda-r1'))).sample).toBeUndefined();
  });
});
