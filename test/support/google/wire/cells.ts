import { masked, within, type Mask } from '../field-mask.ts';
import { errorTexts, numberFormatOf, shownBy, type Cell, type Shown } from '../model/cell.ts';
import { formatted } from '../model/formatted.ts';
import { defaultFormat } from './properties.ts';

type Fields = Record<string, unknown>;

const parts: Readonly<Record<string, (cell: Cell, locale: string, mask: Mask) => unknown>> = {
  userEnteredValue: ({ content }) =>
    content === undefined
      ? undefined
      : typeof content === 'object'
        ? { formulaValue: content.formula }
        : literal(content),
  effectiveValue: (cell) => shown(shownBy(cell)),
  formattedValue: (cell, locale) => {
    const value = shownBy(cell);
    return value === undefined ? undefined : formatted(value, numberFormatOf(cell), locale);
  },
  userEnteredFormat: ({ format }) => format,
  effectiveFormat,
  note: ({ note }) => note,
  dataValidation: ({ validation }) => validation,
};

/** What the API sends of cells: what the mask means of what is set. A mask is read once for a whole sheet. */
export function cellWriter(mask: Mask, locale: string): (cell: Cell | undefined) => Fields {
  const wanted = Object.entries(parts).flatMap(([name, make]) => {
    const inner = within(mask, name);
    return inner === undefined ? [] : [{ name, make, inner }];
  });
  return (cell) => {
    const fields: Fields = {};
    if (cell === undefined) return fields;
    for (const { name, make, inner } of wanted) {
      const value = make(cell, locale, inner);
      if (value !== undefined) fields[name] = masked(value, inner);
    }
    return fields;
  };
}

function literal(value: string | number | boolean): object {
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'number' ? { numberValue: value } : { boolValue: value };
}

function shown(value: Shown | undefined): object | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object') return literal(value);
  return { errorValue: { type: value.error, message: `${errorTexts[value.error]} (the fake's own words)` } };
}

/** The format in force; left out where it is the default. */
function effectiveFormat({ format, computedFormat }: Cell, _locale: string, mask: Mask): object | undefined {
  if (format === undefined && computedFormat === undefined) return undefined;
  const own = { ...(computedFormat === undefined ? {} : { numberFormat: computedFormat }), ...format };
  // Most ask for the number format of many cells, and for nothing else.
  if (mask !== 'all' && mask.size === 1 && mask.has('numberFormat')) return own;
  return {
    ...defaultFormat,
    ...own,
    textFormat: { ...defaultFormat.textFormat, ...format?.textFormat },
  };
}
