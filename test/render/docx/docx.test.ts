import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PaperProperties } from '../../../src/render/document/document.ts';
import { renderDocx } from '../../../src/render/docx/docx.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { partOf, seenInDocx, textsIn } from '../support/seen.ts';

const properties: PaperProperties = {
  standard: 'nn',
  subject: 'Innkalling & <sakliste>',
  creator: 'Bylivsenteret og Distriktssenteret',
  created: '2026-11-23T11:00:00Z',
};
const docxOf = async (markdown: string): Promise<Uint8Array> =>
  renderDocx(parseMarkdown(markdown), properties);
const bodyOf = async (markdown: string): Promise<string> =>
  partOf(await docxOf(markdown), 'word/document.xml');

afterEach(() => {
  vi.useRealTimers();
});

describe('a drawing in a .docx', () => {
  const picture = {
    ...{ svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', png: new Uint8Array([1, 2, 3]) },
    ...{ title: 'Årshjul', description: 'Et hjul & ringer', width: 800, height: 200 },
  };
  const markdown = '# T\n\n[Hver ring er en aktivitet.](#figur-hjul)\n\n[Ikke der](#figur-annet)';
  const drawn = (): Promise<Uint8Array> =>
    renderDocx(parseMarkdown(markdown), properties, new Map([['hjul', picture]]));

  it('is there as SVG and as PNG, no larger than in print, with its words and its caption', async () => {
    const parts = unzipSync(await drawn());
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
    const body = partOf(await drawn(), 'word/document.xml');
    expect(body).toContain('<asvg:svgBlip');
    expect(body).toContain('title="Årshjul"');
    expect(body).toContain('descr="Årshjul. Et hjul &amp; ringer"');
    const [, across = '', high = ''] = /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(body) ?? [];
    // 914,400 to the inch.
    expect(Number(across) / 36_000).toBeCloseTo(133, 0);
    expect(Number(across) / Number(high)).toBeCloseTo(4, 1);
    expect(seenInDocx(await drawn())).toEqual(['T', '', 'Hver ring er en aktivitet.']);
  });

  it('is the same bytes each time', async () => {
    expect(Buffer.compare(await drawn(), await drawn())).toBe(0);
  });
});

describe('a note in a .docx', () => {
  it('has its lists within its box: the same frame, whose line begins at one place, without a gap', async () => {
    const body = await bodyOf(
      '# T\n\n> **Les:**\n>\n> - a\n> - b\n>\n>   mer\n>   - c\n>\n> Til slutt\n\nEtter',
    );
    const paragraphs = (body.match(/<w:p>.*?<\/w:p>/gsu) ?? []).map((xml) => {
      const number = (pattern: RegExp): number => Number(pattern.exec(xml)?.[1] ?? 0);
      return {
        text: textsIn(xml).join(''),
        isNote: xml.includes('<w:pStyle w:val="Note"/>'),
        hasBullet: xml.includes('<w:numPr>'),
        edge: number(/w:left="(\d+)"/u) - number(/w:hanging="(\d+)"/u),
        before: /w:before="(\d+)"/u.exec(xml)?.[1],
        after: /w:after="(\d+)"/u.exec(xml)?.[1],
        isKept: xml.includes('<w:keepNext/>'),
      };
    });
    const note = paragraphs.filter(({ isNote }) => isNote);
    expect(note.map(({ text }) => text.trim())).toEqual(['Les:', 'a', 'b', 'mer', 'c', 'Til slutt']);
    expect(note.map(({ hasBullet }) => hasBullet)).toEqual([false, true, true, false, true, false]);
    const styled = partOf(await docxOf('# T'), 'word/styles.xml');
    const [, left] = /w:styleId="Note".*?<w:ind w:left="(\d+)"/su.exec(styled) ?? [];
    expect(new Set(note.filter(({ edge }) => edge > 0).map(({ edge }) => edge))).toEqual(
      new Set([Number(left)]),
    );
    expect(note.map(({ after }) => after)).toEqual(['0', '0', '0', '0', '0', undefined]);
    expect(note.map(({ before }) => before)).toEqual([undefined, '0', '0', '0', '0', '0']);
    expect(note.map(({ isKept }) => isKept)).toEqual([true, true, true, true, true, false]);
  });
});

describe('.docx', () => {
  it('is the same bytes each time, whatever was written before and what the clock says', async () => {
    const markdown =
      '# T\n\n[a](https://nal.no) [b](#s)\n\n## S\n\n- x\n\n1. y\n\n| A |\n|---|\n| [c](https://x.no) |';
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z') });
    const first = await docxOf(markdown);
    await docxOf('# Noe annet\n\n[z](https://z.no)\n\n## S');
    vi.setSystemTime(new Date('2031-07-07T07:07:07Z'));
    expect(Buffer.compare(first, await docxOf(markdown))).toBe(0);
  });

  it('has real headings, from the document title down', async () => {
    const body = await bodyOf('# T\n\n## A\n\n### **Sak 1/26** B\n\n#### C');
    expect([...body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/gu)].map((match) => match[1])).toEqual([
      'Heading1',
      'Heading2',
      'Heading3',
      'Heading4',
    ]);
    const styles = partOf(await docxOf('# T'), 'word/styles.xml');
    for (const [level, id] of ['Heading1', 'Heading2', 'Heading3', 'Heading4'].entries()) {
      const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(styles)?.[0];
      expect(style).toContain(`<w:outlineLvl w:val="${level}"/>`);
      expect(style).toContain('<w:keepNext/>');
    }
  });

  it('sets the label of a case apart by a tab', async () => {
    expect(seenInDocx(await docxOf('### **Sak 1/26** Kart'))).toEqual(['Sak 1/26\tKart']);
    expect(seenInDocx(await docxOf('### Kart **over** alt'))).toEqual(['Kart over alt']);
  });

  it('tells its language, title, subject, sender and time', async () => {
    const docx = await docxOf('# Møte & mat');
    expect(partOf(docx, 'word/styles.xml')).toContain('<w:lang w:val="nn-NO"/>');
    const { subject, creator, created } = properties;
    expect(textsIn(partOf(docx, 'docProps/core.xml'))).toEqual([
      'Møte & mat',
      subject,
      creator,
      creator,
      'nn-NO',
      created,
      created,
    ]);
  });

  it('numbers its pages on A4', async () => {
    const docx = await docxOf('# Møte');
    expect(textsIn(partOf(docx, 'word/footer1.xml'))).toEqual(['Møte', 'Side ', 'PAGE', ' av ', 'NUMPAGES']);
    expect(partOf(docx, 'word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
  });

  it('repeats the head of a table, splits no row, and fills the width of the page', async () => {
    const body = await bodyOf(
      '| Sak | Tittel |\n|---|--:|\n| **1** | En tittel som er lang nok til å trenge plass |',
    );
    const rows = body.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
    expect(rows.map((row) => [row.includes('<w:tblHeader/>'), row.includes('<w:cantSplit/>')])).toEqual([
      [true, true],
      [false, true],
    ]);
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map((match) => Number(match[1]));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9638);
    expect(widths[0]).toBeLessThan(Number(widths[1]) / 4);
    expect(rows[1]).toContain('<w:jc w:val="right"/>');
    expect(rows[1]).toMatch(/<w:b\/>.*>1</su);
  });

  it('gives tables under the same headings the same columns, so that they line up', async () => {
    const rows = ['Ring', 'Skriv til alle som har svart', 'Rydd'];
    const body = await bodyOf(
      rows.map((row) => `| Tiltak | Frist |\n|---|---|\n| ${row} | 1. mai |`).join('\n\nx\n\n'),
    );
    const grids = body.match(/<w:tblGrid>.*?<\/w:tblGrid>/gsu) ?? [];
    expect(grids).toHaveLength(3);
    expect(new Set(grids).size).toBe(1);
  });

  it('ends with a paragraph after a table, as Word wants', async () => {
    expect(await bodyOf('| A |\n|---|\n| b |')).toMatch(/<\/w:tbl><w:p\b.*<w:sectPr/su);
    expect(await bodyOf('| A |\n|---|\n| b |\n\n| C |\n|---|\n| d |')).toMatch(/<\/w:tbl><w:p\b.*?<w:tbl>/su);
  });

  it('numbers each list from where it begins', async () => {
    const docx = await docxOf('1. a\n2. b\n\nx\n\n1. c\n\n- d\n  - e\n\n7. f');
    const numbering = partOf(docx, 'word/numbering.xml');
    const used = [
      ...partOf(docx, 'word/document.xml').matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/gu),
    ];
    expect(used.map((match) => match[1])).toEqual(['0', '0', '0', '0', '1', '0']);
    const ids = used.map((match) => match[2]);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(5);
    expect(numbering).toContain('<w:start w:val="7"/>');
  });

  it('links to addresses and to headings', async () => {
    const docx = await docxOf(
      '# T\n\n[a](https://nal.no/?a=1&b=2) [b](#s) [c](#borte) [d](https://nal.no/2)\n\n## S',
    );
    const links = [
      ...partOf(docx, 'word/document.xml').matchAll(/<w:hyperlink [^>]*?(r:id|w:anchor)="([^"]+)"/gu),
    ];
    expect(links.map((match) => match[2])).toEqual(['rIdLink1', 'heading_2', 'rIdLink2']);
    expect(partOf(docx, 'word/document.xml')).toContain('<w:bookmarkStart w:name="heading_2" w:id="2"/>');
    const relationships = partOf(docx, 'word/_rels/document.xml.rels');
    expect(relationships).toMatch(
      /Id="rIdLink1"[^>]*Target="https:\/\/nal\.no\/\?a=1&amp;b=2" TargetMode="External"/u,
    );
    expect(relationships).toMatch(/Id="rIdLink2"[^>]*Target="https:\/\/nal\.no\/2"/u);
    expect(seenInDocx(docx)).toEqual(['T', 'a b c d', 'S']);
  });

  it('keeps a case together, but not one case with the next', async () => {
    const body = await bodyOf('## S\n\n### **1** A\n\nen\n\nto\n\n### **2** B\n\ntre');
    const kept = (body.match(/<w:p>.*?<\/w:p>/gsu) ?? []).map((paragraph) =>
      paragraph.includes('<w:keepNext/>'),
    );
    // Headings keep with the next by their style.
    expect(kept).toEqual([false, false, true, false, false, false]);
  });

  it('writes facts, breaks, notes and bylines', async () => {
    const docx = await docxOf(
      '_Fra_\n\n# T\n\n_om_\n\nSted\n: Oslo\n: Bergen\n\n> a\\\n> **b**\n\n## S\n\n_liten_',
    );
    expect(seenInDocx(docx)).toEqual(['Fra', 'T', 'om', 'Sted\tOslo\nBergen', 'a\nb', 'S', 'liten']);
    const styles = [...partOf(docx, 'word/document.xml').matchAll(/<w:pStyle w:val="(\w+)"\/>/gu)].map(
      (match) => match[1],
    );
    expect(styles).toEqual(['Kicker', 'Heading1', 'Subtitle', 'Fact', 'Note', 'Heading2', 'Byline']);
  });

  it('drops what XML cannot hold, should a template have it', async () => {
    expect(seenInDocx(await docxOf('a\u0001b\uFFFEc'))).toEqual(['abc']);
  });

  it('is a package whose parts are all named in its table of contents', async () => {
    const names = Object.keys(unzipSync(await docxOf('# T')));
    expect(names[0]).toBe('[Content_Types].xml');
    const types = partOf(await docxOf('# T'), '[Content_Types].xml');
    for (const name of names.slice(1)) {
      expect(
        types.includes(`PartName="/${name}"`) ||
          types.includes(`Extension="${name.slice(name.lastIndexOf('.') + 1)}"`),
      ).toBe(true);
    }
  });
});
