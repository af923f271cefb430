/** The brief of one county, or the dialogue with all of them. */
import { msg } from '../../../domain/msg.ts';
import { inFew } from '../../../domain/few.ts';
import { dayParts, parseDay } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { figureWords } from '../../../language/figures.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { countyBrief, requestedCounty } from '../../../papers/county/county.ts';
import { countiesOverview } from '../../../papers/county/overview.ts';
import { countiesView, countyView, type CountiesView, type CountyView } from '../../../papers/county/view.ts';
import type { Tile } from '../../../render/svg/tile-grid.ts';
import { days as daysOf, meetings } from '../counted-words.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { definePaper } from '../define-paper.ts';
import type { PaperSet } from '../paper-definition.ts';
import { paperOptions, textFlag } from '../paper-flags.ts';
import { spokenDate } from '../../../language/spoken.ts';

type County =
  | { readonly kind: 'county'; readonly name: string; readonly view: CountyView }
  | { readonly kind: 'counties'; readonly view: CountiesView };

export const countyPaper = definePaper({
  name: 'county',
  none: () => msg`No paper was made.`,
  named: () => msg`the paper`,
  summary: 'Makes the brief of a county authority, or of all of them.',
  options: {
    fylke: {
      type: 'string',
      value: '<Vestland>',
      help: 'the brief of this county (default: the dialogue with all of them on one page)',
      chooses: 'county',
    },
    ...paperOptions(),
  },
  examples: ['npm run county -- --fylke Vestland', 'npm run county'],
  samples: { 'fylkesnotat-innlandet': ['--fylke', 'Innlandet'], fylkesoversikt: [] },
  tabs: ['dialogues', 'activities', 'examples', 'contacts', 'recipients'],
  request: ({ flags }) => {
    const named = textFlag(flags, 'fylke');
    return named === undefined ? undefined : requestedCounty(named);
  },
  make: (register, county, now): County =>
    county === undefined
      ? { kind: 'counties', view: countiesOverview(register, now) }
      : { kind: 'county', name: county.name, view: countyBrief(register, county, now) },
  templates: { county: countyView, counties: countiesView },
  sets: (made) => [made.kind === 'county' ? briefSet(made) : overviewSet(made.view)],
  say: (terminal, made) => {
    if (made.kind === 'county') sayBrief(terminal, made);
    else sayOverview(terminal, made.view);
  },
});

const briefSet = ({ name, view }: Extract<County, { kind: 'county' }>): PaperSet<'county' | 'counties'> => ({
  name: `fylkesnotat-${name}-${view.asOf}`,
  template: 'county',
  view,
  subject: `Fylkesnotat: ${name}`,
});

const overviewSet = (view: CountiesView): PaperSet<'county' | 'counties'> => ({
  name: `fylkesoversikt-${view.asOf}`,
  template: 'counties',
  view,
  subject: 'Dialogen med fylkeskommunene',
  figures: async (standard) => {
    const { tileGrid } = await import('../../../render/svg/tile-grid.ts');
    const { grid } = figureWords[standard];
    return new Map([['fylker', tileGrid({ name: 'fylker', ...grid, tiles: tilesOf(view, standard) })]]);
  },
});

function sayBrief(terminal: Terminal, { name, view }: Extract<County, { kind: 'county' }>): void {
  const last = view.last === undefined ? undefined : spokenDate(view.last);
  const spoken =
    last === undefined
      ? msg`no contact is written down`
      : view.isSilent
        ? msg`last spoken with on ${last}, more than half a year ago`
        : msg`last spoken with on ${last}`;
  const count = view.nextSteps.length;
  const overdue = view.nextSteps.filter(({ isOverdue }) => isOverdue).length;
  const steps = count === 1 ? msg`${count} next step` : msg`${count} next steps`;
  const all = overdue > 0 ? msg`${steps}, ${overdue} overdue` : steps;
  const heading = terminal.paint('bold', name);
  terminal.say(`${heading}: ${spoken}; ${all}`);
  if (view.crossings.length > 0)
    terminal.say(msg`  Both parties speak with it within a month, and that is not cleared.`, 'yellow');
  sayUnnoted(terminal, view.unnoted);
  if (view.municipalities.all.total === 0)
    terminal.say(msg`  The tab Mottakere has none of its municipalities.`, 'yellow');
  if (view.postBox === undefined && view.contacts.length === 0)
    terminal.say(msg`  The tab Kontakter has nobody there, and Mottakere no address.`, 'yellow');
}

function sayUnnoted(terminal: Terminal, unnoted: CountyView['unnoted']): void {
  if (unnoted.length === 0) return;
  const ids = inFew(unnoted.map(({ id }) => id));
  terminal.say(
    msg`  ${meetings(unnoted.length)} held, but no contact written down in Dialog: ${ids}.`,
    'yellow',
  );
}

function sayOverview(
  terminal: Terminal,
  { silent, recent, crossings, overdue, unnoted }: CountiesView,
): void {
  const all = terminal.paint('bold', msg`${silent.length + recent.length} counties`);
  const names = silent.map(({ name }) => name).join(', ');
  const contact =
    silent.length === 0
      ? msg`contact with all in the last half year`
      : msg`no contact is written down for half a year with ${names}`;
  terminal.say(`${all}: ${contact}`);
  for (const { county, first, second } of crossings)
    terminal.say(
      msg`  ${county}: ${spokenDate(first.date)} and ${spokenDate(second.date)}, one party each, not cleared.`,
      'yellow',
    );
  for (const { county, nextStep, days } of overdue)
    terminal.say(
      msg`  ${county}: ${nextStep}: ${daysOf(days)} overdue. If it is done, write the new contact in Dialog.`,
      'yellow',
    );
  sayUnnoted(terminal, unnoted);
}

const tilesOf = ({ silent, recent }: CountiesView, standard: NorwegianStandard): readonly Tile[] =>
  [...silent, ...recent].map(({ number, name, state, last, isCrossed }) => ({
    ...{ number, name, state, isCrossed },
    note: last === undefined ? figureWords[standard].grid.never : monthOf(last, standard),
  }));

/** `oktober 2026` */
function monthOf(text: string, standard: NorwegianStandard): string {
  const day = parseDay(text);
  if (day === undefined) return '';
  const { year, month } = dayParts(day);
  return `${phrasesOf[standard].months[month - 1] ?? ''} ${String(year)}`;
}
