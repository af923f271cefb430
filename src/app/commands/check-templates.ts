/** `npm run check-templates`: checks every template against the fields of its paper, for those who edit them. */
import { msg } from '../../domain/msg.ts';
import { formatTemplateFault } from '../../render/templates/fault.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import type { loadTemplate } from '../papers/load-templates.ts';
import { templateFaults } from '../papers/template-faults.ts';

export const checkTemplatesCommand: Command = {
  name: 'check-templates',
  summary: 'Looks for faults in the templates, which you may edit.',
  options: {},
  examples: ['npm run check-templates'],
  run: runCheckTemplates,
};

/** Each fault once, also if it is in a part that many templates share; then how many templates have none. */
export async function runCheckTemplates({ terminal }: Run, load?: typeof loadTemplate): Promise<ExitCode> {
  const checked = await templateFaults(load);
  const inOrder = checked.filter(({ faults }) => faults.length === 0).length;
  const lines = new Set(checked.flatMap(({ faults }) => faults.map((fault) => formatTemplateFault(fault))));
  for (const line of lines) terminal.result(line, 'red');
  terminal.result(msg`${inOrder} of ${checked.length} templates are in order.`);
  return inOrder === checked.length ? 0 : 1;
}
