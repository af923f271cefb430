import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderEmail, type MailShell } from '../../../src/render/mail/email.ts';
import { readMailStyles } from '../../../src/render/mail/email-styles.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';

const shell: MailShell = {
  page: { file: 'templates/mail.html.hbs', text: readFileSync('templates/mail.html.hbs', 'utf8') },
  styles: readFileSync('templates/mail.css', 'utf8'),
};
const properties = { standard: 'nn', subject: 'Webinar <4.>', preheader: 'Gratis\r\n& ope' } as const;
const everything = parseMarkdown(`# Tittel

_Under tittelen_

Når
: torsdag 4. februar

## Del

- [Meld deg på](https://pamelding.example/w)

> Merk dette.

| Hva | Tal |
| --- | ---: |
| **Ein** | 1 |
| To | |

**[Meld deg på](https://pamelding.example/w)**

**[Skriv til oss](mailto:post@felles.example)**

---
`);

describe('the HTML of a mail', () => {
  const html = renderEmail(everything, properties, shell);

  it('has its language, its subject and what lists show, hidden', () => {
    expect(html).toContain('<html lang="nn">');
    expect(html).toContain('<title>Webinar &lt;4.&gt;</title>');
    expect(html).toMatch(/<div class="preheader" style="display: none[^"]*">Gratis &amp; ope<\/div>/u);
  });

  it('has a style in every element that the sheet knows, for those who read nothing else', () => {
    for (const name of [
      'body',
      'h1',
      'h2',
      'p',
      'a',
      'ul',
      'li',
      'dl',
      'dt',
      'dd',
      'hr',
      'table',
      'th',
      'td',
    ])
      expect(html, name).toMatch(new RegExp(`<${name} (?:[a-z-]+="[^"]*" )*style="[^"]+`, 'u'));
    expect(html).toMatch(/<p class="byline" style="[^"]*color: #54605b/u);
    expect(html).toMatch(/<div class="note" style="[^"]*border-left/u);
    expect(html).toMatch(/<div class="fact" style="/u);
  });

  it('has the words of a column in each cell, for those who see no columns', () => {
    expect(html).toMatch(/<td class="right" style="[^"]*"><span class="label">Tal: <\/span>1<\/td>/u);
    expect(html).toMatch(/<td class="empty" style="display: none[^"]*"><\/td>/u);
    expect(html).toMatch(/<table style="display: block/u);
  });

  it('has a button for a bold link to a page that is alone, and for no other', () => {
    expect(html.match(/role="presentation" class="action"/gu)).toHaveLength(1);
    expect(html).toMatch(
      /<td class="button" style="[^"]*padding: 12px 24px[^"]*"><a href="https:\/\/pamelding[^"]*" class="button" style="[^"]*">Meld deg på<\/a><\/td>/u,
    );
  });

  it('asks nothing of anybody else', () => {
    expect(html).not.toMatch(/<(?:img|script|link|iframe|form)\b|url\(|@import|https?:(?!\/\/pamelding)/iu);
  });

  it('has the dark and the wide screen in its head', () => {
    const style = /<style>(?<style>.*?)<\/style>/su.exec(html)?.groups?.['style'] ?? '';
    expect(style).toContain('prefers-color-scheme: dark');
    expect(style).toContain('min-width: 480px');
    expect(style).not.toContain('/*');
  });

  it('is small enough that Gmail does not cut it off at 102 kB', () => {
    expect(renderEmail(everything, properties, shell)).toBe(html);
    expect(html.length).toBeLessThan(20_000);
  });
});

describe('a style sheet for mail', () => {
  it('lets a class weigh more than a name, and the last of equals count', () => {
    const { of } = readMailStyles('.b { color: red; } p { color: blue; margin: 0; } p { margin: 1px; }');
    expect(of('p', 'b')).toBe('color: red; margin: 1px');
    expect(of('p')).toBe('color: blue; margin: 1px');
    expect(of('td')).toBeUndefined();
  });

  it('keeps what stands in @media for the head', () => {
    const { head, of } = readMailStyles('p { a: b; } @media print { p { c: d; } .x { e: f; } } i { g: h; }');
    expect(head).toContain('@media print { p { c: d; }');
    expect([of('p'), of('i'), of('b', 'x')]).toEqual(['a: b', 'g: h', undefined]);
  });

  it.each(['p a { b: c; }', 'a:hover { b: c; }', '* { b: c; }', '#x { b: c; }'])('refuses %j', (sheet) => {
    expect(() => readMailStyles(sheet)).toThrow(RangeError);
  });
});
