import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choice, defineHelper, defineTest, list, number, optional, text } from '../../../src/render/templates/helper.ts';
import { checkTemplate, templateFields } from '../../../src/render/templates/check.ts';
import { formatTemplateFault } from '../../../src/render/templates/fault.ts';
import type { TemplateFault } from '../../../src/render/templates/fault.ts';

interface Tree {
  name: string;
  children: Tree[];
}
const tree: z.ZodType<Tree> = z.object({ name: z.string(), children: z.lazy(() => z.array(tree)) });

const item = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decision'), title: z.string(), proposal: z.string() }),
  z.object({
    kind: z.enum(['discussion', 'information']),
    title: z.string(),
    question: z.string().nullable(),
  }),
]);

const schema = z.object({
  title: z.string().min(1),
  number: z.int(),
  isLate: z.boolean(),
  place: z.string().optional(),
  chair: z.object({ name: z.string(), phone: z.string().nullable() }).optional(),
  cases: z.array(
    z.object({ title: z.string(), minutes: z.number().optional(), tags: z.array(z.string()).readonly() }),
  ),
  maybe: z.array(z.string()).optional(),
  hours: z.record(z.string(), z.number()),
  items: z.array(item),
  status: z.enum(['idea', 'planned']).default('idea'),
  root: tree,
  when: z
    .string()
    .transform((value) => value)
    .pipe(z.iso.date()),
  both: z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })),
  pair: z.tuple([z.string(), z.number()]),
  free: z.unknown(),
});

const helpers = [
  defineHelper('minutes', [number], (count) => String(count)),
  defineHelper('joined', [list, optional(text)], (words) => words.join()),
  defineHelper('word', [choice('idea', 'planned')], (word) => word),
  defineHelper('oldWord', [choice('idea')], (word) => word),
  defineTest('isLong', [text], () => true),
];
const partials = [
  {
    file: 'partials/case.nb.md.hbs',
    text: '### {{title}}\n{{#if minutes}}{{minutes minutes}}{{/if}} {{extra}}',
  },
  { file: 'partials/row.nb.md.hbs', text: '{{title}} {{@root.number}}' },
  { file: 'partials/broken.nb.md.hbs', text: 'a\n{{#if x}}' },
  { file: 'partials/up.nb.md.hbs', text: '{{../number}}' },
  { file: 'partials/loop.nb.md.hbs', text: '{{> loop}}' },
  { file: 'partials/index.nb.md.hbs', text: '{{@index}}' },
];
const house = { helpers, partials };

function check(source: string, file = 'agenda.nb.md.hbs'): readonly TemplateFault[] {
  return checkTemplate({ file, text: source }, schema, house);
}

describe('a template without faults', () => {
  it.each([
    '{{title}} {{number}} {{when}} {{status}} {{both.a}} {{both.b}} {{free}} {{free.what}} {{this.title}} {{./title}}',
    '{{#if place}}{{place}}{{else}}ukjend{{/if}}',
    '{{#unless place}}ukjend{{else}}{{place}}{{/unless}}',
    '{{#if (not place)}}ukjend{{else}}{{place}}{{/if}}',
    '{{#if (and place chair)}}{{place}} {{chair.name}}{{/if}}',
    '{{#if (or (not place) (not chair))}}-{{else}}{{place}} {{chair.name}}{{/if}}',
    '{{#if chair}}{{chair.name}} {{#if chair.phone}}{{chair.phone}}{{/if}}{{/if}}',
    '{{#with chair}}{{name}} {{../title}} {{@root.title}}{{else}}nobody{{/with}}',
    '{{#with chair as |c|}}{{c.name}}{{/with}}',
    '{{#each cases}}{{@index}} {{@key}} {{#if @first}}{{title}}{{/if}}{{#unless @last}}, {{/unless}}{{#each tags}}{{this}} {{.}} {{../title}} {{../../title}}{{/each}}{{/each}}',
    '{{#each cases as |c i|}}{{c.title}} {{i}} {{title}}{{#each c.tags as |t|}}{{t}} {{c.title}}{{/each}}{{/each}}',
    '{{#each maybe}}{{this}}{{else}}none{{/each}}',
    '{{#each hours as |h name|}}{{h}} {{@key}}{{/each}}',
    '{{#each pair}}{{this}}{{/each}}',
    '{{#each items}}{{title}}{{#if (eq kind "decision")}}{{proposal}}{{/if}}{{/each}}',
    '{{#each items as |x|}}{{#if (eq "information" x.kind)}}{{#if x.question}}{{x.question}}{{/if}}{{/if}}{{/each}}',
    '{{#each items}}{{#if proposal}}{{proposal}}{{/if}}{{/each}}',
    '{{#if (isLong title)}}{{minutes number}}{{/if}}',
    '{{#if maybe}}{{joined maybe}} {{joined maybe "og"}} {{maybe.length}}{{/if}}',
    '{{prose title}} {{link title}} {{link title "x"}} {{word status}} {{word "idea"}}',
    '{{#each cases}}{{> case extra=../title}}{{/each}}',
    '{{#each cases as |c|}}{{> case c extra="x"}} {{> row c}}{{/each}}',
    '{{#each root.children}}{{name}}{{#each children}}{{name}}{{/each}}{{/each}}',
    '{{! note }}{{!-- {{typo}} --}}',
    '{{#if isLate}}x{{else if place}}{{place}}{{else}}y{{/if}}',
  ])('%s', (source) => {
    expect(check(source).map(formatTemplateFault)).toEqual([]);
  });
});

