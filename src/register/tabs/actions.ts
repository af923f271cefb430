import { z } from 'zod';
import { choiceColumn, dayColumn, idColumn, lineColumn, referenceColumn, textColumn } from '../columns.ts';
import { actionStatuses, parties } from '../lists.ts';
import { day, oneOf, text } from '../schemas.ts';
import { deadlineWordsIn } from '../deadline-words.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Tiltak`: something that somebody promised to do. */
export const actionsTab = defineTab({
  name: 'Tiltak',
  aliases: ['Actions'],
  owner: 'people',
  idLetter: 'T',
  key: 'id',
  isReadWithoutIds: true,
  columns: {
    id: idColumn('T', 'tiltaket'),
    action: lineColumn(['Tiltak', 'Action'], 'Hva som skal gjøres.', 48),
    responsible: lineColumn(
      ['Ansvarlig', 'Ansvarleg', 'Responsible'],
      'Rollen eller personen som skal gjøre det.',
    ),
    party: choiceColumn(['Part', 'Party'], parties, 'Parten som har ansvaret.'),
    deadline: dayColumn(['Frist', 'Deadline'], 'Siste dag.'),
    status: choiceColumn(
      ['Status'],
      actionStatuses,
      'Tomt betyr åpen. Et åpent tiltak kommer med i neste saksliste.',
      12,
    ),
    fromCase: referenceColumn(['Fra sak', 'Frå sak', 'From case'], 'S', 'Saken tiltaket kom fra.'),
    snoozedUntil: dayColumn(
      ['Utsett til', 'Snooze until'],
      'Til og med denne dagen blir tiltaket holdt utenfor sakslisten, men regnet med.',
    ),
    note: textColumn(
      ['Merknad', 'Note'],
      'Til eget bruk. Bare en linje som begynner med «Frist i referatet:», blir tatt med i papirene, når «Frist» er tom.',
      36,
    ),
    doneOn: dayColumn(['Utført dato', 'Done on'], 'Dagen tiltaket ble utført.'),
    fromMeeting: referenceColumn(
      ['Fra møte', 'Frå møte', 'From meeting'],
      'A',
      'Kvartalsmøtet som avtalte tiltaket.',
    ),
  },
  row: z.object({
    id: text,
    action: text,
    responsible: text.optional(),
    party: oneOf(parties).optional(),
    deadline: day.optional(),
    status: oneOf(actionStatuses).optional(),
    fromCase: text.optional(),
    snoozedUntil: day.optional(),
    note: text.optional(),
    doneOn: day.optional(),
    fromMeeting: text.optional(),
  }),
  finish: (row) =>
    Object.assign(row, {
      status: row.status ?? ('open' as const),
      /** The deadline in words, where it is no day. */
      deadlineWords: row.deadline === undefined ? deadlineWordsIn(row.note) : undefined,
    }),
  draft: asItIs,
});

export type Action = RowOf<typeof actionsTab>;
