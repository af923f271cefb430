/** What is new in an agenda to those who have an earlier one: what its mail says first. */
import type { Difference, SaidTime } from '../../domain/statement.ts';
import { plainIn, type StandardText } from '../../domain/standard-text.ts';
import type { Day } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import { standardTextIn } from '../titles.ts';
import type { AgendaView } from './view.ts';

type News = NonNullable<AgendaView['news']>;

/** `S-2026-041 Sykkelparkering`, as the facts name a case. */
function caseIn(line: string): { readonly id: string; readonly title: string } {
  const [id = ''] = line.split(' ');
  return { id, title: line.slice(id.length + 1) };
}

interface NewsFor {
  /** The day on which it was said (Oslo). */
  readonly said: Day | undefined;
  /** In which they read it. */
  readonly standard: NorwegianStandard;
  readonly register: Register;
}

/** `all` are the differences between what was said and the register. */
export function newsOf(
  all: readonly Difference[],
  { cases, meeting }: Pick<AgendaView, 'cases' | 'meeting'>,
  { said, standard, register }: NewsFor,
): News | undefined {
  const changes = all.filter(({ fact }) => fact !== unreadTitle(all, meeting.title, standard));
  const shown = new Map(cases.map((one) => [one.id, one] as const));
  const news: News = { said, isBack: false, added: [], retitled: [], removed: [] };
  for (const change of changes) {
    if (change.fact === 'cases') Object.assign(news, casesOf(change, shown, register));
    else if (change.fact === 'state') news.isBack = change.was === 'cancelled';
    else if (change.fact === 'time') news.was = change.was && wasOf(change.was);
    else if (change.fact === 'place' || change.fact === 'link')
      news[change.fact] = { was: change.was, is: change.is };
    else if (change.fact === 'title') news.title = change.was;
    else if (change.fact === 'titleNn') news.title = change.was ?? plainIn(meeting.title, 'nb');
    // An invitation says no other fact, and a row that is gone has no agenda.
  }
  return changes.length === 0 ? undefined : news;
}

/** In nynorsk people read the title of its own, where the meeting has or had one. */
function unreadTitle(
  changes: readonly Difference[],
  title: StandardText,
  standard: NorwegianStandard,
): Difference['fact'] {
  const { nn } = typeof title === 'string' ? { nn: undefined } : title;
  const hasOwn = nn !== undefined || changes.some(({ fact }) => fact === 'titleNn');
  return standard === 'nn' && hasOwn ? 'title' : 'titleNn';
}

function wasOf({ first, start, end }: SaidTime): News['was'] {
  return start === undefined ? { day: first } : { day: first, start, end };
}

function casesOf(
  { came, left }: Extract<Difference, { readonly fact: 'cases' }>,
  shown: ReadonlyMap<string, AgendaView['cases'][number]>,
  register: Register,
): Pick<News, 'added' | 'retitled' | 'removed'> {
  const gone = new Map(left.map(caseIn).map((one) => [one.id, one.title]));
  const now = came.map(caseIn).map(({ id, title }) => {
    const was = gone.get(id);
    gone.delete(id);
    const one = shown.get(id);
    return { title: one?.title ?? title, number: one?.number, was };
  });
  return {
    added: now.filter(({ was }) => was === undefined).map(({ title, number }) => ({ title, number })),
    retitled: now.flatMap(({ title, number, was }) => (was === undefined ? [] : [{ title, number, was }])),
    // A mailing says titles as in `Tittel`; a case that still has that one is named in both standards.
    removed: [...gone].map(([id, title]) => {
      const own = register.cases.find((one) => one.id === id && one.title === title);
      return own === undefined ? title : standardTextIn(register)(own.title, own.titleNn);
    }),
  };
}
