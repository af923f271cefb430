// Reads a workbook (`read <who> <file>`), or also changes one cell of it, found by its ID and its heading, and writes it
// (`change <who> <file> <out> <tab> <ID> <column> <was> <becomes>`). Prints what that cost as JSON: without the start of
// the process and the loading of the library, and the peak of memory with both.
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [task, who, file, out, tab, id, column, was, becomes] = process.argv.slice(2);

const libraries = {
  felles: async () => {
    const { register } = await import('tsx/esm/api');
    register();
    const { readWorkbook } = await import('../../src/stores/xlsx/reading/read-workbook.ts');
    const { applyChanges } = await import('../../src/stores/xlsx/writing/apply-changes.ts');
    const at = { by: 'id', idColumn: 'ID', id };
    return {
      read: (bytes) => readWorkbook(bytes, file).sheets.length,
      change: (bytes) => applyChanges(bytes, [{ kind: 'cell', tab, at, column, was, becomes }], file).bytes,
    };
  },
  SheetJS: async () => {
    const { default: xlsx } = await import('xlsx');
    // All that it can be asked to keep.
    const kept = { type: 'buffer', cellDates: true, cellStyles: true, cellNF: true, bookVBA: true };
    return {
      read: (bytes) => xlsx.read(bytes, { type: 'buffer', cellDates: true }).SheetNames.length,
      change: (bytes) => {
        const book = xlsx.read(bytes, kept);
        const sheet = book.Sheets[tab];
        const { e: end } = xlsx.utils.decode_range(sheet['!ref']);
        const at = (r, c) => sheet[xlsx.utils.encode_cell({ r, c })];
        const cellColumn = Array.from({ length: end.c + 1 }).findIndex((_, c) => at(0, c)?.v === column);
        const row = Array.from({ length: end.r + 1 }).findIndex((_, r) => at(r, 0)?.v === id);
        const cell = at(row, cellColumn);
        Object.assign(cell, { t: 's', v: becomes, w: becomes, r: undefined, h: undefined });
        return xlsx.write(book, {
          ...kept,
          compression: true,
          bookType: file.endsWith('.xlsm') ? 'xlsm' : 'xlsx',
        });
      },
    };
  },
  exceljs: async () => {
    const { default: exceljs } = await import('exceljs');
    const load = async (bytes) => {
      const book = new exceljs.Workbook();
      await book.xlsx.load(bytes);
      return book;
    };
    return {
      read: async (bytes) => (await load(bytes)).worksheets.length,
      change: async (bytes) => {
        const book = await load(bytes);
        const sheet = book.getWorksheet(tab);
        const row = sheet.getColumn(1).values.indexOf(id);
        sheet.getRow(row).getCell(sheet.getRow(1).values.indexOf(column)).value = becomes;
        return Buffer.from(await book.xlsx.writeBuffer());
      },
    };
  },
};

const library = await libraries[who]();
const bytes = readFileSync(file);
const started = performance.now();
let result;
try {
  result = await library[task](bytes);
} catch (fault) {
  process.stdout.write(JSON.stringify({ fault: String(fault) }));
  process.exit();
}
const milliseconds = performance.now() - started;
const megabytes = process.resourceUsage().maxRSS / 1024;
if (task === 'change') writeFileSync(out, result);
process.stdout.write(JSON.stringify({ milliseconds, megabytes }));
