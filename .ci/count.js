import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Adds up the reports that vitest left in a folder, and prints one line: "N passed, N failed". Exits with 1 when
// something failed. A file that could not even be loaded has no tests to count, and counts as one failure.
const folder = process.argv[2] ?? '.';
const files = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  .flatMap((report) => report.testResults);
const tests = files.flatMap((file) => file.assertionResults);
const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
const passed = tests.filter((test) => test.status === 'passed').length;
const failed = tests.filter((test) => test.status === 'failed').length + unloaded.length;
process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
