import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { checkRuleFormula } from '../model/rule-formula.ts';
import { conditionalRule, filterView } from '../schema/looks.ts';
import { wireFilterView, wireRule } from '../wire/looks.ts';
import { requestKind } from './request-kind.ts';

const index = z.int().min(0).default(0);
const sheetId = z.int().min(0).default(0);

const addConditionalFormatRule = requestKind(
  'addConditionalFormatRule',
  z.strictObject({ rule: conditionalRule, index }),
  (editing, { rule, index: at }) => {
    const areas = rule.ranges.map((range) => editing.spreadsheet.area(range));
    const [sheet, ...others] = new Set(areas.map((each) => each.sheet));
    if (sheet === undefined || others.length > 0) throw invalid('All ranges must be on the same sheet.');
    if (at > sheet.rules.length) throw invalid(`index ${at} is beyond the last rule.`);
    for (const { userEnteredValue } of rule.booleanRule.condition.values)
      checkRuleFormula(userEnteredValue, editing.spreadsheet.locale);
    for (const { area } of areas) editing.touch(sheet, area);
    sheet.rules = sheet.rules.toSpliced(at, 0, rule);
    return undefined;
  },
);

const deleteConditionalFormatRule = requestKind(
  'deleteConditionalFormatRule',
  z.strictObject({ sheetId, index }),
  ({ spreadsheet }, { sheetId: id, index: at }) => {
    const sheet = spreadsheet.grid(id);
    const rule = sheet.rules[at];
    if (rule === undefined) throw invalid(`No conditional format on sheet: ${id} at index: ${at}`);
    sheet.rules = sheet.rules.toSpliced(at, 1);
    return { deleteConditionalFormatRule: { rule: wireRule(rule) } };
  },
);

const addFilterView = requestKind(
  'addFilterView',
  z.strictObject({ filter: filterView }),
  ({ spreadsheet }, { filter }) => {
    const { sheet, area } = spreadsheet.area(filter.range);
    const filterViewId = filter.filterViewId ?? spreadsheet.newId();
    const taken = spreadsheet.sheets.flatMap((each) => each.filterViews);
    if (taken.some((each) => each.filterViewId === filterViewId))
      throw invalid(`A filter with the id ${filterViewId} already exists.`);
    for (const { columnIndex, filterCriteria } of filter.filterSpecs) {
      if (columnIndex < area.left || columnIndex >= area.right)
        throw invalid(`Column ${columnIndex} is outside the range of the filter.`);
      for (const { userEnteredValue } of filterCriteria.condition.values)
        checkRuleFormula(userEnteredValue, spreadsheet.locale);
    }
    const made = { ...filter, title: filter.title ?? `Filter ${sheet.filterViews.length + 1}`, filterViewId };
    sheet.filterViews = [...sheet.filterViews, made];
    return { addFilterView: { filter: wireFilterView(made) } };
  },
);

const deleteFilterView = requestKind(
  'deleteFilterView',
  z.strictObject({ filterId: z.int().min(0).default(0) }),
  ({ spreadsheet }, { filterId }) => {
    const sheet = spreadsheet.sheets.find(({ filterViews }) =>
      filterViews.some(({ filterViewId }) => filterViewId === filterId),
    );
    if (sheet === undefined) throw invalid(`No filter with id: ${filterId}`);
    sheet.filterViews = sheet.filterViews.filter(({ filterViewId }) => filterViewId !== filterId);
    return undefined;
  },
);

export const looksRequests = [
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  addFilterView,
  deleteFilterView,
];
