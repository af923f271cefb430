import { strFromU8, unzipSync } from 'fflate';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { minutesPaper } from '../../../src/app/papers/definitions/minutes.ts';
import { checkedDocx } from '../../../src/app/minutes/checked-docx.ts';
import { casesOn } from '../../../src/papers/agenda/cases.ts';
import { minutesDraft } from '../../../src/papers/minutes/draft.ts';
import { understandMinutes } from '../../../src/papers/minutes/read/understand.ts';
import { minutesMeeting } from '../../../src/papers/minutes/which-meeting.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import { readDocx } from '../../../src/render/docx/read.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { minutesDraftView } from '../../../src/papers/minutes/view.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

/** The sample register as it is made on 23 November 2026. */
let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

const stem = 'referatutkast-2026-12-03-a-2026-004';

describe('the draft of minutes', () => {
  it.each(['nb', 'nn'])('reads as it should in %s, in Word', async (standard) => {
    await world.run(minutesPaper, ['--out', 'word', '--standard', standard, '--format', 'docx']);
    const parts = unzipSync(await readFile(join(world.folder, 'word/minutes', `${stem}.${standard}.docx`)));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    await expect(document.replace(/<w:p>|<w:p |<w:tbl>/gu, '\n$&')).toMatchFileSnapshot(
      `../../golden/minutes/minutes.${standard}.document.xml`,
    );
  });

  it('is left alone where somebody may have written in it, also on another day', async () => {
    const argv = ['--out', 'typed', '--standard', 'nn', '--format', 'docx'];
    const world = await makeFilledWorld();
    await world.run(agendaPaper, ['--number', '--format', 'txt']);
    await world.run(minutesPaper, argv);
    const later = ['--meeting', 'A-2026-004', '--now', '2026-12-05T09:00'];
    const unchanged = await world.run(minutesPaper, [...argv, ...later]);
    expect(unchanged.stdout).not.toContain('-v2');
    const typed = join(world.folder, 'typed/minutes', `${stem}.nn.docx`);
    await appendFile(typed, 'vedtatt');
    const before = await readFile(typed);
    const again = await world.run(minutesPaper, [...argv, ...later]);
    expect(again.stdout.trim()).toMatch(/-v2\.nn\.docx$/u);
    expect(again.stderr).toContain('An earlier draft may have been written in');
    expect((await readFile(typed)).equals(before)).toBe(true);
    await world.run(minutesPaper, [...argv, ...later]);
    expect(await readdir(join(world.folder, 'typed/minutes'))).toHaveLength(2);
    await world.remove();
  });

  it('says which meeting it is of, and why', async () => {
    const next = await world.run(minutesPaper, ['--format', 'txt', '--out', 'which']);
    expect(next.stderr).toMatch(/It is the next meeting: A-2026-003, held last, has its minutes\./u);
    const held = await world.run(minutesPaper, [
      '--format',
      'txt',
      '--out',
      'which',
      '--now',
      '2026-12-05T09:00',
    ]);
    expect(held.stderr).toMatch(/It is the meeting held last \(2 days ago\), and has no minutes yet/u);
    expect(held.stderr).toMatch(/Not in the draft, since they name no meeting: «/u);
  });

  it('does not invent case numbers, and says what gives them', async () => {
    const argv = ['--format', 'txt', '--standard', 'nb', '--out', 'numbers'];
    const { stderr, stdout } = await world.run(minutesPaper, argv);
    expect(stderr).toMatch(
      /cases have no number in the register: the draft has only their titles\. «.*agenda.* --meeting A-2026-004 --number»/u,
    );
    expect(await readFile(join(world.folder, stdout.trim()), 'utf8')).toMatch(/^Sak: /mu);
    const after = await makeFilledWorld();
    await after.run(agendaPaper, ['--number', '--format', 'txt']);
    const numbered = await after.run(minutesPaper, argv);
    expect(numbered.stderr).not.toContain('no number');
    expect(await readFile(join(after.folder, numbered.stdout.trim()), 'utf8')).not.toMatch(/^Sak: /mu);
    await after.remove();
  });

  it('is printed as JSON that fits the schema of its view', async () => {
    const { stdout } = await world.run(minutesPaper, ['--json', '--format', 'txt', '--out', 'json']);
    const printed: unknown = JSON.parse(stdout);
    expect(minutesDraftView.parse(printed).reference).toBe('A-2026-004');
    expect(printed).toHaveProperty('files');
  });

  it.each(['nb', 'nn'])('is read back as what the register has, in %s', async (standard) => {
    const argv = ['--meeting', 'last', '--out', 'read', '--standard', standard, '--format', 'docx'];
    const { stdout } = await world.run(minutesPaper, argv);
    const { bytes } = checkedDocx(await readFile(join(world.folder, stdout.trim())));
    const workbook = await xlsxStore(join(world.folder, 'register.xlsx')).read();
    const now = nowAt('2026-11-23T12:00');
    const { register } = readRegister(workbook, now);
    const { meeting } = minutesMeeting(register, 'last', now);
    const cases = casesOn(register, meeting, now);
    const read = understandMinutes((await readDocx(bytes)).blocks, { register, meeting, cases });
    expect(read.unclear).toEqual([]);
    expect(read.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    const draft = minutesDraft(register, meeting, now);
    expect(
      read.cases.map(({ decision, discussion, actions }) => [decision, discussion, actions.length]),
    ).toEqual(draft.cases.map(({ decision, discussion, actions }) => [decision, discussion, actions.length]));
    expect(read.present).toHaveLength(draft.people.filter(({ isPresent }) => isPresent).length);
  });
});
