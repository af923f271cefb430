/** The minutes of a quarterly meeting: the draft that people write in. */
import { plainIn } from '../../../domain/standard-text.ts';
import type { WallTime } from '../../../domain/time.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { meetingDay } from '../../../papers/meetings.ts';
import { minutesDraft } from '../../../papers/minutes/draft.ts';
import { minutesMailView, minutesView } from '../../../papers/minutes/final-view.ts';
import { minutesDraftView, type MinutesDraft } from '../../../papers/minutes/view.ts';
import { minutesMeeting, type MinutesMeeting } from '../../../papers/minutes/which-meeting.ts';
import type { Register } from '../../../register/register.ts';
import {
  finalSets,
  keepFinal,
  mailFinal,
  makeFinal,
  type Actions,
  type Final,
} from '../../minutes/final-steps.ts';
import type { FetchedDocument } from '../../minutes/fetch-document.ts';
import { sayDraft, sayEarlier } from '../../minutes/say-draft.ts';
import { definePaper } from '../define-paper.ts';
import { formatsOf, paperOptions, textFlag } from '../paper-flags.ts';
import {
  paperFormats,
  type Asked,
  type Making,
  type PaperSet,
  type StepResult,
} from '../paper-definition.ts';

/** What a run asks for. */
interface Request {
  readonly meeting: string | undefined;
  readonly task: 'draft' | 'final' | 'actions';
}

interface Draft {
  readonly kind: 'draft';
  readonly of: MinutesMeeting;
  readonly view: MinutesDraft;
}

/** What a run makes. */
type Minutes = Draft | Final | Actions;

type Template = 'minutes-draft' | 'minutes' | 'minutes-mail' | 'minutes-mail-subject';

const names = (): Readonly<Record<Minutes['kind'], string>> => ({
  draft: msg`the draft`,
  final: msg`the minutes`,
  actions: msg`the lists of actions`,
});

export const minutesPaper = definePaper({
  name: 'minutes',
  none: () => msg`No minutes was made.`,
  named: ({ kind }: Minutes) => names()[kind],
  summary: 'Makes the minutes of a quarterly meeting, first as a draft.',
  options: {
    meeting: {
      type: 'string',
      value: '<meeting>',
      help: 'of this meeting: its ID or title, next or last (default: the last one while it lacks minutes, otherwise the next; with --final the last one)',
      chooses: 'meeting',
    },
    ...paperOptions(),
    publish: {
      type: 'boolean',
      help: 'also make the draft as a Google Doc, once: in the folder of the setting «Mappe for referat», with its link in Referat',
    },
    read: {
      type: 'string',
      value: '<document>',
      help: 'read what people wrote: a .docx, or the ID or address of a Google Doc; show what is understood and what not',
    },
    write: {
      type: 'boolean',
      help: 'with --read, write it in empty cells and new rows of the register, the outcome of each case that is Meldt, and that an action is Utført',
    },
    again: {
      type: 'boolean',
      help: 'with --write, although another document was read for the meeting before',
    },
    final: {
      type: 'boolean',
      help: 'keep what the register has of a meeting that was held as the next version of its minutes',
    },
    mailing: {
      type: 'boolean',
      help: 'with --final: also make the mailing of the minutes, and of their actions to each who is responsible',
    },
    actions: {
      type: 'boolean',
      help: 'only make the mailing to each responsible whose actions are near their deadline, or not as they were told',
    },
    json: { type: 'boolean', help: 'print what it says as JSON on standard output' },
  },
  examples: [
    'npm run minutes',
    'npm run minutes -- --meeting next --format docx',
    'npm run minutes -- --publish --standard nn',
    'npm run minutes -- --read referat.docx',
    'npm run minutes -- --read referat.docx --write',
    'npm run minutes -- --final --mailing',
  ],
  tabs: ['activities', 'cases', 'actions', 'treatments', 'contacts', 'settings'],
  // A mailing leaves out those who are reserved, and those whom it has already reached.
  alsoNeeds: (flags) => [
    'statements',
    ...(flags['mailing'] === true || flags['actions'] === true ? (['recipients', 'ledger'] as const) : []),
  ],
  samples: { minutes: ['--meeting', 'next'], 'minutes-written': ['--meeting', 'last'] },
  request: requestIn,
  make: makeMinutes,
  templates: {
    'minutes-draft': minutesDraftView,
    minutes: minutesView,
    'minutes-mail': minutesMailView,
    'minutes-mail-subject': minutesMailView,
  },
  sets: (made): readonly PaperSet<Template>[] => {
    if (made.kind === 'draft') return [draftSet(made)];
    return made.kind === 'final' ? finalSets(made) : [];
  },
  say: (terminal, made, { run, reading: { register } }) => {
    if (made.kind === 'draft') sayDraft(terminal, made, register, run.settings.now);
  },
  json: (made, files) => ({ ...viewOf(made), files }),
  steps: {
    read: { after: 'made', take: read },
    publishable: { after: 'made', take: requirePublishable },
    keep: {
      after: 'said',
      take: async (making) => (making.view.kind === 'final' ? keepFinal(making, making.view) : {}),
    },
    earlier: {
      after: 'saved',
      take: ({ run, saved, view }) => {
        if (view.kind === 'draft') sayEarlier(run.terminal, saved);
        return {};
      },
    },
    publish: { after: 'saved', take: publish },
    mailing: {
      after: 'saved',
      take: async (making) => (making.view.kind === 'draft' ? {} : mailFinal(making, making.view)),
    },
  },
});

