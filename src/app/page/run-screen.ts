/** What the page shows of a command that runs or has run. */
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { mailingsWords } from '../../language/page/mailings-words.ts';
import { choiceText, wordsOfFlag } from '../../language/page/commands/all.ts';
import { doneWords } from '../../language/page/doing-words.ts';
import { toButton } from '../../language/page/page-reader.ts';
import { pageWords } from '../../language/page/page-words.ts';
import { ReadyHtml } from '../../render/templates/gate.ts';
import { flagsOf, formAddress } from './argv.ts';
import { flagsLeftOut } from './forms/looking.ts';
import { flagsToGoOn, isSending, isTest, nameOfRun } from './going-on.ts';
import { madeIn, type PageDisk } from './made-files.ts';
import { outcomeOf } from './outcome.ts';
import type { PageRun, SaidLine } from './runs.ts';
import { saidHtml } from './said-line.ts';
import { textsOf, textsSchema } from './texts.ts';

const readyHtml = z.custom<ReadyHtml>((value) => value instanceof ReadyHtml);

export const runSchema = z.object({
  words: textsSchema(pageWords.nb.run),
  done: textsSchema(doneWords.nb),
  id: z.number(),
  heading: z.string(),
  state: z.string(),
  isRunning: z.boolean(),
  isStopping: z.boolean(),
  canStop: z.boolean(),
  kind: z.enum(['running', 'done', 'todo', 'failed']),
  /** What was asked for meanwhile was not started. */
  busy: z.string().optional(),
  progress: z.object({ gone: z.number(), total: z.number(), words: z.string() }).optional(),
  said: readyHtml.optional(),
  /** All that was said stands in `refused`. */
  isSaidAbove: z.boolean(),
  /** What is not so, or not done, with what to do about it. */
  refused: readyHtml.optional(),
  /** In which the command spoke. */
  spoken: z.enum(norwegianStandards),
  /** What a person opens for the command to go on. */
  address: z.string().optional(),
  changes: z
    .object({
      cells: z.array(z.object({ place: z.string(), was: z.string(), is: z.string() })),
      added: z.array(z.string()),
      more: z.string().optional(),
      isNothing: z.boolean(),
    })
    .optional(),
  made: z.array(z.object({ href: z.string(), name: z.string(), about: z.string() })),
  /** The mailings that it made, the newest first: a person looks at each, and sends it. */
  toSend: z.array(z.object({ href: z.string(), text: z.string() })),
  /** What a look left out. */
  next: z.array(z.string()),
  /** Of a send that was stopped, or broke off. */
  goOn: z
    .object({ command: z.string(), flags: z.array(z.object({ name: z.string(), value: z.string() })) })
    .optional(),
  /** Where it is shown what became of each recipient. */
  mailing: z.string().optional(),
  runAction: z.string(),
  stopAction: z.string(),
  here: z.string(),
  change: z.string(),
  back: z.string(),
  form: z.string(),
});
type RunView = z.infer<typeof runSchema>;

interface Shown {
  readonly standard: NorwegianStandard;
  readonly disk: PageDisk;
  /** The word that forms carry. */
  readonly form: string;
  /** Whether it is the one that runs. */
  readonly isCurrent: boolean;
  /** Something else was asked for meanwhile. */
  readonly isBusy: boolean;
}

export function runView(run: PageRun, shown: Shown): RunView {
  const { standard, form } = shown;
  const { run: words } = pageWords[standard];
  const { id, command, lines, code, progress, isStopping } = run;
  // What it has changed is known a little later than its code.
  const isRunning = code === undefined || shown.isCurrent;
  const heading = nameOfRun(run, standard);
  const address = isRunning && command === 'login' ? addressIn(lines) : undefined;
  return {
    ...{ words: textsOf(words), done: textsOf(doneWords[standard]) },
    ...{ id, heading, isRunning, isStopping, form, back: fromIn(run, standard) },
    ...outcomeOf(run, isRunning, standard),
    ...(shown.isBusy && isRunning ? { busy: words.busy(heading) } : {}),
    canStop: code === undefined && isSending(run) && !isStopping,
    // What came last may not have been told: of one that has ended, what it said tells.
    ...(progress === undefined || !isRunning ? {} : { progress: progressView(progress, standard) }),
    ...saidView(run, shown),
    ...(address === undefined ? {} : { address }),
    ...(run.changes === undefined ? {} : { changes: changesView(run.changes, words) }),
    made: madeView(run, shown),
    toSend: isRunning ? [] : toSendView(run, shown),
    next: isRunning ? [] : nextView(run, standard),
    ...(isRunning ? {} : goOnView(run, standard)),
    runAction: `/${standard}/run`,
    stopAction: `/${standard}/run/${String(id)}/stop`,
    here: `/${standard}/run/${String(id)}`,
    change: `/${standard}/${formAddress({ command, flags: { ...typedFlags(run, shown.disk), change: true } })}`,
  };
}

