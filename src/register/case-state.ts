/** What the cases stand as today. */
import type { Day } from '../domain/time.ts';
import type { CaseStatus, TreatmentOutcome } from './lists.ts';

/** Rows that have passed no rule yet lack what could not be read. */
interface TreatmentRow {
  readonly case?: string | undefined;
  readonly meeting?: string | undefined;
  readonly outcome?: TreatmentOutcome | undefined;
}

interface Treatments<Row extends TreatmentRow> {
  readonly treatments: readonly Row[];
  readonly activities: readonly {
    readonly id?: string | undefined;
    readonly start?: { readonly first: Day } | undefined;
  }[];
}

interface CaseRow {
  readonly id?: string | undefined;
  readonly status?: CaseStatus | undefined;
}

/** The row of `Behandling` with the latest meeting for each case; people may have sorted the rows. */
export function lastTreatments<Row extends TreatmentRow>({
  treatments,
  activities,
}: Treatments<Row>): ReadonlyMap<string | undefined, Row> {
  const last = new Map<string | undefined, Row>();
  if (treatments.length === 0) return last;
  const starts = new Map(activities.map(({ id, start }) => [id, start?.first]));
  const dayOf = ({ meeting }: Row): string => starts.get(meeting) ?? '';
  for (const row of treatments) {
    const before = last.get(row.case);
    if (before === undefined || dayOf(row) >= dayOf(before)) last.set(row.case, row);
  }
  return last;
}

/**
 * What the last meeting that treated a case made of it: its row in `Saker` says what the first did, `Behandling` what later ones
 * did. A case that is raised anew, or withdrawn, is that.
 */
export function caseStateOf(register: Treatments<TreatmentRow>): (item: CaseRow) => CaseStatus | undefined {
  const last = lastTreatments(register);
  return ({ id, status }) =>
    status === 'raised' || status === 'withdrawn' ? status : (last.get(id)?.outcome ?? status);
}
