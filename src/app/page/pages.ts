/** Answers for screens: from the maker where it is free, else the last that was shown, else a page that waits. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { pageWords } from '../../language/page/page-words.ts';
import { screenNames } from '../../language/page/words.ts';
import { withBase } from './guard.ts';
import { frameSchema, frameView, type Framed } from './frame.ts';
import { LastUsed } from './last-used.ts';
import type { Answer, Question } from './protocol.ts';
import { madeIn, openMade } from './made-files.ts';
import { runSchema, runView } from './run-screen.ts';
import type { PageParts } from './parts.ts';
import type { PageFile } from './screen.ts';
import { shownFault } from './advice.ts';
import { faultSchema, waitSchema } from './small-screens.ts';
import { PageTemplates } from './templates.ts';
import { textsOf } from './texts.ts';

/** How long an answer waits for the maker before it is the last one that was shown. */
const PATIENCE_MS = 15;
/** The first time there is no last one. */
const FIRST_PATIENCE_MS = 1500;
/** So many screens are remembered, and so much of them: one of a large register may take megabytes. */
const MOST_KEPT = { count: 60, characters: 30_000_000 };

type Shown = Extract<Answer<'screen'>, { readonly html: string }>;

export class Pages {
  readonly #parts: PageParts;
  readonly #templates = new PageTemplates();
  /** The last good answer by address. */
  readonly #kept = new LastUsed<Shown>(MOST_KEPT, ({ html }) => html.length);
  /** Answers that were too late for their request, by address, until they come. */
  readonly #late = new Map<string, Promise<Answer<'screen'>>>();

  constructor(parts: PageParts) {
    this.#parts = parts;
  }

  async screen(context: Context, standard: NorwegianStandard): Promise<Response> {
    const screen = context.req.param('screen') ?? '';
    const url = new URL(context.req.url);
    const { base } = this.#parts.session;
    const address = `${url.pathname.slice(`${base}/${standard}`.length)}${url.search}`;
    const kept = this.#kept.get(context.req.url);
    // A window that asks again and again while the maker reads does not make it make the same again and again.
    const late = this.#parts.fresh.isReading ? this.#late.get(context.req.url) : undefined;
    const asked = late ?? this.#asked({ ask: 'screen', screen, ...this.#place(context, standard) });
    const answer = await this.#inTime(asked, kept === undefined ? FIRST_PATIENCE_MS : PATIENCE_MS);
    if (answer === undefined) {
      if (late === undefined) this.#tellWhenReady(asked, context.req.url);
      const { soon, waiting } = pageWords[standard].frame;
      const { html, title } = kept ?? this.#note(soon, waiting);
      return context.html(this.#framed({ standard, screen, address, html, title, isWaiting: true }));
    }
    if ('fault' in answer)
      return context.html(
        this.#framed({ standard, screen, address, ...this.#fault(standard, screen, answer) }),
        answer.isOurs ? 500 : 200,
      );
    this.#kept.keep(context.req.url, answer);
    return context.html(this.#framed({ standard, screen, address, html: answer.html, title: answer.title }));
  }

  /** A screen from the maker, with the addresses as the browser needs them. */
  async #asked(question: Extract<Question, { readonly ask: 'screen' }>): Promise<Answer<'screen'>> {
    const answer = await this.#parts.maker.ask(question);
    return 'html' in answer ? { ...answer, html: withBase(answer.html, this.#parts.session) } : answer;
  }

  /** Undefined where the maker reads and has not answered in time; it may begin to read after it was asked. */
  async #inTime<Value>(asked: Promise<Value>, patience: number): Promise<Value | undefined> {
    const late = new AbortController();
    const outOfPatience = async (): Promise<undefined> => {
      for (let waited = 0; waited < patience && !late.signal.aborted;) {
        await pause(PATIENCE_MS);
        waited = this.#parts.fresh.isReading ? waited + PATIENCE_MS : 0;
      }
    };
    try {
      return await Promise.race([asked, outOfPatience()]);
    } finally {
      late.abort();
    }
  }

  /** A screen that came too late for its request is kept, and the windows ask again. */
  #tellWhenReady(asked: Promise<Answer<'screen'>>, url: string): void {
    this.#late.set(url, asked);
    const forget = (): void => {
      if (this.#late.get(url) === asked) this.#late.delete(url);
    };
    asked.then(forget, forget);
    asked.then(
      (answer) => {
        if ('html' in answer) this.#kept.keep(url, answer);
        this.#parts.fresh.changed();
      },
      () => undefined,
    );
  }

  #place(
    context: Context,
    standard: NorwegianStandard,
  ): { standard: NorwegianStandard; path: string[]; query: Record<string, string>; form: string } {
    const path = (context.req.param('path') ?? '').split('/').filter((part) => part !== '');
    return { standard, path, query: context.req.query(), form: this.#parts.session.form };
  }

  /** A file, or the page that says why there is none. */
  async file(context: Context, standard: NorwegianStandard): Promise<PageFile | Response> {
    const screen = context.req.param('screen') ?? '';
    const answer = await this.#parts.maker.ask({ ask: 'file', screen, ...this.#place(context, standard) });
    if ('bytes' in answer) return answer;
    const fault = this.#fault(standard, screen, answer);
    const page = this.#framed({ standard, screen, address: `/${screen}`, ...fault });
    return context.html(page, answer.isOurs ? 500 : 404);
  }

  /** What a form of a screen asks for. False where there is no such thing. */
  async act(
    context: Context,
    standard: NorwegianStandard,
    fields: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    const screen = context.req.param('screen') ?? '';
    const answer = await this.#parts.maker.ask({
      ...{ ask: 'act', screen, fields },
      ...this.#place(context, standard),
    });
    if ('fault' in answer) return false;
    this.#parts.fresh.changed();
    return true;
  }

