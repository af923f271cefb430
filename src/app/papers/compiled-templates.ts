/**
 * Templates as an earlier run of the same bundle compiled them: reading, checking and compiling those of an agenda takes longer
 * than writing it.
 */
import { basename } from 'node:path';
import { Script } from 'node:vm';
import type { TemplateFile } from '../../render/templates/fault.ts';
import { compiledCode, type TemplateHouse } from '../../render/templates/templates.ts';
import { keptResults } from '../start/kept-results.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * A template and the partials of its house with what they compile to; as they are where nothing is kept. `check` throws for
 * what may not be used, and is called once for the same texts: a template has one view. Throws TemplateError.
 */
export function compiledTemplates(
  template: TemplateFile,
  house: TemplateHouse,
  check: () => void,
): { readonly template: TemplateFile; readonly house: TemplateHouse } {
  const results = keptResults();
  if (results === undefined) {
    check();
    return { template, house };
  }
  const files = [template, ...house.partials];
  const texts = files.map(({ file, text }) => [file, text]);
  const code = results.once(`template.${basename(template.file)}`, texts, () => {
    check();
    return `[${compiledCode(files, house).join(',\n')}]`;
  });
  const made: unknown = new Script(code, { filename: template.file }).runInThisContext();
  const [first, ...others] = Array.isArray(made) ? made.filter(isObject) : [];
  const partials = house.partials.map((partial, index) => ({ ...partial, compiled: others[index] }));
  return { template: { ...template, compiled: first }, house: { ...house, partials } };
}
