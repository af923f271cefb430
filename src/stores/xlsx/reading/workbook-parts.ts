import { UserError } from '../../../domain/user-error.ts';
import { damaged } from '../faults.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { relationshipsOf, type Relationship } from '../package/relationships.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { CellBudget, type ValueContext } from './cell-values.ts';
import { judgeFormatId, readCellFormats } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';

/** A tab and the part that holds it. */
export interface TabPart {
  readonly name: string;
  readonly part: string;
  /** Its place among all tabs, chart sheets included: what defined names count by. */
  readonly position: number;
  readonly hidden: boolean;
}

/** Where things are in a workbook. */
export interface WorkbookParts {
  readonly workbook: string;
  readonly styles: string | null;
  readonly sharedStrings: string | null;
  /** What relationship types begin with: it differs between transitional and strict files. */
  readonly relationshipBase: string;
  /** Tabs with cells, in people's order, hidden ones too. Chart sheets hold no cells and are left out. */
  readonly tabs: readonly TabPart[];
  readonly date1904: boolean;
}

/** Finds the parts of a workbook. Throws UserError when the file is something else. */
export function findWorkbookParts(parts: OfficePackage): WorkbookParts {
  const main = relationshipsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  if (main === undefined || !parts.has(main.target) || !main.target.endsWith('.xml'))
    throw notAWorkbook(main);
  const related = relationshipsOf(parts, main.target);
  const partOf = (kind: string): string | null => related.find((one) => one.kind === kind)?.target ?? null;
  return {
    workbook: main.target,
    styles: partOf('styles'),
    sharedStrings: partOf('sharedStrings'),
    relationshipBase: main.type.slice(0, main.type.lastIndexOf('/') + 1),
    ...readTabs(parts, main.target, new Map(related.map((one) => [one.id, one]))),
  };
}

function readTabs(parts: OfficePackage, workbook: string, related: ReadonlyMap<string, Relationship>) {
  const tabs: TabPart[] = [];
  let date1904 = false;
  let position = 0;
  let isWorkbook = false;
  const scanner = new XmlScanner(parts.text(workbook), workbook);
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.name === 'workbook') isWorkbook = true;
    else if (scanner.name === 'workbookPr') date1904 = scanner.isTrue('date1904');
    else if (scanner.name === 'sheet') {
      const relationship = related.get(scanner.attribute('id') ?? '');
      const name = scanner.attribute('name') ?? '';
      if (relationship === undefined) throw damaged(`the tab ${name} points at nothing`);
      const hidden = ['hidden', 'veryHidden'].includes(scanner.attribute('state') ?? '');
      if (relationship.kind === 'worksheet') tabs.push({ name, part: relationship.target, position, hidden });
      position += 1;
    }
  }
  if (!isWorkbook) throw notAWorkbook();
  return { tabs, date1904 };
}

function notAWorkbook(main?: Relationship): UserError {
  const binary = main?.target.endsWith('.bin') === true;
  return new UserError(
    binary ? 'The workbook is a binary one (.xlsb).' : 'The file is not a workbook.',
    binary ? 'Open it in Excel and save it as .xlsx.' : 'Choose the .xlsx file that holds the register.',
  );
}

/** What is needed to understand the cells of a workbook. */
export function readValueContext(parts: OfficePackage, found: WorkbookParts): ValueContext {
  const { codes, formatIds } =
    found.styles === null
      ? { codes: new Map<number, string>(), formatIds: [] }
      : cellFormats(parts, found.styles);
  return {
    sharedStrings:
      found.sharedStrings === null
        ? []
        : readSharedStrings(parts.text(found.sharedStrings), found.sharedStrings),
    isDateStyle: formatIds.map((id) => judgeFormatId(id, codes).isDate),
    date1904: found.date1904,
    budget: new CellBudget(),
  };
}

function cellFormats(parts: OfficePackage, styles: string) {
  return readCellFormats(parts.text(styles), styles);
}
