/** `npm run digest`: what is new with the other party since last time. */
import { nearest } from '../../domain/nearest.ts';
import { UserError } from '../../domain/user-error.ts';
import { digest, digestRows } from '../../papers/digest/digest.ts';
import type { DigestParty } from '../../papers/digest/view.ts';
import { parties } from '../../register/lists.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { readRegister } from '../../register/read-register.ts';
import { refusedLines } from '../register/change-report.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { paperFiles, paperFormats } from '../papers/paper-files.ts';
import { formatOption, formatsOf, standardOption, standardsOf, textFlag } from '../papers/paper-flags.ts';
import { requireTabs } from '../register/require-tabs.ts';
import { fileName, savePapers } from '../papers/save-papers.ts';
import { shownPath } from '../settings/settings.ts';
import { reportSourceErrors } from '../register/source-errors.ts';

const options = {
  for: {
    type: 'string',
    value: '<party>',
    help: 'the party that is told: Bylivsenteret or Distriktssenteret',
  },
  sent: {
    type: 'boolean',
    help: 'keep in the register that this has gone out: the next digest tells of what comes after',
  },
  standard: standardOption,
  format: formatOption(paperFormats),
} as const;

export const digestCommand: Command = {
  name: 'digest',
  summary: 'Makes the digest for one party: what is new with the other.',
  options,
  examples: ['npm run digest -- --for Distriktssenteret', 'npm run digest -- --for Distriktssenteret --sent'],
  run: runDigest,
};

/** Tabs that the digest is made from. */
const sourceTabs = ['activities', 'dialogues', 'examples', 'digests'] as const;

function partyOf(text: string | undefined): DigestParty {
  const names = ['bylivsenteret', 'distriktssenteret'] as const;
  const wanted = text?.trim().toLowerCase() ?? '';
  const found = names.find((name) => parties[name].some((word) => word.toLowerCase() === wanted));
  if (found !== undefined) return found;
  const known = names.map((name) => parties[name][0]);
  const near = nearest(text ?? '', known);
  throw new UserError(
    text === undefined ? 'Who is to be told?' : `There is no party «${text}».`,
    near === undefined ? `Write --for ${known.join(' or --for ')}.` : `Did you mean --for ${near}?`,
  );
}

const onlySome = (shown: number): string =>
  `  Only ${String(shown)} of them are in it: nobody reads more at a time. The rest come in the next one, once this one is kept as sent.`;

const madeNow = (name: string): string =>
  `  It was made just now, so nothing was kept: what ${name} has got may say something else. Has an older one gone out, name the day it was made with --now, from a register that is as it was then. Else send this one, and run this again.`;

async function runDigest(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const [to, standards, wanted] = [
    partyOf(textFlag(flags, 'for')),
    standardsOf(flags),
    formatsOf(flags, paperFormats),
  ];
  const store = await run.store();
  const workbook = await store.read();
  const reading = readRegister(workbook, settings.now);
  requireTabs(reading, sourceTabs, 'No digest was made.');
  const made = digest(reading.register, to, settings.now);
  const { view } = made;
  const name = parties[to][0];
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the digest');
  const since = view.since === undefined ? 'the first one' : `since ${view.since}`;
  if (view.total === 0) {
    terminal.say(`There is nothing new for ${name} (${since}), so nothing was made.`);
    return faulty ? 1 : 0;
  }
  terminal.say(
    `${terminal.paint('bold', `Digest for ${name}`)} (${since}): ${String(view.total)} ${view.total === 1 ? 'thing' : 'things'} to tell`,
  );
  if (view.shown !== undefined) terminal.say(onlySome(view.shown));
  const order = {
    paper: 'digest',
    view,
    isSample: isSampleRegister(reading.register),
    asOf: view.asOf,
    subject: `Nytt til ${name}`,
  } as const;
  const files = await paperFiles(order, standards, wanted);
  const saved = await savePapers(settings.out, 'digest', fileName(`nytt-til-${name}-${view.asOf}`), files);
  for (const { path } of saved) terminal.result(shownPath(settings, path));
  if (flags['sent'] !== true) {
    terminal.say('  Run it with --sent when it has gone out: the next one tells of what comes after.');
    return faulty ? 1 : 0;
  }
  if (!saved.some(({ unchanged }) => unchanged)) {
    terminal.say(madeNow(name));
    return 1;
  }
  const refused = refusedLines(await store.write(digestRows(reading.register, made, settings.now), workbook));
  for (const line of refused) terminal.say(terminal.paint('red', line));
  if (refused.length === 0) terminal.say(`  What ${name} has been told is kept in ${store.place}.`);
  return faulty || refused.length > 0 ? 1 : 0;
}
