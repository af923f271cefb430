/** `today --waive`: a person decides that an entry of the due list is not to be said, and why. */
import { msg, spoken } from '../../domain/msg.ts';
import { nearest } from '../../domain/nearest.ts';
import type { StatementContent } from '../../domain/statement.ts';
import { utcText } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { entryNamed } from '../../language/due/word-due.ts';
import { factsNow } from '../../papers/record/facts.ts';
import type { Today } from '../../papers/today/today.ts';
import { statementRows } from '../../register/statement-rows.ts';
import { statementsTab } from '../../register/tabs/statements.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { reportRefused } from './change-report.ts';
import type { OpenRegister } from './open-register.ts';

/**
 * Writes it into the record. 1 if it could not be written. Throws UserError for a name that is not on the list, and where the
 * workbook has no record.
 */
export async function waive(
  { settings, terminal }: Run,
  { store, workbook, reading: { register } }: OpenRegister,
  { due, waived }: Pick<Today, 'due' | 'waived'>,
  { name, reason }: { readonly name: string; readonly reason: string },
): Promise<ExitCode> {
  const entry = due.find((one) => one.name === name);
  if (entry === undefined) {
    const already = waived.find((one) => one.entry.name === name);
    if (already !== undefined) {
      terminal.say(msg`«${entryNamed(already.entry)}» is waived already.`);
      return 0;
    }
    throw unknownName(name, due);
  }
  const [about, named] = [entry.about.id, entryNamed(entry)];
  const said: StatementContent = {
    ...{ kind: 'waiver', about, what: name, saidAt: utcText(settings.now), reason },
    facts: factsNow(register, { kind: 'waiver', about }, settings.now) ?? {},
  };
  const rows = statementRows(register, [said]);
  if (rows.length === 0) {
    throw new UserError(
      msg`«${named}» was not waived: the workbook has no tab ${statementsTab.name} to keep it in.`,
      msg`Run «npm run init» to add it, and try again. Existing content is not changed.`,
    );
  }
  if (reportRefused(terminal, await store.write(rows, workbook))) return 1;
  terminal.say(
    msg`«${named}» is off the list until something about ${spoken() === 'en' ? about : `«${entry.about.title}»`} changes.`,
  );
  return 0;
}

function unknownName(name: string, due: Today['due']): UserError {
  // Who chooses in Norwegian has chosen from the list as it was.
  if (spoken() !== 'en')
    return new UserError(
      msg`This is not on the list any more.`,
      msg`See what is on it now: «npm run today».`,
    );
  const names = due.map((entry) => entry.name);
  const near = nearest(name, names);
  return new UserError(
    msg`«${name}» is not on the list.`,
    near === undefined
      ? msg`Run «npm run today»: the name of an entry is what stands before the colon.`
      : msg`Did you mean «${near}»?`,
  );
}
