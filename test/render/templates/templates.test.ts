import { describe, expect, it } from 'vitest';
import { choice, defineHelper, defineTest, list, number, optional, text } from '../../../src/render/templates/helper.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { TemplateError } from '../../../src/render/templates/fault.ts';
import { parseTemplate } from '../../../src/render/templates/syntax.ts';
import { createTemplates } from '../../../src/render/templates/templates.ts';
import { renderText } from '../../../src/render/text/text.ts';

const helpers = [
  defineHelper('minutes', [number], (count) => `${count} minutter`),
  defineHelper('joined', [list, optional(choice('og', 'eller'))], (words, last) =>
    words.join(` ${last ?? 'og'} `),
  ),
  defineTest('isLong', [text], ([words]) => String(words).length > 5),
];
const partials = [
  { file: 'templates/partials/case.nb.md.hbs', text: '### {{title}}\n\n{{#if text}}{{prose text}}{{/if}}\n' },
  { file: 'templates/partials/head.nb.html.hbs', text: '<p>{{title}}</p>' },
];
const templates = createTemplates({ helpers, partials });

/** What a template prints, as Markdown. */
function print(source: string, view: object = {}): string {
  return templates.render({ file: 'paper.nb.md.hbs', text: source }, view);
}

/** What the reader of the text version sees. */
function read(source: string, view: object = {}): string {
  return renderText(parseMarkdown(print(source, view)));
}

function faultOf(
  source: string,
  view: object = {},
  file = 'paper.nb.md.hbs',
): Partial<TemplateError['fault']> {
  try {
    templates.render({ file, text: source }, view);
  } catch (error) {
    if (error instanceof TemplateError) return error.fault;
    throw error;
  }
  throw new Error('The template printed without a fault');
}

describe('printing', () => {
  it('leaves the tree of a template as it was read', () => {
    const file = {
      file: 'paper.nb.md.hbs',
      text: '{{title}}{{minutes 3}}{{> case}}{{> case this}}{{#if (isLong title)}}{{else}}{{#each rows as |row|}}{{row.a}}{{/each}}{{/if}}',
    };
    const before = structuredClone(parseTemplate(file));
    templates.render(file, { title: 'Sak', rows: [{ a: 1 }] });
    expect(parseTemplate(file)).toMatchObject(before);
  });

  it('prints values, helpers, blocks and partials', () => {
    const view = {
      title: 'Kart',
      minutes: 20,
      words: ['ein', 'to'],
      cases: [
        { title: 'A', text: 'b' },
        { title: 'C', text: '' },
      ],
    };
    expect(read('{{title}}: {{minutes 20}}, {{joined words}}, {{joined words "eller"}}', view)).toBe(
      'Kart: 20 minutter, ein og to, ein eller to\n',
    );
    expect(read('{{#each cases as |c i|}}\n{{> case c}}\n{{/each}}', view)).toBe('A\n\nb\n\nC\n');
    expect(read('{{#each cases}}{{@index}}{{title}} {{else}}ingen{{/each}}', { cases: [] })).toBe('ingen\n');
    expect(read('{{> case title="X" text="y"}}', {})).toBe('X\n\ny\n');
  });

  it('tests with eq, not, and, or as {{#if}} does', () => {
    const view = { kind: 'a', none: [], zero: 0, some: 'x' };
    const shown = (condition: string): string => print(`{{#if ${condition}}}yes{{else}}no{{/if}}`, view);
    expect(shown('(eq kind "a")')).toBe('yes');
    expect(shown('(eq kind "b")')).toBe('no');
    expect(shown('(not none)')).toBe('yes');
    expect(shown('(and some kind)')).toBe('yes');
    expect(shown('(and some zero kind)')).toBe('no');
    expect(shown('(or zero none some)')).toBe('yes');
    expect(shown('(or zero none)')).toBe('no');
    expect(shown('(isLong some)')).toBe('no');
  });

  it('keeps several environments apart', () => {
    const other = createTemplates({
      helpers: [defineHelper('minutes', [number], (n) => `${n} minutt`)],
      partials: [],
    });
    expect(other.render({ file: 'x.md.hbs', text: '{{minutes 3}}' }, {})).toBe('3 minutt');
    expect(print('{{minutes 3}}')).toBe('3 minutter');
  });

  it('prints one template for many views', () => {
    const prepared = templates.prepare({ file: 'x.md.hbs', text: 'Hei {{name}}' });
    expect([prepared({ name: 'A' }), prepared({ name: 'B' })]).toEqual(['Hei A', 'Hei B']);
  });

  it('does not read what a value says as a template', () => {
    expect(read('{{x}}', { x: '{{y}} {{{z}}} {{> case}}' })).toBe('{{y}} {{{z}}} {{> case}}\n');
  });

  it('escapes in three braces too', () => {
    expect(print('{{{x}}}', { x: '*' })).toBe('\\*');
    expect(templates.render({ file: 'p.html.hbs', text: '{{{x}}}{{&x}}' }, { x: '<' })).toBe('&lt;&lt;');
  });

  it('escapes for HTML by the name of the file', () => {
    const page = { file: 'page.html.hbs', text: '<p title="{{x}}">{{> head title=x}}</p>' };
    expect(templates.render(page, { x: '<b> "&" \u202E' })).toBe(
      '<p title="&lt;b&gt; &quot;&amp;&quot;"><p>&lt;b&gt; &quot;&amp;&quot;</p></p>',
    );
  });
});

