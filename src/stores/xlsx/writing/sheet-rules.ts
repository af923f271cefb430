/** The rules of a sheet that colour cells or offer choices, as any program has written them. */
import { parseArea } from '../addresses.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { outsideTexts } from './formula-references.ts';

interface SheetRule {
  readonly kind: 'highlight' | 'dropdown';
  /** Empty for a rule without one. */
  readonly formula: string;
  /** From 0, in order. */
  readonly columns: readonly number[];
  /** 0 for a dropdown. */
  readonly priority: number;
}

interface Block {
  readonly kind: SheetRule['kind'];
  cells: string;
  readonly rules: { formula: string; readonly priority: number }[];
}

/** Where the elements of a sheet, and those of its extensions, have their rules. */
const BLOCKS: Readonly<Record<string, SheetRule['kind']>> = {
  conditionalFormatting: 'highlight',
  dataValidation: 'dropdown',
};

/** The rules of a sheet, given without its rows. Excel keeps those that read other sheets in an extension. */
export function rulesIn(frame: string): SheetRule[] {
  const blocks: Block[] = [];
  const scanner = new XmlScanner(frame, 'a sheet');
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    const kind = BLOCKS[scanner.name];
    const block = blocks.at(-1);
    if (kind !== undefined) {
      const rules = kind === 'dropdown' ? [{ formula: '', priority: 0 }] : [];
      blocks.push({ kind, cells: scanner.attribute('sqref') ?? '', rules });
    } else if (scanner.name === 'cfRule') {
      block?.rules.push({ formula: '', priority: Number(scanner.attribute('priority') ?? 0) });
    } else if (scanner.name === 'sqref' && block !== undefined) {
      block.cells = scanner.innerText();
    } else if (scanner.name === 'formula' || scanner.name === 'f') {
      const rule = block?.rules.at(-1);
      if (rule !== undefined) rule.formula = scanner.innerText();
    }
  }
  return blocks.flatMap(({ kind, cells, rules }) =>
    rules.map((rule) => ({ kind, ...rule, columns: columnsOf(cells) })),
  );
}

function columnsOf(cells: string): number[] {
  const columns = new Set<number>();
  for (const reference of cells.split(/\s+/u)) {
    const area = parseArea(reference);
    if (area === null) continue;
    for (let column = area.left; column <= area.right; column += 1) columns.add(column);
  }
  return [...columns].sort((one, other) => one - other);
}

/** A formula in the form for comparing: programs write spaces, quotes around names and capitals in their own way. */
export function comparedFormula(formula: string): string {
  return outsideTexts(formula, (piece) =>
    piece.replace(/\s+|'(?=[\p{L}\p{N}_.]+'!)|(?<=[\p{L}\p{N}_.])'(?=!)/gu, ''),
  ).toUpperCase();
}
