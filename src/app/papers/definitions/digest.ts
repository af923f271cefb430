/** What is new with the other party since last time. */
import { digestMailing } from '../../../domain/mailing-kind.ts';
import { utcText } from '../../../domain/time.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { digest } from '../../../papers/digest/digest.ts';
import { digestView, type DigestParty } from '../../../papers/digest/view.ts';
import { parties } from '../../../register/lists.ts';
import type { Register } from '../../../register/register.ts';
import { isRecordIncomplete, statementRows } from '../../../register/statement-rows.ts';
import { statementsTab } from '../../../register/tabs/statements.ts';
import { getBack } from '../../../language/problems/en-tabs.ts';
import { reportRefused } from '../../register/change-report.ts';
import { shownFile } from '../shown-file.ts';
import { definePaper } from '../define-paper.ts';
import type { Making, PaperSet, StepResult } from '../paper-definition.ts';
import { paperOptions, partyIn } from '../paper-flags.ts';
import { spokenDate } from '../../../language/spoken.ts';

type Digest = ReturnType<typeof digest>;

export const digestPaper = definePaper({
  name: 'digest',
  none: () => msg`No digest was made.`,
  named: () => msg`the digest`,
  summary: 'Makes the digest for one party: what is new with the other.',
  options: {
    for: {
      type: 'string',
      value: '<party>',
      help: 'the party that is told: Bylivsenteret or Distriktssenteret',
      chooses: 'party',
      isNeeded: true,
    },
    sent: {
      type: 'boolean',
      help: 'keep in the register that this has gone out: the next digest has what comes after',
    },
    mailing: {
      type: 'boolean',
      help: 'also make a mailing to the party’s contacts on the list «orientering», for «npm run send»',
    },
    ...paperOptions(),
  },
  examples: [
    'npm run digest -- --for Distriktssenteret',
    'npm run digest -- --for Distriktssenteret --mailing',
    'npm run digest -- --for Distriktssenteret --sent',
  ],
  samples: {
    'nytt-til-distriktssenteret': ['--for', 'Distriktssenteret'],
    'nytt-til-bylivsenteret': ['--for', 'Bylivsenteret'],
  },
  tabs: ['activities', 'dialogues', 'examples', 'contacts', 'statements'],
  // A mailing leaves out those who are reserved, and those who asked for no more.
  alsoNeeds: (flags) => (flags['mailing'] === true ? ['recipients', 'settings', 'ledger'] : []),
  request: ({ flags }) => {
    if (flags['sent'] === true && flags['mailing'] === true) {
      throw new UserError(
        msg`--sent and --mailing were both given.`,
        msg`Use --mailing for a digest that Felles sends: «npm run send» keeps what it says. Use --sent when you have sent it yourself.`,
      );
    }
    const to = partyIn(flags, 'for');
    if (to !== undefined) return to;
    throw new UserError(
      msg`Which party is the digest for?`,
      msg`Write --for Bylivsenteret or --for Distriktssenteret.`,
    );
  },
  make: digest,
  templates: { digest: digestView, 'digest-subject': digestView },
  sets: ({ view }): readonly PaperSet<'digest' | 'digest-subject'>[] => {
    if (view.total === 0) return [];
    const name = parties[view.to][0];
    return [{ name: `nytt-til-${name}-${view.asOf}`, template: 'digest', view, subject: `Nytt til ${name}` }];
  },
  say: (terminal, { view: { to, since: day, total, shown } }) => {
    const name = parties[to][0];
    const since = day === undefined ? msg`the first one` : msg`since ${spokenDate(day)}`;
    if (total === 0) {
      terminal.say(msg`There is nothing new for ${name} (${since}), so nothing was made.`);
      return;
    }
    const heading = terminal.paint('bold', msg`Digest for ${name}`);
    terminal.say(
      total === 1
        ? msg`${heading} (${since}): ${total} thing to tell`
        : msg`${heading} (${since}): ${total} things to tell`,
    );
    if (shown !== undefined) terminal.say(onlySome(shown));
  },
  steps: {
    mailing: { after: 'saved', take: makeMailing },
    /** With --sent the register keeps what was reported to the party, if the files are those of an earlier run. */
    sent: { after: 'shown', take: keepAsSent },
  },
});

const onlySome = (shown: number): string =>
  msg`  Only ${shown} of them are in it: nobody reads more at a time. The rest is in the next one, once this one is kept as sent.`;

const madeNow = (name: string): string =>
  msg`  It was made just now, so nothing was kept: what ${name} has got may be different. If an older one was sent, give the day it was made with --now, and use a register that is as it was then. Otherwise send this one, and run this again.`;

/** With --mailing. */
async function makeMailing({
  run,
  request,
  reading,
  view,
}: Making<DigestParty, Digest>): Promise<StepResult<Digest>> {
  if (run.flags['mailing'] !== true || view.view.total === 0) return {};
  const { digestMailingFor } = await import('../../mailings/digest-mailing.ts');
  const { folder, unchanged } = await digestMailingFor(run, reading.register, request, view);
  return { results: [shownFile(run.settings, { path: folder, unchanged })] };
}

async function keepAsSent(making: Making<DigestParty, Digest>): Promise<StepResult<Digest>> {
  const { run, request, view: made, saved, store, workbook, reading } = making;
  const { terminal, settings, flags } = run;
  const name = parties[request][0];
  if (made.view.total === 0 || flags['mailing'] === true) return {};
  if (flags['sent'] !== true) {
    terminal.say(
      msg`  Send it with --mailing and «npm run send», or run it with --sent when you have sent it yourself: the next one has what comes after.`,
    );
    return {};
  }
  if (!saved.some(({ unchanged }) => unchanged)) {
    terminal.say(madeNow(name));
    return { code: 1 };
  }
  requireRecord(reading.register);
  const said = { kind: digestMailing, to: request, saidAt: utcText(settings.now) } as const;
  const rows = statementRows(
    reading.register,
    made.says.map((one) => ({ ...said, ...one })),
  );
  if (reportRefused(terminal, await store.write(rows, workbook))) return { code: 1 };
  terminal.say(msg`  What was reported to ${name} is kept in ${store.place}.`);
  return {};
}

/** Half a record would have the next digest tell everything again. */
function requireRecord(register: Register): void {
  if (!isRecordIncomplete(register)) return;
  throw new UserError(msg`The workbook has no tab ${statementsTab.name} with all its columns.`, getBack);
}
