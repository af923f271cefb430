import { formatArea, absoluteReference, type Area } from '../addresses.ts';
import { quoteTab } from '../../quote-tab.ts';
import { appendInside, childOf, childrenOf, insertInOrder, setAttribute } from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';

/** The last row of dropdowns, at least, so that rows that people add later have them too. */
const DROPDOWN_ROWS = 2000;
/** Longer lists do not fit in the dropdown itself. Source: Excel specifications and limits, data validation. */
const LONGEST_LIST = 255;

/** Lists that are too long for a dropdown, kept as the columns of a hidden tab. */
export class LongLists {
  readonly tab: string;
  readonly lists: (readonly string[])[] = [];

  constructor(tab: string) {
    this.tab = tab;
  }

  /** Where the list is: `'Lister'!$B$2:$B$358`. The same list is kept once. */
  reference(choices: readonly string[]): string {
    const same = this.lists.findIndex(
      (list) => list.length === choices.length && list.every((text, index) => text === choices[index]),
    );
    if (same === -1) this.lists.push(choices);
    const column = same === -1 ? this.lists.length - 1 : same;
    const area = formatArea({ left: column, right: column, top: 2, bottom: choices.length + 1 });
    return `${quoteTab(this.tab)}!${absoluteReference(area)}`;
  }
}

/** Where the dropdown of a column goes: from the row below the headings to well past the data. */
export function dropdownArea(column: number, heading: number, last: number): Area {
  return {
    left: column,
    right: column,
    top: heading + 1,
    bottom: Math.max(heading + DROPDOWN_ROWS - 1, last + 1000),
  };
}

/** A list of choices as a dropdown has it: the words themselves, or the place of a list that is too long. */
export function choicesFormula(choices: readonly string[], lists: LongLists): string {
  const list = choices.join(',');
  const fits =
    list.length <= LONGEST_LIST &&
    !choices.some((choice) => choice.includes(',') || choice.trim() !== choice);
  return fits ? `"${list.replaceAll('"', '""')}"` : lists.reference(choices);
}

/**
 * A `dataValidation` element that offers a list. A value outside the list gives a warning and is not refused: people may
 * know better, and `npm run check` reports what it cannot read.
 */
export function dropdownXml(prefix: string, area: Area, formula: string): string {
  const p = prefix;
  return (
    `<${p}dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" ` +
    'errorTitle="Ikke i listen" error="Velg helst en verdi fra listen. Vil du beholde det du skrev?" ' +
    `sqref="${formatArea(area)}"><${p}formula1>${escapeXml(formula)}</${p}formula1></${p}dataValidation>`
  );
}

/**
 * A dropdown for other rows. It ends where the list does, without a tail of empty lines, and questions nothing: people also type
 * a title, or several names.
 */
export function offerXml(prefix: string, area: Area, range: string): string {
  const p = prefix;
  const formula = `OFFSET(${range.replace(/:.*$/u, '')},0,0,MAX(1,COUNTA(${range})),1)`;
  return (
    `<${p}dataValidation type="list" allowBlank="1" sqref="${formatArea(area)}">` +
    `<${p}formula1>${escapeXml(formula)}</${p}formula1></${p}dataValidation>`
  );
}

/** The sheet with one more dropdown. */
export function addDropdown(frame: string, prefix: string, dropdown: string): string {
  const p = prefix;
  const all = childOf(frame, 'dataValidations');
  if (all === undefined) {
    const xml = `<${p}dataValidations count="1">${dropdown}</${p}dataValidations>`;
    return insertInOrder(frame, WORKSHEET_ORDER, 'dataValidations', xml);
  }
  const counted = setAttribute(frame, all, 'count', `${childrenOf(frame, all).length + 1}`);
  return appendInside(counted, childOf(counted, 'dataValidations') ?? all, dropdown);
}