describe('prose', () => {
  const view = { text: 'En *linje*\r\n- to\n\n\n  # tre' };

  it('keeps line breaks and paragraphs, and no Markdown', () => {
    expect(read('{{prose text}}', view)).toBe('En *linje*\n- to\n\n# tre\n');
  });

  it('stays in the list item, note or fact that it stands in', () => {
    expect(read('- {{prose text}}\n- neste', view)).toBe('- En *linje*\n  - to\n\n  # tre\n- neste\n');
    expect(read('> {{prose text}}', view)).toBe('| En *linje*\n| - to\n|\n| # tre\n');
    expect(read('Sted\n: {{prose text}}', view)).toBe('Sted:  En *linje*\n       - to\n       # tre\n');
    expect(read('_{{prose text}}_', view)).toBe('En *linje*\n- to\n# tre\n');
    expect(read('1. {{#if text}}**Mer:** {{prose text}}{{/if}}', view)).toBe(
      '1. Mer: En *linje*\n   - to\n\n   # tre\n',
    );
  });

  it('becomes one line where there is room for no more', () => {
    expect(read('| A |\n|---|\n| {{prose text}} |', view)).toBe(
      `A\n${'-'.repeat(21)}\nEn *linje* - to # tre\n`,
    );
    expect(read('## {{prose text}}', view)).toBe('En *linje* - to # tre\n---------------------\n');
  });

  it('prints nothing for white space', () => {
    expect(read('a{{prose text}}b', { text: ' \n\u200B\n' })).toBe('ab\n');
  });
});

