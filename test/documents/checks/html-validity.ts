import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, run } from './tools.ts';

const Report = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      subType: z.string().optional(),
      url: z.string().optional(),
      lastLine: z.number().optional(),
      message: z.string().optional(),
    }),
  ),
});

export interface Validity {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What the Nu HTML checker says of some files, each line as `file:line: message`. Needs Java. */
export async function checkHtml(files: readonly string[]): Promise<Validity> {
  const jar = join(ROOT, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const { stdout, stderr } = await run('java', ['-jar', jar, '--format', 'json', '--stdout', ...files]);
  if (!stdout.startsWith('{')) throw new Error(`The Nu HTML checker gave no report:\n${stderr}${stdout}`);
  const { messages } = Report.parse(JSON.parse(stdout));
  const worded = (chosen: typeof messages): string[] =>
    chosen.map((one) => `${one.url ?? ''}:${String(one.lastLine ?? 0)}: ${one.message ?? one.type}`);
  return {
    errors: worded(messages.filter(({ type }) => type !== 'info')),
    warnings: worded(messages.filter(({ subType }) => subType === 'warning')),
  };
}
