import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandNames, commands } from '../../src/app/main.ts';
import { commonOptions } from '../../src/app/settings/settings.ts';
import { announcementTemplates } from '../../src/app/papers/announcement-templates.ts';
import { agendaView } from '../../src/papers/agenda/view.ts';
import { announcementView } from '../../src/papers/announcement/view.ts';
import { builtInHelpers } from '../../src/render/templates/built-in-helpers.ts';
import { paperHelpers } from '../../src/render/templates/paper-helpers.ts';
import { checkTemplate } from '../../src/render/templates/check.ts';
import { formatTemplateFault } from '../../src/render/templates/fault.ts';
import { speaking } from '../support/speaking.ts';
import type { Words } from './read-guide.ts';
import { cell, codesIn, guides, root, table, titled } from './the-guides.ts';

/** Fields by the name that a template gives them, and whether they may be empty. */
type Fields = Map<string, boolean>;

const jsonSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
});

interface Property {
  readonly name: string;
  readonly mayBeEmpty: boolean;
  readonly schema: unknown;
  /** What a list is a list of. */
  readonly items: unknown;
  /** It has fields of its own. A case number is printed as one. */
  readonly isGroup: boolean;
}

function propertiesOf(schema: unknown, prefix: string): readonly Property[] {
  const { properties = {}, required = [] } = jsonSchema.parse(schema);
  return Object.entries(properties).map(([name, value]) => {
    const { items, properties: inner } = jsonSchema.parse(value);
    const mayBeEmpty = !required.includes(name);
    return { name: `${prefix}${name}`, mayBeEmpty, schema: value, items, isGroup: inner !== undefined };
  });
}

/** The view's own fields, and those of each list and of each group in a list. */
class ViewFields {
  readonly own: Fields = new Map();
  readonly lists = new Map<string, Fields>();

  constructor(view: z.ZodType) {
    this.#top(z.toJSONSchema(view, { unrepresentable: 'any' }), '');
  }

  #top(schema: unknown, prefix: string): void {
    for (const { name, mayBeEmpty, schema: value, items, isGroup } of propertiesOf(schema, prefix)) {
      if (items !== undefined) this.#list(items, name);
      else if (isGroup) this.#top(value, `${name}.`);
      else this.own.set(name, mayBeEmpty);
    }
  }

  #list(items: unknown, path: string): void {
    const fields: Fields = new Map();
    this.lists.set(path, fields);
    if (propertiesOf(items, '').length === 0) fields.set('this', false);
    else this.#item(items, path, '', fields);
  }

  #item(schema: unknown, path: string, prefix: string, fields: Fields): void {
    for (const { name, mayBeEmpty, schema: value, items, isGroup } of propertiesOf(schema, prefix)) {
      fields.set(name, mayBeEmpty);
      if (items !== undefined) this.#list(items, `${path}.${name}`);
      if (!isGroup || propertiesOf(value, '').some((field) => field.name === 'year')) continue;
      const group: Fields = new Map();
      this.lists.set(name, group);
      this.#item(value, path, `${name}.`, group);
    }
  }
}

const views = [
  ['agenda', 'fields', new ViewFields(agendaView)],
  ['announcement', 'announcementFields', new ViewFields(announcementView)],
] as const;

/** What the examples of the table of helpers are called with. */
const examples: Readonly<Record<string, readonly unknown[]>> = {
  '{{date asOf}}': ['2026-03-12'],
  '{{dayMonth lastMeeting.when.first}}': ['2026-03-12'],
  '{{longDate lastMeeting.when.first}}': ['2026-03-12'],
  '{{clock meeting.start}}': ['2026-03-12T10:00'],
  '{{longTime meeting.start meeting.end}}': ['2026-03-12T10:00', '2026-03-12T11:30'],
  '{{period precision first last}}': ['month', '2026-03-01', '2026-03-31'],
  '{{howLong silentSince @root.asOf}}': ['2025-12-01', '2026-03-12'],
  '{{quarterName meeting.quarter.number meeting.quarter.year}}': [1, 2026],
  '{{inMinutes budget.total}}': [85],
  '{{inDays overdueDays}}': [21],
  '{{inWords actions.open}}': [5],
  '{{counted actions.open "tiltak"}}': [1, 'tiltak'],
  '{{ordinal carried.times}}': [3],
  '{{caseNumber number}}': [{ number: 7, year: 2026 }],
  '{{shortened meeting.title 20}}': ['Kvartalsmøte i fjerde kvartal', 20],
  '{{caseKind kind}}': ['discussion'],
  '{{partyName meeting.host}}': ['bylivsenteret'],
  '{{agreementActivity number}}': ['2'],
};

const fieldsOf = ({ codes, perhaps }: Words): [string, boolean][] =>
  codes.map((code) => [code, perhaps.includes(code)]);