describe('link', () => {
  const shown = (url: string, words?: string): string =>
    read(words === undefined ? '{{link url}}' : '{{link url words}}', { url, words }).trimEnd();

  it.each([
    ['https://nal.no/a_b?c=1&d=(e)', undefined, 'https://nal.no/a_b?c=1&d=(e)'],
    ['https://bærum.kommune.no/', 'Plan', 'Plan (https://xn--brum-voa.kommune.no/)'],
    ['https://nal.no/', 'Bli *med*', 'Bli *med* (https://nal.no/)'],
    ['mailto:post@nal.example', undefined, 'post@nal.example'],
    ['https://bærum.kommune.no/plan', undefined, 'https://bærum.kommune.no/plan'],
    ['https://nal.no/', 'nal.no', 'https://nal.no'],
  ])('links %s %s', (url, words, expected) => {
    expect(shown(url, words)).toBe(expected);
  });

  it.each([
    'http://nal.no',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://kommune.no@evil.no',
    'https://a:b@evil.no',
    'https://169.254.169.254/',
    'https://[::1]/',
    'https://2130706433/',
    'https://localhost/',
    'https://х.no/',
    'https://ｎａｌ.no/',
    'https://kommunе.no/',
    'https://nal.no./',
    'https://nal.no/ a',
    'https://nal.no\\@evil.no',
    'https://nal.no/\u202Efdp',
    'mailto:a@b.no?bcc=evil@x.no',
    'mailto:a@b.no,c@d.no',
    'nal.no',
    'ftp://nal.no',
  ])('prints %s as text', (url) => {
    expect(print('{{link url "her"}}', { url })).toBe('her');
    expect(print('{{link url}}', { url })).not.toContain('](');
  });

  it('never puts the name of one host on a link to another', () => {
    expect(shown('https://evil.example/x', 'Se nal.no')).toBe('Se nal.no (https://evil.example/x)');
    expect(print('{{link url "Se nal.no"}}', { url: 'https://evil.example/x' })).toMatch(
      /^Se nal\\\.no \(\[/u,
    );
    expect(shown('https://nal.no/x', 'Se nal.no')).toBe('Se nal.no (https://nal.no/x)');
  });

  it('stands in a table', () => {
    expect(read('| A |\n|---|\n| {{link url "x|y"}} |', { url: 'https://nal.no/a|b' })).toContain(
      'x|y (https://nal.no/a%7Cb)',
    );
  });
});

describe('faults while printing', () => {
  it.each([
    ['en\n  {{navn}}', {}, { code: 'maybe-missing', line: 2, column: 3, field: 'navn' }],
    ['{{a.b}}', {}, { code: 'maybe-missing', field: 'a.b' }],
    ['{{a}}', { a: null }, { code: 'maybe-missing', field: 'a' }],
    ['{{a}}', { a: true }, { code: 'not-printable', detail: 'it is true' }],
    ['{{a}}', { a: ['x'] }, { code: 'not-printable', detail: 'it is a list' }],
    ['{{a}}', { a: { b: 1 } }, { code: 'not-printable', detail: 'it is a group of fields' }],
    ['{{isLong "x"}}', {}, { code: 'not-printable' }],
    [
      '{{minutes a}}',
      { a: '12' },
      { code: 'wrong-argument', field: 'minutes', detail: 'argument 1 must be a number, not the text «12»' },
    ],
    ['{{minutes typo}}', {}, { code: 'wrong-argument', detail: 'argument 1 must be a number, not nothing' }],
    ['{{minutes 1 2}}', {}, { code: 'argument-count', detail: 'it takes 1, not 2' }],
    ['{{joined}}', {}, { code: 'argument-count', detail: 'it takes 1 or 2, not 0' }],
    ['{{#if (and 1)}}{{/if}}', {}, { code: 'argument-count', detail: 'it takes 2 or more, not 1' }],
    ['{{minuts 1}}', {}, { code: 'unknown-helper', nearest: 'minutes' }],
    ['{{> cse}}', {}, { code: 'unknown-partial', nearest: 'case' }],
    ['{{> head}}', {}, { code: 'unknown-partial', known: ['case'] }],
    ['{{#each a}}{{/each}}', { a: 'x' }, { code: 'not-a-list' }],
    ['{{> case}}', {}, { code: 'maybe-missing', file: 'templates/partials/case.nb.md.hbs', line: 1 }],
    ['en\nto {{#if x}', {}, { code: 'syntax', line: 2 }],
    ['{{#if x}}\n{{/each}}', {}, { code: 'syntax', line: 1, detail: '{{#if}} and {{/each}} do not belong together' }],
    ['en\n{{a/../b}}', {}, { code: 'syntax', line: 2, detail: 'a/.. is not written as a field is' }],
    [
      'en\n{{#if x}}\n{{#each y}}\n{{/each}}\n\n',
      {},
      { code: 'syntax', line: 2, detail: '{{#if x}} is left open' },
    ],
    [
      '{{#if x}}\n{{!-- {{/each}} --}}\n{{~#each y}}\n{{! {{/each}} to\ntre\n{{else}}\n{{/if}}',
      {},
      { code: 'syntax', line: 3 },
    ],
    [
      '{{^x}}\n{{! {{#if}}\n}}{{#unless y}}{{else}}{{/unless}}\n',
      {},
      { code: 'syntax', line: 1, detail: '{{^x}} is left open' },
    ],
    ['{{log "x"}}', {}, { code: 'unknown-helper' }],
    ['{{lookup x "y"}}', {}, { code: 'unknown-helper' }],
  ])('%s with %j', (source, view, expected) => {
    expect(faultOf(source, view)).toMatchObject({ file: 'paper.nb.md.hbs', ...expected });
  });

  it('refuses Markdown in HTML, and files whose name tells no format', () => {
    expect(faultOf('{{prose x}}', { x: 'y' }, 'p.html.hbs')).toMatchObject({
      code: 'not-supported',
      field: 'prose',
    });
    expect(faultOf('x', {}, 'p.txt.hbs')).toMatchObject({ code: 'not-supported', file: 'p.txt.hbs' });
  });

  it('words a fault with its place and what to do', () => {
    const error = new TemplateError({ ...fullFault, nearest: 'start' });
    expect(error.message).toBe('agenda.nb.md.hbs, line 12: there is no field strat. Did you mean start?');
    expect(error.advice).not.toBe('');
    expect(new TemplateError(fullFault).message).toContain('Known here: start, title.');
  });

  it('refuses two helpers of one name', () => {
    const twice = [defineHelper('x', [], () => ''), defineHelper('x', [], () => '')];
    expect(() =>
      createTemplates({ helpers: twice, partials: [] }).render({ file: 'a.md.hbs', text: '' }, {}),
    ).toThrow('x');
  });
});

const fullFault = {
  code: 'unknown-field',
  file: 'agenda.nb.md.hbs',
  line: 12,
  column: 7,
  field: 'strat',
  known: ['start', 'title'],
  nearest: undefined,
  detail: '',
} as const;
