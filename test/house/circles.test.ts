import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Statements, also of types alone, and `import()`. Paths to other files of ours begin with a dot. */
const imported = /(?:\bfrom\s+|^import\s+|\bimport\(\s*)'(?<path>\.[^']+)'/gmu;

type Imports = ReadonlyMap<string, readonly string[]>;

function importsUnder(folder: string): Imports {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts'),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const text = readFileSync(join(parentPath, name), 'utf8');
      const paths = [...text.matchAll(imported)].map(({ groups }) => groups?.['path'] ?? '');
      return [join(parentPath, name), paths.map((path) => resolve(parentPath, path))];
    }),
  );
}

/** Files that import each other, one round trip for each file that closes one. */
function circlesIn(imports: Imports): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file)) return;
    done.add(file);
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

describe('imports under src/', () => {
  const imports = importsUnder(join(root, 'src'));

  it('lead in no circle, types and import() counted', () => {
    expect(circlesIn(imports).map((circle) => circle.map((file) => relative(root, file)))).toEqual([]);
  });

  it('are read: statements, types and import()', () => {
    const inSrc = (file: string): string => join(root, 'src', file);
    expect(imports.get(inSrc('google/backoff.ts'))).toContain(inSrc('google/faults.ts'));
    expect(imports.get(inSrc('app/papers/define-paper.ts'))).toContain(inSrc('app/papers/run-paper.ts'));
  });

  it.each([
    [{ a: ['b'], b: ['c'], c: ['a'] }, [['a', 'b', 'c', 'a']]],
    [{ a: ['a'] }, [['a', 'a']]],
    [{ x: ['a'], a: ['b'], b: ['a'] }, [['a', 'b', 'a']]],
    [{ a: ['b', 'c'], b: ['c'], c: [] }, []],
  ])('would be caught in %j', (files, circles) => {
    expect(circlesIn(new Map(Object.entries(files)))).toEqual(circles);
  });
});
