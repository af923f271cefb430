import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../../../src/app/papers/load-templates.ts';
import { templateWatch, TemplateWatch } from '../../../../src/app/page/screens/today/template-faults.ts';
import { UserError } from '../../../../src/domain/user-error.ts';

describe('the templates, as Today tells of them', () => {
  const edited = (): { watch: TemplateWatch; save: (text: string | undefined) => void; loads: string[] } => {
    let text: string | undefined;
    let saves = 0;
    const loads: string[] = [];
    const watch = new TemplateWatch(
      async (name, standard) => {
        loads.push(`${name}.${standard}`);
        if (name === 'agenda' && standard === 'nb' && text === 'gone')
          throw new UserError('The template is missing.', 'Put it back.');
        const loaded = await loadTemplate(name, standard);
        if (name !== 'agenda' || standard !== 'nb' || text === undefined) return loaded;
        return { ...loaded, template: { file: loaded.template.file, text } };
      },
      (names, standard) => (names.includes('agenda') && standard === 'nb' ? String(saves) : 'same'),
    );
    return {
      ...{ watch, loads },
      save: (next) => {
        text = next;
        saves += 1;
      },
    };
  };

  it('have a fault with its file, line and what it is, until it is gone; only what was saved is checked again', async () => {
    const { watch, save, loads } = edited();
    expect(await watch.faults(0)).toEqual([]);
    const all = loads.length;
    expect(all).toBeGreaterThan(20);
    expect(new Set(loads).size).toBe(all);
    save('# {{meeting.title}}\n\n{{nothingSuch}}\n');
    expect(await watch.faults()).toContainEqual({
      ...{ file: 'templates/agenda.nb.md.hbs', line: 3 },
      what: expect.stringContaining('there is no field nothingSuch') as string,
    });
    expect(loads.slice(all)).toEqual(['agenda.nb']);
    save('gone');
    expect(await watch.faults()).toEqual([
      { file: 'templates/agenda.nb.md.hbs', what: 'The template is missing. Put it back.' },
    ]);
    save(undefined);
    expect(await watch.faults()).toEqual([]);
  });

  it('are told of to readers of each standard apart', () => {
    const memory = {};
    const [nb, nn] = [templateWatch({ memory, standard: 'nb' }), templateWatch({ memory, standard: 'nn' })];
    expect(nn).not.toBe(nb);
    expect(templateWatch({ memory, standard: 'nb' })).toBe(nb);
  });

  it('do not hold up the first view', async () => {
    const { watch, loads } = edited();
    expect(await watch.faults()).toEqual([]);
    expect(loads).toEqual([]);
  });
});
