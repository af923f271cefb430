/** Which test files a project of vitest.config.ts runs where a folder does not say it: read from what they import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a file asks for the time, the day or the zone itself, and so may answer otherwise in another zone. */
const asksForTime = (text: string): boolean =>
  /\bnew Date\b|\bDate\.(?:now|UTC|parse)\b|\bIntl\.DateTimeFormat\b|'(?:@date-fns\/tz|date-fns)'|\.toLocale(?:Date|Time)?String\(/u.test(
    text,
  );

interface File {
  readonly asksForTime: boolean;
  /** Paths from the top of the project, as all paths here. */
  readonly imports: readonly string[];
}

const read = new Map<string, File>();

function fileAt(path: string): File {
  const known = read.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/\bfrom '(?<path>\.[^']+\.ts)'/gu)]
    .map(({ groups }) => join(dirname(path), groups?.['path'] ?? ''))
    .filter((imported) => existsSync(imported));
  const file = { asksForTime: asksForTime(text), imports };
  read.set(path, file);
  return file;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts'));

/** The sources that ask for time. All others get it from them, as days and wall times that have no zone. */
export const sourcesOfTime = (): readonly string[] =>
  filesIn('src').filter((path) => fileAt(path).asksForTime);

const unitTests = (): readonly string[] =>
  filesIn('test').filter(
    (path) =>
      path.endsWith('.test.ts') && !/^test.(?:documents|crash|windows|house|google-fake)\b/u.test(path),
  );

/** The tests of which `npm test` plays a share: they ask how much. */
export const campaigns = (): readonly string[] =>
  unitTests().filter((path) => fileAt(path).imports.includes(join('test/support/campaign.ts')));

/** Helpers in which time has no part: the fake Google tells tokens their age, a world hands in its clock. */
const hasNoZone = (path: string): boolean =>
  path.startsWith(join('test/support/google/')) || path === join('test/support/world.ts');

/** Whether a test, or a helper of it, asks for time or imports a source that does. */
function isOfTime(path: string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  const { asksForTime: asks, imports } = fileAt(path);
  return (
    asks ||
    imports.some((imported) =>
      imported.startsWith('src')
        ? fileAt(imported).asksForTime
        : !hasNoZone(imported) && isOfTime(imported, seen),
    )
  );
}

/**
 * The tests that may answer otherwise in another time zone: of what asks for time, and of the commands, which hold whole
 * papers against the golden files. Campaigns hold the same in every zone, and once is enough; so does the sending by SMTP.
 */
export function zoneTests(): readonly string[] {
  const left = new Set([...campaigns(), join('test/app/commands/send.test.ts')]);
  return unitTests().filter(
    (path) => !left.has(path) && (path.startsWith(join('test/app/commands/')) || isOfTime(path)),
  );
}
