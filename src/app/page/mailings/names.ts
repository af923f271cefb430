/** How the page names a mailing. Names of people stay out of it: it is the title of the window as well. */
import type { Mailing } from '../../../delivery/mailing.ts';
import { mailingKinds } from '../../../domain/mailing-kind.ts';
import { wallTimeOfUtc, dayOf } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { announcementWords } from '../../../language/announcements/word-audience.ts';
import { capital, clock, date } from '../../../language/dates.ts';
import { dueWords } from '../../../language/due/word-due.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
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

/** The title of the row that it is about, or of the party; the ID of a contact, whose name is nobody's title. */
function aboutWords({ activities, slots }: Register, id: string, standard: NorwegianStandard): string {
  const title = [...activities, ...slots].find((row) => row.id === id)?.title;
  if (title !== undefined) return `${title} (${id})`;
  const { parties } = phrasesOf[standard];
  if (id === 'bylivsenteret' || id === 'distriktssenteret') return parties[id];
  return id;
}

export const titleOf = (register: Register, mailing: Named, standard: NorwegianStandard): string =>
  `${kindWords(mailing, standard)}: ${aboutWords(register, mailing.activity.id, standard)}`;

/** «laget 23. november 2026 klokka 12.00», in Oslo. */
export function madeAtWords({ madeAt }: Pick<Mailing, 'madeAt'>, standard: NorwegianStandard): string {
  const time = wallTimeOfUtc(madeAt);
  return time === undefined
    ? madeAt
    : mailingsWords[standard].list.madeAt(date(phrasesOf[standard], dayOf(time)), clock(time));
}
