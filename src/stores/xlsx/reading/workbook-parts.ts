import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { damaged } from '../faults.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { relationshipsOf, type Relationship } from '../package/relationships.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { CellBudget, type ValueContext } from './cell-values.ts';
import { classifyFormatId, readCellFormats } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';

/** A tab and the part that holds it. */
export interface TabPart {
  readonly name: string;
  readonly part: string;
  /** Its place among all tabs, chart sheets included: defined names count by it. */
  readonly position: number;
  readonly hidden: boolean;
}

/** Where things are in a workbook. */
export interface WorkbookParts {
  readonly workbook: string;
  readonly styles: string | null;
  readonly sharedStrings: string | null;
  /** The start of relationship types: it differs between transitional and strict files. */
  readonly relationshipBase: string;
  /** Tabs with cells, in the order that people see, hidden ones too. */
  readonly tabs: readonly TabPart[];
  /** Names of the other sheets: charts, dialogs, macros, and modules of old Excel versions. They are left as they are. */
  readonly otherSheets: readonly string[];
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
  const otherSheets: string[] = [];
  let date1904 = false;
  let position = 0;
  let isWorkbook = false;
  const scanner = new XmlScanner(parts.text(workbook), workbook);
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.name === 'workbook') isWorkbook = true;
    else if (scanner.name === 'workbookPr') date1904 = scanner.isTrue('date1904');
    else if (scanner.name === 'sheet') {
      const id = scanner.attribute('id') ?? '';
      const relationship = related.get(id);
      const name = scanner.attribute('name') ?? '';
      // A module of an old Excel is a sheet without a part.
      if (relationship === undefined && id !== '') throw damaged(msg`the tab ${name} points at nothing`);
      const hidden = ['hidden', 'veryHidden'].includes(scanner.attribute('state') ?? '');
      if (relationship !== undefined && holdsCells(parts, relationship))
        tabs.push({ name, part: relationship.target, position, hidden });
      else otherSheets.push(name);
      position += 1;
    }
  }
  if (!isWorkbook) throw notAWorkbook();
  return { tabs, otherSheets, date1904 };
}

/** Some programs call every sheet a worksheet, and only its content shows the kind. A missing one is found by the code that reads it. */
function holdsCells(parts: OfficePackage, { kind, target }: Relationship): boolean {
  if (kind !== 'worksheet') return false;
  return !parts.has(target) || (parts.rootName(target) ?? 'worksheet') === 'worksheet';
}

function notAWorkbook(main?: Relationship): UserError {
  const binary = main?.target.endsWith('.bin') === true;
  return new UserError(
    binary ? msg`The workbook is a binary one (.xlsb).` : msg`The file is not a workbook.`,
    binary ? msg`Open it in Excel and save it as .xlsx.` : msg`Choose the .xlsx file that has the register.`,
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
    isDateStyle: formatIds.map((id) => classifyFormatId(id, codes).isDate),
    date1904: found.date1904,
    budget: new CellBudget(),
  };
}

function cellFormats(parts: OfficePackage, styles: string) {
  return readCellFormats(parts.text(styles), styles);
}
