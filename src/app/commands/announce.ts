/** `npm run announce`: makes frozen mailings about webinars, for the recipients of the agreement. */
import { msg, spoken } from '../../domain/msg.ts';
import { dayOf, dayParts } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { languageReportLines } from '../../papers/announcement/audience-lines.ts';
import { parseAllowed } from '../../papers/announcement/checklist.ts';
import { languageReport } from '../../papers/announcement/language-report.ts';
import { listsIn } from '../../papers/announcement/recipients.ts';
import { defaultTarget, parseTarget } from '../../papers/announcement/target.ts';
import {
  isOver,
  namedRequest,
  requestedWebinars,
  type WebinarRequest,
} from '../../papers/announcement/webinars.ts';
import { spokenDate } from '../../language/spoken.ts';
import { announcementWords } from '../../language/announcements/word-audience.ts';
import { webinarTexts } from '../../papers/announcement/due.ts';
import { waivedNames } from '../../papers/due/list.ts';
import { keyFor, textEntryName } from '../../papers/due/webinars.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Outlook } from '../../papers/announcement/outdated.ts';
import { announceOne, headline, outlookOf, workbookKey, type Announcing } from '../announce/announce-one.ts';
import { letterDesk } from '../announce/letters.ts';
import { showPlan } from '../announce/show-plan.ts';
import { parseKind, wantedMailings, type WantedKind, type WantedMailing } from '../announce/wanted.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { loadMailShell } from '../papers/load-templates.ts';
import { openRegister } from '../register/open-register.ts';
import { standardIn, textFlag } from '../papers/paper-flags.ts';
import { reportSourceErrors } from '../register/source-errors.ts';

const options = {
  webinar: {
    type: 'string',
    value: '<webinar>',
    help: 'this webinar: its ID or title, next or last (default: all)',
  },
  series: { type: 'string', value: '<name>', help: 'the webinars of this series' },
  kind: {
    type: 'string',
    value: '<kind>',
    help: 'announcement, reminder (or reminder-7), followup, moved, cancelled or correction; with --webinar also when it is not due',
  },
  corrects: {
    type: 'string',
    value: '<mailing>',
    help: 'for a correction: the mailing that was wrong (default: the last that was sent)',
  },
  'wrong-nb': {
    type: 'string',
    value: '<text>',
    help: 'for a correction: what it said, in bokmål; the wrong thing itself, not a sentence about it',
  },
  'wrong-nn': { type: 'string', value: '<text>', help: 'the same in nynorsk' },
  'right-nb': { type: 'string', value: '<text>', help: 'for a correction: what is right instead, in bokmål' },
  'right-nn': { type: 'string', value: '<text>', help: 'the same in nynorsk' },
  target: {
    type: 'string',
    value: '<areas>',
    help: `whom it is for (default ${defaultTarget}): "fylke:Vestland+sentralitet:5-6,liste:webinar"`,
  },
  'standard-default': {
    type: 'string',
    value: '<nb|nn>',
    help: 'what neutral recipients get (default: what Oppsett says)',
  },
  'include-hidden': { type: 'boolean', help: 'rows that are hidden, by hand or by a filter, get it too' },
  allow: {
    type: 'string',
    value: '<check,check>',
    help: 'make it although these checks find something; the mailing keeps that',
  },
  plan: { type: 'boolean', help: 'show when which text goes out, and make plan.nb.ics and plan.nn.ics' },
  'language-report': {
    type: 'boolean',
    help: 'show how much is in bokmål and in nynorsk, this year and the last (språklova § 13)',
  },
} as const;

export const announceCommand: Command = {
  name: 'announce',
  summary: 'Makes the mailings about webinars that are due now. Sends nothing.',
  options,
  examples: [
    'npm run announce',
    'npm run announce -- --webinar next --kind announcement --target "fylke:Vestland"',
    'npm run announce -- --plan',
    'npm run announce -- --webinar last --kind correction --wrong-nb "…" --right-nb "…" --wrong-nn "…" --right-nn "…"',
  ],
  run: runAnnounce,
};

type Flags = Run['flags'];

/** As typed. */
function askedIn(flags: Flags): WebinarRequest {
  const webinar = textFlag(flags, 'webinar');
  const series = textFlag(flags, 'series');
  if (webinar !== undefined && series !== undefined) {
    throw new UserError(msg`--webinar and --series were both given.`, msg`Use only one of them.`);
  }
  return { webinar, series };
}

function kindOf(flags: Flags): WantedKind | undefined {
  const kind = textFlag(flags, 'kind');
  const wanted = kind === undefined ? undefined : parseKind(kind);
  if (wanted?.kind !== 'correction') return wanted;
  if (textFlag(flags, 'webinar') === undefined)
    throw new UserError(
      msg`A correction needs a webinar.`,
      msg`Name it with --webinar: its ID or title, next or last.`,
    );
  if (textFlag(flags, 'target') !== undefined)
    throw new UserError(
      msg`A correction goes only to those who got what was wrong.`,
      msg`Leave out --target.`,
    );
  return wanted;
}

