/** From the definition of a paper to a command. */
import type { z } from 'zod';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { paperFormats, type PaperDefinition, type PaperEvents } from './paper-definition.ts';

/** A paper as the registry has it: a command, and what tests and checks use. */
export interface Paper extends Command {
  readonly templates: Readonly<Record<string, z.ZodType>>;
  readonly formats: readonly string[];
  readonly samples: Readonly<Record<string, readonly string[]>>;
  /** The events of its calendar file; of a paper that comes without pages. Throws UserError where it cannot be made. */
  readonly events?: (
    run: Pick<Run, 'flags' | 'settings'>,
    register: Register,
    standard: NorwegianStandard,
  ) => PaperEvents;
}

/** A paper from its definition. */
export function definePaper<Request, View, Template extends string>(
  definition: PaperDefinition<Request, View, Template>,
): Paper {
  const { name, summary, options, examples, ends, makesSample, templates, events } = definition;
  const formats = definition.formats ?? paperFormats;
  return {
    ...{ name, summary, options, examples, templates },
    ...(ends === undefined ? {} : { ends }),
    ...(makesSample === undefined ? {} : { makesSample }),
    formats,
    samples: definition.samples ?? { [name]: [] },
    ...(events === undefined
      ? {}
      : {
          events: ({ flags, settings }, register, standard) => {
            const { now } = settings;
            const view = definition.make(register, definition.request({ flags, settings, formats }), now);
            return events(view, standard, now);
          },
        }),
    run: async (run): Promise<ExitCode> => {
      const { runPaper } = await import('./run-paper.ts');
      return runPaper(definition, run);
    },
  };
}
