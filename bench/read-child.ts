// Reads the workbook named by the second argument as far as the first one says, and prints what that cost as JSON.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { unzipSync } from 'fflate';
import { parseWallTime } from '../src/domain/time.ts';
import { readRegister } from '../src/register/read-register.ts';
import { readWorkbook } from '../src/stores/xlsx/reading/read-workbook.ts';

const NOW = parseWallTime('2026-11-23T12:00');
const [mode = '', file = ''] = process.argv.slice(2);
const started = performance.now();
const bytes = mode === 'nothing' ? new Uint8Array() : readFileSync(file);
let found = 0;
if (mode === 'unzip') found = Object.keys(unzipSync(bytes)).length;
if (mode === 'parse' || mode === 'judge') {
  const workbook = readWorkbook(bytes, file);
  found = workbook.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (mode === 'judge' && NOW !== undefined) found = readRegister(workbook, NOW).problems.length;
}
const milliseconds = performance.now() - started;
process.stdout.write(
  JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, found }),
);
