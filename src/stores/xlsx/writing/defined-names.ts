/** The names that a workbook gives to cells. */
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  prefixOf,
} from '../package/xml-edit.ts';
import { escapeXml, unescapeXml } from '../package/xml-text.ts';
import { WORKBOOK_ORDER } from './schema-order.ts';

interface DefinedName {
  readonly name: string;
  /** The place of the sheet that the name is for, among all sheets. Without it, it is for the whole workbook. */
  readonly position?: number;
  readonly refersTo: string;
  readonly isHidden?: boolean;
}

/** The names in the workbook's own part. */
export function definedNames(workbook: string): DefinedName[] {
  const list = childOf(workbook, 'definedNames');
  if (list === undefined) return [];
  return childrenOf(workbook, list).map((element) => {
    const position = attributeOf(workbook, element, 'localSheetId');
    return {
      name: attributeOf(workbook, element, 'name') ?? '',
      ...(position === undefined ? {} : { position: Number(position) }),
      refersTo: unescapeXml(workbook.slice(element.inside, element.close)),
    };
  });
}

/** The workbook's part with one more name. */
export function addName(workbook: string, { name, position, refersTo, isHidden }: DefinedName): string {
  const p = prefixOf(workbook);
  const local = position === undefined ? '' : ` localSheetId="${position}"`;
  const hidden = isHidden === true ? ' hidden="1"' : '';
  const element = `<${p}definedName name="${escapeXml(name)}"${local}${hidden}>${escapeXml(refersTo)}</${p}definedName>`;
  const list = childOf(workbook, 'definedNames');
  if (list !== undefined) return appendInside(workbook, list, element);
  const names = `<${p}definedNames>${element}</${p}definedNames>`;
  return insertInOrder(workbook, WORKBOOK_ORDER, 'definedNames', names);
}
