import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Prints what went wrong, and then one line: "N passed, N failed". The line stands last and the rest right above it, so
 * that the end of a log tells all. The folder holds the reports of `.ci/reporter.ts` (*.json), and for each step that failed
 * the end of what it said (*.failed). Exits with 1 when anything failed.
 */
const folder = process.argv[2] ?? '.';
const MOST_FAILURES = 40;
const MOST_LINES = 20;

const filesOf = (ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const indented = (text) =>
  stripVTControlCharacters(text)
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');

const firstLines = (text) => text.split('\n').slice(0, MOST_LINES).join('\n');

/** One failure with what runs it again in the same order. */
function told({ project, file, name, message, seed }) {
  const place = [project, file, name].filter((part) => part !== '').join(' > ');
  return `FAILED ${place} (--sequence.seed=${String(seed)})\n${indented(firstLines(message))}\n`;
}

const steps = filesOf('.failed').map((step) => {
  const [name, ...said] = step.split('\n');
  return `FAILED STEP: ${name}, which ended with\n${indented(said.join('\n'))}\n`;
});
const reports = filesOf('.json').map((report) => JSON.parse(report));
const passed = reports.reduce((sum, report) => sum + report.passed, 0);
const failures = reports.flatMap(({ seed, failures: own }) => own.map((failure) => ({ ...failure, seed })));
const left = failures.length - MOST_FAILURES;
process.stdout.write(
  [
    ...steps,
    ...failures.slice(0, MOST_FAILURES).map(told),
    ...(left > 0 ? [`… and ${String(left)} more\n`] : []),
    `${String(passed)} passed, ${String(failures.length)} failed\n`,
  ].join(''),
);
process.exitCode = failures.length + steps.length > 0 ? 1 : 0;
