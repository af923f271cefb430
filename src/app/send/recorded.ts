/** What a mailing says, as the record keeps it: the tab `Formidlet`. */
import { msg } from '../../domain/msg.ts';
import type { LedgerEntry } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { digestMailing, familyOf } from '../../domain/mailing-kind.ts';
import { saidTimeText, type StatementContent } from '../../domain/statement.ts';
import { dayOf, parseWallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { isRecordIncomplete, statementRows } from '../../register/statement-rows.ts';
import { statementsTab } from '../../register/tabs/statements.ts';
import type { Terminal } from '../cli/terminal.ts';
import { sequenceOf } from './mailing-status.ts';
import type { SaidAt } from './store-ledger.ts';

type Says = NonNullable<Mailing['says']>;

/** Of a mailing that is older than the record, only the time is known. */
function saysOf({ says, activity }: Mailing): Says {
  if (says !== undefined) return says;
  const [start, end] = [parseWallTime(activity.start ?? ''), parseWallTime(activity.end ?? '')];
  if (start === undefined) return [];
  const time = saidTimeText({
    precision: 'time',
    first: dayOf(start),
    last: dayOf(end ?? start),
    start,
    end,
  });
  return [{ about: activity.id, facts: { time } }];
}

/** The party that a digest is for; the contact of a list of actions or of a speaker, or the slot where only an address is given. */
function toOf({ kind, activity, recipients }: Mailing): string | undefined {
  if (kind === digestMailing) return activity.id;
  const family = familyOf(kind);
  return family === 'speaker' || family === 'actions' ? recipients[0]?.id : undefined;
}

/** What the record does not have of a mailing yet. Said when the first recipient was claimed. */
function unrecorded(
  { statements, ledger }: Pick<Register, 'statements' | 'ledger'>,
  mailing: Mailing,
  { timeUtc, owner }: Pick<LedgerEntry, 'timeUtc' | 'owner'>,
): readonly StatementContent[] {
  const { id, kind, recipients } = mailing;
  const recorded = new Set(statements.flatMap(({ what, about }) => (what === id ? [about] : [])));
  const times = ledger.flatMap((event) =>
    event.mailing === id && event.timeUtc !== undefined ? [event.timeUtc] : [],
  );
  const [saidAt = ''] = [...times, timeUtc ?? ''].sort();
  return saysOf(mailing)
    .filter(({ about }) => !recorded.has(about))
    .map(({ about, facts }) => ({
      ...{ kind, about, what: id, saidAt, count: recipients.length, by: owner, facts },
      ...{ to: toOf(mailing), sequence: sequenceOf(mailing) },
    }));
}

/** How many rows of the record would go with the first claim. */
export const rowsToRecord = (register: Register, mailing: Mailing): number =>
  statementRows(register, unrecorded(register, mailing, {})).length;

/** The rows of the record that go with the first claim. Says once if the workbook has no place for them. */
export function recordedAtClaim(mailing: Mailing, terminal: Pick<Terminal, 'say'>): SaidAt {
  let isTold = false;
  return (register, claim) => {
    if (isRecordIncomplete(register) && !isTold) {
      isTold = true;
      terminal.say(
        msg`The workbook has no tab ${statementsTab.name} with all its columns, so not all that is sent can be watched for changes. «npm run init» adds what is missing.`,
        'yellow',
      );
    }
    return statementRows(register, unrecorded(register, mailing, claim));
  };
}
