import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../src/app/main.ts';
import { compiledTemplates } from '../../../src/app/papers/compiled-templates.ts';
import { loadTemplate, requireSound } from '../../../src/app/papers/load-templates.ts';
import { allTemplates } from '../../../src/app/papers/registry.ts';
import { hashOf } from '../../../src/app/start/inputs.ts';
import { resultsBeside, useResults } from '../../../src/app/start/kept-results.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import { createTemplates, type TemplateHouse } from '../../../src/render/templates/templates.ts';
import { makeWorld } from '../../support/world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-kept-'));
  useResults(resultsBeside(join(folder, 'bundle.js')));
});
afterEach(async () => {
  useResults(undefined);
  await rm(folder, { recursive: true });
});

const view = z.object({ title: z.string(), rows: z.array(z.object({ name: z.string() })) });
const values = { title: 'A *b*', rows: [{ name: '«c»' }, { name: '1. d' }] };
const partial = { file: 'templates/partials/row.nb.md.hbs', text: '- {{name}}\n' };
const house: TemplateHouse = { helpers: [], partials: [partial] };
const template = {
  file: 'templates/list.nb.md.hbs',
  text: '# {{title}}\n\n{{#each rows}}{{> row}}{{/each}}',
};

/** Writes the template as a run does, and counts how often it had to be checked. */
function run(file = template, partials = [partial]): { readonly text: string; readonly checks: number } {
  let checks = 0;
  const own = { ...house, partials };
  const check = (): void => {
    checks += 1;
    requireSound(view, { template: file, house: own });
  };
  const sound = compiledTemplates(file, own, check);
  return { text: createTemplates(sound.house).render(sound.template, values), checks };
}

test('templates that were kept write the same, and are not checked again', () => {
  const text = createTemplates(house).render(template, values);
  expect(text).toContain('- «c»\n- 1\\. d\n');
  expect(run()).toEqual({ text, checks: 1 });
  expect(run()).toEqual({ text, checks: 0 });
  useResults(undefined);
  expect(run()).toEqual({ text, checks: 1 });
});

test('a changed template or partial is checked and compiled anew', () => {
  run();
  expect(run({ ...template, text: `${template.text}!` })).toMatchObject({ checks: 1 });
  const changed = run(template, [{ ...partial, text: '* {{name}}\n' }]);
  expect(changed.text).toContain('* «c»\n');
  expect(changed.checks).toBe(1);
});

test('a fault stops each run, and nothing is kept of it', async () => {
  const faulty = { ...template, text: '{{titel}}' };
  expect(() => run(faulty)).toThrow('asks for what is not there');
  expect(() => run(faulty)).toThrow('asks for what is not there');
  expect(await readdir(folder)).toEqual([]);
});

test('what is damaged or cannot be kept is made anew', async () => {
  const { text } = run();
  const [name = ''] = await readdir(folder);
  const kept = await readFile(join(folder, name));
  await writeFile(join(folder, name), kept.subarray(0, -1));
  expect(run()).toEqual({ text, checks: 1 });
  expect((await readFile(join(folder, name))).equals(kept)).toBe(true);
  useResults(resultsBeside(join(folder, 'none/bundle.js')));
  expect(run()).toEqual({ text, checks: 1 });
});

test('every template of every paper can be kept compiled', async () => {
  for (const [name, schema] of await allTemplates()) {
    for (const standard of norwegianStandards) {
      const loaded = await loadTemplate(name, standard);
      const compile = (): unknown =>
        compiledTemplates(loaded.template, loaded.house, () => requireSound(schema, loaded));
      compile();
      expect(compile()).toHaveProperty('template.compiled.main');
    }
  }
});

test('a paper that was made before has the same files and versions as without what was kept', async () => {
  const story = async (isKeeping: boolean): Promise<readonly unknown[]> => {
    const world = await makeWorld();
    const agenda = await commands.agenda.load();
    const docx = join(world.folder, 'out/agenda/saksliste-2026-12-03-a-2026-004.nb.docx');
    const told: unknown[] = [];
    const step = async (...argv: string[]): Promise<void> => {
      useResults(isKeeping ? resultsBeside(join(folder, 'bundle.js')) : undefined);
      told.push(await world.run(agenda, argv));
      const names = (await readdir(dirname(docx))).sort();
      for (const name of names) told.push([name, hashOf(await readFile(join(dirname(docx), name)))]);
    };
    await step();
    await step();
    await writeFile(docx, 'typed in');
    await step();
    await step('--standard', 'nn', '--format', 'docx');
    await rm(docx);
    await step();
    await world.remove();
    return told;
  };
  const told = await story(false);
  expect(await story(true)).toEqual(told);
  expect(await story(true)).toEqual(told);
  expect((await readdir(folder)).filter((name) => name.startsWith('bundle.docx.'))).toHaveLength(2);
});
