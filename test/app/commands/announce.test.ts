import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../src/app/cli/speech.ts';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { createComposer } from '../../../src/delivery/compose.ts';
import { speak } from '../../../src/domain/msg.ts';
import type { Change } from '../../../src/domain/workbook.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { expectGoldenMailing } from '../../support/golden-mailing.ts';
import { mailingIn, questionHour } from '../../support/webinar-story.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

/** One world for all: the sample register as it is made on 23 November 2026. */
let world: TestWorld;
let first: ScriptRun;
beforeAll(async () => {
  world = await makeFilledWorld();
  first = await world.run(announceCommand, ['--out', 'first']);
  // It was announced before there was a ledger.
  const thanks = ['--webinar', 'A-2026-036', '--kind', 'followup', '--allow', 'announced'];
  await world.run(announceCommand, [...thanks, '--out', 'thanks']);
});
afterAll(() => world.remove());

const foldersIn = async (out: string, inWorld = world): Promise<string[]> =>
  (await readdir(join(inWorld.folder, out, 'announce'))).sort();

describe('the mailings that are due in the sample register', () => {
  it('show who gets them before anything else, then the checks, then the folder', () => {
    const lines = first.stderr.split('\n');
    const at = (words: RegExp): number => lines.findIndex((line) => words.test(line));
    expect(at(/recipients of sentralitet:5-6: \d+ bokmål, \d+ nynorsk/u)).toBeGreaterThan(0);
    expect(at(/left out:/u)).toBeGreaterThan(at(/recipients of/u));
    expect(first.stderr).toMatch(/; late, due since 2026-11-\d\d\n/u);
    expect(at(/checks are in order/u)).toBeGreaterThan(at(/left out:/u));
  });

  it('are folders that are named on standard output', async () => {
    const named = first.stdout
      .trim()
      .split('\n')
      .map((line) => line.replace('first/announce/', ''));
    expect(named.length).toBeGreaterThan(0);
    expect(await foldersIn('first')).toEqual(named.sort());
  });

  it('hold whole mailings, each file as mailing.json has it', async () => {
    for (const name of await foldersIn('first')) {
      const folder = join(world.folder, 'first', 'announce', name);
      const { files } = await mailingIn(folder);
      expect((await readdir(folder)).sort()).toEqual(
        [...files.map((file) => file.name), 'mailing.json'].sort(),
      );
      for (const file of files)
        expect(sha256(await readFile(join(folder, file.name), 'utf8')), file.name).toBe(file.sha256);
    }
  });

  it('can be composed again from their folders alone, to the byte', async () => {
    for (const name of await foldersIn('first')) {
      const folder = join(world.folder, 'first', 'announce', name);
      const mailing = await mailingIn(folder);
      const text = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
      for (const { standard, subject, html, text: plain, calendar } of mailing.letters) {
        const compose = await createComposer(
          { ...mailing, list: { name: 'webinar', canLeave: true } },
          {
            ...{ standard, subject, html: await text(html), text: await text(plain) },
            calendar: calendar && {
              method: calendar.method,
              ics: await text(calendar.file),
              filename: 'webinar.ics',
            },
          },
        );
        const recipient = mailing.recipients.find((one) => one.standard === standard);
        if (recipient === undefined) throw new Error('a letter to nobody');
        const { bytes } = await compose(recipient, mailing.madeAt);
        expect((await readFile(join(folder, `preview.${standard}.eml`))).equals(bytes)).toBe(true);
      }
    }
  });

  it('are the same to the byte the next time, and left alone', async () => {
    await world.run(announceCommand, ['--out', 'second']);
    for (const name of await foldersIn('first')) {
      for (const file of await readdir(join(world.folder, 'first', 'announce', name))) {
        const [one, other] = await Promise.all(
          ['first', 'second'].map((out) => readFile(join(world.folder, out, 'announce', name, file))),
        );
        expect(other?.equals(one ?? Buffer.of()), file).toBe(true);
      }
    }
    const again = await world.run(announceCommand, ['--out', 'second', '--now', '2026-11-24T09:00']);
    expect(
      again.stdout
        .trim()
        .split('\n')
        .every((line) => line.endsWith(' (unchanged)')),
    ).toBe(true);
    expect(await foldersIn('second')).toEqual(await foldersIn('first'));
  });
});

describe.each(['nb', 'nn'])('a mailing in %s reads as it should', (standard) => {
  const folderOf = async (kind: string): Promise<string> => {
    const out = kind === 'followup' ? 'thanks' : 'first';
    const name = (await foldersIn(out)).find((one) => one.includes(`-${kind}-`)) ?? '';
    return join(world.folder, out, 'announce', name);
  };

  it.each(['announcement', 'followup'])('%s', async (kind) => {
    await expectGoldenMailing(await folderOf(kind), kind, standard);
  });

  it.each([
    ['web', 'html'],
    ['web', 'md'],
    ['post', 'txt'],
  ])('announcement, for elsewhere: %s.%s', async (file, ending) => {
    const words = await readFile(
      join(await folderOf('announcement'), `${file}.${standard}.${ending}`),
      'utf8',
    );
    await expect(words).toMatchFileSnapshot(`../../golden/announcement/mail/${file}.${standard}.${ending}`);
  });
});

