/** Mail that came back, as files that a person chose or dropped: kept in the room of this run, and read by the command `send`. */
import type { Context } from 'hono';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { mailingsWords } from '../../language/page/mailings-words.ts';
import type { PageParts } from './parts.ts';
import { dropUploads, filesIn, storeUploads } from './uploads.ts';

export async function bouncesAsked(
  context: Context,
  standard: NorwegianStandard,
  { runs, disk: { room } }: Pick<PageParts, 'runs' | 'disk'>,
): Promise<Response> {
  const files = filesIn(await context.req.formData(), 'mails').filter(({ size }) => size > 0);
  if (files.length === 0) return context.text(mailingsWords[standard].bounces.none, 400);
  const folder = await storeUploads(room, files);
  const from = `/${standard}/mailings`;
  let isTaken = false;
  try {
    const started = runs.start({ standard, command: 'send', argv: [`--bounces=${folder}`], from });
    isTaken = 'run' in started;
    const { id } = 'run' in started ? started.run : started.busy;
    return context.redirect(`/${standard}/run/${String(id)}${isTaken ? '' : '?busy'}`, 303);
  } finally {
    if (!isTaken) await dropUploads(folder);
  }
}
