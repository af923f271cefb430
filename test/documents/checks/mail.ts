import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { mustRun, PYTHON, ROOT } from './tools.ts';

const Read = z.object({
  to: z.array(z.string()),
  copies: z.array(z.string()),
  subject: z.string(),
  parts: z.array(
    z.object({
      type: z.string(),
      method: z.string().nullable(),
      file: z.string().nullable(),
      content: z.string(),
    }),
  ),
  defects: z.array(z.string()),
});

/** An .eml as an independent reader, Python's email package, sees it. */
export type MailRead = z.infer<typeof Read>;

/** Reads an .eml with Python. Throws when it cannot be read. */
export async function readMail(file: string): Promise<MailRead> {
  const script = join(import.meta.dirname, 'inspect_eml.py');
  return Read.parse(JSON.parse(await mustRun(PYTHON, [script, file])));
}

/** What is wrong with a message: more than one recipient, a part too few or too many, or what the reader finds. */
export function mailFaults({ to, copies, parts, defects }: MailRead): string[] {
  const types = parts.map(({ type }) => type).join(', ');
  const expected = ['text/plain, text/html', 'text/plain, text/html, text/calendar, application/ics'];
  return [
    ...(to.length === 1 ? [] : [`${String(to.length)} recipients`]),
    ...copies.map((name) => `a copy: ${name}`),
    ...(expected.includes(types) ? [] : [`the parts are ${types}`]),
    ...defects,
  ];
}

/** Makes the mailings that are due in the sample register, and gives their folders. */
export async function makeMailings(folder: string): Promise<string[]> {
  const loader = import.meta.resolve('tsx');
  for (const [name = '', ...args] of [['init', '--sample'], ['announce']]) {
    const script = join(ROOT, `scripts/${name}.ts`);
    await mustRun(
      process.execPath,
      ['--import', loader, script, ...args, '--now', '2026-11-23T12:00'],
      folder,
    );
  }
  const out = join(folder, 'out/announce');
  return (await readdir(out)).sort().map((name) => join(out, name));
}
