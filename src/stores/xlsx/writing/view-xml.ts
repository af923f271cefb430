/** What of a sheet stays in view, and where it opens. */
import { cellName, parseArea } from '../addresses.ts';
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  replaceElement,
  rootOf,
  setAttribute,
  type Element,
} from '../package/xml-edit.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';

/** Columns from 0, rows from 1. */
interface Place {
  readonly column: number;
  readonly row: number;
}

interface View {
  /** How many columns and rows are frozen. */
  readonly columns: number;
  readonly rows: number;
  /** The first cell below and to the right of them that is in view. */
  readonly corner: Place;
  readonly active: Place;
}

/**
 * The sheet frozen through the row of headings and this many columns. One that people have frozen or split another way is
 * not changed: Felles freezes the headings, and at most the first column with them.
 */
export function freezeThrough(frame: string, prefix: string, heading: number, columns: number): string {
  const viewed = withView(frame, prefix);
  const view = readView(viewed);
  if (view === null || view.columns > 1 || view.columns === columns) return frame;
  if (view.rows !== 0 && view.rows !== heading) return frame;
  const { column, row } = view.corner;
  const corner = { column: Math.max(column, columns), row: Math.max(row, heading + 1) };
  return writeView(viewed, { ...view, columns, rows: heading, corner });
}

/** The sheet opened at a row, which has the active cell. */
export function openAt(frame: string, prefix: string, row: number): string {
  const viewed = withView(frame, prefix);
  const view = readView(viewed);
  if (view === null || row <= view.rows) return frame;
  const place = { column: view.columns, row };
  return writeView(viewed, { ...view, corner: place, active: place });
}

function withView(frame: string, prefix: string): string {
  if (viewOf(frame) !== undefined) return frame;
  const view = `<${prefix}sheetView workbookViewId="0"/>`;
  const views = childOf(frame, 'sheetViews');
  if (views !== undefined) return appendInside(frame, views, view);
  return insertInOrder(
    frame,
    WORKSHEET_ORDER,
    'sheetViews',
    `<${prefix}sheetViews>${view}</${prefix}sheetViews>`,
  );
}

function viewOf(frame: string): Element | undefined {
  const views = childOf(frame, 'sheetViews');
  return views === undefined ? undefined : childOf(frame, 'sheetView', views);
}

/** Null where nothing can be frozen, or a person has split the window. */
function readView(frame: string): View | null {
  const view = viewOf(frame);
  if (view === undefined || attributeOf(frame, view, 'view') === 'pageLayout') return null;
  const placeOf = (reference: string | undefined): Place => {
    const area = parseArea(reference ?? '');
    return area === null ? { column: 0, row: 1 } : { column: area.left, row: area.top };
  };
  const pane = childOf(frame, 'pane', view);
  if (pane !== undefined && !(attributeOf(frame, pane, 'state') ?? '').startsWith('frozen')) return null;
  const numberOf = (name: string): number => Number((pane && attributeOf(frame, pane, name)) ?? 0);
  const activePane = (pane && attributeOf(frame, pane, 'activePane')) ?? 'topLeft';
  const selections = childrenOf(frame, view).filter(({ name }) => name === 'selection');
  const selection = selections.find((one) => (attributeOf(frame, one, 'pane') ?? 'topLeft') === activePane);
  return {
    columns: numberOf('xSplit'),
    rows: numberOf('ySplit'),
    corner: placeOf(attributeOf(frame, pane ?? view, 'topLeftCell')),
    active: placeOf(selection && attributeOf(frame, selection, 'activeCell')),
  };
}

function writeView(frame: string, view: View): string {
  const before = viewOf(frame);
  if (before === undefined) return frame;
  const own = frame.slice(before.start, before.end);
  // Frozen rows are counted from the first in view.
  let xml = setAttribute(own, rootOf(own), 'topLeftCell', null);
  for (const child of childrenOf(xml).toReversed())
    if (child.name === 'pane' || child.name === 'selection') xml = replaceElement(xml, child, '');
  const opened = appendInside(xml, rootOf(xml), '');
  const { inside } = rootOf(opened);
  return replaceElement(
    frame,
    before,
    opened.slice(0, inside) + panesXml(view, before.prefix) + opened.slice(inside),
  );
}

function panesXml({ columns, rows, corner, active }: View, p: string): string {
  const paneOf = (isBelow: boolean, isRight: boolean): string =>
    `${isBelow ? 'bottom' : 'top'}${isRight ? 'Right' : 'Left'}`;
  const activePane = paneOf(rows > 0 && active.row > rows, columns > 0 && active.column >= columns);
  const panes = [
    paneOf(false, false),
    ...(columns > 0 ? [paneOf(false, true)] : []),
    ...(rows > 0 ? [paneOf(true, false)] : []),
    ...(columns > 0 && rows > 0 ? [paneOf(true, true)] : []),
  ];
  const cell = cellName(active.column, active.row);
  const selections = panes.map((pane) => {
    if (pane === activePane) return `<${p}selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/>`;
    return pane === 'topLeft' ? '' : `<${p}selection pane="${pane}"/>`;
  });
  if (panes.length === 1) return selections.join('');
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const topLeft = cellName(corner.column, corner.row);
  return `<${p}pane${split} topLeftCell="${topLeft}" activePane="${activePane}" state="frozen"/>${selections.join('')}`;
}