describe('what stands in the way', () => {
  it('is told of, each with what to do and the name that allows it, and nothing is made', async () => {
    const { code, stdout, stderr } = await world.run(announceCommand, [
      ...['--webinar', questionHour, '--kind', 'followup', '--out', 'blocked'],
    ]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/webinar-over: .*\n.* add --allow webinar-over/u);
    expect(stderr).toContain('Nothing was made.');
    await expect(readdir(join(world.folder, 'blocked', 'announce'))).rejects.toThrow('ENOENT');
  });

  it('is named in Norwegian in words, as the form names it', async () => {
    const sentences = sentencesIn('nn');
    speak((key) => sentences.get(key), 'nn');
    try {
      const { stderr } = await world.run(announceCommand, [
        ...['--webinar', questionHour, '--kind', 'followup', '--out', 'blocked'],
      ]);
      expect(stderr).toMatch(
        /Webinaret er halde: .*\n.*kryss av for «Webinaret er halde» under «Kontrollar/u,
      );
      expect(stderr).not.toContain('webinar-over');
    } finally {
      speak();
    }
  });

  it('can be allowed by name, and the mailing keeps that', async () => {
    const { code, stdout } = await world.run(announceCommand, [
      ...['--webinar', questionHour, '--kind', 'followup', '--out', 'allowed'],
      ...['--allow', 'webinar-over,recording-link,announced'],
    ]);
    expect(code).toBe(0);
    const { overridden } = await mailingIn(join(world.folder, stdout.trim()));
    expect(overridden.map(({ check }) => check)).toContain('webinar-over');
  });

  it.each([
    [['--kind', 'invite'], /no kind of mailing «invite»/u],
    [['--kind', 'followup-3'], /no kind of mailing/u],
    [
      ['--webinar', questionHour, '--kind', 'reminder-3'],
      /No reminder is planned 3 days before.*\n.*reminder-7/u,
    ],
    [['--webinar', 'A-1999-001'], /no activity A-1999-001/u],
    [['--webinar', questionHour, '--series', 'x'], /both given/u],
    [['--target', 'fylke:Vestlandet'], /no county «Vestlandet»/u],
    [['--standard-default', 'sv'], /no written standard «sv»/u],
    [['--allow', 'shard'], /no check «shard»/u],
    [['--spreadsheet', 'abc'], /neither the id nor the address/u],
  ])('%j ends with 2, a message and advice', async (argv, message) => {
    const { code, stdout, stderr } = await world.run(announceCommand, argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*\.ts:\d/u);
  });
});

describe('a run in which nothing is due', () => {
  it('tells of a target that nobody understands all the same', async () => {
    const { code, stderr } = await world.run(announceCommand, [
      ...['--webinar', 'A-2026-031', '--now', '2026-01-02', '--target', 'fylker:Vestland'],
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean «fylke:»?')]);
  });

  it('tells what comes next, and how to make it today', async () => {
    const { code, stdout, stderr } = await world.run(announceCommand, ['--kind', 'reminder']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`Next, on 2026-12-08: Reminder 7 days before, «Spørretime`);
    expect(stderr).toContain(`--webinar ${questionHour} --kind reminder.`);
  });

  it('offers a follow-up of what is behind', async () => {
    const { stderr } = await world.run(announceCommand, ['--webinar', 'A-2026-035']);
    expect(stderr).toContain('--webinar A-2026-035 --kind followup.');
  });

  it('names the series there are', async () => {
    const { code, stderr } = await world.run(announceCommand, ['--series', 'noe helt annet']);
    expect(code).toBe(2);
    expect(stderr).toContain('Aktiviteter: «Webinarserie for distriktskommuner».');
  });
});

describe('the plan and the language report', () => {
  it('are printed, and the plan is kept as calendars', async () => {
    const { code, stdout } = await world.run(announceCommand, ['--plan', '--out', 'plan']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Date +Day +Text +Webinar +Title +State/u);
    expect(await foldersIn('plan')).toEqual(['plan.nb.ics', 'plan.nn.ics']);
    const ics = await readFile(join(world.folder, 'plan/announce/plan.nn.ics'), 'utf8');
    const events = ICAL.Component.fromString(ics).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(5);
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(events.length);
  });

  it('shows one kind alone, and says where a setting cannot be read', async () => {
    const own = await makeFilledWorld();
    await own.run(announceCommand, ['--plan']);
    const store = xlsxStore(join(own.folder, 'register.xlsx'));
    const bad: Change = {
      ...{ kind: 'cell', tab: 'Oppsett', column: 'Verdi', was: '28', becomes: 'i god tid' },
      at: { by: 'id', idColumn: 'Nøkkel', id: 'Kunngjøring, dager før' },
    };
    await store.write([bad], await store.read());
    const { stdout, stderr } = await own.run(announceCommand, ['--plan', '--kind', 'reminder-7']);
    const kinds = stdout.split('\n').flatMap((line) => /^\d{4}\S+ +\w+ +(.*?) {2,}/u.exec(line)?.[1] ?? []);
    expect(new Set(kinds)).toEqual(new Set(['Reminder 7 days before']));
    expect(stderr).toContain('«Kunngjøring, dager før» in Oppsett cannot be read.');
    await own.remove();
  });

  it('tells the share of each standard for this year and the last', async () => {
    const { code, stdout } = await world.run(announceCommand, ['--language-report']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Written standards in 2026.*Written standards in 2025/su);
  });
});
