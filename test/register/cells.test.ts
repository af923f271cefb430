import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem, type ProblemCode, type Level } from '../../src/domain/problem.ts';
import { addDays, dayFrom, dayParts, isoWeekday, toSerial, type Day } from '../../src/domain/time.ts';
import type { Cell } from '../../src/domain/workbook.ts';
import type { CellParser, Report } from '../../src/register/cells/cell-parser.ts';
import { choiceCell, numberCell, wordsCell, yesNoCell } from '../../src/register/cells/choice.ts';
import { wordProblem } from '../../src/language/problems/word-problem.ts';
import { parseEmail } from '../../src/domain/email-address.ts';
import { normaliseId } from '../../src/domain/id.ts';
import { nextIds } from '../../src/register/cells/id.ts';
import { parseLink } from '../../src/register/cells/link.ts';
import { lineOfText, linesOfText } from '../../src/register/cells/text.ts';
import { dayCell, onDay, whenCell } from '../../src/register/cells/when.ts';
import { activityTypes } from '../../src/register/lists.ts';
import { shown } from '../../src/register/shown.ts';
import type { Tab } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';
import { anyCodeUnits } from '../support/any-text.ts';

interface Outcome {
  readonly value: unknown;
  readonly problems: readonly (readonly [ProblemCode, Level])[];
}

function parse(parser: CellParser<unknown>, cell: Cell): Outcome {
  const problems: [ProblemCode, Level][] = [];
  const report: Report = (code, level) => void problems.push([code, level]);
  return { value: parser(cell, report), problems };
}

/** Either a value and no error, or none and somebody is told: by an error, or where the row is needed all the same, a warning. */
function expectValueOrProblem({ value, problems }: Outcome): void {
  const levels = problems.map(([, level]) => level);
  if (value === undefined) expect(levels).toContainEqual(expect.stringMatching(/^(?:error|warning)$/u));
  else expect(levels).not.toContain('error');
}

/** Any text that a cell may hold: letters, digits, emoji, control characters, halves of pairs, long runs. */
const anyText = fc.oneof(
  anyCodeUnits,
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[\d .:/\-a-zæøå,@]{0,40}$/u),
  fc
    .array(
      fc.constantFrom('\uD83D', '\u202E', '\u200D', '👩', '\r\n', ' ', 'kl', '12', '.', '2026', '@', 'x'),
    )
    .map((parts) => parts.join('')),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  anyText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.record({ value: fc.oneof(anyText, fc.double(), fc.boolean()), isDate: fc.constant(true as const) }),
  fc.record({ value: fc.oneof(anyText, fc.double()), formula: anyText }),
);

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days): Day => {
  const first = dayFrom(2000, 1, 1);
  if (first === undefined) throw new Error('no such day');
  return addDays(first, days);
});

const columns = Object.values<Tab>(tabs).flatMap((tab) =>
  Object.values(tab.columns).map((column) => [`${tab.name}, ${column.heading}`, column.parse] as const),
);

describe('every column', () => {
  it.each(columns)('%s: any cell gives a value or a problem, and never throws', (_, parser) => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        expectValueOrProblem(parse(parser, cell));
      }),
      { numRuns: 60 },
    );
  });

  it.each(columns)('%s: the longest cell there can be costs little', (_, parser) => {
    for (const filler of [' ', '\u200B', 'a', 'a.', '1', ' \n', '@', '-']) {
      // A parser that goes back over the text for each letter takes minutes, and the test runs out of time.
      expectValueOrProblem(parse(parser, `x${filler.repeat(50_000 / filler.length)}x`));
    }
  });
});

const two = (number: number): string => String(number).padStart(2, '0');
const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const ukedager = ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'];

const forms: Readonly<Record<string, (year: number, month: number, day: number, weekday: number) => string>> =
  {
    dotted: (year, month, day) => `${two(day)}.${two(month)}.${String(year)}`,
    'dotted, short': (year, month, day) => `${String(day)}.${String(month)}.${String(year)}`,
    'dotted, with spaces': (year, month, day) => `${String(day)}. ${String(month)}. ${String(year)}`,
    ISO: (year, month, day) => `${String(year)}-${two(month)}-${two(day)}`,
    words: (year, month, day) => `${String(day)}. ${months[month - 1] ?? ''} ${String(year)}`,
    'words, loud': (year, month, day) =>
      `${String(day)}. ${months[month - 1] ?? ''} ${String(year)}`.toUpperCase(),
    'a short month': (year, month, day) =>
      `${String(day)}. ${(months[month - 1] ?? '').slice(0, 3)}. ${String(year)}`,
    bokmål: (year, month, day, weekday) =>
      `${weekdays[weekday - 1] ?? ''} ${String(day)}. ${months[month - 1] ?? ''} ${String(year)}`,
    nynorsk: (year, month, day, weekday) =>
      `${ukedager[weekday - 1] ?? ''} den ${String(day)}. ${months[month - 1] ?? ''} ${String(year)}`,
    'a short weekday': (year, month, day, weekday) =>
      `${(weekdays[weekday - 1] ?? '').slice(0, 3)}. ${String(day)}.${String(month)}.${String(year)}`,
    habit: (year, month, day) => `${String(day)}/${String(month)}-${String(year)}`,
  };

