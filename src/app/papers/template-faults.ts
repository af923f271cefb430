/** Checks every template against the fields of its paper: for check-templates and the doctor. */
import { norwegianStandards } from '../../domain/written-standard.ts';
import { checkTemplate } from '../../render/templates/check.ts';
import type { TemplateFault } from '../../render/templates/fault.ts';
import { loadTemplate } from './load-templates.ts';
import { allTemplates } from './registry.ts';

/** Each template with its faults, in order of the registry, both written standards of each. */
export async function templateFaults(
  load = loadTemplate,
): Promise<readonly { readonly file: string; readonly faults: readonly TemplateFault[] }[]> {
  const checked: { file: string; faults: readonly TemplateFault[] }[] = [];
  for (const [name, view] of await allTemplates()) {
    for (const standard of norwegianStandards) {
      const { template, house } = await load(name, standard);
      checked.push({ file: template.file, faults: checkTemplate(template, view, house) });
    }
  }
  return checked;
}
