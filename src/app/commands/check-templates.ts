/** `npm run check-templates`: holds every template to what its paper offers, for those who edit them. */
import { norwegianStandards } from '../../domain/written-standard.ts';
import { checkTemplate } from '../../render/template-check.ts';
import { formatTemplateFault } from '../../render/template-fault.ts';
import type { Command, ExitCode, Run } from '../command.ts';
import { loadTemplate } from '../load-templates.ts';
import { paperNames, paperViews } from '../papers.ts';

export const checkTemplatesCommand: Command = {
  name: 'check-templates',
  summary: 'Looks through every template for fields and functions that do not exist.',
  options: {},
  examples: ['npm run check-templates'],
  run: runCheckTemplates,
};

async function runCheckTemplates({ terminal }: Run): Promise<ExitCode> {
  let faulty = 0;
  for (const name of paperNames) {
    for (const standard of norwegianStandards) {
      const { template, house } = await loadTemplate(name, standard);
      const faults = checkTemplate(template, paperViews[name], house);
      for (const fault of faults)
        terminal.result(terminal.paint('red', formatTemplateFault(fault), 'result'));
      if (faults.length > 0) faulty += 1;
      else terminal.result(`${template.file}: in order.`);
    }
  }
  return faulty > 0 ? 1 : 0;
}
