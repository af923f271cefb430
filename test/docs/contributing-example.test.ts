/** The example of a new paper in CONTRIBUTING.md, as somebody pastes it. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { phrasesOf } from '../../src/language/phrases-of.ts';
import { checkTemplate } from '../../src/render/templates/check.ts';
import { paperHelpers } from '../../src/render/templates/paper-helpers.ts';
import { createTemplates } from '../../src/render/templates/templates.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The first block of code in a language with such a first line, without the indent that it has in the list of steps. */
function block(language: string, first: string): string {
  const found = new RegExp(`^   \`\`\`${language}\\n(?<lines>   ${first}.*?)^   \`\`\`$`, 'msu').exec(guide);
  return (found?.groups?.['lines'] ?? '').replaceAll(/^ {3}/gmu, '');
}

/** The schema of the view in the example's definition, which is loaded from a file outside the sources. */
async function schemaOfExample(): Promise<z.ZodType> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-example-'));
  const file = join(folder, 'open-actions.ts');
  const code = block('ts', '/')
    .replaceAll(`'../../../`, `'${join(root, 'src')}/`)
    .replaceAll(`'../`, `'${join(root, 'src/app/papers')}/`)
    .replace(`from 'zod'`, `from '${import.meta.resolve('zod')}'`);
  await writeFile(file, code);
  const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  await rm(folder, { recursive: true });
  const { openActionsPaper } = z
    .object({
      openActionsPaper: z.object({ templates: z.object({ 'open-actions': z.instanceof(z.ZodType) }) }),
    })
    .parse(loaded);
  return openActionsPaper.templates['open-actions'];
}

const action = { id: 'T-2026-001', action: 'Ringe', deadline: '2026-12-03' };

it.each(['nb', 'nn'] as const)(
  'the template of the example gives the paper that is meant, in %s',
  async (standard) => {
    const schema = await schemaOfExample();
    const template = { file: `templates/open-actions.${standard}.md.hbs`, text: block('text', '#') };
    const house = { helpers: paperHelpers(phrasesOf[standard]), partials: [] };
    expect(checkTemplate(template, schema, house)).toEqual([]);
    const view = {
      asOf: '2026-11-23',
      groups: [{ party: 'both', actions: [action, action] }, { actions: [] }],
    };
    const paper = createTemplates(house).render(template, z.object().loose().parse(schema.parse(view)));
    const words = paper.replaceAll('\\', '').replaceAll('\u00A0', ' ');
    const lines = words
      .replaceAll(/\n{2,}/gu, '\n\n')
      .trim()
      .split('\n');
    expect(lines).toEqual([
      '# Åpne tiltak',
      '',
      '_Slik registeret var 23. november 2026_',
      '',
      expect.stringMatching(/^## \p{Lu}\p{Ll}+/u),
      '',
      '- Ringe (T-2026-001), innen 3. desember 2026',
      '- Ringe (T-2026-001), innen 3. desember 2026',
      '',
      '## Uten part',
    ]);
  },
);
