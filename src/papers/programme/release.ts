/** A version of a programme that goes out: its content is kept in the record, so that the next one can show the differences. */
import { msg } from '../../domain/msg.ts';
import { fewLines, inFew } from '../../domain/few.ts';
import { versionName } from '../../domain/version-name.ts';
import type { StatementContent } from '../../domain/statement.ts';
import { utcText, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { RowAddition } from '../../domain/workbook.ts';
import { getBackAdvice } from '../../language/problems/get-back.ts';
import type { Register } from '../../register/register.ts';
import { isRecordIncomplete, statementRows } from '../../register/statement-rows.ts';
import { statementsTab } from '../../register/tabs/statements.ts';
import { slotFacts } from '../record/slot-facts.ts';
import { lastRelease, slotSequence, slotStatements } from '../record/slot-record.ts';
import type { Clash, Programme } from './view.ts';

/** What a new version says of each slot, also of those that it takes out. */
export type Release = readonly StatementContent[];

/** `speaker:P-2027-003+P-2027-007`: names a clash for `--allow`. */
export const clashName = ({ what, one, other }: Pick<Clash, 'what' | 'one' | 'other'>): string =>
  `${what}:${[one.id, other.id].sort().join('+')}`;

/** `P-2027-003 and P-2027-007 need the room «Storsalen» at the same time`. */
export const clashLine = ({ what, who, one, other }: Clash): string =>
  what === 'room'
    ? msg`${one.id} and ${other.id} need the room «${who}» at the same time`
    : msg`${one.id} and ${other.id} need the speaker «${who}» at the same time`;

/**
 * The version that a programme gets when it goes out now (Oslo time); undefined if nothing differs from the last one.
 * `allowed` has the names of clashes that are meant to be. Throws UserError if a speaker or a room is needed twice at the same
 * time, if rows of the programme cannot be read, or if there is nothing to release.
 */
export function releaseOf(
  register: Register,
  view: Programme,
  now: WallTime,
  allowed: readonly string[] = [],
): Release | undefined {
  const refused = register.tabs.slots?.refused.size ?? 0;
  if (refused > 0) {
    throw new UserError(
      refused === 1
        ? msg`${refused} row of Program cannot be read, so no version was released.`
        : msg`${refused} rows of Program cannot be read, so no version was released.`,
      msg`Run «npm run check», correct them, and try again: a version contains the whole programme.`,
    );
  }
  const slots = [...view.days.flatMap((day) => day.slots), ...view.untimed];
  if (slots.length === 0) {
    throw new UserError(msg`Every slot of the programme is declined.`, msg`There is nothing to release.`);
  }
  requireNoClash(view, allowed);
  if (view.released !== undefined && view.changes.length === 0) return undefined;
  const version = (view.released?.version ?? 0) + 1;
  const { id: activity } = view.activity;
  const head = {
    kind: 'programme',
    what: versionName(activity, version),
    saidAt: utcText(now),
  } as const;
  const statements = slotStatements(register);
  const inIt = slots.map(({ id }): StatementContent => {
    const facts = slotFacts(register, id);
    return { ...head, about: id, sequence: slotSequence(statements, id, facts).said, facts: facts ?? {} };
  });
  const ids = new Set(slots.map(({ id }) => id));
  const takenOut = (lastRelease(register, activity)?.slots ?? [])
    .filter(({ about, facts }) => facts.state !== 'declined' && !ids.has(about))
    .map(({ about, facts }): StatementContent => {
      const { said: sequence } = slotSequence(statements, about, undefined);
      return { ...head, about, sequence, facts: { ...facts, state: 'declined' } };
    });
  return [...inIt, ...takenOut];
}

/** Throws UserError, which names the clashes, where one is not allowed; and for a name that is none of them. */
function requireNoClash({ clashes }: Programme, allowed: readonly string[]): void {
  const names = new Set(clashes.map(clashName));
  const wanted = allowed.map((name) => name.trim()).filter((name) => name !== '');
  const isSame = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();
  const unknown = wanted.find((name) => ![...names].some((one) => isSame(one, name)));
  if (unknown !== undefined) {
    const advice =
      names.size === 0 ? msg`Leave out --allow: there is none.` : msg`The clashes are ${inFew([...names])}.`;
    throw new UserError(
      msg`There is no clash «${unknown}» in the programme. No version was released.`,
      advice,
    );
  }
  const open = [...names].filter((name) => !wanted.some((one) => isSame(one, name)));
  if (open.length === 0) return;
  const lines = clashes
    .filter((clash) => open.includes(clashName(clash)))
    .map((clash) => `  ${clashLine(clash)}: ${clashName(clash)}`);
  throw new UserError(
    msg`The programme cannot be kept as it is, so no version was released:\n${fewLines(lines).join('\n')}`,
    msg`Correct the times, rooms or speakers in the tab Program. If it is meant to be so, add --allow ${[...names].join(',')}`,
  );
}

/** The rows that record a version in the register. Throws UserError if the record cannot take them. */
export function releaseChanges(register: Register, release: Release): readonly RowAddition[] {
  const rows = statementRows(register, release);
  if (rows.length === 0 || isRecordIncomplete(register)) {
    throw new UserError(
      msg`The workbook has no tab ${statementsTab.name} with all its columns, so no version was released.`,
      getBackAdvice(),
    );
  }
  return rows;
}

/** The register as it is once a version is kept. */
export function withRelease(register: Register, release: Release): Register {
  const at = { tab: register.tabs.statements?.name ?? statementsTab.name, row: 0, hidden: false };
  return { ...register, statements: [...register.statements, ...release.map((said) => asRow(said, at))] };
}

const asRow = (
  { what, to, count, by, sequence, reason, ...said }: StatementContent,
  at: Register['statements'][number]['at'],
): Register['statements'][number] => ({ ...said, what, to, count, by, sequence, reason, at });
