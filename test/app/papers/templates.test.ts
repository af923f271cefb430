import { expect, it } from 'vitest';
import type { Run } from '../../../src/app/cli/command.ts';
import { checkTemplatesCommand, runCheckTemplates } from '../../../src/app/commands/check-templates.ts';
import { loadTemplate, requireSound } from '../../../src/app/papers/load-templates.ts';
import { allTemplates } from '../../../src/app/papers/registry.ts';
import { announcementView } from '../../../src/papers/announcement/view.ts';
import { templateFields } from '../../../src/render/templates/check.ts';
import { makeWorld } from '../../support/world.ts';

const templates = [...(await allTemplates())];

it('every template asks only for what its paper offers, and one line says so', async () => {
  const world = await makeWorld();
  const { code, stdout } = await world.run(checkTemplatesCommand);
  const all = String(templates.length * 2);
  expect([code, stdout]).toEqual([0, `${all} of ${all} templates are in order.\n`]);
  await world.remove();
});

it('a fault is told once, also where many templates share it, without lines of those in order', async () => {
  const world = await makeWorld();
  const load: typeof loadTemplate = async (name, standard) => {
    const loaded = await loadTemplate(name, standard);
    const partials = loaded.house.partials.map((partial) =>
      partial.file === 'templates/partials/webinar-facts.nn.md.hbs'
        ? { ...partial, text: `{{tittel}} ${partial.text}` }
        : partial,
    );
    return { ...loaded, house: { ...loaded.house, partials } };
  };
  const command = { ...checkTemplatesCommand, run: (run: Run) => runCheckTemplates(run, load) };
  const { code, stdout } = await world.run(command);
  const [fault, count, ...more] = stdout.trimEnd().split('\n');
  expect([code, more]).toEqual([1, []]);
  expect(fault).toMatch(/^templates\/partials\/webinar-facts\.nn\.md\.hbs:1:3: there is no field tittel\./u);
  const inOrder = /^(?<inOrder>\d+) of \d+ templates are in order\.$/u.exec(count ?? '')?.groups?.['inOrder'];
  expect(Number(inOrder)).toBeLessThan(templates.length * 2 - 1);
  await world.remove();
});

it.each(templates)('%s says the same in both written standards: the same fields', async (name, view) => {
  const fields = await Promise.all(
    (['nb', 'nn'] as const).map(async (standard) => {
      const { template, house } = await loadTemplate(name, standard);
      return templateFields(template, view, house);
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
      requireSound(announcementView, { template: { ...template, text }, house });
    }).toThrow(
      expect.objectContaining({
        message: `The template templates/${name}.nn.md.hbs asks for what is not there.`,
        advice: expect.stringMatching(
          /\.nn\.md\.hbs:\d+:\d+: there is no field tittel\. Did you mean title\?/u,
        ) as string,
      }),
    );
  },
);

it.each(['{{#iff title}}x{{/if}}', '{{#if title}}'])(
  '%s is no template that only asks for what is not there',
  async (text) => {
    const { template, house } = await loadTemplate('announcement', 'nn');
    expect(() => {
      requireSound(announcementView, { template: { ...template, text }, house });
    }).toThrow(`The template templates/announcement.nn.md.hbs cannot be used as it is.`);
  },
);

it('names a template that is missing, and how to get it back', async () => {
  await expect(loadTemplate('agendas', 'nn')).rejects.toMatchObject({
    name: 'UserError',
    message: 'The template templates/agendas.nn.md.hbs is missing.',
  });
});
