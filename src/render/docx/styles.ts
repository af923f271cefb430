/** The look of a .docx paper: the same order, sizes and colours as templates/styles.css gives HTML. */
import type { ILevelsOptions, INumberingOptions, IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { WrittenStandard } from '../../domain/written-standard.ts';

/** Twentieths of a point, the unit of .docx, from millimetres. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** A4 with its margins, and the column for the names of things. */
export const page = {
  width: twips(210),
  height: twips(297),
  margin: {
    top: twips(15),
    right: twips(20),
    bottom: twips(17),
    left: twips(20),
    header: twips(9),
    footer: twips(10),
  },
  /** The distance of the text from the names, to the right. */
  text: twips(37),
  /** From margin to margin. */
  full: twips(210 - 20 - 20),
} as const;

export const colours = {
  ink: '17201D',
  quiet: '54605B',
  accent: '0B5C4E',
  line: 'CFD8D3',
  faint: 'F1F5F2',
} as const;

export const languageTags: Readonly<Record<WrittenStandard, string>> = {
  nb: 'nb-NO',
  nn: 'nn-NO',
  en: 'en-GB',
};

/** Installed with Word and replaced by Liberation Sans, of the same widths, where LibreOffice opens the paper. */
const font = 'Arial';

/** Space before and after in twentieths of a point, and the height of a line in 240ths of what the font asks for. */
const spacing = (before: number, after: number, line = 258) =>
  ({ before, after, line, lineRule: 'auto' }) as const;

const rule = (color: string, size: number, space: number) =>
  ({ style: 'single', color, size, space }) as const;

/**
 * A line above each fact, and one below the last. Word and LibreOffice draw one frame around neighbours with equal lines,
 * so every second line has another colour, by a shade that nobody sees.
 */
export function factBorders(index: number, isLast: boolean) {
  const top = rule(index % 2 === 0 ? colours.line : 'CFD8D4', 4, 4);
  return isLast ? { top, bottom: rule(colours.line, 4, 4) } : { top };
}

const headings: NonNullable<IStylesOptions['default']> = {
  heading1: {
    run: { size: 40, bold: true, color: colours.ink, characterSpacing: -10 },
    paragraph: {
      spacing: spacing(0, 280, 252),
      outlineLevel: 0,
      keepNext: true,
      keepLines: true,
    },
  },
  heading2: {
    run: { size: 28, bold: true, color: colours.ink },
    paragraph: {
      spacing: spacing(280, 100, 252),
      border: { top: rule(colours.ink, 12, 6) },
      outlineLevel: 1,
      keepNext: true,
      keepLines: true,
    },
  },
  heading3: {
    run: { size: 23, bold: true, color: colours.ink },
    paragraph: {
      spacing: spacing(220, 20, 252),
      indent: { left: page.text, hanging: page.text },
      outlineLevel: 2,
      keepNext: true,
      keepLines: true,
    },
  },
  heading4: {
    run: { size: 21, bold: true, color: colours.ink },
    paragraph: {
      spacing: spacing(200, 40, 264),
      indent: { left: page.text },
      outlineLevel: 3,
      keepNext: true,
      keepLines: true,
    },
  },
};

/** The distance of a note's text from the margin. */
const noteIndent = page.text + 160;

const paragraphStyles: readonly IParagraphStyleOptions[] = [
  { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: colours.quiet } },
  { id: 'Body', name: 'Body', basedOn: 'Normal', paragraph: { indent: { left: page.text } } },
  {
    id: 'Kicker',
    name: 'Kicker',
    basedOn: 'Normal',
    run: { bold: true, color: colours.accent },
    paragraph: { spacing: spacing(0, 120), keepNext: true },
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    run: { bold: true, color: colours.accent },
    paragraph: { spacing: spacing(0, 240), keepNext: true },
  },
  {
    id: 'Byline',
    name: 'Byline',
    basedOn: 'Body',
    run: { size: 18, color: colours.quiet },
    paragraph: { spacing: spacing(0, 80), indent: { left: page.text }, keepNext: true },
  },
  {
    id: 'Fact',
    name: 'Fact',
    basedOn: 'Normal',
    paragraph: {
      spacing: spacing(0, 30),
      indent: { left: page.text, hanging: page.text },
      keepLines: true,
    },
  },
  {
    id: 'Note',
    name: 'Note',
    basedOn: 'Body',
    paragraph: {
      spacing: spacing(80, 100),
      indent: { left: noteIndent, right: 120 },
      // The faint lines above and below are the space around the words.
      border: {
        top: rule(colours.faint, 40, 0),
        bottom: rule(colours.faint, 40, 0),
        left: rule(colours.accent, 24, 8),
      },
      shading: { type: 'clear', fill: colours.faint },
      keepLines: true,
    },
  },
  {
    id: 'Figure',
    name: 'Figure',
    basedOn: 'Normal',
    paragraph: { spacing: spacing(80, 60, 240), alignment: 'center', keepNext: true },
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    run: { size: 18, color: colours.quiet },
    paragraph: { spacing: spacing(0, 200, 264), keepLines: true },
  },
  { id: 'TableText', name: 'Table Text', basedOn: 'Normal', paragraph: { spacing: spacing(30, 30, 246) } },
  {
    id: 'TableHead',
    name: 'Table Head',
    basedOn: 'TableText',
    run: { size: 18, color: colours.quiet },
    paragraph: { spacing: spacing(30, 30, 246), keepNext: true },
  },
];

/** The styles of a paper in this written standard. */
export function docxStyles(standard: WrittenStandard): IStylesOptions {
  return {
    default: {
      document: {
        run: { font, size: 19, color: colours.ink, language: { value: languageTags[standard] } },
        paragraph: { spacing: spacing(0, 90) },
      },
      hyperlink: { run: { color: colours.accent, underline: { type: 'single' } } },
      ...headings,
    },
    paragraphStyles: [...paragraphStyles],
  };
}

/** The distance of a list item's text from the margin; `depth` is 0 for the outermost list. */
export const listIndent = (depth: number): number => page.text + twips(6) * (depth + 1);

/**
 * An item in a note, as part of its box: Word and LibreOffice draw the frame of a paragraph around what hangs, so the line to the
 * left goes on where the bullet of the outermost list begins.
 */
export const noteItem = (depth: number) =>
  ({
    style: 'Note',
    indent: {
      left: noteIndent + twips(6) * (depth + 1),
      hanging: twips(6) * (depth + 1),
      right: 120,
    },
  }) as const;

function levels(format: 'bullet' | 'decimal', start: number): readonly ILevelsOptions[] {
  const bullets = ['•', '–', '•', '–'];
  return bullets.map((bullet, level) => ({
    level,
    format,
    text: format === 'bullet' ? bullet : `%${level + 1}.`,
    alignment: 'left',
    start: level === 0 ? start : 1,
    style: {
      paragraph: { indent: { left: listIndent(level), hanging: twips(6) } },
      run: { color: colours.quiet },
    },
  }));
}

/** The kinds of list: bullets, and one kind of numbers for each number that a list begins with. */
export function docxNumbering(starts: readonly number[]): INumberingOptions {
  const numbers = [...new Set(starts)].map((start) => ({
    reference: numbersFrom(start),
    levels: levels('decimal', start),
  }));
  return { config: [{ reference: 'bullets', levels: levels('bullet', 1) }, ...numbers] };
}

export const numbersFrom = (start: number): string => `numbers-${start}`;