const viewOf = (made: Minutes): object =>
  made.kind === 'draft' ? made.view : made.kind === 'final' ? made.minutes.view : {};

const draftSet = ({ of: { meeting }, view }: Draft): PaperSet<Template> => ({
  name: `referatutkast-${meetingDay(meeting)}-${meeting.id}`,
  template: 'minutes-draft',
  // The same from day to day: a draft is made again only where the register says something else.
  day: meetingDay(meeting),
  inStandard: (standard) => ({ view, subject: subjectOf(view, standard) }),
});

const subjectOf = ({ meeting, reference }: MinutesDraft, standard: NorwegianStandard): string =>
  `Utkast til referat, ${plainIn(meeting.title, standard)} (${reference})`;

/** Flags that ask for different things. Throws UserError for two of them. */
const tasks = ['publish', 'read', 'final', 'actions'] as const;

function requestIn({ flags }: Asked): Request {
  const [first, second] = tasks.filter((task) => flags[task] !== undefined && flags[task] !== false);
  if (first !== undefined && second !== undefined)
    throw new UserError(msg`--${first} and --${second} were both given.`, msg`Use only one of them.`);
  const task = flags['final'] === true ? 'final' : flags['actions'] === true ? 'actions' : 'draft';
  if (flags['mailing'] === true && task !== 'final')
    throw new UserError(msg`--mailing is for --final.`, msg`Use them together, or leave out --mailing.`);
  if (flags['write'] === true && textFlag(flags, 'read') === undefined)
    throw new UserError(
      msg`--write was given without --read.`,
      msg`Name the document too: --read <document>.`,
    );
  return { meeting: textFlag(flags, 'meeting'), task };
}

function makeMinutes(register: Register, { meeting, task }: Request, now: WallTime): Minutes {
  if (task === 'actions') return { kind: 'actions' };
  if (task === 'final') return makeFinal(register, meeting, now);
  const of = minutesMeeting(register, meeting, now);
  return { kind: 'draft', of, view: minutesDraft(register, of.meeting, now) };
}

/** With --read: nothing else is made. */
async function read({
  run,
  store,
  workbook,
  reading: { register },
  view,
}: Making<Request, Minutes>): Promise<StepResult<Minutes>> {
  const named = textFlag(run.flags, 'read');
  if (named === undefined || view.kind !== 'draft') return {};
  const { meeting, is } = view.of;
  const { readBack } = await import('../../minutes/read-back.ts');
  const fetch = async (document: string): Promise<FetchedDocument> => {
    const { connectFiles } = await import('../../register/connect-google.ts');
    const { fetchDocument } = await import('../../minutes/fetch-document.ts');
    return fetchDocument(document, await connectFiles(run.settings, run.terminal), run.settings.now);
  };
  const isNamed = is === 'named';
  const code = await readBack({ run, store, workbook, register, named, meeting, isNamed, fetch });
  return { code, isLast: true };
}

/** With --publish. Throws UserError before anything is made. */
async function requirePublishable(making: Making<Request, Minutes>): Promise<StepResult<Minutes>> {
  const { run, reading, view } = making;
  if (run.flags['publish'] !== true || view.kind !== 'draft') return {};
  const { requirePublishable: requireAll } = await import('../../minutes/publish-draft.ts');
  requireAll(reading.register, view.of.meeting, formatsOf(run.flags, paperFormats));
  return {};
}

/** With --publish, after the files: the document is made of one of them. */
async function publish(making: Making<Request, Minutes>): Promise<StepResult<Minutes>> {
  const { run, reading, view } = making;
  if (run.flags['publish'] !== true || view.kind !== 'draft') return {};
  const { documentStandard, publishDraft } = await import('../../minutes/publish-draft.ts');
  const { register } = reading;
  const standard = documentStandard(register, textFlag(run.flags, 'standard'));
  const name = subjectOf(view.view, standard);
  const { link, code } = await publishDraft({
    ...making,
    ...{ register, standard, name, meeting: view.of.meeting },
  });
  return { results: [link], code };
}
