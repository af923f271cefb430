import { activityStatuses, activityTypes, parties } from '../lists.ts';
import { isBefore, isOneOf, isPast, quarterFrom, wordsOf } from './conditions.ts';
import type { Condition, Design } from './design.ts';
import { nextBy } from './coming-row.ts';

const settled = wordsOf(activityStatuses, 'done', 'cancelled');
const decided = wordsOf(activityStatuses, 'planned', 'confirmed', 'ongoing');
const ongoing = wordsOf(activityStatuses, 'ongoing');
const called = wordsOf(activityTypes, 'quarterlyMeeting', 'webinar');

/** People are invited to meetings and webinars, so that day and time must be known. */
const lacksTime: Condition<'activities'> = ({ cell }) => {
  const start = cell('start');
  const isVague = `OR(${start}="",AND(ISNUMBER(${start}),INT(N(${start}))=N(${start})))`;
  return `AND(${isOneOf(cell('type'), called)},${isOneOf(cell('status'), decided)},${isVague})`;
};

/** Over, but neither done nor cancelled. What is ongoing without an end is not over. */
const isLeftOpen: Condition<'activities'> = ({ cell }) => {
  const [start, end, status] = [cell('start'), cell('end'), cell('status')];
  const hasEnd = `AND(ISNUMBER(${end}),N(${end})>=1)`;
  const isStartPast = `AND(OR(${end}="",ISNUMBER(${end})),NOT(${isOneOf(status, ongoing)}),${isPast(start)})`;
  return `AND(${isOneOf(status, decided)},IF(${hasEnd},${isPast(end)},${isStartPast}))`;
};

const isOpen: Condition<'activities'> = ({ cell, isUsed }) =>
  `AND(${isUsed},NOT(${isOneOf(cell('status'), settled)}))`;

const isOf =
  (party: 'bylivsenteret' | 'distriktssenteret'): Condition<'activities'> =>
  (row) =>
    `AND(${isOneOf(row.cell('party'), wordsOf(parties, party, 'both'))},${isOpen(row)})`;

/** In the next quarter. A start in words is in it when it names the year: nobody should miss it. */
const isInNextQuarter: Condition<'activities'> = ({ cell }) => {
  const start = cell('start');
  const within = `AND(N(${start})>=${quarterFrom(1)},N(${start})<${quarterFrom(2)})`;
  const named = `ISNUMBER(SEARCH(YEAR(${quarterFrom(1)}),${start}))`;
  return `IF(ISTEXT(${start}),${named},${within})`;
};

/** Open, and without a day that can be kept: none, in words, or past. */
const isUnclear: Condition<'activities'> = (row) => {
  const start = row.cell('start');
  return `AND(${isOpen(row)},OR(NOT(ISNUMBER(${start})),N(${start})<TODAY()))`;
};

export const activityLook: Design<'activities'> = {
  frozenThrough: 'title',
  groups: [
    { from: 'type', to: 'end', colour: 'first', isOutlined: false },
    { from: 'series', to: 'slides', colour: 'webinar', isOutlined: true },
  ],
  colours: [
    { columns: ['start'], look: 'missing', holds: lacksTime },
    { columns: ['end'], look: 'wrong', holds: ({ cell }) => isBefore(cell('start'), cell('end')) },
    { columns: ['status'], look: 'unsettled', holds: isLeftOpen },
  ],
  filterViews: [
    { title: 'Mine: Bylivsenteret', column: 'party', shows: isOf('bylivsenteret') },
    { title: 'Mine: Distriktssenteret', column: 'party', shows: isOf('distriktssenteret') },
    { title: 'Neste kvartal', column: 'start', shows: isInNextQuarter },
    { title: 'Uavklart', column: 'start', shows: isUnclear },
  ],
  opensAt: nextBy('Start'),
};