/** Where the person came from, for the one who looks now. */
const fromIn = ({ from }: PageRun, standard: NorwegianStandard): string =>
  from.replace(/^\/n[bn]\//u, `/${standard}/`);

function goOnView(run: PageRun, standard: NorwegianStandard): Pick<RunView, 'goOn' | 'mailing'> {
  const flags = flagsToGoOn(run);
  const isOfMailing = run.command === 'send' && !isTest(run) && /^\/n[bn]\/mailings\/./u.test(run.from);
  return {
    ...(flags === undefined
      ? {}
      : {
          goOn: {
            command: run.command,
            flags: Object.entries(flags).map(([name, value]) => ({ name, value })),
          },
        }),
    ...(isOfMailing ? { mailing: fromIn(run, standard) } : {}),
  };
}

const progressView = (
  progress: NonNullable<PageRun['progress']>,
  standard: NorwegianStandard,
): NonNullable<RunView['progress']> => ({
  ...{ gone: progress.gone, total: progress.total },
  words: mailingsWords[standard].progress(progress),
});

function saidBy({ lines, unkept, standard }: PageRun): readonly string[] {
  const texts = lines.map(({ text }) => text);
  return unkept === 0 ? texts : [pageWords[standard].run.unkept(unkept), ...texts];
}

/** What must be seen to, and the rest of what was said but for the files that are listed; all of it where there is no rest. */
function saidView(
  run: PageRun,
  { standard, disk }: Shown,
): Pick<RunView, 'spoken' | 'said' | 'isSaidAbove' | 'refused'> {
  const refused = refusedIn(run.lines);
  const refusedTexts = refused.map(({ text }) => text);
  const made = madeIn(run, disk).map(({ line }) => run.lines[line - run.unkept]);
  const rest = saidBy({
    ...run,
    lines: run.lines.filter((line) => !refused.includes(line) && !made.includes(line)),
  });
  const isSaidAbove = rest.every((text) => text.trim() === '');
  // Of a look: what its lines ask to tick was ticked, and has a button here.
  const left = writtenNext(run);
  const html = (lines: readonly string[]): ReadyHtml =>
    saidHtml(
      lines.map((line) => toButton(line, left, standard)),
      standard,
      run.command,
    );
  return {
    spoken: run.standard,
    ...(run.lines.length === 0 ? {} : { said: html(isSaidAbove ? refusedTexts : rest) }),
    isSaidAbove,
    ...(refused.length === 0 ? {} : { refused: html(refusedTexts) }),
  };
}

/** The red lines, and what is indented below each: its advice. */
function refusedIn(lines: readonly SaidLine[]): readonly SaidLine[] {
  let isBelow = false;
  return lines.filter(({ text, isRed }) => {
    isBelow = isRed || (isBelow && text.startsWith('  '));
    return isBelow;
  });
}

const addressIn = (lines: readonly SaidLine[]): string | undefined =>
  lines.find(({ text }) => /^https:\/\/\S+$/u.test(text))?.text;

function madeView(run: PageRun, { standard, disk }: Shown): RunView['made'] {
  return madeIn(run, disk).map(({ name, line, isMailing }) =>
    isMailing
      ? {
          href: `/${standard}/mailings/${encodeURIComponent(name)}`,
          name,
          about: doneWords[standard].mailing,
        }
      : {
          href: `/${standard}/run/${String(run.id)}/made/${String(line)}`,
          name,
          about: aboutFile(name, standard),
        },
  );
}

/** A send names its mailing, and makes only that to corrected addresses. */
function toSendView(run: PageRun, { standard, disk }: Shown): RunView['toSend'] {
  const { mailing, readdress } = flagsOf(run.argv);
  if (run.command === 'send' && readdress === undefined) return [];
  const own = typeof mailing === 'string' ? basename(mailing) : undefined;
  return madeIn(run, disk)
    .filter(({ name, isMailing }) => isMailing && name !== own)
    .reverse()
    .map(({ name }) => ({
      href: `/${standard}/mailings/${encodeURIComponent(name)}`,
      text: doneWords[standard].lookAt(name),
    }));
}

/** `agenda.nb.docx`: Word, bokmål. */
function aboutFile(name: string, standard: NorwegianStandard): string {
  const { written, format = '' } = /(?:\.(?<written>nb|nn))?\.(?<format>[a-z]+)$/u.exec(name)?.groups ?? {};
  return [format, ...(written === undefined ? [] : [written])]
    .map((word, index) =>
      index === 0 ? choiceText(word, standard) : choiceText(word, standard).toLowerCase(),
    )
    .join(', ');
}

/** The flags that write and that a look left out, where it could look. */
function writtenNext({ command, argv, whole, code }: PageRun): readonly string[] {
  if (whole === undefined || (code !== 0 && code !== 1)) return [];
  return flagsLeftOut(whole, argv).filter((flag) => wordsOfFlag(command, flag)?.writes !== undefined);
}

const nextView = (run: PageRun, standard: NorwegianStandard): string[] =>
  writtenNext(run).flatMap((flag) => wordsOfFlag(run.command, flag)?.writes?.[standard] ?? []);

/** What was filled in, without files: a browser lets nobody fill in those. */
const typedFlags = ({ argv, whole }: PageRun, { room }: PageDisk): ReturnType<typeof flagsOf> =>
  Object.fromEntries(
    Object.entries(flagsOf(whole ?? argv)).filter(
      ([, value]) => value === true || !dirname(value).startsWith(room),
    ),
  );

function changesView(
  { cells, added, more }: NonNullable<PageRun['changes']>,
  words: (typeof pageWords)['nb']['run'],
): NonNullable<RunView['changes']> {
  const shown = (text: string): string => (text === '' ? words.empty : text);
  return {
    cells: cells.map(({ tab, row, column, was, is }) => ({
      place: words.cell(tab, row, column),
      was: shown(was),
      is: shown(is),
    })),
    added: added.map(({ tab, rows }) => words.added(tab, rows)),
    ...(more === 0 ? {} : { more: words.moreCells(more) }),
    isNothing: cells.length === 0 && added.length === 0,
  };
}
