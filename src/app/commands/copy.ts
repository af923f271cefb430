/** `npm run copy`: moves a whole register from one workbook into another that is empty, a file or a Google Sheet. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { sheetAddress } from '../../domain/url.ts';
import { existsSync } from 'node:fs';
import { UserError } from '../../domain/user-error.ts';
import type { ChangeResult, TabAddition } from '../../domain/workbook.ts';
import { planCopyInto } from '../../register/copy-into.ts';
import { planCopy, type CopyPlan } from '../../register/copy.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { reportRefused } from '../register/change-report.ts';
import { quoted } from '../cli/advised-commands.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { connectSpreadsheet } from '../register/connect.ts';
import { shownPath, workbookId } from '../settings/settings.ts';
import { tabs } from '../../register/tabs.ts';
import { parseSpreadsheetId } from '../../domain/google-ids.ts';
import { typedPath } from '../settings/typed-path.ts';
import { planLooks } from '../register/plan-init.ts';

export const copyCommand: Command = {
  name: 'copy',
  summary: 'Copies a whole register from a file to Google, or back.',
  options: {
    from: { type: 'string', value: '<file.xlsx or address>', help: 'the workbook to copy' },
    to: {
      type: 'string',
      value: '<file.xlsx or address>',
      help: 'a new file, or a Google Sheet that is empty or fresh from init',
    },
  },
  examples: [
    'npm run copy -- --from register.xlsx --to https://docs.google.com/spreadsheets/d/…',
    'npm run copy -- --from https://docs.google.com/spreadsheets/d/… --to register.xlsx',
  ],
  run: runCopy,
};

type End = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'sheet'; readonly id: string };

function endOf({ flags, settings }: Run, flag: 'from' | 'to'): End {
  const value = flags[flag];
  if (typeof value !== 'string') {
    throw new UserError(
      msg`--${flag} is missing.`,
      msg`Name both ends: npm run copy -- --from register.xlsx --to <address of an empty sheet>.`,
    );
  }
  if (/\.xls[xm]$/iu.test(value)) return { kind: 'file', path: typedPath(settings.folder, value) };
  // A text that is neither an address nor as long as an id must be meant as a file.
  if (!value.includes('/d/') && !value.includes('google.') && value.trim().length < 20) {
    const file = quoted(`${value.replace(/\.[^./\\]*$/u, '')}.xlsx`);
    throw new UserError(
      msg`«${value}» is neither a workbook file nor a Google Sheet.`,
      msg`Write --${flag} ${file} for a file, or the address of a Google Sheet.`,
    );
  }
  return { kind: 'sheet', id: parseSpreadsheetId(value) };
}

async function runCopy(run: Run): Promise<ExitCode> {
  const [from, to] = [endOf(run, 'from'), endOf(run, 'to')];
  const source = await storeOf(run, from);
  const plan = planCopy(await source.read());
  refuseHomeless(plan);
  const { terminal } = run;
  const results = await writeAll(run, to, plan.tabs);
  const rows = plan.tabs.reduce((sum, { rows: own }) => sum + own.length, 0);
  reportFlattened(run, plan);
  if (registerName(from) !== registerName(to)) reportSent(run, plan);
  if (reportRefused(terminal, results)) return 1;
  for (const { tab, rows } of plan.above)
    terminal.say(
      msg`${tab}: the content above the headings, in row ${inFew(rows)}, was not copied.`,
      'yellow',
    );
  for (const name of plan.hidden)
    terminal.say(msg`${name} is hidden in the workbook, but visible in the copy.`, 'yellow');
  const tabs = plan.tabs.length === 1 ? msg`1 tab` : msg`${plan.tabs.length} tabs`;
  terminal.say(msg`${tabs} with ${rows === 1 ? msg`1 row` : msg`${rows} rows`} copied.`);
  terminal.result(to.kind === 'file' ? shownPath(run.settings, to.path) : sheetAddress(to.id));
  return 0;
}

async function storeOf({ settings, terminal }: Run, end: End): Promise<RegisterStore> {
  if (end.kind === 'sheet') return connectSpreadsheet(end.id, settings, terminal);
  if (!existsSync(end.path)) {
    throw new UserError(
      msg`There is no workbook ${shownPath(settings, end.path)}.`,
      msg`Name the file to copy with --from.`,
    );
  }
  const { xlsxStore } = await import('../../stores/xlsx/xlsx-store.ts');
  return xlsxStore(end.path);
}

/**
 * Writes the tabs into a new file, or in one request into a sheet that holds only what `npm run init` makes. Throws
 * UserError when it holds more.
 */
