import { expect, it } from 'vitest';
import { checkTemplates } from '../../../src/app/doctor/machine.ts';
import { loadTemplate, requireSound } from '../../../src/app/papers/load-templates.ts';
import { agendaView } from '../../../src/papers/agenda/view.ts';

const marks = '<<<<<<< Updated upstream\n# A\n=======\n# B\n>>>>>>> Stashed changes\n';

const load: typeof loadTemplate = async (paper, standard, house) => {
  const { template, ...rest } = await loadTemplate(paper, standard, house);
  const isMet = paper === 'agenda' && standard === 'nb';
  return { ...rest, template: isMet ? { ...template, text: marks + template.text } : template };
};

it('tells what git left in a template, and not that it asks for something', async () => {
  const { state, says } = await checkTemplates(load);
  expect(state).toBe('fault');
  expect(says).toMatch(/^templates\/agenda\.nb\.md\.hbs:1:1: git left two versions of the same lines here/u);
  expect(says).not.toContain('what is not there');
});

it('is so when a paper is made, too', async () => {
  const template = await load('agenda', 'nb');
  expect(() => {
    requireSound(agendaView, template);
  }).toThrow('an update and an edit have met');
});
