/** What a mailing looks like: in an inbox, as HTML at several widths, as text, and what is attached. */
import { z } from 'zod';
import { parseWallTime } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { announcementWords } from '../../../language/announcements/word-audience.ts';
import { longTime } from '../../../language/dates.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import type { Mailing } from '../../../delivery/mailing.ts';
import { calendarTraits } from '../../mailings/mailing-traits.ts';
import type { Scene } from '../screen.ts';
import { eventLines } from './event-lines.ts';
import type { MadeMailing, OpenedMailing } from './made.ts';

const choice = z.object({ href: z.string(), text: z.string(), isHere: z.boolean() });
const file = z.object({ href: z.string(), name: z.string(), what: z.string() });

export const lookSchema = z.object({
  letters: z.array(
    z.object({
      lang: z.string(),
      to: z.string(),
      sender: z.string(),
      address: z.string(),
      subject: z.string(),
      preheader: z.string(),
      text: z.string(),
      textOf: z.string(),
    }),
  ),
  answers: z.string(),
  frame: z.object({ src: z.string(), title: z.string(), look: z.string(), lang: z.string() }),
  choices: z.array(z.object({ label: z.string(), options: z.array(choice) })),
  events: z.array(
    z.object({ file, lang: z.string(), summary: z.string(), facts: z.array(z.string()), place: z.string() }),
  ),
  messages: z.array(file),
  others: z.array(file),
});
type View = z.infer<typeof lookSchema>;

const widths = [320, 600, 1200] as const;
const schemes = ['light', 'dark'] as const;

/** How the frame is looked at, from the address. */
interface Look {
  readonly letter: NorwegianStandard;
  readonly width: (typeof widths)[number];
  readonly scheme: (typeof schemes)[number];
}

function lookOf({ query, standard }: Scene, { letters }: Mailing): Look {
  const written = letters.map((one) => one.standard);
  const asked = written.find((one) => one === query['letter']) ?? written.find((one) => one === standard);
  return {
    letter: asked ?? written[0] ?? standard,
    width: widths.find((one) => String(one) === query['width']) ?? 600,
    scheme: schemes.find((one) => one === query['scheme']) ?? 'light',
  };
}

/** The address of a file of a mailing. */
const fileAddress = ({ standard }: Scene, { name }: MadeMailing, kept: string): string =>
  `/${standard}/file/mailings/${encodeURIComponent(name)}/${kept}`;

/** The other ways to look at the frame, as links. */
function choicesOf(scene: Scene, { name, mailing }: MadeMailing, look: Look): View['choices'] {
  const { standard } = scene;
  const words = mailingsWords[standard].look;
  const to = (other: Partial<Look>): string => {
    const { letter, width, scheme } = { ...look, ...other };
    const query = new URLSearchParams({ letter, width: String(width), scheme }).toString();
    return `/${standard}/mailings/${encodeURIComponent(name)}?${query}#look`;
  };
  const { standards } = announcementWords[standard];
  const letters = mailing.letters.map(({ standard: letter }) => ({
    ...{ href: to({ letter }), text: standards[letter], isHere: letter === look.letter },
  }));
  return [
    ...(letters.length < 2 ? [] : [{ label: words.letters, options: letters }]),
    {
      label: words.width,
      options: widths.map((width) => ({
        ...{ href: to({ width }), text: words.pixels(width), isHere: width === look.width },
      })),
    },
    {
      label: words.scheme,
      options: schemes.map((scheme) => ({
        ...{ href: to({ scheme }), text: words.schemes[scheme], isHere: scheme === look.scheme },
      })),
    },
  ];
}

/** The invitation as its facts: a calendar shows the same. */
function eventsOf(scene: Scene, made: OpenedMailing): View['events'] {
  const { standard } = scene;
  const { look: words } = mailingsWords[standard];
  const { mailing } = made;
  const [start, end] = [mailing.activity.start, mailing.activity.end].map((time) =>
    parseWallTime(time ?? ''),
  );
  const events: View['events'] = [];
  for (const { standard: letter, calendar } of mailing.letters) {
    if (calendar === undefined) continue;
    const { method, sequence, file: kept } = calendar;
    const { filename } = calendarTraits(mailing.kind, method);
    const lines = eventLines(textIn(made, kept));
    events.push({
      file: {
        href: fileAddress(scene, made, kept),
        name: filename,
        what: announcementWords[standard].standards[letter],
      },
      lang: letter,
      summary: lines.summary,
      place: lines.location,
      facts: [
        ...(start === undefined ? [] : [longTime(phrasesOf[standard], start, end)]),
        words.methods[method],
        words.sequence(sequence),
      ],
    });
  }
  return events;
}

const textIn = ({ files }: OpenedMailing, name: string): string => new TextDecoder().decode(files.get(name));

export function lookView(scene: Scene, made: OpenedMailing): View {
  const { standard } = scene;
  const { mailing } = made;
  const { look: words } = mailingsWords[standard];
  const { standards } = announcementWords[standard];
  const look = lookOf(scene, mailing);
  const letters: View['letters'] = [];
  for (const { standard: letter, subject, preheader, text } of mailing.letters) {
    const count = mailing.recipients.filter((one) => one.standard === letter).length;
    letters.push({
      ...{ lang: letter, subject, preheader, text: textIn(made, text) },
      to: words.to(count, standards[letter]),
      textOf: words.textOf(standards[letter]),
      sender: mailing.sender.name,
      address: mailing.sender.address,
    });
  }
  const shown = mailing.letters.find((one) => one.standard === look.letter);
  const parts = new Set(mailing.letters.flatMap(({ html, text, calendar }) => [html, text, calendar?.file]));
  const isPreview = (name: string): boolean => name.startsWith('preview.');
  const asFile = (name: string, what: string): View['others'][number] => ({
    ...{ href: fileAddress(scene, made, name), name, what },
  });
  return {
    letters,
    answers: mailing.replyTo,
    frame: {
      src: fileAddress(scene, made, shown?.html ?? ''),
      title: words.htmlOf(standards[look.letter]),
      look: `w${String(look.width)} ${look.scheme}`,
      lang: look.letter,
    },
    choices: choicesOf(scene, made, look),
    events: eventsOf(scene, made),
    messages: mailing.letters.map(({ standard: letter }) =>
      asFile(`preview.${letter}.eml`, words.wholeMessage(standards[letter])),
    ),
    others: mailing.files
      .filter(({ name }) => !parts.has(name) && !isPreview(name))
      .map(({ name }) => asFile(name, '')),
  };
}
