/** `Les meg`: the first sheet of the workbook. What it is, what people do most, what is coming, what the colours mean. */
import type { HighlightLook, PageCell, PageChange } from '../../domain/looks.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { frontPageWords, type FrontFigure, type FrontTask } from '../../language/front-page.ts';
import { footOf, type FrontPage } from '../../register/pages.ts';
import type { Register } from '../../register/register.ts';
import {
  actionsFigure,
  foundFigure,
  meetingFigure,
  textsFigure,
  type Figure,
  type Found,
} from './figures.ts';
import { taskTargets } from './tasks.ts';

/** What the page is made from. */
export interface FrontPageRequest {
  readonly register: Register;
  /** The workbook as it will be with the same write: where the first free rows are. */
  readonly workbook: Workbook;
  readonly found: Found;
  /** Oslo time: when Felles read the workbook. */
  readonly now: WallTime;
  /** Its name in the workbook, and the number of the looks that the workbook has with this write. */
  readonly page: FrontPage;
}

type Row = readonly PageCell[];

const { nb, nn } = frontPageWords;
/** The columns: bokmål, figures, nynorsk. */
const [NB, FIGURE, NN] = [0, 1, 2] as const;
const WIDTHS = [46, 16, 46];
const space: Row = [];

/** The page, written again as a whole. */
export function frontPage({ register, workbook, found, now, page }: FrontPageRequest): PageChange {
  const rows: readonly Row[] = [
    [{ column: NB, look: 'title', text: nb.title, span: 3 }],
    wide(nb.about),
    wide(nn.about),
    space,
    ...taskRows(register, workbook, now),
    space,
    ...figureRows(register, found, now),
    space,
    ...colourRows(),
    space,
    both('heading', nb.who.heading, nn.who.heading),
    ...nb.who.lines.map((line, index) => both('text', line, nn.who.lines[index] ?? '')),
    space,
    [{ column: NB, look: 'small', text: footOf(page.looks) }],
  ];
  return { kind: 'page', layout: { name: page.name, widths: WIDTHS, rows }, place: 'first' };
}

const wide = (text: string): Row => [{ column: NB, look: 'text', text, span: 3 }];

const both = (look: PageCell['look'], bokmål: string, nynorsk: string): readonly [PageCell, PageCell] => [
  { column: NB, look, text: bokmål },
  { column: NN, look, text: nynorsk },
];

const tasks: readonly FrontTask[] = ['case', 'activity', 'action', 'text', 'dialogue'];

function taskRows(register: Register, workbook: Workbook, now: WallTime): readonly Row[] {
  const targets = taskTargets(register, workbook, now);
  const rows = tasks.flatMap((task): readonly Row[] => {
    const leadsTo = targets[task];
    if (leadsTo === undefined) return [];
    return [both('link', nb.tasks[task], nn.tasks[task]).map((cell) => ({ ...cell, leadsTo }))];
  });
  return [both('heading', nb.tasks.heading, nn.tasks.heading), ...rows];
}

function figureRows(register: Register, found: Found, now: WallTime): readonly Row[] {
  const figures: readonly (readonly [FrontFigure, Figure | undefined])[] = [
    ['meeting', meetingFigure(register, now)],
    ['actions', actionsFigure(register, now)],
    ['texts', textsFigure(register)],
    ['errors', foundFigure(register, 'error', found)],
    ['warnings', foundFigure(register, 'warning', found)],
    ['read', { look: 'day', value: { wallTime: now } }],
  ];
  const rows = figures.flatMap(([name, figure]): readonly Row[] => {
    if (figure === undefined) return [];
    const [bokmål, nynorsk] = both('label', nb.now[name], nn.now[name]);
    return [[bokmål, { column: FIGURE, ...figure }, nynorsk]];
  });
  return [both('heading', nb.now.heading, nn.now.heading), ...rows];
}

const looks: readonly HighlightLook[] = ['missing', 'late', 'unsettled', 'wrong', 'listed'];

const colourRows = (): readonly Row[] => [
  both('heading', nb.colours.heading, nn.colours.heading),
  ...looks.map((look) => both(look, nb.colours[look], nn.colours[look])),
];
