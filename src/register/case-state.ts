/** What the cases stand as today. */
import { groupBy } from '../domain/group.ts';
import type { CaseStatus, TreatmentOutcome } from './lists.ts';

/** Rows that have passed no rule yet lack what could not be read. */
interface Treatments {
  readonly treatments: readonly {
    readonly case?: string | undefined;
    readonly outcome?: TreatmentOutcome | undefined;
  }[];
}

interface CaseRow {
  readonly id?: string | undefined;
  readonly status?: CaseStatus | undefined;
}

/**
 * What the last meeting that treated a case made of it: its row in `Saker` says what the first did, `Behandling` what later ones
 * did. A case that is raised anew, or withdrawn, is that.
 */
export function caseStateOf({ treatments }: Treatments): (item: CaseRow) => CaseStatus | undefined {
  const later = groupBy(treatments, (row) => row.case);
  return ({ id, status }) =>
    status === 'raised' || status === 'withdrawn' ? status : (later.get(id)?.at(-1)?.outcome ?? status);
}
