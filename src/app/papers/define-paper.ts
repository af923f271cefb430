/** From the definition of a paper to a command. */
import type { z } from 'zod';
import type { Command, ExitCode } from '../cli/command.ts';
import { paperFormats, type PaperDefinition } from './paper-definition.ts';

/** A paper as the registry has it: a command, and what tests and checks use. */
export interface Paper extends Command {
  readonly templates: Readonly<Record<string, z.ZodType>>;
  readonly formats: readonly string[];
  readonly samples: Readonly<Record<string, readonly string[]>>;
}

/** A paper from its definition. */
export function definePaper<Request, View, Template extends string>(
  definition: PaperDefinition<Request, View, Template>,
): Paper {
  const { name, summary, options, examples, ends, makesSample, templates } = definition;
  return {
    ...{ name, summary, options, examples, templates },
    ...(ends === undefined ? {} : { ends }),
    ...(makesSample === undefined ? {} : { makesSample }),
    formats: definition.formats ?? paperFormats,
    samples: definition.samples ?? { [name]: [] },
    run: async (run): Promise<ExitCode> => {
      const { runPaper } = await import('./run-paper.ts');
      return runPaper(definition, run);
    },
  };
}
