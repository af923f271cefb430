/** How the page names a mailing. */
import type { Mailing } from '../../../delivery/mailing.ts';
import { mailingKinds } from '../../../domain/mailing-kind.ts';
import { wallTimeOfUtc, dayOf } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { announcementWords } from '../../../language/announcements/word-audience.ts';
import { capital, clock, date } from '../../../language/dates.ts';
import { dueWords } from '../../../language/due/word-due.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { rowTitles } from '../../../papers/titles.ts';
import type { Register } from '../../../register/register.ts';

type Named = Pick<Mailing, 'kind' | 'offsetDays' | 'activity'>;

/** «Påminnelse 7 dager før» */
function kindWords({ kind, offsetDays }: Named, standard: NorwegianStandard): string {
  const webinar = mailingKinds.find((one) => one === kind);
  const words = announcementWords[standard];
  return webinar === undefined
    ? capital(dueWords[standard].matters[kind])
    : words.text({ kind: webinar, offsetDays });
}

/** The title of the row that it is about, the party, or the name of the contact. */
function aboutWords(register: Register, id: string, standard: NorwegianStandard): string {
  const title =
    rowTitles(register, standard)({ id, title: '' }) ||
    register.contacts.find((contact) => contact.id === id)?.name;
  if (title !== undefined) return `${title} (${id})`;
  const { parties } = phrasesOf[standard];
  if (id === 'bylivsenteret' || id === 'distriktssenteret') return parties[id];
  return id;
}

export const titleOf = (register: Register, mailing: Named, standard: NorwegianStandard): string =>
  `${kindWords(mailing, standard)}: ${aboutWords(register, mailing.activity.id, standard)}`;

/** The same for the title of the window, which is kept in the history of the browser: without the names of people. */
export const windowTitleOf = (register: Register, mailing: Named, standard: NorwegianStandard): string =>
  register.contacts.some(({ id }) => id === mailing.activity.id)
    ? `${kindWords(mailing, standard)}: ${mailing.activity.id}`
    : titleOf(register, mailing, standard);

/** «laget 23. november 2026 klokka 12.00», in Oslo. */
export function madeAtWords({ madeAt }: Pick<Mailing, 'madeAt'>, standard: NorwegianStandard): string {
  const time = wallTimeOfUtc(madeAt);
  return time === undefined
    ? madeAt
    : mailingsWords[standard].list.madeAt(date(phrasesOf[standard], dayOf(time)), clock(time));
}
