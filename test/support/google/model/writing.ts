import { invalid, notImplemented } from '../api-error.ts';
import { checkMask } from '../documented.ts';
import { parseMask, within, written, type Mask } from '../field-mask.ts';
import type { CellFormat, WrittenCell } from '../schema/cells.ts';
import { formulaOf, tidy, type Cell, type Content } from './cell.ts';
import { copiedFormula, type GridSize } from './formula.ts';
import { isReadable } from './rule-formula.ts';

/** Source: https://support.google.com/drive/answer/37603 */
const longestText = 50_000;
const longestList = 500;

const writable = new Set(['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation']);

/** The mask of a request that writes cells. Throws 400 when it is missing or means what the fake does not write. */
export function cellMask(fields: string | undefined): Mask {
  const mask = requiredMask(fields, 'CellData');
  if (mask === 'all') return mask;
  for (const [name, inner] of mask) {
    if (!writable.has(name)) throw notImplemented(`writing the field ${name} of a cell`);
    if (name !== 'userEnteredFormat' && inner !== 'all') throw notImplemented(`writing a part of ${name}`);
  }
  return mask;
}

/** The mask of a request that updates a message. Throws 400 when it is missing or does not fit. */
export function requiredMask(fields: string | undefined, message: string): Mask {
  if (fields === undefined || fields === '')
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  checkMask(message, mask);
  return mask;
}

/** The cell once the fields that the mask means are taken from what is given: a field that is not given is cleared. */
export function writtenCell(
  old: Cell | undefined,
  given: WrittenCell,
  mask: Mask,
  locale: string,
): Cell | undefined {
  const format = within(mask, 'userEnteredFormat');
  const meansValue = within(mask, 'userEnteredValue') !== undefined;
  return tidy({
    content: meansValue ? contentOf(given.userEnteredValue, locale) : old?.content,
    computedFormat: meansValue ? undefined : old?.computedFormat,
    format:
      format === undefined
        ? old?.format
        : keptFormat(written(old?.format, given.userEnteredFormat, format) as CellFormat | undefined),
    note: within(mask, 'note') === undefined ? old?.note : emptyIsUnset(given.note),
    validation:
      within(mask, 'dataValidation') === undefined ? old?.validation : checkedRule(given.dataValidation),
  });
}

const emptyIsUnset = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

function keptFormat(format: CellFormat | undefined): CellFormat | undefined {
  const { numberFormat } = format ?? {};
  if (numberFormat !== undefined && !('type' in numberFormat))
    throw invalid('CellFormat.numberFormat.type must be set.');
  return format === undefined || Object.keys(format).length === 0 ? undefined : format;
}

/** What a written value makes of a cell: text stays text, an empty one empties the cell. */
function contentOf(value: WrittenCell['userEnteredValue'], locale: string): Content | undefined {
  const entries = Object.entries(value ?? {}).filter(([, each]) => each !== undefined);
  if (entries.length > 1) {
    throw invalid(`Invalid value: oneof field 'value' is already set. Cannot set '${entries[1]?.[0] ?? ''}'`);
  }
  const { stringValue, numberValue, boolValue, formulaValue } = value ?? {};
  if (formulaValue !== undefined) {
    checkLength(formulaValue);
    if (!formulaValue.startsWith('=')) throw invalid('A formula must begin with an equals sign.');
    return {
      formula: formulaValue,
      shows: { error: isReadable(formulaValue, locale) ? 'LOADING' : 'ERROR' },
    };
  }
  return checkLength(stringValue) ?? numberValue ?? boolValue;
}

/** The text, or undefined when it is empty. Throws 400 when it is longer than a cell holds. */
export function checkLength(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (text.length > longestText)
    throw invalid(`Your input contains more than the maximum of ${longestText} characters in a single cell.`);
  return text;
}

/** Throws 400 for a rule that the API refuses. */
export function checkedRule(rule: WrittenCell['dataValidation']): Cell['validation'] {
  const { type, values = [] } = rule?.condition ?? {};
  if (type === 'ONE_OF_LIST' && (values.length === 0 || values.length > longestList))
    throw invalid(`Data validation rules of type ONE_OF_LIST take 1 to ${longestList} values.`);
  if (
    type === 'ONE_OF_RANGE' &&
    (values.length !== 1 || values[0]?.userEnteredValue.startsWith('=') !== true)
  )
    throw invalid('Data validation rules of type ONE_OF_RANGE take one range that begins with =.');
  return rule;
}

/** The content as it is once copied so far to the right and down: references follow, what it shows stays. */
export function copiedContent(
  cell: Cell | undefined,
  right: number,
  down: number,
  into: GridSize,
): Content | undefined {
  const formula = formulaOf(cell);
  const content = cell?.content;
  if (formula === undefined || typeof content !== 'object') return content;
  const copied = copiedFormula(formula, right, down, into);
  const lost = copied.includes('#REF!') && !formula.includes('#REF!');
  return { formula: copied, shows: lost ? { error: 'REF' } : content.shows };
}
