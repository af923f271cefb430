import { expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import { faultIn } from '../../../src/stores/xlsx/package/well-formed.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { editParts, partsOf } from '../../support/workbooks.ts';
import { fixture, setCell } from './changing.ts';
import { parserFault } from './soundness.ts';

it.each([
  '<a/>',
  '\uFEFF<?xml version="1.0"?>\n<!-- <b --><a b="1" c = \'>\'>x &amp; &#xe6;<![CDATA[<&]]><b/></a >\n',
  '<a xmlns:x="u"><x:b x:c=""/></a>',
  '<a><b xmlns:x="u"><x:c/></b><b xmlns:x="v"><x:c xml:space="preserve"></x:c></b></a>',
])('is well-formed: %s', (xml) => {
  expect([faultIn(xml), parserFault(xml)]).toEqual([undefined, undefined]);
});

it.each([
  '',
  'x',
  '<a>',
  '<a/>x',
  '<a/><b/>',
  '<a></b>',
  '<a><b></a></b>',
  '<x:a/>',
  '<a x:b=""/>',
  '<a><b xmlns:x="u"/><x:c/></a>',
  '<a><b xmlns:x="u"></b><x:c></x:c></a>',
  '<a b="1" b="2"/>',
  '<a b=1/>',
  '<a b/>',
  '<a b="1"c="2"/>',
  '<a b="<"/>',
  '<a b="1/>',
  '<a>&</a>',
  '<a>&nbsp;</a>',
  '<a>\u0007</a>',
  '<a>< b/></a>',
  '<a',
  '<a></a',
  '<a></a b="1">',
  '<?xml',
])('is not: %s', (xml) => {
  expect(parserFault(xml)).toBeDefined();
  expect(faultIn(xml)).toBeDefined();
});

it('finds nothing in the parts of the fixtures, as the parser does', () => {
  for (const name of ['openpyxl-rich.xlsx', 'libreoffice-rich.xlsx', 'excel-like.xlsm']) {
    for (const [part, xml] of partsOf(fixture(name))) {
      if (!/\.(?:xml|rels|vml)$/u.test(part)) continue;
      expect([part, faultIn(xml), parserFault(xml)]).toEqual([part, undefined, undefined]);
    }
  }
});

it('keeps Felles from writing into a part that no other program opens', () => {
  const broken = editParts(fixture('openpyxl-rich.xlsx'), {
    'xl/worksheets/sheet1.xml': (xml) => xml.replace('<sheetFormatPr ', '<sheetFormatPr y:descent="1" '),
  });
  const write = (): unknown =>
    applyChanges(broken, [setCell('T-002', 'Status', 'Åpen', 'Utført')], 'register.xlsx');
  expect(write).toThrow(UserError);
  expect(write).toThrow(/^register\.xlsx: The workbook is damaged: .*sheet1\.xml has a prefix .*y:descent/u);
});