const sorted = (fields: Iterable<[string, boolean]>): [string, boolean][] =>
  [...fields].sort(([one], [other]) => (one < other ? -1 : 1));

describe.each(guides)(
  'templates in the $standard guide',
  ({ standard, phrases, templates: guide, headings }) => {
    it.each(views)(
      'has every field of the view of the %s, and whether it may be empty',
      (_, heading, view) => {
        const { rows } = table(titled(guide, headings[heading]));
        expect(sorted(rows.flatMap((row) => fieldsOf(cell(row, 0))))).toEqual(sorted(view.own));
      },
    );

    it.each(views)('has every list of the %s and its fields', (_, heading, view) => {
      const { rows } = table(titled(guide, headings[heading]), 1);
      const told = rows.flatMap((row) =>
        cell(row, 0).codes.map((name) => [name, sorted(fieldsOf(cell(row, 1)))] as const),
      );
      const wanted = [...view.lists].map(([name, fields]) => [name, sorted(fields)] as const);
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(wanted));
    });

    it('has every template of an announcement', () => {
      const told = codesIn(table(titled(guide, headings.announcementTemplates)), 0);
      const partials = readdirSync(`${root}templates/partials`)
        .filter((file) => file.startsWith('webinar-') && file.endsWith(`.${standard}.md.hbs`))
        .map((file) => file.replace(/\..*$/u, ''));
      expect([...told].sort()).toEqual([...Object.keys(announcementTemplates), ...partials].sort());
    });

    it('has every helper', () => {
      const told = codesIn(table(titled(guide, headings.helpers)), 0);
      const helpers = [...builtInHelpers, ...paperHelpers(phrases)].map(({ name }) => name);
      expect([...told].sort()).toEqual([...helpers].sort());
    });

    it('has every word that can be counted', () => {
      const words = Object.values(phrases.nouns).map(({ one }) => `\`${one}\``);
      expect(guide.source).toContain(`${words.slice(0, -1).join(', ')} og ${words.at(-1) ?? ''}`);
    });

    it('shows what the helpers write', () => {
      const helpers = new Map(paperHelpers(phrases).map((helper) => [helper.name, helper]));
      const rows = table(titled(guide, headings.helpers)).rows;
      const told = new Map(
        rows.map((row) => [cell(row, 2).codes[0], /«(?<words>[^»]+)»/u.exec(cell(row, 2).prose)]),
      );
      for (const [example, values] of Object.entries(examples)) {
        const name = /^\{\{(?<name>\w+)/u.exec(example)?.groups?.['name'] ?? '';
        const written = helpers.get(name)?.call(values, { indent: '', room: 'line' });
        expect([example, told.get(example)?.groups?.['words']]).toEqual([
          example,
          String(written).replaceAll('\u00A0', ' '),
        ]);
      }
    });

    const template = readFileSync(`${root}templates/agenda.${standard}.md.hbs`, 'utf8');

    it('quotes a line that stands in the template', () => {
      const quoted = guide.words
        .flatMap(({ codes }) => codes)
        .filter((code) => code.startsWith('Ingen saker er'));
      expect(quoted).toHaveLength(1);
      expect(template.split('\n')).toContain(quoted[0]);
    });

    it('shows the message that a misspelt field gives on the page', async () => {
      const misspelt = template.replace('{{#if meeting.place}}', '{{#if meeting.plase}}');
      const partials = ['case', 'agenda-news'].map((name) => ({
        file: `${name}.${standard}.md.hbs`,
        text: '',
      }));
      const file = `templates/agenda.${standard}.md.hbs`;
      const [fault] = checkTemplate({ file, text: misspelt }, agendaView, {
        helpers: paperHelpers(phrases),
        partials,
      });
      if (fault === undefined) throw new Error('the template has no such field');
      const said = await speaking(standard, () => formatTemplateFault(fault));
      expect(titled(guide, headings.templates).blocks).toEqual([said]);
    });
  },
);

const named = await Promise.all(commandNames.map((name) => commands[name].load()));

describe.each(guides)('commands and links for the operator in $standard', ({ operation }) => {
  const told = [...operation.source.matchAll(/(?:npm run|npx felles) (?<name>[\w:-]+)/gu)];

  it('names every command', () => {
    const names = new Set(told.map(({ groups }) => groups?.['name']));
    expect(names).toEqual(new Set(named.map(({ name }) => name)));
  });

  it('names only flags that some script has', () => {
    const every = new Set(
      [...named, { options: commonOptions }].flatMap(({ options }) => Object.keys(options)),
    );
    const flags = operation.words.flatMap(({ codes }) => codes.filter((code) => /^--[a-z]/u.test(code)));
    expect(flags.length).toBeGreaterThan(1);
    for (const flag of flags) expect([...every]).toContain(flag.replace(/^--/u, '').replace(/ .*$/u, ''));
  });
});
