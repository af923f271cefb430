import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcementTemplates,
  type AnnouncementTemplate,
} from '../../../src/app/papers/announcement-templates.ts';
import { mailingKinds } from '../../../src/domain/mailing-kind.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import type { AnnouncementView } from '../../../src/papers/announcement/view.ts';
import {
  plainInline,
  type Block,
  type Inline,
  type PaperDocument,
} from '../../../src/render/document/document.ts';
import { renderHtmlFragment } from '../../../src/render/html/html.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { oneLine } from '../../../src/render/safe/plain-text.ts';
import { renderPost } from '../../../src/render/text/post.ts';
import { registerWith, slotRow, textRow, viewOf, webinarRow, writerOf } from '../../support/announcements.ts';
import { anyCodeUnits } from '../../support/any-text.ts';
import { dateCell, nowAt, type RowInput } from '../../support/build-workbook.ts';

const subjects = mailingKinds.map((kind) => `${kind}-subject` as const);
const isTemplate = (name: string): name is AnnouncementTemplate => Object.hasOwn(announcementTemplates, name);
const papers = Object.keys(announcementTemplates).filter(isTemplate);
/** Those that show texts whole. */
const whole = papers.filter((name) => !subjects.some((subject) => subject === name));
const cases = (
  names: readonly AnnouncementTemplate[],
): readonly (readonly [AnnouncementTemplate, 'nb' | 'nn'])[] =>
  names.flatMap((name) => norwegianStandards.map((standard) => [name, standard] as const));

/** A view in which every text that people type is the same one. */
function viewWith(typed: string): AnnouncementView {
  const next: RowInput = { ...webinarRow, ID: 'A-2027-002', Start: dateCell('2027-03-04T10:00') };
  const texts = { Tittel: typed, Ingress: typed, Brødtekst: typed, Utbytte: typed, Målgruppe: typed };
  const register = registerWith({
    Aktiviteter: [webinarRow, next].map((row) => ({ ...row, Tittel: typed, Sted: typed, Serie: 'Serie' })),
    Tekster: [
      textRow(1, 'bokmål', { ...texts, Serie: typed }),
      textRow(3, 'bokmål', { Aktivitet: 'A-2027-002', Tittel: typed }),
    ],
    Program: [slotRow(1, '10:00', { Tittel: typed, Innleder: typed, Organisasjon: typed })],
    Forbilder: [
      {
        ID: 'F-2026-001',
        Tittel: 'Et forbilde',
        Kommune: typed,
        Lenke: 'https://forbilde.example/',
        'Sist bekreftet': dateCell('2026-03-01'),
        Samtykke: 'ja',
        'Brukt i': 'A-2027-001',
      },
    ],
    Oppsett: [
      { Nøkkel: 'Avsender, e-post', Verdi: 'post@felles.example' },
      { Nøkkel: 'Bylivsenteret, fullt navn', Verdi: typed },
      { Nøkkel: 'Distriktssenteret, fullt navn', Verdi: typed },
      { Nøkkel: 'Bylivsenteret, personvernerklæring', Verdi: 'https://nal.example/personvern' },
    ],
  });
  return viewOf(register, {
    kind: 'moved',
    previous: { start: nowAt('2027-01-28T10:00') },
    correction: { day: undefined, wrong: typed, right: typed },
    reference: typed,
  });
}

const plain = viewWith('Ord');

type Skeleton = readonly (string | readonly unknown[])[];

const linksIn = (children: readonly Inline[]): readonly string[] =>
  children.flatMap((child) =>
    child.kind === 'link'
      ? [child.href]
      : child.kind === 'strong' || child.kind === 'emphasis'
        ? linksIn(child.children)
        : [],
  );

/** Everything in a paper but its words. */
function skeletonOf(blocks: readonly Block[]): Skeleton {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'byline':
        return [block.kind, linksIn(block.children)];
      case 'list':
        return [block.kind, block.start, block.items.map(skeletonOf)];
      case 'facts':
        return [block.kind, block.facts.map(({ details }) => details.map(linksIn))];
      case 'note':
        return [block.kind, skeletonOf(block.blocks)];
      case 'table':
      case 'figure':
      case 'rule':
        return block.kind;
    }
  });
}

function wordsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if ('children' in block) return [plainInline(block.children)];
    if (block.kind === 'list') return block.items.flatMap(wordsOf);
    if (block.kind === 'facts')
      return block.facts.flatMap(({ term, details }) => [term, ...details].map(plainInline));
    return block.kind === 'note' ? wordsOf(block.blocks) : [];
  });
}

const paperOf = async (
  name: AnnouncementTemplate,
  standard: 'nb' | 'nn',
  view: AnnouncementView,
): Promise<PaperDocument> => parseMarkdown((await writerOf(name, standard))(view));

