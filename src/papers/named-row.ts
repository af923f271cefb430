/** The row that somebody names on the command line: by its ID, by its title, or as the next or the last one. */
import { msg } from '../domain/msg.ts';
import { comparedName } from '../domain/compare.ts';
import { inFew } from '../domain/few.ts';
import { normaliseId } from '../domain/id.ts';
import { nearest } from '../domain/nearest.ts';
import { dayOf, type WallTime } from '../domain/time.ts';
import { UserError } from '../domain/user-error.ts';
import type { Register, UnreadRow } from '../register/register.ts';
import type { Activity } from '../register/tabs/activities.ts';
import { adviceForUnread, namedUnread, refuseUnreadActivities } from './unread-meetings.ts';

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly titleNn?: string | undefined;
}

/** Each row whose ID or title, in either written standard, is the text. */
function rowsNamed<Row extends Titled>(text: string, rows: readonly Row[]): readonly Row[] {
  const [id, word] = [normaliseId(text), comparedName(text)];
  return rows.filter(
    (row) => row.id === id || [row.title, row.titleNn ?? ''].some((title) => comparedName(title) === word),
  );
}

const named = ({ id, title }: Titled): string => `${id} «${title}»`;

const looksLikeId = /^[A-Z]-?\d/u;

/**
 * The ID of the only row found; of none, the text if it looks like an ID, for whoever looks it up to refuse. Throws
 * UserError for several, and for a title that no row has.
 */
function onlyOf(text: string, found: readonly Titled[], rows: readonly Titled[]): string {
  const [first, second] = found;
  if (first === undefined) return idOfNone(text, rows);
  if (second === undefined) return first.id;
  throw new UserError(
    msg`«${text}» could be several: ${inFew(found.map(named))}.`,
    msg`Name the one you mean by its ID.`,
  );
}

function idOfNone(text: string, rows: readonly Titled[]): string {
  const id = normaliseId(text);
  if (looksLikeId.test(id)) return id;
  const near = nearest(text, [...rows.map(({ title }) => title), ...rows.map((row) => row.id)]);
  const alike = rows.filter(
    ({ title, id: own }) =>
      comparedName(title).includes(comparedName(text)) || title === near || own === near,
  );
  throw new UserError(
    msg`There is no row with the ID or the title «${text}».`,
    alike.length === 0
      ? msg`Write the ID or the whole title, as in the register.`
      : msg`Write the ID or the whole title. Did you mean ${inFew(alike.map(named))}?`,
  );
}

/** Rows with errors, and the tab they are in. */
interface LeftOut {
  readonly tab: string;
  readonly rows: readonly UnreadRow[];
}

/** Throws UserError where a row with errors has this title: that it is not there would be wrong, and another may not be meant. */
function refuseUnreadTitled(text: string, found: readonly Titled[], { tab, rows }: LeftOut): void {
  if (found.some(({ id }) => id === normaliseId(text))) return;
  const word = comparedName(text);
  const unread = rows.filter(({ title, titleNn }) =>
    [title, titleNn].some((one) => one !== undefined && comparedName(one) === word),
  );
  if (unread.length === 0) return;
  const advice = adviceForUnread(unread);
  throw new UserError(
    `${namedUnread(unread, `«${text}»`, tab)}.`,
    found.length === 0 ? `${advice}.` : msg`${advice}; or name ${inFew(found.map(named))} by its ID.`,
  );
}

/** The ID of the row with this ID or title. Throws UserError where several have the title, or one among `leftOut`. */
export function idTitled(text: string, rows: readonly Titled[], leftOut: LeftOut): string {
  const found = rowsNamed(text, rows);
  refuseUnreadTitled(text, found, leftOut);
  return onlyOf(text, found, rows);
}

/** Of activities with a day that are more than ideas and not cancelled: the first that is not over, or the last that is. */
function inTurn(word: 'next' | 'last', activities: readonly Activity[], now: WallTime): readonly Activity[] {
  const own = activities.flatMap((activity) => {
    const { status, start, end = start } = activity;
    if (start === undefined || end === undefined || status === 'cancelled' || status === 'idea') return [];
    const isOver = (end.time ?? `${end.last}T24:00`) <= now;
    return isOver === (word === 'last') ? [{ activity, from: start.time ?? start.first }] : [];
  });
  const begins = own.map(({ from }) => from).sort();
  const wanted = word === 'next' ? begins[0] : begins.at(-1);
  return own.filter(({ from }) => from === wanted).map(({ activity }) => activity);
}

/**
 * The ID of the activity, one of `rows`, that `text` names: an ID, a title, `next` or `last`. `now` is Oslo time. Throws
 * UserError where it could be another one than was meant: several have the title or begin together, or a row that cannot be
 * read has the title or may come before; and for `next` and `last` if there is none.
 */
export function activityNamed(
  text: string,
  register: Register,
  rows: readonly Activity[],
  now: WallTime,
): string {
  const word = comparedName(text);
  const meant = rowsNamed(text, rows);
  refuseUnreadTitled(text, meant, { tab: 'Aktiviteter', rows: register.unreadActivities });
  if (word !== 'next' && word !== 'last') return onlyOf(text, meant, rows);
  const inOrder = inTurn(word, rows, now);
  refuseUnreadActivities(register, word, inOrder[0]?.start?.first, dayOf(now));
  const found = new Set([...meant, ...inOrder]);
  if (found.size === 0)
    throw new UserError(
      word === 'next' ? msg`None is coming.` : msg`None is over yet.`,
      msg`Name the one you mean by its ID or title, as in the tab Aktiviteter.`,
    );
  return onlyOf(text, [...found], rows);
}
