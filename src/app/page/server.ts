/** The addresses of the page: what each shows or starts. Who may ask is in guard.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { getPath } from 'hono/utils/url';
import { UserError } from '../../domain/user-error.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { doingWords } from '../../language/page/doing-words.ts';
import { pageWords } from '../../language/page/page-words.ts';
import { drawingRules } from '../../render/svg/print-look.ts';
import { bouncesAsked } from './bounces.ts';
import { guard, isSame, paperPolicy, pathBelow, requireLength, secureHeaders } from './guard.ts';
import { Pages } from './pages.ts';
import type { PageParts } from './parts.ts';
import type { PageFile } from './screen.ts';
import { ownAddress, startAsked, textFields } from './start-asked.ts';
import { pageFolder } from './templates.ts';
import { MOST_UPLOADED_BYTES } from './uploads.ts';

const scripts = fileURLToPath(new URL('./browser/', import.meta.url));

/** Now and then, so that both ends see that the line holds. An event, since a window is not told of comments. */
const HERE_MS = 15_000;
const HERE = 'event: here\ndata:\n\n';

const standardIn = (context: Context): NorwegianStandard | undefined =>
  norwegianStandards.find((one) => one === context.req.param('standard'));

/** What a browser that was not let in reads. */
const refused = [
  'Åpne adressen som står i terminalen der «npm start» kjører.',
  'Opne adressa som står i terminalen der «npm start» køyrer.',
  'Open the address that «npm start» has printed in its terminal.',
  '',
].join('\n');

export function createPage(parts: PageParts): Hono {
  const { session, port, events } = parts;
  // What is outside the base is refused by the guard.
  const app = new Hono({ getPath: (request) => pathBelow(getPath(request), session) ?? '/' });
  app.use(secureHeaders);
  app.use(guard(session, port, refused));
  app.use(requireLength);
  const pages = new Pages(parts);
  parts.fresh.onTemplates = () => {
    pages.forget();
  };
  app.get('/', (context) => {
    const kept = norwegianStandards.find((one) => one === getCookie(context, 'felles-standard'));
    return context.redirect(`/${kept ?? 'nb'}/today`, 302);
  });
  addAssets(app);
  app.get('/events', (context) => streamEvents(context, events));
  addWrites(app, parts, pages);
  addScreens(app, pages);
  app.onError((error, context) => broken(error, context, pages));
  app.notFound((context) => {
    const { method, path } = context.req;
    if (method !== 'GET' || !/^\/n[bn](?:\/|$)/u.test(path)) return context.text('404', 404);
    return context.html(pages.missing(path.startsWith('/nn') ? 'nn' : 'nb'), 404);
  });
  return app;
}

/** A fault of Felles, in the page, or as it is where the page itself cannot be laid out. */
function broken(error: Error, context: Context, pages: Pages): Response {
  try {
    return context.html(pages.broken(error), 500);
  } catch (cause) {
    const text =
      cause instanceof UserError ? `${cause.message}\n${cause.advice}` : (error.stack ?? error.message);
    return context.text(`${text}\n`, 500);
  }
}

/** Nothing is served from the disk but the styles and the scripts of the page, by the names that are there. */
function addAssets(app: Hono): void {
  app.get('/page.css', (context) => {
    const files = readdirSync(pageFolder).filter((file) => file.endsWith('.css'));
    context.header('Content-Type', 'text/css; charset=utf-8');
    // The styles of all screens first, then those of each.
    const sorted = files.toSorted((one, other) => Number(other === 'page.css') - Number(one === 'page.css'));
    const own = sorted.map((file) => readFileSync(join(pageFolder, file), 'utf8'));
    // Drawings look as in the papers.
    const drawings = drawingRules(readFileSync(join(pageFolder, '../styles.css'), 'utf8'));
    return context.body([drawings, ...own].join('\n'));
  });
  app.get('/browser/:file', (context) => {
    const files = readdirSync(scripts).filter((name) => name.endsWith('.js'));
    const file = files.find((name) => name === context.req.param('file'));
    if (file === undefined) return context.text('404', 404);
    context.header('Content-Type', 'text/javascript; charset=utf-8');
    return context.body(readFileSync(join(scripts, file), 'utf8'));
  });
}

