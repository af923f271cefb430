/** The templates of the page: templates/page/. Each is held to the schema of its view before it is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { createTemplates } from '../../render/templates/templates.ts';
import { requireSound } from '../papers/load-templates.ts';

export const pageFolder = fileURLToPath(new URL('../../../templates/page/', import.meta.url));

const read = (file: string): { readonly file: string; readonly text: string } => ({
  file: `templates/page/${file}`,
  text: readFileSync(join(pageFolder, file), 'utf8'),
});

/** A part that several screens have: `_entry.html.hbs` is `{{> _entry}}`. */
const isPart = (file: string): boolean => file.startsWith('_') && file.endsWith('.html.hbs');

/** Templates that are read, held to their schema and compiled once, until they are forgotten. */
export class PageTemplates {
  readonly #ready = new Map<string, (view: object) => string>();

  /** Fills `<name>.html.hbs`. Throws UserError for a template that asks for what is not there. */
  fill<View extends object>(name: string, schema: z.ZodType<View>, view: View): string {
    const ready = this.#ready.get(name) ?? prepared(name, schema);
    this.#ready.set(name, ready);
    return ready(view);
  }

  /** They may have changed. */
  forget(): void {
    this.#ready.clear();
  }
}

function prepared(name: string, schema: z.ZodType): (view: object) => string {
  const partials = readdirSync(pageFolder)
    .filter(isPart)
    .sort()
    .map((file) => read(file));
  const house = { helpers: [], partials };
  const template = read(`${name}.html.hbs`);
  requireSound(schema, { template, house });
  return createTemplates(house).prepare(template);
}
