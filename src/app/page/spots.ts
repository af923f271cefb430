/** Where something is in the workbook: what people call the place, and how they get there. */
import { z } from 'zod';
import { cellAddress } from '../../domain/url.ts';
import { columnLetters } from '../../domain/workbook.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { pageWords } from '../../language/page/page-words.ts';
import type { Entry } from '../../papers/due/entry.ts';
import { findHeadings } from '../../register/headings.ts';
import { tabs } from '../../register/tabs.ts';
import { placeOf } from '../register/place-of.ts';
import { workbookId } from '../settings/settings.ts';
import type { Snapshot } from './snapshot.ts';

/** A place as the part `_spot.html.hbs` shows it: with an address for a Google Sheet, else with something to copy. */
export const spotSchema = z.object({
  text: z.string(),
  /** Opens the very cell. */
  open: z.object({ href: z.string(), text: z.string() }).optional(),
  /** For the name box of the program in which the file is open: `Aktiviteter!G14`. */
  copy: z.object({ place: z.string(), text: z.string(), done: z.string() }).optional(),
});
export type Spot = z.infer<typeof spotSchema>;

/** A whole tab, a row or a cell; tab, column and cell as they are in the workbook. */
export interface PlaceIn {
  readonly tab: string;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  /** `G14` */
  readonly cell?: string | undefined;
}

/** A tab in a reference: in quotation marks unless it is a plain word. */
const tabInReference = (tab: string): string =>
  /^\p{L}[\p{L}\d_]*$/u.test(tab) && !/^[A-Z]{1,3}\d+$/iu.test(tab) ? tab : `'${tab.replaceAll("'", "''")}'`;

function rangeOf({ row, cell }: PlaceIn): string {
  if (cell !== undefined) return cell;
  return row === undefined ? 'A1' : `A${String(row)}`;
}

function nameOf({ tab, row, column, cell }: PlaceIn, standard: NorwegianStandard): string {
  const where = row === undefined ? tab : pageWords[standard].today.row(tab, row);
  if (column === undefined) return where;
  return `${where}, ${cell === undefined ? column : `${column} (${cell})`}`;
}

interface SpotScene {
  readonly snapshot: Pick<Snapshot, 'settings' | 'workbook'>;
  readonly standard: NorwegianStandard;
}

/** Makes the spots of one reading: each tab is looked up once. */
export function spotsIn({ snapshot, standard }: SpotScene): (place: PlaceIn) => Spot {
  const { settings, workbook } = snapshot;
  const { openCell, copyPlace, copied } = pageWords[standard].today;
  const ids = new Map(workbook.sheets.map(({ name, webId }) => [name, webId]));
  return (place) => {
    const [text, range, id] = [nameOf(place, standard), rangeOf(place), ids.get(place.tab)];
    if (id !== undefined)
      return { text, open: { href: cellAddress(workbookId(settings), id, range), text: openCell } };
    // A tab that is missing has no cell to go to.
    if (!ids.has(place.tab)) return { text };
    const address = `${tabInReference(place.tab)}!${range}`;
    return { text, copy: { place: address, text: copyPlace, done: copied } };
  };
}

/** Where the row is that an entry of the due list, or anything else of the register, is about. */
export function rowSpotsIn(
  scene: SpotScene & { readonly snapshot: Snapshot },
): (about: RowNamed) => Spot | undefined {
  const spot = spotsIn(scene);
  const { register } = scene.snapshot.reading;
  return ({ tab, id }) => {
    const place = placeOf(register, { tab, id, title: '' });
    return place === undefined ? undefined : spot(place);
  };
}

/** The same for one of its cells: the column by its key in the tab. The row, where the column is not there. */
export function cellSpotsIn(
  scene: SpotScene & { readonly snapshot: Snapshot },
): (about: RowNamed, column: string) => Spot | undefined {
  const spot = spotsIn(scene);
  const { reading, workbook } = scene.snapshot;
  return ({ tab, id }, column) => {
    const place = placeOf(reading.register, { tab, id, title: '' });
    if (tab === undefined || place?.row === undefined) return place === undefined ? undefined : spot(place);
    const sheet = workbook.sheets.find(({ name }) => name === place.tab);
    const [heading] = (sheet && findHeadings(tabs[tab], sheet)?.matches.get(column)) ?? [];
    if (heading === undefined) return spot(place);
    const cell = `${columnLetters(heading.index)}${String(place.row)}`;
    return spot({ ...place, column: heading.text, cell });
  };
}

export type RowNamed = Pick<Entry['about'], 'tab' | 'id'>;
