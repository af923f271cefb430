/** The looks of each tab. What a column requires, IDs that are there twice and what Kontroll lists come by themselves. */
import { actionStatuses, activityStatuses, caseStatuses, slotStatuses } from '../lists.ts';
import type { TabKey } from '../tabs.ts';
import { activityLook } from './activity-look.ts';
import { firstWith, nextBy } from './coming-row.ts';
import { isBefore, isOneOf, isPast, startsWithin, wordsOf } from './conditions.ts';
import type { Design, RowCells } from './design.ts';

const settledActivity = wordsOf(activityStatuses, 'done', 'cancelled');
const openAction = wordsOf(actionStatuses, 'open');

/** Announcements go out four weeks ahead as a rule: two weeks before that, a text must be approved soon. */
const APPROVAL_DAYS = 42;
/** So many days before, the speakers should have answered. */
const SPEAKER_DAYS = 28;

const activityColumns = <T extends TabKey>({ other }: RowCells<T>): readonly [string, string, string] => [
  other('activities', 'id'),
  other('activities', 'start'),
  other('activities', 'status'),
];

const isOrEmpty = (cell: string, words: readonly string[]): string =>
  `OR(${cell}="",${isOneOf(cell, words)})`;

const actionLook: Design<'actions'> = {
  frozenThrough: 'action',
  groups: [{ from: 'action', to: 'deadline', colour: 'first', isOutlined: false }],
  colours: (['responsible', 'deadline'] as const)
    .map((key): NonNullable<Design<'actions'>['colours']>[number] => ({
      columns: [key],
      look: 'missing',
      holds: ({ cell, isUsed }) => `AND(${isUsed},${cell(key)}="",${isOrEmpty(cell('status'), openAction)})`,
    }))
    .concat({
      columns: ['deadline'],
      look: 'late',
      holds: ({ cell }) =>
        `AND(${isPast(cell('deadline'))},${isOrEmpty(cell('status'), openAction)},N(${cell('snoozedUntil')})<TODAY())`,
    }),
  opensAt: firstWith('Status', ['', actionStatuses.open[0]]),
};

const caseLook: Design<'cases'> = {
  frozenThrough: 'title',
  groups: [{ from: 'meeting', to: 'kind', colour: 'first', isOutlined: false }],
  colours: [
    {
      columns: ['status'],
      look: 'unsettled',
      holds: (row) => {
        const { cell } = row;
        const isLeft = isOrEmpty(cell('status'), wordsOf(caseStatuses, 'raised'));
        const isMeetingOver = startsWithin(activityColumns(row), cell('meeting'), -1);
        return `AND(${isLeft},NOT(${isOneOf(cell('standing'), ['ja'])}),${isMeetingOver})`;
      },
    },
  ],
  opensAt: firstWith('Status', ['', caseStatuses.raised[0]]),
};

const textLook: Design<'texts'> = {
  frozenThrough: 'title',
  groups: [
    { from: 'activity', to: 'title', colour: 'first', isOutlined: false },
    { from: 'approvedBy', to: 'approvedOn', colour: 'other', isOutlined: false },
  ],
  colours: [
    {
      columns: ['approvedBy'],
      look: 'late',
      holds: (row) => {
        const { cell } = row;
        const isNear = startsWithin(activityColumns(row), cell('activity'), APPROVAL_DAYS, settledActivity);
        return `AND(${cell('approvedBy')}="",${isNear})`;
      },
    },
  ],
  opensAt: firstWith('Godkjent av', ['']),
};

const slotLook: Design<'slots'> = {
  frozenThrough: 'activity',
  groups: [{ from: 'activity', to: 'title', colour: 'first', isOutlined: false }],
  colours: [
    { columns: ['end'], look: 'wrong', holds: ({ cell }) => isBefore(cell('start'), cell('end')) },
    {
      columns: ['answerBy'],
      look: 'late',
      holds: ({ cell }) =>
        `AND(${isPast(cell('answerBy'))},${isOneOf(cell('status'), wordsOf(slotStatuses, 'asked'))})`,
    },
    {
      columns: ['status'],
      look: 'unsettled',
      holds: (row) => {
        const { cell } = row;
        const isWaiting = isOrEmpty(cell('status'), wordsOf(slotStatuses, 'wanted', 'asked'));
        const isNear = startsWithin(activityColumns(row), cell('activity'), SPEAKER_DAYS, settledActivity);
        return `AND(${isWaiting},${cell('speaker')}<>"",${isNear})`;
      },
    },
  ],
  opensAt: nextBy('Start'),
};

const dialogueLook: Design<'dialogues'> = {
  frozenThrough: 'county',
  groups: [{ from: 'county', to: 'party', colour: 'first', isOutlined: false }],
  colours: [
    {
      columns: ['deadline'],
      look: 'late',
      holds: ({ cell }) => `AND(${isPast(cell('deadline'))},${cell('nextStep')}<>"")`,
    },
  ],
};

const answerLook: Design<'answers'> = {
  frozenThrough: 'start',
  groups: [{ from: 'meeting', to: 'start', colour: 'first', isOutlined: false }],
  colours: [
    {
      columns: ['deadline'],
      look: 'late',
      holds: ({ cell }) => `AND(${cell('answer')}="",${isPast(cell('deadline'))})`,
    },
    {
      columns: ['answer'],
      look: 'unsettled',
      holds: ({ cell, isUsed }) => `AND(${isUsed},${cell('answer')}="")`,
    },
  ],
};

export const designs: { readonly [T in TabKey]: Design<T> } = {
  activities: activityLook,
  texts: textLook,
  cases: caseLook,
  actions: actionLook,
  treatments: {
    frozenThrough: 'case',
    groups: [{ from: 'case', to: 'outcome', colour: 'first', isOutlined: false }],
  },
  slots: slotLook,
  examples: {
    frozenThrough: 'title',
    groups: [{ from: 'title', to: 'themes', colour: 'first', isOutlined: false }],
  },
  dialogues: dialogueLook,
  contacts: {
    frozenThrough: 'name',
    groups: [{ from: 'name', to: 'party', colour: 'first', isOutlined: false }],
  },
  answers: answerLook,
  recipients: { frozenThrough: 'name' },
  settings: { frozenThrough: 'name' },
  findings: { place: 'second', hidden: ['checkedAt'] },
  statements: { place: 'last', hidden: ['sequence'] },
  ledger: {
    place: 'last',
    hidden: ['recipientKey', 'owner', 'attempt', 'queueId', 'planHash', 'sequence'],
  },
};
