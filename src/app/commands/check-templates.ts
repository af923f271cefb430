/** `npm run check-templates`: holds every template to what its paper offers, for those who edit them. */
import { norwegianStandards } from '../../domain/written-standard.ts';
import { checkTemplate } from '../../render/templates/check.ts';
import { formatTemplateFault } from '../../render/templates/fault.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { loadTemplate } from '../papers/load-templates.ts';
import { paperNames, paperViews } from '../papers/papers.ts';

export const checkTemplatesCommand: Command = {
  name: 'check-templates',
  summary: 'Looks for faults in the templates, which you may edit.',
  options: {},
  examples: ['npm run check-templates'],
  run: (run) => runCheckTemplates(run, loadTemplate),
};

/** Each fault once, also where it stands in a part that many templates share; then how many templates have none. */
export async function runCheckTemplates({ terminal }: Run, load: typeof loadTemplate): Promise<ExitCode> {
  const faults = new Set<string>();
  let [inOrder, all] = [0, 0];
  for (const name of paperNames) {
    for (const standard of norwegianStandards) {
      const { template, house } = await load(name, standard);
      const found = checkTemplate(template, paperViews[name], house);
      for (const fault of found) faults.add(formatTemplateFault(fault));
      all += 1;
      if (found.length === 0) inOrder += 1;
    }
  }
  for (const fault of faults) terminal.result(terminal.paint('red', fault, 'result'));
  terminal.result(`${String(inOrder)} of ${String(all)} templates are in order.`);
  return inOrder === all ? 0 : 1;
}