async function writeAll(run: Run, to: End, tabs: readonly TabAddition[]): Promise<readonly ChangeResult[]> {
  if (to.kind === 'file') {
    const { createWorkbookFile } = await import('../../stores/xlsx/xlsx-store.ts');
    await createWorkbookFile(to.path, [...tabs, ...planLooks(undefined, tabs, run.settings.now)]);
    return tabs.map((change) => ({ outcome: 'done', change }));
  }
  const store = await connectSpreadsheet(to.id, run.settings, run.terminal);
  const there = await store.read();
  const plan = planCopyInto(there, tabs);
  if ('taken' in plan) {
    throw new UserError(
      msg`The Google Sheet is not empty: ${plan.taken} has content that «npm run init» did not write. Nothing was copied.`,
      msg`Make a new Google Sheet (https://sheets.new), and give its address with --to, so that nothing is lost.`,
    );
  }
  const looks = planLooks(there, plan.changes, run.settings.now);
  const results = await store.setUp([...plan.changes, ...looks], there);
  for (const { tab, count } of plan.staying)
    run.terminal.say(
      count === 1
        ? msg`${tab} keeps 1 row that «npm run init» wrote, and that the workbook you copied lacks.`
        : msg`${tab} keeps ${count} rows that «npm run init» wrote, and that the workbook you copied lacks.`,
    );
  return results;
}

/** Throws UserError for content that would lose its place. */
function refuseHomeless({ homeless }: CopyPlan): void {
  if (homeless.length === 0) return;
  const named = homeless
    .slice(0, 10)
    .map(({ tab, column, why }) =>
      why === 'no-heading'
        ? msg`${tab}, column ${column}: content without a heading`
        : msg`${tab}, column ${column}: the heading is there twice`,
    );
  throw new UserError(
    msg`Some columns cannot be copied to a known place, so nothing was copied.`,
    `${msg`Give each its own heading, and try again.`}\n  ${named.join('\n  ')}`,
  );
}

/** The name of a register in its ledger: the key of each recipient is made with it. */
const registerName = (end: End): string =>
  workbookId({
    source:
      end.kind === 'file'
        ? { kind: 'workbook', path: end.path, isDefault: false }
        : { kind: 'spreadsheet', id: end.id },
  });

/** Says that those who got what was sent are known in the workbook that was copied alone. */
function reportSent({ terminal }: Run, { tabs: copied }: CopyPlan): void {
  const ledger = copied.find(({ layout }) => layout.name === tabs.ledger.name);
  if (ledger === undefined || ledger.rows.length === 0) return;
  terminal.say(
    msg`The copy does not know who got what was sent before: a follow-up, a correction or a cancellation made from it reaches nobody. Make those from the workbook that you copied, and keep it until they are sent.`,
    'yellow',
  );
}

function reportFlattened({ terminal }: Run, { flattened }: CopyPlan): void {
  const count = (what: string): number => flattened.filter((each) => each.what === what).length;
  const [formulas, errors] = [count('formula'), count('error')];
  if (formulas > 0)
    terminal.say(
      formulas === 1
        ? msg`1 formula was copied as results.`
        : msg`${formulas} formulas were copied as results.`,
    );
  for (const { tab, cell, what } of flattened) {
    if (what === 'error')
      terminal.say(msg`${tab}!${cell} shows an error, and is empty in the copy.`, 'yellow');
  }
  if (errors > 0) terminal.say(msg`Correct those in the workbook that was copied, if they matter.`);
}
