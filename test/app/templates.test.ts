import { expect, it } from 'vitest';
import { checkTemplatesCommand } from '../../src/app/commands/check-templates.ts';
import { loadTemplate, requireSound } from '../../src/app/load-templates.ts';
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
  expect(fields[0]?.length).toBeGreaterThan(1);
  expect(fields[1]).toEqual(fields[0]);
});

it.each(['announcement', 'followup-subject', 'announcement-post'] as const)(
  '%s stops the run, with file, line and field, when it asks for a field that is not there',
  async (name) => {
    const { template, house } = await loadTemplate(name, 'nn');
    const text = template.text.replace('title', 'tittel');
    expect(() => {
      requireSound(name, { template: { ...template, text }, house });
    }).toThrow(
      expect.objectContaining({
        message: `The template templates/${name}.nn.md.hbs asks for what is not there.`,
        advice: expect.stringMatching(
          /\.nn\.md\.hbs:1:\d+: there is no field tittel\. Did you mean title\?/u,
        ) as string,
      }),
    );
  },
);
