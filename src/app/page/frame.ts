/** What stands round every screen: the head with the screens, how fresh the page is, and what runs. */
import { z } from 'zod';
import { nameOfRun } from './going-on.ts';
import { shownFault, shownFaultSchema } from './advice.ts';
import { parseDay } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { norwegianStandards } from '../../domain/written-standard.ts';
import { date } from '../../language/dates.ts';
import { pageWords } from '../../language/page/page-words.ts';
import { phrasesOf } from '../../language/phrases-of.ts';
import { screenNames } from '../../language/page/words.ts';
import { ReadyHtml } from '../../render/templates/gate.ts';
import type { PageRun } from './runs.ts';
import type { Standing } from './protocol.ts';
import { textsOf, textsSchema } from './texts.ts';

const link = z.object({ href: z.string(), text: z.string(), isHere: z.boolean(), lang: z.string() });

export const frameSchema = z.object({
  lang: z.string(),
  base: z.string(),
  title: z.string(),
  words: textsSchema(pageWords.nb.frame),
  screens: z.array(link),
  standards: z.array(link),
  /** How the register was read last, in words. */
  freshness: z.string(),
  isStale: z.boolean(),
  fault: shownFaultSchema.optional(),
  isSample: z.boolean(),
  running: z.object({ text: z.string(), href: z.string() }).optional(),
  place: z.string().optional(),
  form: z.string(),
  here: z.string(),
  /** What a window compares with what it is told. */
  number: z.number(),
  /** Whether what is shown waits for the maker. */
  isWaiting: z.boolean(),
  main: z.custom<ReadyHtml>(),
});
type FrameView = z.infer<typeof frameSchema>;

export interface Framed {
  readonly standard: NorwegianStandard;
  /** The name of the screen in the address. */
  readonly screen: string;
  /** The address without the standard before it. */
  readonly address: string;
  readonly title?: string | undefined;
  readonly html: string;
  readonly isWaiting?: boolean;
}

export interface Surroundings {
  readonly standing: Standing;
  readonly isReading: boolean;
  readonly number: number;
  readonly current: PageRun | undefined;
  readonly form: string;
  /** What all addresses begin with. */
  readonly base: string;
}

/** The view of the page around a screen. */
export function frameView(
  { standard, screen, address, title, html, isWaiting = false }: Framed,
  { standing, isReading, number, current, form, base }: Surroundings,
): FrameView {
  const words = pageWords[standard].frame;
  const { fault, isSample, place } = standing;
  return {
    lang: standard,
    base,
    title:
      title ??
      screenNames.filter((name) => name === screen).map((name) => words.screens[name])[0] ??
      'Felles',
    words: textsOf(words),
    screens: screenNames.map((name) => ({
      href: `${base}/${standard}/${name}`,
      text: words.screens[name],
      isHere: name === screen,
      lang: standard,
    })),
    standards: norwegianStandards.map((one) => ({
      href: `${base}/${one}${address}`,
      text: one === 'nb' ? 'Bokmål' : 'Nynorsk',
      isHere: one === standard,
      lang: one,
    })),
    freshness: freshnessOf(standard, standing, isReading),
    isStale: fault !== undefined,
    ...(fault === undefined ? {} : { fault: shownFault(fault[standard], standard) }),
    isSample,
    ...(current === undefined
      ? {}
      : {
          running: {
            text: words.running(nameOfRun(current, standard)),
            href: `${base}/${standard}/run/${String(current.id)}`,
          },
        }),
    ...(place === undefined ? {} : { place }),
    ...{ form, here: `/${standard}${address}`, number, isWaiting },
    main: new ReadyHtml(html),
  };
}

function freshnessOf(
  standard: NorwegianStandard,
  { time, day, fault }: Standing,
  isReading: boolean,
): string {
  const words = pageWords[standard].frame;
  if (isReading) return words.reading;
  if (time === undefined) return words.never;
  if (fault === undefined) return words.read(time);
  const on = parseDay(day ?? '');
  return words.unread(time, on && date(phrasesOf[standard], on));
}