describe('what people type comes out as they typed it, in every field', () => {
  const hostile = [
    '<script>alert(1)</script> & "sitat" &amp;',
    '{{navn}} {{{x}}} {{> p}} {{#each a}}',
    '# Tittel ![bilde](https://ond.example/x.png) **fet** _kursiv_ `kode`',
    '[klikk](https://ond.example) <https://ond.example> [a]: https://ond.example',
    '1. liste | a | b | \\',
    '> sitat',
    ': fakta',
    '--- ***',
    '</title><img src=x onerror=alert(1)>',
    '=HYPERLINK("https://ond.example")',
    "javascript:alert('x')",
  ].map((typed) => ({ typed, view: viewWith(typed) }));

  it('which the view has', () => {
    const { registration, examples, ...rest } = plain;
    expect([registration?.isOpen, examples.length, rest.next?.title]).toEqual([true, 1, 'Ord']);
    const texts = [rest.title, rest.ingress, rest.body, rest.audience, rest.series, rest.place];
    expect(new Set(texts)).toEqual(new Set(['Ord']));
  });

  it.each(cases(whole))('%s in %s', async (name, standard) => {
    const write = await writerOf(name, standard);
    const benign = parseMarkdown(write(plain));
    for (const { typed, view } of hostile) {
      const paper = parseMarkdown(write(view));
      expect(skeletonOf(paper.blocks)).toEqual(skeletonOf(benign.blocks));
      expect(wordsOf(paper.blocks)).toEqual(
        wordsOf(benign.blocks).map((words) => words.replaceAll('Ord', () => typed)),
      );
      expect(renderHtmlFragment(paper)).not.toMatch(/<(?:script|img|code|title)/u);
    }
  });

  it('a title that names another host is not put on the link of an example', async () => {
    const [example] = plain.examples;
    if (example === undefined) throw new Error('no example');
    const view = { ...plain, examples: [{ ...example, title: 'bylivsenteret.no' }] };
    const html = renderHtmlFragment(await paperOf('announcement', 'nb', view));
    expect(html).toContain('bylivsenteret.no (<a href="https://forbilde.example/"');
  });
});

describe('a text with little to tell', () => {
  const { reference, title, day, start, senders, contact } = plain;
  const least: AnnouncementView = {
    ...{ reference, title, day, start, senders, contact },
    ...{
      benefits: [],
      slots: [],
      examples: [],
      speakers: [],
      correction: {},
      changed: {},
      hasPrivacyPages: false,
    },
    ...{ isOnAgain: false, isOver: false },
  };

  it.each(cases(whole))('%s in %s has no empty parts', async (name, standard) => {
    for (const view of [least, plain]) {
      const { blocks } = await paperOf(name, standard, view);
      const isEmpty = (block: Block, index: number): boolean => {
        const after = blocks[index + 1];
        return block.kind === 'heading' && (after === undefined || after.kind === 'heading');
      };
      expect(blocks.filter(isEmpty)).toEqual([]);
      expect(wordsOf(blocks).filter((words) => words.trim() === '')).toEqual([]);
      expect(wordsOf(blocks).filter((words) => /\s[.,:]| {2}|«»|undefined|\.\./u.test(words))).toEqual([]);
    }
  });
});

/** Long days and times, and any title. */
const anyView = fc
  .record({
    title: fc.oneof(
      anyCodeUnits,
      fc.array(fc.constantFrom('stedsutvikling', 'i', '–', 'Å')).map((all) => all.join(' ')),
    ),
    ingress: fc.option(anyCodeUnits, { nil: undefined }),
    path: fc.string({ unit: fc.constantFrom('a', '-', '/', '9'), maxLength: 400 }),
    day: fc.constantFrom('2027-02-04', '2028-09-27', '2027-11-17'),
    isFree: fc.boolean(),
  })
  .map(({ title, ingress, path, day, isFree }): AnnouncementView => {
    const link = `https://pamelding.example/${path}`;
    const start = `${day}T10:00`;
    return {
      ...plain,
      ...{ title, ingress, day, start },
      previous: { day: '2027-09-29', start: '2027-09-29T10:00' },
      ...(isFree
        ? { joinLink: link, registration: undefined }
        : { registration: { link, deadline: '2027-09-29', isOpen: true } }),
    };
  });

describe('what must be short', () => {
  it.each(cases(subjects))('%s in %s: 78 characters, and 110 for the preview', async (name, standard) => {
    const write = await writerOf(name, standard);
    fc.assert(
      fc.property(anyView, (view) => {
        const [subject = '', preview = '', ...more] = wordsOf(parseMarkdown(write(view)).blocks);
        expect(more).toEqual([]);
        expect(subject).not.toBe('');
        expect(subject.length).toBeLessThanOrEqual(78);
        expect(preview).not.toBe('');
        expect(preview.length).toBeLessThanOrEqual(110);
      }),
      { numRuns: 50 },
    );
  });

  it.each(norwegianStandards)(
    'the post in %s: 280 characters, with its link where there is room',
    async (standard) => {
      const write = await writerOf('announcement-post', standard);
      fc.assert(
        fc.property(anyView, (view) => {
          const post = renderPost(parseMarkdown(write(view)));
          const link = view.joinLink ?? view.registration?.link ?? '';
          expect(post.length).toBeLessThanOrEqual(280);
          if (link.length < 200) expect(post.endsWith(link)).toBe(true);
          if (oneLine(view.title).length < 40) expect(post).toContain(oneLine(view.title));
        }),
        { numRuns: 50 },
      );
    },
  );
});