/** Server-sent events (HTML standard, 9.2). */
function streamEvents(context: Context, events: PageParts['events']): Response {
  context.header('Content-Type', 'text/event-stream');
  if (context.req.method === 'HEAD') return context.body(null);
  return streamSSE(context, (stream) => {
    const write = (text: string): void => {
      stream.write(text).catch(() => undefined);
    };
    const leave = events.listen((event) => {
      write(`data: ${JSON.stringify(event)}\n\n`);
    });
    const here = setInterval(write, HERE_MS, HERE);
    write(HERE);
    return new Promise((resolve) => {
      stream.onAbort(() => {
        leave();
        clearInterval(here);
        resolve();
      });
    });
  });
}

/** Requests that start something. Each carries the word of the page's own forms. */
function addWrites(app: Hono, parts: PageParts, pages: Pages): void {
  const { session, fresh, runs } = parts;
  app.post('*', bodyLimit({ maxSize: MOST_UPLOADED_BYTES, onError: tooLarge }));
  app.post('*', async (context, next) => {
    const body = await context.req.parseBody();
    const form = body['form'];
    if (!isSame(typeof form === 'string' ? form : undefined, session.form)) return context.text(refused, 403);
    return next();
  });
  app.post('/:standard/read', (context) => {
    fresh.read().catch(() => undefined);
    return backTo(context);
  });
  app.post('/:standard/run/:id/stop', (context) => {
    const id = Number(context.req.param('id'));
    runs.stop(id);
    return context.redirect(`/${standardIn(context) ?? 'nb'}/run/${String(id)}`, 303);
  });
  app.post('/:standard/act/:screen/:path{.*}?', async (context) => {
    const fields = textFields(await context.req.parseBody());
    const isDone = await pages.act(context, standardIn(context) ?? 'nb', fields);
    return isDone ? backTo(context) : context.text('404', 404);
  });
  app.post('/:standard/bounces', (context) => bouncesAsked(context, standardIn(context) ?? 'nb', parts));
  app.post('/:standard/run', (context) => startAsked(context, standardIn(context) ?? 'nb', parts));
}

const tooLarge = (context: Context): Response =>
  context.text(doingWords[context.req.path.startsWith('/nn/') ? 'nn' : 'nb'].tooLarge, 413);

/** To where the form stood. */
async function backTo(context: Context): Promise<Response> {
  const { from } = await context.req.parseBody();
  return context.redirect(ownAddress(typeof from === 'string' ? from : ''), 303);
}

/** A file to be shown without being able to do anything, or to be saved under its name. */
function answerFile(context: Context, file: PageFile | undefined): Response {
  if (file === undefined) return context.text(pageWords[standardIn(context) ?? 'nb'].run.gone, 404);
  context.header('Content-Type', file.type);
  if (file.name === undefined) context.header('Content-Security-Policy', paperPolicy);
  else context.header('Content-Disposition', `attachment; filename="${file.name.replace(/[^\w.-]/gu, '-')}"`);
  return context.body(new Uint8Array(file.bytes));
}

function addScreens(app: Hono, pages: Pages): void {
  app.get('/:standard/run/:id', (context, next) => {
    const standard = standardIn(context);
    return standard === undefined ? next() : pages.run(context, standard, Number(context.req.param('id')));
  });
  app.get('/:standard/run/:id/made/:line', async (context, next) => {
    const standard = standardIn(context);
    if (standard === undefined) return next();
    return answerFile(
      context,
      await pages.made(Number(context.req.param('id')), Number(context.req.param('line'))),
    );
  });
  app.get('/:standard/file/:screen/:path{.*}', async (context, next) => {
    const standard = standardIn(context);
    if (standard === undefined) return next();
    const file = await pages.file(context, standard);
    return file instanceof Response ? file : answerFile(context, file);
  });
  app.get('/:standard/:screen/:path{.*}?', (context, next) => {
    const standard = standardIn(context);
    if (standard === undefined) return next();
    setCookie(context, 'felles-standard', standard, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 34_560_000,
    });
    return pages.screen(context, standard);
  });
}