  run(context: Context, standard: NorwegianStandard, id: number): Response | Promise<Response> {
    const { runs, session, disk } = this.#parts;
    const run = runs.find(id);
    const address = `/run/${String(id)}`;
    if (run === undefined) {
      const { frame, run: words } = pageWords[standard];
      const note = this.#note(frame.missing, words.gone);
      return context.html(this.#framed({ standard, screen: '', address, ...note }), 404);
    }
    const view = runView(run, {
      ...{ standard, disk, form: session.form },
      isCurrent: runs.current === run,
      isBusy: context.req.query('busy') !== undefined,
    });
    const html = this.#filled('run', runSchema, view);
    return context.html(this.#framed({ standard, screen: 'doing', address, html, title: view.heading }));
  }

  /** A file that a run has made, by the line that named it. Undefined where there is none. */
  async made(id: number, line: number): Promise<PageFile | undefined> {
    const { runs, disk } = this.#parts;
    const run = runs.find(id);
    const file = run && madeIn(run, disk).find((one) => one.line === line);
    return file === undefined || file.isMailing ? undefined : openMade(file);
  }

  /** Templates may have changed. */
  forget(): void {
    this.#templates.forget();
  }

  #framed(framed: Framed): string {
    const { fresh, runs, session } = this.#parts;
    const { standing, isReading, number } = fresh;
    const around = { standing, isReading, number, current: runs.current, ...session };
    return this.#templates.fill('frame', frameSchema, frameView(framed, around));
  }

  #filled<View extends object>(name: string, schema: z.ZodType<View>, view: View): string {
    return withBase(this.#templates.fill(name, schema, view), this.#parts.session);
  }

  /** What an address shows that leads nowhere. */
  missing(standard: NorwegianStandard): string {
    const { missing, missingPage } = pageWords[standard].frame;
    return this.#framed({ standard, screen: '', address: '/today', ...this.#note(missing, missingPage) });
  }

  #note(heading: string, text: string): { readonly html: string; readonly title: string } {
    return { html: this.#filled('wait', waitSchema, { heading, text }), title: heading };
  }

  #fault(
    standard: NorwegianStandard,
    screen: string,
    { fault, isOurs }: Extract<Answer<'screen'>, { readonly fault: object }>,
  ): { readonly html: string; readonly title: string } {
    const { frame } = pageWords[standard];
    const name = screenNames.find((one) => one === screen) ?? 'today';
    const home = { href: `/${standard}/${name}`, text: frame.screens[name] };
    const shown = { fault: shownFault(fault, standard), isOurs, home, words: textsOf(frame) };
    return { html: this.#filled('fault', faultSchema, shown), title: frame.cannotShow };
  }

  /** What is shown where Felles itself is at fault. It holds no secret: a stack names only our files. */
  broken(error: Error): string {
    const fault = { message: error.stack ?? error.message, advice: '' };
    return this.#framed({
      ...{ standard: 'nb', screen: '', address: '/today' },
      ...this.#fault('nb', 'today', { fault, isOurs: true }),
    });
  }
}