describe('dates', () => {
  it.each(Object.entries(forms))('are read in every form: %s', (_, form) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = dayParts(day);
        expect(parse(dayCell, form(year, month, date, isoWeekday(day))).value).toBe(day);
      }),
    );
  });

  it('are read as serial numbers', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parse(dayCell, { value: toSerial(day), isDate: true })).toEqual({ value: day, problems: [] });
      }),
    );
  });

  it('with slashes are one day or an error, never a guess', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = dayParts(day);
        const { value, problems } = parse(dayCell, `${String(date)}/${String(month)}/${String(year)}`);
        const canBeAmerican = date <= 12 && date !== month;
        expect(value).toBe(canBeAmerican ? undefined : day);
        expect(problems).toEqual([canBeAmerican ? ['date-two-ways', 'error'] : ['date-read-as', 'info']]);
      }),
    );
  });

  it('with the wrong weekday are none', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 6 }), (day, off) => {
        const { year, month, day: date } = dayParts(day);
        const weekday = weekdays[(isoWeekday(day) - 1 + off) % 7] ?? '';
        const { value, problems } = parse(
          dayCell,
          `${weekday} ${String(date)}.${String(month)}.${String(year)}`,
        );
        expect([value, problems]).toEqual([undefined, [['date-weekday', 'error']]]);
      }),
    );
  });

  const clocks: readonly ((hours: number, minutes: number) => string)[] = [
    (hours, minutes) => `${two(hours)}:${two(minutes)}`,
    (hours, minutes) => `kl. ${String(hours)}.${two(minutes)}`,
    (hours, minutes) => `kl${two(hours)}.${two(minutes)}`,
    (hours, minutes) => `${two(hours)}${two(minutes)}`,
  ];

  it('take a time of day in every form', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 3, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom(...clocks),
        (day, hours, minutes, clock) => {
          const { year, month, day: date } = dayParts(day);
          const text = `${two(date)}.${two(month)}.${String(year)} ${clock(hours, minutes)}`;
          expect(parse(whenCell, text)).toEqual({
            value: { precision: 'time', first: day, last: day, time: `${day}T${two(hours)}:${two(minutes)}` },
            problems: [],
          });
        },
      ),
    );
  });

  it('take a time of day from another cell, and decide the clock changes there too', () => {
    const change = dayFrom(2026, 3, 29);
    if (change === undefined) throw new Error('no such day');
    const problems: ProblemCode[] = [];
    const report: Report = (code) => void problems.push(code);
    expect(onDay(change, { minutes: 150 }, report)).toBeUndefined();
    expect(onDay(change, { minutes: 180 }, report)?.time).toBe('2026-03-29T03:00');
    expect(problems).toEqual(['time-skipped']);
  });
});

describe('the advice about a time', () => {
  const columnsOfTimes = Object.values<Tab>(tabs).flatMap((tab) =>
    tab.owner === 'machine'
      ? []
      : Object.values(tab.columns)
          .filter(({ format }) => format === 'date' || format === 'dateTime')
          .map(({ heading, parse: parser }) => ({ name: `${tab.name}, ${heading}`, parser })),
  );
  const badTimes = [
    'tull 1',
    'snart',
    '12. mars',
    '1.3.2026 25:00',
    '10:99',
    '3.–4. juni 2027',
    'Q2',
    '10:30',
  ];

  it.each(columnsOfTimes)('is what the column takes: $name', ({ parser }) => {
    for (const typed of badTimes) {
      const advices: string[] = [];
      const value = parser(typed, (code, level, args) => {
        const found = problem(code, level, { tab: 'Tiltak' }, args, typed);
        advices.push(...(['nb', 'nn', 'en'] as const).map((standard) => wordProblem(found, standard).advice));
      });
      if (value === undefined) expect(advices, typed).not.toEqual([]);
      for (const advice of advices) {
        const examples = advice.match(/\d\d\.\d\d\.\d{4}(?: \d\d:\d\d)?|(?<![\d ])\d\d:\d\d/gu) ?? [];
        expect(examples, `${typed}: ${advice}`).not.toEqual([]);
        for (const example of examples) {
          expect(parse(parser, example).problems, `${typed}: ${advice}`).toEqual([]);
          if (parser === dayCell) expect(example, advice).not.toContain(':');
        }
      }
    }
  });
});

