import { posix } from 'node:path';
import type { OfficePackage } from './office-package.ts';
import { XmlScanner } from './xml-scanner.ts';

/** How one part points at another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `comments`, `table` … The rest differs between the two dialects. */
  readonly kind: string;
  readonly type: string;
  /** The name of the part it points at, from the root of the package and without a leading slash. */
  readonly target: string;
}

export const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What the part points at within the package, in order. An empty list when it points at nothing. */
export function relationshipsOf(parts: OfficePackage, part: string): Relationship[] {
  const name = relationshipsPart(part);
  if (!parts.has(name)) return [];
  const scanner = new XmlScanner(parts.text(name), name);
  const found: Relationship[] = [];
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open' || scanner.name !== 'Relationship') continue;
    if (scanner.attribute('TargetMode') === 'External') continue;
    const type = scanner.attribute('Type') ?? '';
    const target = posix.resolve('/', posix.dirname(part), scanner.attribute('Target') ?? '');
    found.push({
      id: scanner.attribute('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target: target.slice(1),
    });
  }
  return found;
}

/** The part that holds what `part` points at; for the package itself, `part` is empty. */
export function relationshipsPart(part: string): string {
  const folder = posix.dirname(part);
  return `${folder === '.' ? '' : `${folder}/`}_rels/${posix.basename(part)}.rels`;
}
