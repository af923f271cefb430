import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';

/** What a report holds of one failure. */
export interface Failure {
  readonly project: string;
  /** Path from the top of the project, or empty for what happened outside every file. */
  readonly file: string;
  readonly name: string;
  /** What each error said. */
  readonly message: string;
}

/** What `.ci/count.js` reads: one run of vitest. */
export interface Report {
  /** The order of the tests: `npx vitest run --sequence.seed=<seed>` runs them so again. */
  readonly seed: number;
  readonly passed: number;
  readonly failures: readonly Failure[];
}

/** Leaves a report of the run in a folder. It tells failures of tests, of hooks, of whole files, and outside all of them. */
export function reporter(folder: string): Reporter {
  let seed = 0;
  return {
    onInit: (vitest: Vitest) => {
      seed = vitest.config.sequence.seed;
    },
    onTestRunEnd: (modules, unhandled) => {
      const name = `${String(process.pid)}-${String(Date.now())}.json`;
      writeFileSync(join(folder, name), JSON.stringify(reportOf(seed, modules, unhandled)));
    },
  };
}

function reportOf(
  seed: number,
  modules: readonly TestModule[],
  unhandled: readonly SerializedError[],
): Report {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const suites = modules.flatMap((module) => [...module.children.allSuites()]);
  const outside = { project: '', file: '', name: 'an error outside every test' };
  return {
    seed,
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failures: [
      ...modules.flatMap((module) => failuresIn(module, 'the file as a whole', module.errors())),
      ...suites.flatMap((suite) => failuresIn(suite, suite.fullName, suite.errors())),
      ...tests.flatMap((test) => failuresIn(test, test.fullName, test.result().errors ?? [])),
      ...unhandled.map((error) => ({ ...outside, message: wordsOf(error) })),
    ],
  };
}

/** One failure, however many errors. */
function failuresIn(
  part: TestModule | TestSuite | TestCase,
  name: string,
  errors: readonly SerializedError[],
): readonly Failure[] {
  if (errors.length === 0) return [];
  const file = part.type === 'module' ? part : part.module;
  const message = errors.map(wordsOf).join('\n');
  return [{ project: part.project.name, file: file.relativeModuleId, name, message }];
}

/** The message, what was expected and what came, what lies behind it, and where in the project. */
function wordsOf(error: SerializedError): string {
  const frames = error.stack?.split('\n').filter((line) => /^\s*at (?!.*node_modules).*\//u.test(line)) ?? [];
  const diff = typeof error['diff'] === 'string' ? [error['diff']] : [];
  const behind = error.cause === undefined ? [] : [`caused by ${wordsOf(error.cause)}`];
  return [error.message, ...diff, ...behind, ...frames].join('\n');
}
