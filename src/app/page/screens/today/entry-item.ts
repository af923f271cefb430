/** One entry of the due list on the page: what was said and what is so, where it is, and the steps that put it right. */
import type { Difference } from '../../../../domain/statement.ts';
import type { NorwegianStandard } from '../../../../domain/written-standard.ts';
import { dayOf } from '../../../../domain/time.ts';
import { capital } from '../../../../language/dates.ts';
import { wordNote } from '../../../../language/due/note-words.ts';
import { dueWords, entryTitle, wordedDifference } from '../../../../language/due/word-due.ts';
import { toReader } from '../../../../language/page/page-reader.ts';
import type { Entry } from '../../../../papers/due/entry.ts';
import { rowTitles } from '../../../../papers/titles.ts';
import { countyNamed } from '../../../../register/rules/area-names.ts';
import { fileName } from '../../../papers/save-papers.ts';
import { formAddress, typedCommand } from '../../argv.ts';
import type { Scene } from '../../screen.ts';
import { cellSpotsIn, rowSpotsIn, spotsIn, type Spot } from '../../spots.ts';
import type { Item, Marks } from './item.ts';

type Step = Item['steps'][number];

/** Makes the items of one reading. */
export function entryItem(scene: Scene, marksOf: Marks): (entry: Entry) => Item {
  const { standard } = scene;
  const due = dueWords[standard];
  const titleIn = rowTitles(scene.snapshot.reading.register, standard);
  const [spotOf, cellOf] = [rowSpotsIn(scene), cellSpotsIn(scene)];
  const ownSpot = ({ about, notes = [] }: Entry): Spot | undefined =>
    notes.some(({ code }) => code === 'address-bounced')
      ? cellOf(about, about.tab === 'slots' ? 'contact' : 'email')
      : spotOf(about);
  const day = dayOf(scene.snapshot.settings.now);
  return (entry) => {
    const { name, matter, about, since, holders, changes, notes = [], command } = entry;
    return {
      key: name,
      title: entryTitle(matter, titleIn(about), standard),
      spots: [ownSpot(entry), ...otherSpots(entry, scene)].filter((spot) => spot !== undefined),
      facts: [due.since(since, day), ...(holders === undefined ? [] : [due.holders(holders)])],
      changes: changes.map((change) => changeView(change, standard)),
      notes: notes.map((note) => sentence(wordNote(note, standard))),
      marks: marksOf(about),
      ...(command === undefined
        ? { advice: toReader(due.advice[matter], standard) }
        : { button: buttonOf(command, scene) }),
      steps: stepsOf(entry, scene),
      waive: name,
    };
  };
}

const sentence = (text: string): string => capital(/[.!?]$/u.test(text) ? text : `${text}.`);

function changeView(change: Difference, standard: NorwegianStandard): Item['changes'][number] {
  const worded = wordedDifference(change, standard);
  const what = worded.fact ?? '';
  return 'sides' in worded ? { what, sides: worded.sides } : { what, text: worded.text };
}

/** Where the command of an entry is started: a mailing is looked at first, and sent there. */
function buttonOf(command: string, { standard, words }: Scene): Step {
  const typed = typedCommand(command);
  const folder = typed.flags[''];
  if (typed.command === 'send' && typeof folder === 'string') {
    // By its folder, or by its ID.
    const name = fileName(folder.split(/[/\\]/u).at(-1) ?? '');
    return { href: `/${standard}/mailings/${encodeURIComponent(name)}`, text: words.today.look };
  }
  const text = typed.command === 'plan' ? words.today.decide : words.today.make;
  return { href: `/${standard}/${formAddress(typed)}`, text };
}

/** Where people go on, for what no command puts right by itself. */
function stepsOf({ matter, about, notes = [] }: Entry, { standard, words }: Scene): Step[] {
  const own = words.today;
  const id = encodeURIComponent(about.id);
  if (matter === 'approval')
    return [{ href: `/${standard}/papers/minutes?meeting=${id}`, text: own.seeMinutes }];
  if (matter === 'poll' && notes.some(({ code }) => code === 'poll-over'))
    return [{ href: `/${standard}/doing/plan?poll=${id}&write=on`, text: own.askOtherDays }];
  const county = matter === 'nextStep' || matter === 'uncoordinated' ? countyNamed(about.title) : undefined;
  if (county === undefined) return [];
  const href = `/${standard}/papers/county?fylke=${encodeURIComponent(county.name)}`;
  return [{ href, text: own.seeCounty }];
}

/** Other rows that must be seen with it. */
function otherSpots({ matter, notes = [] }: Entry, scene: Scene): readonly (Spot | undefined)[] {
  const { tabs } = scene.snapshot.reading.register;
  if (matter === 'poll' && tabs.answers !== undefined) return [spotsIn(scene)({ tab: tabs.answers.name })];
  const spotOf = rowSpotsIn(scene);
  return notes.flatMap((note) =>
    note.code === 'contacts-near' ? [spotOf({ tab: 'dialogues', id: note.args.first.id })] : [],
  );
}