describe('text', () => {
  it('comes out clean, and is let be when it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = String(parse(linesOfText, text).value);
        expect(lines).not.toMatch(
          /[\p{Surrogate}\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF\u2028]/u,
        );
        expect(parse(linesOfText, lines)).toEqual({ value: lines, problems: [] });
        const line = String(parse(lineOfText, text).value);
        expect(line).not.toMatch(/[\n\t]/u);
        expect(parse(lineOfText, line)).toEqual({ value: line, problems: [] });
      }),
    );
  });

  it('is shown without anything that could change what a terminal shows', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const visible = shown(text);
        expect(visible).not.toMatch(/\p{Cc}|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069]/u);
        expect(visible.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe('numbers', () => {
  it('are read as Norwegians write them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
        const number = Number(`${String(whole)}.${two(hundredths)}`);
        const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/gu, '\u00A0');
        for (const text of [`${grouped},${two(hundredths)}`, `${String(whole)}.${two(hundredths)}`]) {
          expect(parse(numberCell(0, 10_000), text)).toEqual({ value: number, problems: [] });
        }
      }),
    );
  });
});

describe('lists', () => {
  it('accept every word of theirs in any case, and suggest for what is nearly one', () => {
    const words = Object.values(activityTypes).flatMap((list) => [...list]);
    fc.assert(
      fc.property(fc.constantFrom(...words), (word) => {
        for (const typed of [word, ` ${word.toUpperCase()}\u00A0`, word.normalize('NFD')]) {
          expect(parse(choiceCell(activityTypes), typed).problems).toEqual([]);
        }
      }),
    );
    const args: unknown[] = [];
    choiceCell(activityTypes)('Webinnar', (_, __, given) => void args.push(given));
    expect(args).toMatchObject([{ nearest: 'Webinar' }]);
  });

  it('have no word for two values', () => {
    for (const { columns } of Object.values<Tab>(tabs)) {
      for (const column of Object.values(columns)) {
        const words = column.choices ?? [];
        const values = words.map((word) => parse(column.parse, word).value);
        expect(new Set(values).size).toBe(words.length);
      }
    }
  });

  it('read yes and no', () => {
    expect(parse(yesNoCell, 'ja').value).toBe(true);
    expect(parse(yesNoCell, false).value).toBe(false);
  });

  it('of words are split where people split them', () => {
    expect(parse(wordsCell, ' a,b ; c\r\nd,, ').value).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('addresses', () => {
  it('never hold what could add a recipient or a header', () => {
    const parts = fc.constantFrom(
      'ola',
      '@',
      'x.no',
      '.',
      ',',
      ';',
      ' ',
      '\r\n',
      'Bcc:',
      '<',
      '>',
      '"',
      'æ',
      'х',
      '\u202E',
      'mailto:',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
        const parsed = parseEmail(pieces.join(''));
        if ('address' in parsed)
          expect(parsed.address).toMatch(/^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+\.[a-z0-9-]+$/u);
      }),
    );
  });

  it('stay as they are once they are read', () => {
    for (const text of ['Ola <ola@X.no>', 'post@bærum.kommune.no']) {
      const once = parseEmail(text);
      expect('address' in once && parseEmail(once.address)).toEqual(once);
    }
  });
});

describe('links', () => {
  it('lead nowhere but to a host with a name', () => {
    const parts = fc.constantFrom(
      'https://',
      'http://',
      'javascript:',
      'nal.no',
      '@',
      ':',
      '/',
      '127.0.0.1',
      '[::1]',
      '\\',
      '.',
      '#',
      '?',
      'х',
      '0x7f',
      '%00',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 7 }), (pieces) => {
        const parsed = parseLink(pieces.join(''));
        if (!('link' in parsed)) return;
        const url = new URL(parsed.link);
        expect(url.protocol).toBe('https:');
        expect(url.username + url.password).toBe('');
        expect(url.hostname).toMatch(/^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/u);
        expect(parseLink(parsed.link)).toEqual(parsed);
      }),
    );
  });

  it('in plain form are the same by the short way and the long', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'] }), (url) => {
        const parsed = parseLink(url);
        if ('link' in parsed) expect(parsed.link).toBe(new URL(url).href);
      }),
    );
  });
});

describe('IDs', () => {
  it('are compared in upper case, with plain hyphens, without spaces', () => {
    expect(normaliseId(' a–2026 − 017')).toBe('A-2026-017');
  });

  it('follow the highest of their letter and year', () => {
    const ids = nextIds('A', 2026, ['A-2026-001', 'a-2026-009', 'A-2025-100', 'S-2026-050', '', 'tull']);
    expect([ids.next().value, ids.next().value]).toEqual(['A-2026-010', 'A-2026-011']);
    expect(nextIds('A', 2026, ['A-2026-999']).next().value).toBe('A-2026-1000');
  });
});
