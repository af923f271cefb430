import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../src/app/cli/speech.ts';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { minutesPaper } from '../../../src/app/papers/definitions/minutes.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { speak } from '../../../src/domain/msg.ts';
import { cellValue } from '../../../src/domain/workbook.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(() => {
  speak();
  return world.remove();
});

const today = (...argv: readonly string[]): Promise<ScriptRun> => world.run(todayCommand, argv);
const name = 'D-2026-010 next-step 2026-11-18';

async function rowsOf(tab: string): Promise<readonly string[]> {
  const { sheets } = await xlsxStore(join(world.folder, 'register.xlsx')).read();
  return (sheets.find((sheet) => sheet.name === tab)?.rows ?? []).map(({ cells }) =>
    cells.map((cell) => String(cellValue(cell) ?? '')).join('|'),
  );
}

describe('an entry of the due list', () => {
  it('stands in Kontroll, in the JSON of check, and as a number below its text', async () => {
    const { stdout } = await world.run(checkCommand, ['--write']);
    expect(stdout).toMatch(/^On the due list: \d+ entries \(.*\d overdue\b.*\)\. See «npm run today»\.$/mu);
    const row = (await rowsOf('Kontroll')).find(
      (one) => one.includes('|Forfalt|') && one.includes('D-2026-010|'),
    );
    expect(row?.replaceAll('\u00A0', ' ')).toContain(
      'Forfalt|Dialog|11||D-2026-010||Neste steg: «Innlandet».\nSiden 18. november 2026.|Skriv den nye kontakten',
    );
    const json = await world.run(checkCommand, ['--json']);
    const entry = { name, state: 'overdue', tab: 'Dialog', row: 11, command: null };
    expect(JSON.parse(json.stdout)).toHaveProperty(
      'due',
      expect.arrayContaining([expect.objectContaining(entry)]),
    );
  });

  it('is not waived without a reason, or by a name that is not on the list', async () => {
    const silent = await today('--waive', name);
    expect([silent.code, silent.stderr]).toEqual([2, expect.stringContaining('no reason is given')]);
    const unknown = await today('--waive', 'D-2026-010 next-stp 2026-11-18', '--reason', 'x');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining(`Did you mean «${name}»?`)]);
    expect(await today('--reason', 'x')).toMatchObject({ code: 2 });
  });

  it('is off the list once it is waived, which is kept in the record and told', async () => {
    expect((await today('--waive', name, '--reason', 'vi snakkes i desember')).code).toBe(0);
    expect((await rowsOf('Formidlet')).at(-1)).toMatch(
      /Unntak\|D-2026-010\|D-2026-010 next-step 2026-11-18\|.*vi snakkes i desember/u,
    );
    const { stdout } = await today();
    expect(stdout).not.toContain(name);
    expect(stdout).toContain('1 entry: «npm run today -- --waived»');
    expect((await today('--waived')).stdout).toBe(
      `${name}: next step, «Innlandet»: vi snakkes i desember, 2026-11-23\n`,
    );
    expect((await today('--waive', name, '--reason', 'igjen')).stderr).toContain('is waived already');
  });

  it('is named in Norwegian by its title, never by the name that is typed', async () => {
    const sentences = sentencesIn('nb');
    speak((key) => sentences.get(key), 'nb');
    const waived = await today('--waive', name, '--reason', 'vi snakkes i desember');
    expect(waived.stderr).toContain(
      '«Neste steg: Innlandet» er tatt av listen til noe ved «Innlandet» blir endret.',
    );
    expect((await today('--waived')).stdout).toBe(
      'Neste steg: Innlandet: vi snakkes i desember, 23.\u00A0november 2026\n',
    );
    const list = await today('--all');
    expect(list.stdout).toMatch(/^ {2}\p{Lu}[\p{L} ]+: .* \(Aktiviteter rad \d+\), siden /mu);
    // The page shows a command by what it does.
    expect(list.stdout.replaceAll(/«npm run [^»]*»/gu, '')).not.toMatch(
      /next-step|uncoordinated|nudge|asked|confirmed|agenda|reminder-/u,
    );
  });

  it('is not made by a run that names nothing, which says so; named, it is', async () => {
    expect((await today('--waive', 'A-2026-038 announcement', '--reason', 'vi venter')).code).toBe(0);
    const some = await world.run(announceCommand, []);
    expect(some.stdout).not.toContain('a-2026-038');
    expect(some.stderr).toMatch(
      /A-2026-038.*\n {2}Not made: .* «npm run announce -- --webinar A-2026-038 --kind announcement»/u,
    );
    expect((await today('--make')).stdout).not.toContain('a-2026-038');
    const named = await world.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement']);
    expect(named.stdout).toContain('a-2026-038-announcement');
  });

  it('of a list of actions is not made by a run for all', async () => {
    const [, id = ''] = /^ *(K-\d{4}-\d{3}) actions:/mu.exec((await today('--all')).stdout) ?? [];
    expect((await today('--waive', `${id} actions`, '--reason', 'sagt')).code).toBe(0);
    const { stdout, stderr } = await world.run(minutesPaper, ['--actions']);
    expect(stderr).toContain(`(${id}): not made, somebody has taken it off the list`);
    expect(stdout).not.toContain(id.toLowerCase());
  });
});
