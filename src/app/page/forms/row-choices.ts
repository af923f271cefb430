/** The rows that a flag can name, as the register has them: a person chooses a title, and the flag gets its ID. */
import { groupBy } from '../../../domain/group.ts';
import { parseAnyMailingId } from '../../../domain/mailing-kind.ts';
import { plainIn } from '../../../domain/standard-text.ts';
import { dayOf, daysBetween } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { period } from '../../../language/dates.ts';
import { entryTitle } from '../../../language/due/word-due.ts';
import { choiceText } from '../../../language/page/commands/all.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { rowTitles, slotTitle, titlesOf } from '../../../papers/titles.ts';
import { today } from '../../../papers/today/today.ts';
import type { Activity } from '../../../register/tabs/activities.ts';
import { listRequest, madeSizes } from '../../mailings/mailing-folder.ts';
import { workbookId } from '../../settings/settings.ts';
import { titleOf } from '../mailings/names.ts';
import type { Snapshot } from '../snapshot.ts';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

interface Choosing {
  readonly snapshot: Snapshot;
  readonly standard: NorwegianStandard;
}

/** So many rows can be chosen: those whose day is nearest to today. */
const MOST = 200;

const nextAndLast = ({ standard }: Choosing): readonly Choice[] =>
  ['next', 'last'].map((value) => ({ value, text: choiceText(value, standard) }));

const meetings = ({ type }: Activity): boolean => type === 'quarterlyMeeting';
const webinars = ({ type }: Activity): boolean => type === 'webinar';

/** Activities of a kind, the latest first. */
function activities({ snapshot, standard }: Choosing, isKind: (one: Activity) => boolean): readonly Choice[] {
  const { register } = snapshot.reading;
  const day = dayOf(snapshot.settings.now);
  const title = titlesOf(register);
  const far = ({ start }: Activity): number =>
    start === undefined ? 0 : Math.abs(daysBetween(day, start.first));
  return register.activities
    .filter(isKind)
    .toSorted((one, other) => far(one) - far(other))
    .slice(0, MOST)
    .toSorted((one, other) => ((one.start?.first ?? '') < (other.start?.first ?? '') ? 1 : -1))
    .map((one) => ({
      value: one.id,
      text: `${plainIn(title(one), standard)}${whenOf(one, standard)} (${one.id})`,
    }));
}

const whenOf = ({ start }: Activity, standard: NorwegianStandard): string =>
  start === undefined ? '' : `, ${period(phrasesOf[standard], start.precision, start.first, start.last)}`;

/** Activities that have a programme. */
function withSlots(choosing: Choosing): readonly Choice[] {
  const named = groupBy(choosing.snapshot.reading.register.slots, ({ activity }) => activity);
  return activities(choosing, ({ id }) => named.has(id));
}

const slots = ({ snapshot, standard }: Choosing): readonly Choice[] =>
  snapshot.reading.register.slots
    .filter(({ speaker, contact }) => speaker !== undefined || contact !== undefined)
    .slice(-MOST)
    .map((slot) => {
      const speaker = slot.speaker === undefined ? '' : `, ${slot.speaker}`;
      return { value: slot.id, text: `${plainIn(slotTitle(slot), standard)}${speaker} (${slot.id})` };
    });

function series({ snapshot }: Choosing): readonly Choice[] {
  const names = snapshot.reading.register.activities.flatMap(({ series: name }) => name ?? []);
  return [...new Set(names)].slice(-MOST).map((name) => ({ value: name, text: name }));
}

/** What is due now, by the name that takes it off the list. */
async function dueNow({ snapshot, standard }: Choosing): Promise<readonly Choice[]> {
  const { reading, settings } = snapshot;
  const list = today(reading, settings.now, await listRequest(settings));
  const titleIn = rowTitles(reading.register, standard);
  return list.due.slice(0, MOST).map(({ name, matter, about }) => ({
    value: name,
    text: entryTitle(matter, titleIn(about), standard),
  }));
}

async function made({ snapshot: { reading, settings }, standard }: Choosing): Promise<readonly Choice[]> {
  const names = [...(await madeSizes(settings.out, workbookId(settings))).keys()];
  return names.slice(-MOST).map((name) => {
    const parts = parseAnyMailingId(name);
    if (parts === undefined) return { value: name, text: name };
    const title = titleOf(reading.register, { ...parts, activity: { id: parts.activity } }, standard);
    return { value: name, text: `${title}, ${mailingsWords[standard].list.revision(parts.revision)}` };
  });
}

type Chooser = (choosing: Choosing) => readonly Choice[] | Promise<readonly Choice[]>;

const named =
  (isKind: (one: Activity) => boolean): Chooser =>
  (choosing) => [...nextAndLast(choosing), ...activities(choosing, isKind)];

const choosers: Readonly<Record<string, Chooser>> = {
  'agenda meeting': named(meetings),
  'minutes meeting': named(meetings),
  'plan poll': named(meetings),
  'plan decide': named(meetings),
  'announce webinar': named(webinars),
  'announce series': series,
  'programme activity': (choosing) => [...nextAndLast(choosing), ...withSlots(choosing)],
  'speakers activity': (choosing) => [...nextAndLast(choosing), ...withSlots(choosing)],
  'speakers slot': slots,
  'today waive': dueNow,
  'send mailing': made,
};

/** Undefined for a flag that names no row. */
export async function rowChoices(
  command: string,
  flag: string,
  choosing: Choosing,
): Promise<readonly Choice[] | undefined> {
  const key = `${command} ${flag}`;
  return Object.hasOwn(choosers, key) ? choosers[key]?.(choosing) : undefined;
}
