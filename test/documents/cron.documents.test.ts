/** The recipes for cron in docs/operations.md, line by line as they stand there: by sh, and by cron itself. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standardContent } from '../../src/register/data/standard-content.ts';
import { planSetup } from '../../src/register/setup.ts';
import { createWorkbookFile } from '../../src/stores/xlsx/xlsx-store.ts';

const root = join(import.meta.dirname, '../..');

/** A recipe: the environment that it sets, and its one job without the time. */
interface Recipe {
  readonly env: readonly string[];
  readonly job: string;
}

function recipeOf(block: string): Recipe {
  const lines = block.trim().split('\n');
  const env = lines.filter((line) => /^[A-Z]+=/u.test(line));
  const jobs = lines.filter((line) => !env.includes(line)).join('\n');
  const job = /^(?:\S+ ){5} (?<job>cd \/srv\/felles && .*)$/u.exec(jobs)?.groups?.['job'];
  if (job === undefined) throw new Error(`no job of one line: ${jobs}`);
  return { env, job };
}

const [daily, onlyWrong] = [
  ...readFileSync(join(root, 'docs/operations.md'), 'utf8').matchAll(/^```cron\n(?<lines>.*?)^```$/gmsu),
].map(({ groups }) => recipeOf(groups?.['lines'] ?? '')) as [Recipe, Recipe];

/** Folders as people have them: a whole register, one with an error in a row, and one that is gone. */
const states = ['whole', 'faulty', 'gone'] as const;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-cron-'));
  for (const state of states) {
    await mkdir(join(folder, state));
    await symlink(join(root, 'bin'), join(folder, state, 'bin'));
    await writeFile(join(folder, state, '.env'), 'FELLES_WORKBOOK=register.xlsx\n');
  }
  const content = standardContent();
  const activities = [{ ID: 'A-2026-001', Type: 'Webinar', Tittel: 'Torg', Start: '3/4/2026' }];
  await createWorkbookFile(join(folder, 'whole/register.xlsx'), planSetup(undefined, content));
  await createWorkbookFile(
    join(folder, 'faulty/register.xlsx'),
    planSetup(undefined, { ...content, activities }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const placed = (job: string, state: string): string => job.replace('/srv/felles', join(folder, state));

/** What should be mailed for each job: undefined where nothing is. */
const wanted: readonly (Recipe & { readonly state: string; readonly mail: RegExp | undefined })[] = [
  { ...daily, state: 'whole', mail: /^Today, \d{4}-\d\d-\d\d$/mu },
  { ...daily, state: 'gone', mail: /^There is no workbook register\.xlsx\.$/mu },
  { ...onlyWrong, state: 'whole', mail: undefined },
  { ...onlyWrong, state: 'faulty', mail: /^Today, [\s\S]*\d error/mu },
  { ...onlyWrong, state: 'gone', mail: /^There is no workbook register\.xlsx\.$/mu },
];

/** The environment of a recipe. Node may stand elsewhere than on the machine that it is for. */
const withNode = (env: readonly string[]): readonly string[] =>
  env.map((line) => (line.startsWith('PATH=') ? line.replace('=', `=${dirname(process.execPath)}:`) : line));

describe('by sh, in the environment that cron gives', () => {
  test.each(wanted)('$job, where the folder is $state', async ({ env, job, state, mail }) => {
    const given = ['-i', `HOME=${folder}`, ...withNode(env), '/bin/sh', '-c', placed(job, state)];
    const said = await new Promise<string>((resolve) => {
      execFile('/usr/bin/env', given, (_error, stdout, stderr) => {
        resolve(`${stdout}${stderr}`);
      });
    });
    if (mail === undefined) expect(said).toBe('');
    else expect(said).toMatch(mail);
  });
});

const sendmail = '/usr/sbin/sendmail';
const crontabFile = '/var/spool/cron/crontabs/root';

/** Only where nobody's cron, mail or crontab is in the way: a container, as in CI. */
const mayRunCron =
  process.getuid?.() === 0 &&
  existsSync('/usr/sbin/cron') &&
  !existsSync('/run/crond.pid') &&
  ![sendmail, crontabFile].some((path) => existsSync(path));

const childrenOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')).trim();

/** Runs cron as at the start of the machine, so that `@reboot` comes at once, until all that it began is over. */
async function runCron(crontab: string, jobs: number): Promise<void> {
  await rm('/run/crond.reboot', { force: true });
  await writeFile(sendmail, `#!/bin/sh\nexec cat > "$(mktemp ${folder}/mail.XXXXXX)"\n`, { mode: 0o755 });
  await writeFile(crontabFile, crontab, { mode: 0o600 });
  const cron = spawn('/usr/sbin/cron', ['-f'], { stdio: 'ignore' });
  try {
    const { pid = 0 } = cron;
    const isOver = async (): Promise<boolean> =>
      (await readdir(folder)).filter((name) => name.startsWith('done.')).length === jobs &&
      (await childrenOf(pid)) === '';
    for (let tries = 0; tries < 1000 && !(await isOver()); tries += 1) await pause(50);
    expect(await isOver()).toBe(true);
  } finally {
    cron.kill();
    for (const path of [sendmail, crontabFile, '/run/crond.pid', '/run/crond.reboot'])
      await rm(path, { force: true });
  }
}

test.runIf(mayRunCron)('by cron: what it mails, and to whom', async () => {
  const jobs = wanted.map(
    ({ job, state }, index) =>
      `@reboot  ${placed(job, state)}; touch ${folder}/done.${String(index)} # job ${String(index)}`,
  );
  const env = new Set(wanted.flatMap((one) => withNode(one.env)));
  await runCron(`${[...env, ...jobs].join('\n')}\n`, jobs.length);
  const names = (await readdir(folder)).filter((name) => name.startsWith('mail.'));
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  for (const [index, { mail }] of wanted.entries()) {
    const own = mails.filter((text) => text.includes(`# job ${String(index)}\n`));
    expect([index, own.length]).toEqual([index, mail === undefined ? 0 : 1]);
    if (mail === undefined) continue;
    expect(own[0]).toContain('To: felles@example.no\n');
    expect(own[0]).toMatch(mail);
  }
});
