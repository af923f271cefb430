/** `npm run examples`: the catalogue of examples, in both written standards, and what must be followed up. */
import { examples } from '../../papers/examples/examples.ts';
import type { ExamplesView, Lack } from '../../papers/examples/view.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { readRegister } from '../../register/read-register.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { paperFiles, paperFormats } from '../papers/paper-files.ts';
import { formatOption, formatsOf, standardOption, standardsOf } from '../papers/paper-flags.ts';
import { requireTabs } from '../register/require-tabs.ts';
import { savePapers } from '../papers/save-papers.ts';
import { shownPath } from '../settings/settings.ts';
import { reportSourceErrors } from '../register/source-errors.ts';
import type { Terminal } from '../cli/terminal.ts';

const options = {
  check: { type: 'boolean', help: 'only list what must be followed up; the exit code is 1 if anything must' },
  standard: standardOption,
  format: formatOption(paperFormats),
} as const;

export const examplesCommand: Command = {
  name: 'examples',
  summary: 'Makes the catalogue of examples, and tells what must be followed up.',
  options,
  examples: ['npm run examples', 'npm run examples -- --check'],
  run: runExamples,
};

/** Tabs that the catalogue is made from. */
const sourceTabs = ['examples', 'activities'] as const;

async function runExamples(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const [standards, wanted] = [standardsOf(flags), formatsOf(flags, paperFormats)];
  const store = await run.store();
  const reading = readRegister(await store.read(), settings.now);
  requireTabs(reading, sourceTabs, 'No catalogue was made.');
  const view = examples(reading.register, settings.now);
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the catalogue');
  const total = `${String(view.total)} ${view.total === 1 ? 'example' : 'examples'}`;
  terminal.say(`${terminal.paint('bold', total)}, ${String(view.ready)} may be shown to others`);
  if (flags['check'] === true) {
    reportWhatToDo(terminal, view);
    return faulty || view.toDo.length > 0 ? 1 : 0;
  }
  if (view.toDo.length > 0) terminal.say('  Run it with --check to see what the others lack.');
  const order = {
    paper: 'examples',
    view,
    isSample: isSampleRegister(reading.register),
    asOf: view.asOf,
    subject: 'Forbilder',
  } as const;
  const files = await paperFiles(order, standards, wanted);
  const saved = await savePapers(settings.out, 'examples', `forbilder-${view.asOf}`, files);
  for (const { path } of saved) terminal.result(shownPath(settings, path));
  return faulty ? 1 : 0;
}

const words: Readonly<Record<Lack, string>> = {
  description: 'write what was done (Beskrivelse)',
  link: 'find a link (Lenke)',
  consent: 'ask the municipality for consent (Samtykke)',
  neverChecked: 'see that it is right, and write the day (Sist bekreftet)',
  checkedLongAgo: 'see that it is still right, and write the day (Sist bekreftet)',
};

/** One line for each example, in the order of the catalogue. */
function reportWhatToDo(terminal: Terminal, { toDo }: ExamplesView): void {
  for (const { id, title, place, checkedOn, lacks } of toDo) {
    const last = checkedOn === undefined ? '' : `, last checked ${checkedOn}`;
    terminal.result(`${id} ${title} (${place})${last}`);
    for (const lack of lacks) terminal.result(`  ${words[lack]}`);
  }
}
