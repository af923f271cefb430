/** Mail that came back, as files that a person chose or dropped: kept in the room of this run, and read by the command `send`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { mailingsWords } from '../../language/page/mailings-words.ts';
import type { Runs } from './runs.ts';

/** Of all that a form carries. */
const MOST_BYTES = 50_000_000;

const standardIn = (context: Context): NorwegianStandard =>
  norwegianStandards.find((one) => one === context.req.param('standard')) ?? 'nb';

/** Refuses more than that before it is read into memory. */
export const limitUpload: MiddlewareHandler = bodyLimit({
  maxSize: MOST_BYTES,
  onError: (context) => {
    const standard = norwegianStandards.find((one) => context.req.path.startsWith(`/${one}/`)) ?? 'nb';
    return context.text(mailingsWords[standard].bounces.tooLarge, 413);
  },
});

/** The ending by which the reader of returned mail tells one message from a box of them; no other is kept. */
const endingOf = (name: string): string =>
  /\.(?:eml|emlx|mbox|msg|pst|zip)$/iu.exec(name)?.[0].toLowerCase() ?? '';

/** Saves the files under numbers: their own names are nobody's paths. Undefined where nothing came. */
async function saved(files: readonly File[], room: string): Promise<string | undefined> {
  if (files.length === 0) return undefined;
  const folder = await mkdtemp(join(room, 'returned-'));
  for (const [index, file] of files.entries())
    await writeFile(
      join(folder, `${String(index + 1).padStart(4, '0')}${endingOf(file.name)}`),
      new Uint8Array(await file.arrayBuffer()),
    );
  return folder;
}

export async function bouncesAsked(context: Context, runs: Runs, room: string): Promise<Response> {
  const standard = standardIn(context);
  const body = await context.req.parseBody({ all: true });
  const given = [body['mails'] ?? []].flat();
  const files = given.filter((one): one is File => one instanceof File && one.size > 0);
  const folder = await saved(files, room);
  if (folder === undefined) return context.text(mailingsWords[standard].bounces.none, 400);
  const from = `/${standard}/mailings`;
  const started = runs.start({ command: 'send', argv: [`--bounces=${folder}`], from });
  if ('run' in started) return context.redirect(`/${standard}/run/${String(started.run.id)}`, 303);
  await rm(folder, { recursive: true, force: true });
  return context.redirect(`/${standard}/run/${String(started.busy.id)}?busy`, 303);
}
