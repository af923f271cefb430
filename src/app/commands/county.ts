/** `npm run county`: the brief of one county, or the dialogue with all of them. */
import { dayParts, parseDay } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { figureWords } from '../../language/figures.ts';
import { nb } from '../../language/nb.ts';
import { nn } from '../../language/nn.ts';
import type { Phrases } from '../../language/phrases.ts';
import { countyBrief, requestedCounty } from '../../papers/county/county.ts';
import { countiesOverview } from '../../papers/county/overview.ts';
import type { CountiesView } from '../../papers/county/view.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import type { Tile } from '../../render/svg/tile-grid.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { paperFiles, paperFormats, type PaperOrder } from '../papers/paper-files.ts';
import { formatOption, formatsOf, standardOption, standardsOf, textFlag } from '../papers/paper-flags.ts';
import { requireTabs } from '../register/require-tabs.ts';
import { fileName, savePapers } from '../papers/save-papers.ts';
import { shownPath } from '../settings/settings.ts';
import { reportSourceErrors } from '../register/source-errors.ts';

const options = {
  fylke: {
    type: 'string',
    value: '<Vestland>',
    help: 'the brief of this county (default: the dialogue with all of them on one page)',
  },
  standard: standardOption,
  format: formatOption(paperFormats),
} as const;

export const countyCommand: Command = {
  name: 'county',
  summary: 'Makes the brief of a county authority, or of all of them.',
  options,
  examples: ['npm run county -- --fylke Vestland', 'npm run county'],
  run: runCounty,
};

/** Tabs that both are made from. */
const sourceTabs = ['dialogues', 'activities', 'examples', 'contacts', 'recipients'] as const;

interface Order {
  readonly order: PaperOrder;
  readonly stem: string;
}

async function runCounty(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const [standards, wanted, named] = [
    standardsOf(flags),
    formatsOf(flags, paperFormats),
    textFlag(flags, 'fylke'),
  ];
  const county = named === undefined ? undefined : requestedCounty(named);
  const store = await run.store();
  const reading = readRegister(await store.read(), settings.now);
  requireTabs(reading, sourceTabs, 'No paper was made.');
  const { order, stem } =
    county === undefined ? await overviewOf(run, reading) : briefOf(run, reading, county);
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the paper');
  const files = await paperFiles(order, standards, wanted);
  for (const { path } of await savePapers(settings.out, 'county', fileName(stem), files))
    terminal.result(shownPath(settings, path));
  return faulty ? 1 : 0;
}

function briefOf(
  { settings, terminal }: Run,
  { register }: RegisterReading,
  county: ReturnType<typeof requestedCounty>,
): Order {
  const isSample = isSampleRegister(register);
  const view = countyBrief(register, county, settings.now);
  const silent = view.isSilent ? ', more than half a year ago' : '';
  const last =
    view.last === undefined ? 'no contact is written down' : `last spoken with on ${view.last}${silent}`;
  const steps = view.nextSteps.length;
  terminal.say(
    `${terminal.paint('bold', county.name)}: ${last}; ${String(steps)} next ${steps === 1 ? 'step' : 'steps'}`,
  );
  if (view.crossings.length > 0)
    terminal.say(
      terminal.paint('yellow', '  Both parties speak with it within a month, and that is not cleared.'),
    );
  return {
    order: { paper: 'county', view, isSample, asOf: view.asOf, subject: `Fylkesnotat: ${county.name}` },
    stem: `fylkesnotat-${county.name}-${view.asOf}`,
  };
}

async function overviewOf({ settings, terminal }: Run, { register }: RegisterReading): Promise<Order> {
  const isSample = isSampleRegister(register);
  const view = countiesOverview(register, settings.now);
  const { silent, recent, crossings } = view;
  terminal.say(
    `${terminal.paint('bold', `${String(silent.length + recent.length)} counties`)}: ${silent.length === 0 ? 'contact with all in the last half year' : `no contact is written down for half a year with ${silent.map(({ name }) => name).join(', ')}`}`,
  );
  for (const { county, first, second } of crossings)
    terminal.say(
      terminal.paint('yellow', `  ${county}: ${first.date} and ${second.date}, one party each, not cleared.`),
    );
  // What draws is loaded only where something is drawn.
  const { tileGrid } = await import('../../render/svg/tile-grid.ts');
  const figures = (standard: NorwegianStandard): ReadonlyMap<string, string> => {
    const tiles = tilesOf(view, standard);
    return new Map([['fylker', tileGrid({ name: 'fylker', ...figureWords[standard].grid, tiles })]]);
  };
  return {
    order: {
      paper: 'counties',
      view,
      isSample,
      asOf: view.asOf,
      subject: 'Dialogen med fylkeskommunene',
      figures,
    },
    stem: `fylkesoversikt-${view.asOf}`,
  };
}

const tilesOf = ({ silent, recent }: CountiesView, standard: NorwegianStandard): readonly Tile[] =>
  [...silent, ...recent].map(({ number, name, state, last, isCrossed }) => ({
    ...{ number, name, state, isCrossed },
    note: last === undefined ? figureWords[standard].grid.never : monthOf(last, standard),
  }));

const phrases: Readonly<Record<NorwegianStandard, Phrases>> = { nb, nn };

/** `oktober 2026` */
function monthOf(text: string, standard: NorwegianStandard): string {
  const day = parseDay(text);
  if (day === undefined) return '';
  const { year, month } = dayParts(day);
  return `${phrases[standard].months[month - 1] ?? ''} ${String(year)}`;
}
