import { z } from 'zod';
import { choiceColumn, idColumn, referenceColumn, textColumn } from '../columns.ts';
import { treatmentOutcomes } from '../lists.ts';
import { oneOf, text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/**
 * `Behandling`: what a quarterly meeting did with a case that an earlier one had treated already. The first treatment
 * is in the cells of `Saker`, where people look; each later one has a row here, so that no decision is overwritten.
 */
export const treatmentsTab = defineTab({
  name: 'Behandling',
  aliases: ['Handsaming', 'Treatments'],
  owner: 'people',
  idLetter: 'V',
  key: 'id',
  isReadWithoutIds: true,
  columns: {
    id: idColumn('V', 'behandlingen'),
    case: referenceColumn(['Sak', 'Case'], 'S', 'Saken som ble behandlet igjen.'),
    meeting: referenceColumn(['Møte', 'Meeting'], 'A', 'Kvartalsmøtet som behandlet den.'),
    outcome: choiceColumn(['Status'], treatmentOutcomes, 'Hva møtet gjorde med saken.', 14),
    discussion: textColumn(['Notat', 'Discussion'], 'Det som ble sagt i møtet, kort. Det står i referatet.'),
    decision: textColumn(['Vedtak', 'Decision', 'Konklusjon'], 'Det møtet kom fram til.'),
  },
  row: z.object({
    id: text,
    case: text,
    meeting: text,
    outcome: oneOf(treatmentOutcomes),
    discussion: text.optional(),
    decision: text.optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type TreatmentRow = RowOf<typeof treatmentsTab>;
