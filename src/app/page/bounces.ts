/** Mail that came back, as files that a person chose or dropped: kept in the room of this run, and read by the command `send`. */
import { rm } from 'node:fs/promises';
import type { Context } from 'hono';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { mailingsWords } from '../../language/page/mailings-words.ts';
import type { PageParts } from './parts.ts';
import { filesIn, storeUploads } from './uploads.ts';

export async function bouncesAsked(
  context: Context,
  standard: NorwegianStandard,
  { runs, disk: { room } }: Pick<PageParts, 'runs' | 'disk'>,
): Promise<Response> {
  const files = filesIn(await context.req.formData(), 'mails').filter(({ size }) => size > 0);
  if (files.length === 0) return context.text(mailingsWords[standard].bounces.none, 400);
  const folder = await storeUploads(room, files);
  const from = `/${standard}/mailings`;
  const started = runs.start({ standard, command: 'send', argv: [`--bounces=${folder}`], from });
  if ('run' in started) return context.redirect(`/${standard}/run/${String(started.run.id)}`, 303);
  await rm(folder, { recursive: true, force: true });
  return context.redirect(`/${standard}/run/${String(started.busy.id)}?busy`, 303);
}
