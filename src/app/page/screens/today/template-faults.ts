/** Faults in the templates, which stop the papers and mailings that they are of: said on Today, since its deeds need them. */
import { setImmediate as others, setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { UserError } from '../../../../domain/user-error.ts';
import { norwegianStandards, type NorwegianStandard } from '../../../../domain/written-standard.ts';
import { checkTemplate } from '../../../../render/templates/check.ts';
import { describeTemplateFault } from '../../../../render/templates/fault.ts';
import { loadTemplate, templatesState } from '../../../papers/load-templates.ts';
import { allTemplates } from '../../../papers/registry.ts';
import type { Memory, Scene } from '../../screen.ts';

export const templateFaultSchema = z.object({
  file: z.string(),
  /** Absent for a file that is not there. */
  line: z.number().optional(),
  /** What is wrong. */
  what: z.string(),
});
export type TemplateFault = z.infer<typeof templateFaultSchema>;

/** To check all of them takes longer than the page may take to be there, so it begins when the page has been shown. */
const FIRST_MS = 1000;

/** What is known of the templates of one page, as it is said to readers of one standard. */
export class TemplateWatch {
  #state = '';
  readonly #checked = new Map<
    string,
    { readonly state: string; readonly faults: readonly TemplateFault[] }
  >();
  #first: Promise<void> | undefined;
  #isReady = false;
  readonly #load: typeof loadTemplate;
  readonly #stateOf: typeof templatesState;

  constructor(load = loadTemplate, stateOf = templatesState) {
    this.#load = load;
    this.#stateOf = stateOf;
  }

  /** Each fault once, also one in a part that many templates share. None before they have been checked for the first time. */
  async faults(firstMs = FIRST_MS): Promise<readonly TemplateFault[]> {
    this.#first ??= pause(firstMs, undefined, { ref: false }).then(async () => {
      await this.#check();
      this.#isReady = true;
    });
    if (!this.#isReady) {
      if (firstMs > 0) return [];
      await this.#first;
    }
    await this.#check();
    const all = [...this.#checked.values()].flatMap(({ faults }) => faults);
    return [...new Map(all.map((fault) => [JSON.stringify(fault), fault])).values()];
  }

  /** Checks those that have been saved since they were checked last. */
  async #check(): Promise<void> {
    const views = await allTemplates();
    const state = norwegianStandards.map((standard) => this.#stateOf([...views.keys()], standard)).join('\n');
    if (state === this.#state) return;
    for (const [name, view] of views) {
      for (const standard of norwegianStandards) {
        const key = `${name}.${standard}`;
        const own = this.#stateOf([name], standard);
        if (this.#checked.get(key)?.state === own) continue;
        // What else the page is asked for comes between.
        await others();
        this.#checked.set(key, { state: own, faults: await this.#faultsIn(name, standard, view) });
      }
    }
    this.#state = state;
  }

  async #faultsIn(name: string, standard: NorwegianStandard, view: z.ZodType): Promise<TemplateFault[]> {
    try {
      const { template, house } = await this.#load(name, standard);
      return checkTemplate(template, view, house).map((fault) => ({
        ...{ file: fault.file, line: fault.line },
        what: describeTemplateFault(fault),
      }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return [{ file: `templates/${name}.${standard}.md.hbs`, what: `${error.message} ${error.advice}` }];
    }
  }
}

const watches = new WeakMap<Memory, Readonly<Record<NorwegianStandard, TemplateWatch>>>();

export function templateWatch({ memory, standard }: Pick<Scene, 'memory' | 'standard'>): TemplateWatch {
  const own = watches.get(memory) ?? { nb: new TemplateWatch(), nn: new TemplateWatch() };
  watches.set(memory, own);
  return own[standard];
}
