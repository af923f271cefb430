/** Problems of whole rows, in English. */
import type { HeldWorkKind } from '../../domain/problem.ts';
import { englishDate } from './en-dates.ts';
import { listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const held: Readonly<Record<HeldWorkKind, string>> = {
  activity: 'this activity',
  action: 'this action',
  slot: 'this slot',
  case: 'this case',
  'next-step': 'this next step',
};

/** `Row 3`, `Rows 3–52 and 60` */
const rowsAt = (spans: readonly string[], count: number): string =>
  `${count === 1 ? 'Row' : 'Rows'} ${listed(spans, 'and')}`;

export const enRows = {
  'rows-hidden': ({ count, spans }) =>
    say(
      `${rowsAt(spans, count)} ${count === 1 ? 'is' : 'are'} hidden, by hand or by a filter, and ${count === 1 ? 'was read like the others' : 'were read like the others'}.`,
      count === 1 ? 'Show it to see what it says.' : 'Show them to see what they say.',
    ),
  'rows-passed': ({ why, count, spans }) => {
    const rows = rowsAt(spans, count);
    const one = count === 1;
    const [is, holds, says] = one ? ['is', 'holds', 'says'] : ['are', 'hold', 'say'];
    switch (why) {
      case 'filled-down':
        return say(
          `${rows} ${holds} only what is filled down a column, and ${one ? 'counts' : 'count'} as empty.`,
          'If it means something, write what it is about.',
        );
      case 'only-id':
        return say(
          `${rows} ${holds} only an ID, and ${one ? 'counts' : 'count'} as empty.`,
          'Nothing to do: its ID is not given to another row.',
        );
      case 'hint':
        return say(
          `${rows} ${says} what to write in the columns, and ${is} not read.`,
          'Nothing to do. If it should be read, fill in the rest of the row.',
        );
      case 'sum':
        return say(
          `${rows} ${one ? 'is a sum' : 'are sums'}, and ${is} not read.`,
          'Nothing to do. If it should be read, give it another title.',
        );
      case 'note':
        return say(
          `${rows} ${one ? 'is a note' : 'are notes'}, and ${is} not read.`,
          'Nothing to do. If it should be read, fill in the rest of the row.',
        );
      case 'heading':
        return say(
          `${rows} ${one ? 'is a heading' : 'are headings'} between the rows, and ${is} not read.`,
          'Nothing to do. If it should be read, fill in the rest of the row.',
        );
    }
  },
  'row-looks-like': ({ as }, found) => {
    const shown = read(found);
    switch (as) {
      case 'sum':
        return say(
          `${shown} looks like a sum, and was read as a row.`,
          'If it is a sum, empty the other texts in the row, or move it to another tab.',
        );
      case 'note':
        return say(
          `${shown} looks like a note, and was read as a row.`,
          'If it is a note, move it to another tab, or write it as a comment on a cell.',
        );
      case 'example':
        return say(
          `${shown} looks like an example, and was read as a row.`,
          'If it is one, move it to another tab.',
        );
    }
  },
  'row-unclear': (_, found) =>
    say(
      `${read(found)} and other text in this row seem to explain what to write in the columns, so it is left out.`,
      'If that is so, move the row above the headings. If not, write what it is about.',
    ),
  'id-merged': ({ rows }, { at }) =>
    say(
      `The ID cell of row ${at.row ?? 0} is merged with others: rows ${listed(rows, 'and')} share it, and it is not known which row its ID belongs to.`,
      `Unmerge the cells of the column ${quoted(at.column ?? 'ID')}, so that each row has its own.`,
    ),
  'reference-blank': ({ tab, row }, found) =>
    say(
      `${read(found)} is row ${row} of ${tab}, where nothing else is filled in.`,
      `Fill in row ${row} of ${tab}, or write another ID.`,
    ),
  'list-near': ({ nearest, invites }, found) =>
    say(
      invites
        ? `Felles does not know the list ${read(found)}, so it invites nobody to the quarterly meetings.`
        : `${read(found)} looks like a misspelling of the list ${quoted(nearest)}, but counts as another list.`,
      `If you mean ${quoted(nearest)}, write that.`,
    ),
  'person-unknown': ({ count, nearest }, found) =>
    say(
      `Nobody in Kontakter has the name or the role ${read(found)}${count === 1 ? '' : `, which is in ${String(count)} rows`}.`,
      nearest === undefined
        ? 'Write the name, the role or the ID as in Kontakter, or add the person there.'
        : `If you mean ${quoted(nearest)}, write that. If not, add the person to Kontakter.`,
    ),
  'responsible-several': ({ ids, count }, found) =>
    say(
      `${String(count)} people in Kontakter have the name or the role ${read(found)} (${listed(ids, 'and')}${count > ids.length ? ' among them' : ''}), so none of them gets mail about the action.`,
      'Write the ID of the one you mean, or the full name.',
    ),
  'approval-half': ({ filled }, { at }) =>
    say(
      `${quoted(filled)} is filled in, and ${quoted(at.column ?? '')} is not, so the minutes do not count as approved.`,
      'Fill in both cells, or empty both.',
    ),
  'approval-refused': ({ day }, found) =>
    say(
      `It says ${read(found)}, which is not the name of somebody who has approved the minutes, so they do not count as approved.`,
      `Once somebody approves them, write the name over it, and the day in ${quoted(day)}.`,
    ),
  'approval-ahead': (_, found) =>
    say(
      `The minutes are approved on ${read(found)}, which is still to come, so they do not count as approved.`,
      'Write the day on which they were approved.',
    ),
  'left-with-work': ({ name, left, work }, { at }) =>
    say(
      `${quoted(name)} left on ${englishDate(left)}, and still has ${held[work]}.`,
      `Agree on who takes over, and write that under ${quoted(at.column ?? '')}.`,
    ),
  'reservation-unclear': ({ column, write }, found) =>
    say(
      `${read(found)} may mean that no mail is wanted, so no mailing goes to the address.`,
      `If that is meant, write ${quoted(write)} under ${quoted(column)}. If not, write something else.`,
    ),
  'party-not-invited': ({ party, list }) =>
    say(
      `Nobody from ${party} is invited to the next quarterly meeting.`,
      `Write ${quoted(list)} in Lister for the people who will come, and ${quoted(party)} under Part.`,
    ),
} as const satisfies Partial<ProblemWordings>;