/** Tabs that the texts are made from: errors in their rows may be missed in a mailing, so they are reported. */
const sourceTabs = ['activities', 'texts', 'slots', 'examples', 'settings'] as const;

async function announcingOf(
  { settings, terminal, flags }: Run,
  { register }: RegisterReading,
): Promise<Announcing> {
  const shell = await loadMailShell();
  const isSample = isSampleRegister(register);
  const { source } = settings;
  return {
    ...{ settings, terminal, register },
    workbookId: source.kind === 'spreadsheet' ? source.id : undefined,
    desks: {
      nb: await letterDesk({ standard: 'nb', isSample }, shell),
      nn: await letterDesk({ standard: 'nn', isSample }, shell),
    },
    target: textFlag(flags, 'target'),
    standardDefault: standardIn(flags, 'standard-default'),
    includeHidden: flags['include-hidden'] === true,
    allowed: parseAllowed(textFlag(flags, 'allow') ?? ''),
    correction: {
      corrects: textFlag(flags, 'corrects'),
      wrong: { nb: textFlag(flags, 'wrong-nb'), nn: textFlag(flags, 'wrong-nn') },
      right: { nb: textFlag(flags, 'right-nb'), nn: textFlag(flags, 'right-nn') },
    },
  };
}

async function runAnnounce(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const [asked, kind] = [askedIn(flags), kindOf(flags)];
  const needed = [...sourceTabs, 'contacts', 'recipients', 'ledger'] as const;
  const { reading } = await openRegister(run, needed, msg`No mailing was made.`);
  const { register } = reading;
  const request = namedRequest(register, asked, settings.now);
  const announcing = await announcingOf(run, reading);
  if (flags['language-report'] === true) {
    const { year } = dayParts(dayOf(settings.now));
    for (const line of [year, year - 1].flatMap((one) => languageReportLines(languageReport(register, one))))
      terminal.result(line);
    return 0;
  }
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, msg`the mailings`);
  if (flags['plan'] === true) {
    await showPlan(settings, terminal, register, { ...request, kind }, workbookKey(announcing));
    return faulty ? 1 : 0;
  }
  // Also if nothing is due: otherwise the author would believe that it is understood.
  if (announcing.target !== undefined) parseTarget(announcing.target, listsIn(register));
  const outlook = outlookOf(announcing);
  const wanted = wantedMailings(outlook, request, kind);
  if (wanted.length === 0) sayNothingDue(run, outlook, request);
  const isNamed = request.webinar !== undefined && kind !== undefined;
  const isWhole = await makeAll(announcing, isNamed ? wanted : withoutWaived(announcing, wanted));
  return faulty || !isWhole ? 1 : 0;
}

/** Whether every one of them could be made. */
async function makeAll(announcing: Announcing, wanted: readonly WantedMailing[]): Promise<boolean> {
  let isWhole = true;
  for (const one of wanted) isWhole = (await announceOne(announcing, one)) !== undefined && isWhole;
  return isWhole;
}

/** Only what is not off the list. What is, is said: whoever wants it all the same names it. */
function withoutWaived(
  { terminal, register, settings: { now } }: Announcing,
  wanted: readonly WantedMailing[],
): readonly WantedMailing[] {
  const off = waivedNames({ register, now });
  const isOff = ({ webinar, name }: WantedMailing): boolean => off.has(textEntryName(webinar.id, name));
  for (const one of wanted.filter(isOff)) {
    terminal.say(headline(one), 'bold');
    terminal.say(
      msg`  Not made: somebody has taken it off the list. To make it all the same: «npm run announce -- --webinar ${one.webinar.id} --kind ${keyFor(one.name)}»`,
    );
  }
  return wanted.filter((one) => !isOff(one));
}

/** Makes every mailing that is due, from a register that has been read. False where one could not be made. */
export async function makeDueMailings(run: Run, reading: RegisterReading): Promise<boolean> {
  const announcing = await announcingOf(run, reading);
  return makeAll(announcing, withoutWaived(announcing, wantedMailings(outlookOf(announcing), {}, undefined)));
}

function sayNothingDue({ terminal }: Run, outlook: Outlook, request: WebinarRequest): void {
  const { register, now } = outlook;
  const next = webinarTexts(outlook, request).find(({ state }) => state === 'coming');
  terminal.say(msg`Nothing is due now. See what comes with «npm run announce -- --plan».`);
  if (next !== undefined) {
    const { due, webinar, kind } = next;
    terminal.say(
      msg`Next, on ${spokenDate(due)}: ${announcementWords[spoken()].text(next)}, «${webinar.title}» (${webinar.id}).`,
    );
    terminal.say(msg`To make it today: --webinar ${webinar.id} --kind ${kind}.`);
  } else if (request.webinar !== undefined) {
    const isBehind = requestedWebinars(register, request).every((webinar) => isOver(webinar, now));
    const kind = isBehind ? 'followup' : 'announcement';
    terminal.say(msg`To make one anyway, name its kind: --webinar ${request.webinar} --kind ${kind}.`);
  }
}
