/** The minutes of a quarterly meeting: the draft that people write in. */
import { plainIn } from '../../../domain/standard-text.ts';
import type { WallTime } from '../../../domain/time.ts';
import { UserError } from '../../../domain/user-error.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { meetingDay } from '../../../papers/meetings.ts';
import { minutesDraft } from '../../../papers/minutes/draft.ts';
import { minutesDraftView, type MinutesDraft } from '../../../papers/minutes/view.ts';
import { minutesMeeting, type MinutesMeeting } from '../../../papers/minutes/which-meeting.ts';
import type { Register } from '../../../register/register.ts';
import type { FetchedDocument } from '../../minutes/fetch-document.ts';
import { sayDraft, sayEarlier } from '../../minutes/say-draft.ts';
import { definePaper } from '../define-paper.ts';
import { formatsOf, paperOptions, textFlag } from '../paper-flags.ts';
import { paperFormats, type Asked, type Making, type StepResult } from '../paper-definition.ts';

/** What a run asks for. */
interface Request {
  readonly meeting: string | undefined;
}

/** What a run makes. */
interface Minutes {
  readonly kind: 'draft';
  readonly of: MinutesMeeting;
  readonly view: MinutesDraft;
}

export const minutesPaper = definePaper({
  name: 'minutes',
  noun: 'draft',
  summary: 'Makes the minutes of a quarterly meeting, first as a draft.',
  options: {
    meeting: {
      type: 'string',
      value: '<meeting>',
      help: 'of this meeting: its ID or title, next or last (default: the last one while it lacks minutes, otherwise the next)',
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
      help: 'with --read, write it in empty cells and new rows of the register, and the outcome of each case that is Meldt',
    },
    again: {
      type: 'boolean',
      help: 'with --write, although another document was read for the meeting before',
    },
    json: { type: 'boolean', help: 'print what it says as JSON on standard output' },
  },
  examples: [
    'npm run minutes',
    'npm run minutes -- --meeting next --format docx',
    'npm run minutes -- --publish --standard nn',
    'npm run minutes -- --read referat.docx',
    'npm run minutes -- --read referat.docx --write',
  ],
  tabs: ['activities', 'cases', 'actions', 'treatments', 'contacts', 'settings'],
  alsoNeeds: () => ['statements'],
  samples: { minutes: ['--meeting', 'next'], 'minutes-written': ['--meeting', 'last'] },
  request: (asked): Request => ({ meeting: meetingIn(asked) }),
  make: makeMinutes,
  templates: { 'minutes-draft': minutesDraftView },
  sets: ({ of: { meeting }, view }) => [
    {
      name: `referatutkast-${meetingDay(meeting)}-${meeting.id}`,
      template: 'minutes-draft',
      // The same from day to day: a draft is made again only where the register says something else.
      day: meetingDay(meeting),
      inStandard: (standard) => ({ view, subject: subjectOf(view, standard) }),
    },
  ],
  say: (terminal, made, { run, reading: { register } }) => {
    sayDraft(terminal, made, register, run.settings.now);
  },
  json: ({ view }, files) => ({ ...view, files }),
  steps: {
    read: { after: 'made', take: read },
    publishable: { after: 'made', take: requirePublishable },
    earlier: {
      after: 'saved',
      take: ({ run, saved }) => {
        sayEarlier(run.terminal, saved);
        return {};
      },
    },
    publish: { after: 'saved', take: publish },
  },
});

const subjectOf = ({ meeting, reference }: MinutesDraft, standard: NorwegianStandard): string =>
  `Utkast til referat, ${plainIn(meeting.title, standard)} (${reference})`;

/** Flags that ask for different things. Throws UserError for two of them. */
const tasks = ['publish', 'read', 'final'] as const;

function meetingIn({ flags }: Asked): string | undefined {
  const [first, second] = tasks.filter((task) => flags[task] !== undefined && flags[task] !== false);
  if (first !== undefined && second !== undefined)
    throw new UserError(`--${first} and --${second} were both given.`, 'Use only one of them.');
  return textFlag(flags, 'meeting');
}

function makeMinutes(register: Register, { meeting }: Request, now: WallTime): Minutes {
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
  if (named === undefined) {
    if (run.flags['write'] !== true) return {};
    throw new UserError('--write was given without --read.', 'Name the document too: --read <document>.');
  }
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
  if (run.flags['publish'] !== true) return {};
  const { requirePublishable: requireAll } = await import('../../minutes/publish-draft.ts');
  requireAll(reading.register, view.of.meeting, formatsOf(run.flags, paperFormats));
  return {};
}

/** With --publish, after the files: the document is made of one of them. */
async function publish(making: Making<Request, Minutes>): Promise<StepResult<Minutes>> {
  const { run, reading, view } = making;
  if (run.flags['publish'] !== true) return {};
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
