/** `npm run programme`: the programme of a conference, webinar or gathering, and how far it has come. */
import { normaliseId } from '../../domain/id.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { programme } from '../../papers/programme/programme.ts';
import { releaseChanges, releaseOf, withRelease } from '../../papers/programme/release.ts';
import type { Programme } from '../../papers/programme/view.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { readRegister } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { UserError } from '../../domain/user-error.ts';
import { refusedLines } from '../register/change-report.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { formatOption, formatsOf, standardOption, standardsOf, textFlag } from '../papers/paper-flags.ts';
import { programmeFiles, programmeFormats, programmeStateFiles } from '../papers/programme-files.ts';
import { requireTabs } from '../register/require-tabs.ts';
import { fileName, savePapers } from '../papers/save-papers.ts';
import { shownPath } from '../settings/settings.ts';
import { reportSourceErrors } from '../register/source-errors.ts';
import { counted } from '../cli/counted.ts';

const options = {
  activity: {
    type: 'string',
    value: '<A-2027-004>',
    help: 'the activity with this ID (default: the next conference that has a programme)',
  },
  release: {
    type: 'boolean',
    help: 'keep this as the next version in the register, so that the one after can tell what differs',
  },
  standard: standardOption,
  format: formatOption(programmeFormats),
} as const;

export const programmeCommand: Command = {
  name: 'programme',
  summary: 'Makes the programme of a conference, and tells how far it is.',
  options,
  examples: [
    'npm run programme',
    'npm run programme -- --activity A-2027-004 --standard nn',
    'npm run programme -- --release',
  ],
  run: runProgramme,
};

/** Tabs that a programme is made from. */
const sourceTabs = ['activities', 'slots', 'texts'] as const;

async function runProgramme(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const [standards, wanted] = [standardsOf(flags), formatsOf(flags, programmeFormats)];
  const activity = textFlag(flags, 'activity');
  const id = activity === undefined ? undefined : normaliseId(activity);
  const store = await run.store();
  const workbook = await store.read();
  const reading = readRegister(workbook, settings.now);
  requireTabs(reading, [...sourceTabs, 'releases'], 'No programme was made.');
  const draft = programme(reading.register, id, settings.now);
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the programme');
  say(run, draft, flags['release'] === true);
  const register =
    flags['release'] === true
      ? await release(run, store, workbook, reading.register, draft)
      : reading.register;
  const view = programme(register, draft.activity.id, settings.now);
  const stem = `${view.activity.when.first}-${view.activity.id}`;
  const isSample = isSampleRegister(register);
  const saved = [
    ...(await savePapers(
      settings.out,
      'programme',
      fileName(`program-${stem}`),
      await programmeFiles({ view, isSample, now: settings.now }, standards, wanted),
    )),
    ...(await savePapers(
      settings.out,
      'programme',
      fileName(`programstatus-${stem}`),
      await programmeStateFiles({ view, isSample }, standards, wanted),
    )),
  ];
  const isOfSlot = ({ path }: { readonly path: string }): boolean =>
    /-p-\d[\d-]*(?:-v\d+)?\.n[bn]\.ics$/u.test(path);
  for (const { path } of saved.filter((file) => !isOfSlot(file))) terminal.result(shownPath(settings, path));
  const single = saved.filter(isOfSlot).length;
  if (single > 0)
    terminal.say(`  and beside them ${counted(single, 'calendar')} of one slot each, for its speaker`);
  return faulty ? 1 : 0;
}

/** What whoever makes the programme wants to know at once. */
function say(
  { terminal }: Run,
  { activity, counts, clashes, changes, released, touched }: Programme,
  isReleased: boolean,
): void {
  terminal.say(
    `${terminal.paint('bold', 'Programme')}: ${activity.title} (${activity.id}), ${activity.when.first}`,
  );
  terminal.say(
    `  ${counted(counts.all, 'slot')}: ${String(counts.confirmed)} confirmed, ${String(counts.asked)} asked, ${String(counts.wanted)} wanted; ${String(counts.declined)} declined`,
  );
  for (const { what, who, one, other } of clashes)
    terminal.say(
      terminal.paint('yellow', `  ${one.id} and ${other.id} need the ${what} «${who}» at the same time.`),
    );
  if (released === undefined) {
    if (!isReleased) terminal.say('  No version has been released: add --release when it goes out.');
  } else if (changes.length === 0) {
    // A release says so itself: there is none then.
    if (!isReleased) terminal.say(`  Nothing has changed since version ${String(released.version)}.`);
  } else {
    const amount = `${String(changes.length)} ${changes.length === 1 ? 'change' : 'changes'}`;
    const speakers = `${String(touched.length)} ${touched.length === 1 ? 'speaker is' : 'speakers are'}`;
    terminal.say(`  ${amount} since version ${String(released.version)}; ${speakers} concerned.`);
  }
}

/** Keeps the version, and answers with the register as it is then. Throws UserError where it cannot be kept whole. */
async function release(
  { terminal, settings }: Run,
  store: RegisterStore,
  workbook: Workbook,
  register: Register,
  view: Programme,
): Promise<Register> {
  const rows = releaseOf(register, view, settings.now);
  if (rows === undefined) {
    const { version = 1 } = view.released ?? {};
    terminal.say(`  Nothing has changed since version ${String(version)}, so no new one was kept.`);
    return register;
  }
  const refused = refusedLines(await store.write(releaseChanges(register, rows), workbook));
  if (refused.length > 0) {
    throw new UserError(
      `The version was not kept whole in ${store.place}.`,
      `See what stands in the tab Programversjoner, and run it again.\n${refused.join('\n')}`,
    );
  }
  terminal.say(`  Version ${String(rows[0]?.version ?? 1)} was kept in ${store.place}.`);
  return withRelease(register, rows);
}
