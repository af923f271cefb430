import { expect, it } from 'vitest';
import { checkTemplatesCommand } from '../../src/app/commands/check-templates.ts';
import { loadTemplate } from '../../src/app/load-templates.ts';
import { paperNames, paperViews } from '../../src/app/papers.ts';
import { templateFields } from '../../src/render/template-check.ts';
import { makeWorld } from '../support/world.ts';

it('every template asks only for what its paper offers', async () => {
  const world = await makeWorld();
  const { code, stdout } = await world.run(checkTemplatesCommand);
  expect(stdout.trim().split('\n')).toHaveLength(paperNames.length * 2);
  expect(code).toBe(0);
  await world.remove();
});

it.each(paperNames)('%s says the same in both written standards: the same fields', async (name) => {
  const fields = await Promise.all(
    (['nb', 'nn'] as const).map(async (standard) => {
      const { template, house } = await loadTemplate(name, standard);
      return templateFields(template, paperViews[name], house);
    }),
  );
  expect(fields[0]?.length).toBeGreaterThan(3);
  expect(fields[1]).toEqual(fields[0]);
});
