/** The programme of a conference, webinar or gathering, and its progress. */
import { fewLines } from '../../../domain/few.ts';
import { plainIn } from '../../../domain/standard-text.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { programmeIn } from '../../../papers/programme/in-standard.ts';
import { programme } from '../../../papers/programme/programme.ts';
import {
  clashLine,
  clashName,
  releaseChanges,
  releaseOf,
  withRelease,
} from '../../../papers/programme/release.ts';
import { programmeView, type Programme } from '../../../papers/programme/view.ts';
import { settingsOf } from '../../../register/settings.ts';
import { statementsTab } from '../../../register/tabs/statements.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { refusedLines } from '../../register/change-report.ts';
import { definePaper } from '../define-paper.ts';
import { paperFormats, type Making, type StepResult } from '../paper-definition.ts';
import { paperOptions, textFlag } from '../paper-flags.ts';
import { exchangeFiles } from '../programme-files.ts';
import { spokenDate, spokenTitle } from '../../../language/spoken.ts';

const formats = [...paperFormats, 'ics', 'xml', 'json'];

interface Request {
  readonly activity: string | undefined;
  readonly isRelease: boolean;
  /** The clashes that are meant to be, by name. */
  readonly allowed: readonly string[];
}

export const programmePaper = definePaper({
  name: 'programme',
  none: () => msg`No programme was made.`,
  named: () => msg`the programme`,
  summary: 'Makes the programme of a conference, and says how far it is.',
  options: {
    activity: {
      type: 'string',
      value: '<activity>',
      help: 'this activity: its ID or title, next or last (default: the next conference that has a programme)',
      chooses: 'programme',
    },
    release: {
      type: 'boolean',
      help: 'keep this as the next version in the register, so that the one after can tell what differs',
    },
    allow: {
      type: 'string',
      value: '<clash,clash>',
      help: 'with --release: keep it although a speaker or a room is needed twice at the same time; the run without names the clashes',
    },
    ...paperOptions(formats),
  },
  examples: [
    'npm run programme',
    'npm run programme -- --activity next --standard nn',
    'npm run programme -- --release',
  ],
  tabs: ['activities', 'slots', 'texts'],
  alsoNeeds: () => ['statements', 'settings'],
  formats,
  request: ({ flags }): Request => {
    const allow = textFlag(flags, 'allow');
    const isRelease = flags['release'] === true;
    if (allow !== undefined && !isRelease)
      throw new UserError(msg`--allow is for --release.`, msg`Use them together, or leave out --allow.`);
    return {
      activity: textFlag(flags, 'activity'),
      isRelease,
      allowed: (allow ?? '').split(','),
    };
  },
  make: (register, { activity }, now) => programme(register, activity, now),
  templates: { programme: programmeView, 'programme-state': programmeView },
  sets: (view, { run, reading: { register } }) => {
    const making = { now: run.settings.now, organizer: settingsOf(register).announcements.sender };
    const stem = `${view.activity.when.first}-${view.activity.id}`;
    const subject = (title: string): string => `${title} (${view.reference})`;
    return [
      {
        // A draft must not be taken for what is released, nor lie beside it under its name.
        name: `${view.isDraft ? 'programutkast' : 'program'}-${stem}`,
        template: 'programme',
        inStandard: (standard) => ({
          view: programmeIn(view, standard),
          subject: subject(plainIn(view.activity.title, standard)),
        }),
        files: ({ format, marking }) => exchangeFiles(view, format, marking, making),
        beside: (count) =>
          count === 1
            ? msg`  and beside them ${count} calendar of one slot each, for its speaker`
            : msg`  and beside them ${count} calendars of one slot each, for its speaker`,
      },
      {
        // What the makers of the programme need to know.
        name: `programstatus-${stem}`,
        template: 'programme-state',
        inStandard: (standard) => ({
          view: programmeIn(view, standard),
          subject: subject(plainIn(view.activity.title, standard)),
        }),
      },
    ];
  },
  say: (terminal, view, { request }) => {
    sayState(terminal, view);
    sayChanges(terminal, view, request.isRelease);
  },
  steps: {
    /** With --release the register keeps the version before its papers name it. */
    release: { after: 'said', take: release },
  },
});

/** Prints what the makers of the programme want to know first. */
function sayState(terminal: Terminal, { activity, counts, clashes }: Programme): void {
  const heading = terminal.paint('bold', msg`Programme`);
  terminal.say(
    `${heading}: ${spokenTitle(activity.title)} (${activity.id}), ${spokenDate(activity.when.first)}`,
  );
  const slots = counts.all === 1 ? msg`${counts.all} slot` : msg`${counts.all} slots`;
  terminal.say(
    msg`  ${slots}: ${counts.confirmed} confirmed, ${counts.asked} asked, ${counts.wanted} wanted; ${counts.declined} declined`,
  );
  for (const clash of clashes) terminal.say(`  ${clashLine(clash)}: ${clashName(clash)}`, 'yellow');
}

/** What differs from the version that went out. A release says itself where nothing does. */
function sayChanges(
  terminal: Terminal,
  { changes, released, touched }: Programme,
  isReleased: boolean,
): void {
  if (released === undefined) {
    if (!isReleased) terminal.say(msg`  No version has been released: add --release when it goes out.`);
  } else if (changes.length === 0) {
    if (!isReleased) terminal.say(msg`  Nothing has changed since version ${released.version}.`);
  } else {
    const [count, concerned] = [changes.length, touched.length];
    const since =
      count === 1
        ? msg`${count} change since version ${released.version}`
        : msg`${count} changes since version ${released.version}`;
    const speakers =
      concerned === 1 ? msg`${concerned} speaker is concerned` : msg`${concerned} speakers are concerned`;
    terminal.say(`  ${since}; ${speakers}.`);
  }
}

/** Throws UserError where the version cannot be kept whole. */
async function release({
  run,
  store,
  workbook,
  reading,
  request,
  view,
}: Making<Request, Programme>): Promise<StepResult<Programme>> {
  if (!request.isRelease) return {};
  const { terminal, settings } = run;
  const { register } = reading;
  const release = releaseOf(register, view, settings.now, request.allowed);
  if (release === undefined) {
    const { version = 1 } = view.released ?? {};
    terminal.say(msg`  Nothing has changed since version ${version}, so no new one was kept.`);
    return {};
  }
  const refused = refusedLines(await store.write(releaseChanges(register, release), workbook));
  if (refused.length > 0) {
    throw new UserError(
      msg`The version was not kept whole in ${store.place}.`,
      `${msg`See what stands in the tab ${statementsTab.name}, and run it again.`}\n${fewLines(refused).join('\n')}`,
    );
  }
  const kept = programme(withRelease(register, release), view.activity.id, settings.now);
  terminal.say(msg`  Version ${kept.released?.version ?? 1} was kept in ${store.place}.`);
  return { view: kept };
}
