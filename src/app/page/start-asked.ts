/** Starts the command that a form asks for. */
import type { Context } from 'hono';
import { UserError } from '../../domain/user-error.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Command } from '../cli/command.ts';
import { argvOf } from './argv.ts';
import type { Runs } from './runs.ts';

/** How the page knows a command by its name; undefined for a name that is none, or that the page cannot start. */
export type CommandFinder = (name: string) => Promise<Command | undefined>;

/** The fields of a form that hold text. */
export const textFields = (body: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

export async function startAsked(
  context: Context,
  standard: NorwegianStandard,
  runs: Runs,
  find: CommandFinder,
): Promise<Response> {
  const fields = textFields(await context.req.parseBody());
  const name = fields['command'] ?? '';
  const command = await find(name);
  if (command === undefined) return context.text('404', 404);
  try {
    const argv = argvOf(command.options, fields);
    const from = fields['from'] ?? '';
    const started = runs.start({ command: name, argv, from: /^\/n[bn]\//u.test(from) ? from : '/' });
    const { id } = 'run' in started ? started.run : started.busy;
    return context.redirect(`/${standard}/run/${String(id)}${'busy' in started ? '?busy' : ''}`, 303);
  } catch (error) {
    if (error instanceof UserError) return context.text(`${error.message} ${error.advice}`, 400);
    throw error;
  }
}