describe('a template with a fault', () => {
  it.each<[string, Partial<TemplateFault>]>([
    ['{{titel}}', { code: 'unknown-field', field: 'titel', nearest: 'title' }],
    ['a\n  {{#if titel}}{{/if}}', { code: 'unknown-field', line: 2, column: 9, nearest: 'title' }],
    ['{{#each sker}}{{/each}}', { code: 'unknown-field', field: 'sker' }],
    ['{{#each cases}}{{number}}{{/each}}', { code: 'unknown-field', known: ['title', 'minutes', 'tags'] }],
    [
      '{{#each cases}}{{#each tags}}{{../titel}}{{/each}}{{/each}}',
      { code: 'unknown-field', field: '../titel' },
    ],
    ['{{@root.titel}}', { code: 'unknown-field', nearest: 'title' }],
    ['{{@index}}', { code: 'unknown-field', known: ['@root'] }],
    ['{{#each cases}}{{@indx}}{{/each}}', { code: 'unknown-field', nearest: '@index' }],
    ['{{title.length}}', { code: 'unknown-field', field: 'title.length' }],
    ['{{../title}}', { code: 'outside', field: '../title' }],
    ['{{minutes nmber}}', { code: 'unknown-field', nearest: 'number' }],
    [
      '{{minutes title}}',
      { code: 'wrong-argument', detail: 'argument 1, title, must be a number, and this is a text' },
    ],
    ['{{minutes "3"}}', { code: 'wrong-argument' }],
    ['{{minutes (isLong title)}}', { code: 'wrong-argument' }],
    [
      '{{oldWord status}}',
      {
        code: 'wrong-argument',
        detail: 'argument 1, status, must be one of idea, and this can be "planned"',
      },
    ],
    ['a\n{{word "plnned"}}', { code: 'wrong-argument', line: 2, nearest: 'planned' }],
    ['{{#if (eq status "plnned")}}{{/if}}', { code: 'wrong-argument', nearest: 'planned' }],
    ['{{#if (eq "plnned" status)}}{{/if}}', { code: 'wrong-argument', nearest: 'planned' }],
    ['{{#each cases}}{{minutes minutes}}{{/each}}', { code: 'maybe-missing', field: 'minutes' }],
    ['{{place}}', { code: 'maybe-missing', field: 'place' }],
    ['{{prose place}}', { code: 'maybe-missing', field: 'place' }],
    ['{{#if place}}{{/if}}{{place}}', { code: 'maybe-missing' }],
    ['{{#if place}}{{else}}{{place}}{{/if}}', { code: 'maybe-missing' }],
    ['{{#if (or place title)}}{{place}}{{/if}}', { code: 'maybe-missing' }],
    ['{{chair.name}}', { code: 'maybe-missing', field: 'chair' }],
    ['{{#if chair.name}}{{/if}}', { code: 'maybe-missing', field: 'chair' }],
    ['{{#if chair}}{{chair.phone}}{{/if}}', { code: 'maybe-missing', field: 'chair.phone' }],
    ['{{hours.mandag}}', { code: 'maybe-missing' }],
    ['{{#each items}}{{proposal}}{{/each}}', { code: 'maybe-missing', field: 'proposal' }],
    [
      '{{#each items}}{{#if (eq kind "decision")}}{{question}}{{/if}}{{/each}}',
      { code: 'unknown-field', field: 'question' },
    ],
    [
      '{{#each cases}}{{#if minutes}}{{/if}}{{/each}}{{#each cases}}{{minutes minutes}}{{/each}}',
      { code: 'maybe-missing' },
    ],
    ['{{cases}}', { code: 'not-printable', detail: 'it is a list' }],
    ['{{chair}}', { code: 'maybe-missing' }],
    ['{{both}}', { code: 'not-printable', detail: 'it is a group' }],
    ['{{isLate}}', { code: 'not-printable', detail: 'it is a truth' }],
    ['{{isLong title}}', { code: 'not-printable' }],
    ['{{#each title}}{{/each}}', { code: 'not-a-list', field: 'title' }],
    ['{{#each items}}{{#each this}}{{/each}}{{/each}}', { code: 'not-a-list' }],
    ['{{{title}}}', { code: 'raw-output', field: 'title' }],
    ['{{&title}}', { code: 'raw-output', field: 'title' }],
    ['{{miutes number}}', { code: 'unknown-helper', nearest: 'minutes' }],
    ['{{#if (isLng title)}}{{/if}}', { code: 'unknown-helper', nearest: 'isLong' }],
    [
      '{{#cases}}{{/cases}}',
      { code: 'unknown-helper', field: '#cases', known: ['if', 'unless', 'each', 'with'] },
    ],
    ['{{#minutes number}}{{/minutes}}', { code: 'unknown-helper' }],
    ['{{log title}}', { code: 'unknown-helper' }],
    ['{{minutes}}', { code: 'argument-count', detail: 'it takes 1, not 0' }],
    ['{{minutes number number}}', { code: 'argument-count' }],
    ['{{#if title place}}{{/if}}', { code: 'argument-count', field: '#if' }],
    ['{{#each}}{{/each}}', { code: 'argument-count' }],
    ['{{minutes number unit="x"}}', { code: 'named-argument', detail: '«unit»' }],
    ['{{#if number includeZero=true}}{{/if}}', { code: 'named-argument', field: '#if' }],
    ['{{title unit="x"}}', { code: 'named-argument' }],
    ['{{> cse}}', { code: 'unknown-partial', nearest: 'case' }],
    ['{{> (lookup . "x")}}', { code: 'unknown-partial' }],
    ['{{> case}}', { code: 'unknown-field', file: 'partials/case.nb.md.hbs', field: 'minutes' }],
    [
      '{{#each cases}}{{> case}}{{/each}}',
      { code: 'unknown-field', file: 'partials/case.nb.md.hbs', line: 2, field: 'extra' },
    ],
    ['{{#each cases}}{{> case extra=../titel}}{{/each}}', { code: 'unknown-field', field: '../titel' }],
    ['{{> row chair}}', { code: 'maybe-missing', field: 'chair' }],
    ['{{#each cases}}{{> up}}{{/each}}', { code: 'outside', file: 'partials/up.nb.md.hbs' }],
    [
      '{{#each cases}}{{> index}}{{/each}}',
      { code: 'unknown-field', file: 'partials/index.nb.md.hbs', field: '@index' },
    ],
    ['{{> loop}}', { code: 'endless', file: 'partials/loop.nb.md.hbs' }],
    ['{{> broken}}', { code: 'syntax', file: 'partials/broken.nb.md.hbs' }],
    ['{{#> case}}{{/case}}', { code: 'not-supported' }],
    ['{{#*inline "x"}}{{/inline}}', { code: 'not-supported' }],
    ['{{#if (joined cases)}}{{#with (joined cases)}}{{/with}}{{/if}}', { code: 'not-supported' }],
    ['{{title', { code: 'syntax', line: 1 }],
    [
      'a\n<<<<<<< Updated upstream\nb\n=======\nc\n>>>>>>> Stashed changes\n',
      { code: 'two-versions', line: 2, field: '<<<<<<< Updated upstream' },
    ],
  ])('%s', (source, expected) => {
    const faults = check(source);
    expect(faults.map(formatTemplateFault)).not.toEqual([]);
    expect(faults[0]).toMatchObject({ file: 'agenda.nb.md.hbs', ...expected });
  });

  it('reports all of them, in order, and a partial that is used twice only once', () => {
    const faults = check(
      '{{titel}}\n{{#each cases}}{{> case}}{{/each}}{{#each cases}}{{> case}}{{/each}}\n{{#if plce}}{{/if}}',
    );
    expect(faults.map(formatTemplateFault)).toEqual([
      'agenda.nb.md.hbs:1:3: there is no field titel. Did you mean title?',
      'agenda.nb.md.hbs:3:7: there is no field plce. Did you mean place?',
      'partials/case.nb.md.hbs:2:45: there is no field extra. Known here: title, minutes, tags.',
    ]);
  });

  it('refuses Markdown in HTML', () => {
    expect(check('{{prose title}}', 'page.html.hbs')).toMatchObject([
      { code: 'not-supported', field: 'prose' },
    ]);
  });
});

describe('the fields that a template uses', () => {
  it('lists them wherever they stand, partials included', () => {
    const source =
      '{{#each cases as |c|}}{{> case c extra=title}}{{#each c.tags}}{{.}}{{/each}}{{/each}}{{#if place}}{{/if}}{{#with chair}}{{/with}}';
    expect(templateFields({ file: 'a.nb.md.hbs', text: source }, schema, house)).toEqual([
      'cases',
      'cases[].extra',
      'cases[].minutes',
      'cases[].tags',
      'cases[].tags[]',
      'cases[].title',
      'place',
    ]);
  });

  it('is the same for two templates that say the same in other words', () => {
    const fields = (source: string): readonly string[] =>
      templateFields({ file: 'a.nb.md.hbs', text: source }, schema, house);
    expect(fields('{{#each cases}}{{title}}{{/each}}')).toEqual(
      fields('{{#each cases as |c|}}Sak {{c.title}}{{/each}}'),
    );
    expect(fields('{{title}}')).not.toEqual(fields('{{title}} {{number}}'));
  });
});
