/** The pages around papers and mails. */
import type { TemplateFile } from './fault.ts';
import { createTemplates } from './templates.ts';

const pages = new WeakMap<TemplateFile, (view: object) => string>();

/** A page template is compiled once for all papers that use it. Throws TemplateError for a fault in it. */
export function preparedPage(page: TemplateFile): (view: object) => string {
  const prepared = pages.get(page) ?? createTemplates({ helpers: [], partials: [] }).prepare(page);
  pages.set(page, prepared);
  return prepared;
}
