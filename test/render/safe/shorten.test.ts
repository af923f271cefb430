import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { escapeMarkdown } from '../../../src/render/safe/escape.ts';
import { oneLine } from '../../../src/render/safe/plain-text.ts';
import { renderPost } from '../../../src/render/text/post.ts';
import { firstSentences, shortened } from '../../../src/render/safe/shorten.ts';
import { anyCodeUnits } from '../../support/any-text.ts';

const anyWords = fc.oneof(
  anyCodeUnits,
  fc
    .array(fc.constantFrom('Sted', 'byliv –', '👩‍👩‍👧‍👦', 'stedsutvikling,', 'Åse.', 'a'))
    .map((words) => words.join(' ')),
);

describe('a text that must be short', () => {
  it.each([
    ['Tomme lokaler – nytt liv', 40, 'Tomme lokaler – nytt liv'],
    ['Tomme lokaler – nytt liv', 24, 'Tomme lokaler – nytt liv'],
    ['Tomme lokaler – nytt liv', 23, 'Tomme lokaler – nytt\u00A0…'],
    ['Tomme lokaler – nytt liv', 18, 'Tomme lokaler\u00A0…'],
    ['Tomme lokaler – nytt liv', 15, 'Tomme lokaler\u00A0…'],
    ['Tomme lokaler – nytt liv', 14, 'Tomme\u00A0…'],
    ['Stedsutviklingskonferanse', 10, 'Stedsutvi…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15, '👩‍👩‍👧‍👦…'],
    ['  to\n linjer ', 20, 'to linjer'],
  ])('«%s» in %i is «%s»', (text, most, short) => {
    expect(shortened(text, most)).toBe(short);
  });

  it('is never too long, never cut inside a word, and left alone where it fits', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 80 }), (text, most) => {
        const line = oneLine(text);
        const short = shortened(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        if (line.length <= most) expect(short).toBe(line);
        const cut = /^(?<words>.+)\u00A0…$/u.exec(short)?.groups?.['words'];
        if (cut !== undefined && short !== line) {
          expect(line.startsWith(cut)).toBe(true);
          expect(line.slice(cut.length)).toMatch(/^[\s,;:.–—-]/u);
        }
      }),
    );
  });
});

describe('whole sentences', () => {
  it.each([
    [
      'Bli med 4. februar kl. 10.00. Det er gratis. Velkommen!',
      50,
      'Bli med 4. februar kl. 10.00. Det er gratis.',
    ],
    ['Bli med 4. februar kl. 10.00. Det er gratis.', 30, 'Bli med 4. februar kl. 10.00.'],
    ['Bli med 4. februar kl. 10.00.', 20, ''],
    ['Hvem bygger når prisene er lave? Kom og hør.', 40, 'Hvem bygger når prisene er lave?'],
  ])('«%s» in %i is «%s»', (text, most, short) => {
    expect(firstSentences(text, most)).toBe(short);
  });

  it('are a start of the text that fits', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 0, max: 80 }), (text, most) => {
        const short = firstSentences(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(oneLine(text).startsWith(short)).toBe(true);
      }),
    );
  });
});

describe('a post', () => {
  const post = (headline: string, ingress: string, link: string): string =>
    renderPost(
      parseMarkdown(
        `${escapeMarkdown(headline)}\n\n${escapeMarkdown(ingress)}\n\nMeld deg på innen 2. februar: [x](<${link}>)\n`,
      ),
    );
  const short = 'https://pamelding.example/w';

  it('has its link at the end, as an address', () => {
    expect(post('Webinar 4. februar: Tomme lokaler', 'Vi ser på hva kommunen kan gjøre.', short)).toBe(
      `Webinar 4. februar: Tomme lokaler\n\nVi ser på hva kommunen kan gjøre.\n\nMeld deg på innen 2. februar: ${short}`,
    );
  });

  it('gives up what stands between first, then the end of the headline, and the link last', () => {
    const sentence = 'Vi ser på hva kommunen kan gjøre. ';
    const headline = 'Webinar 4. februar: Tomme lokaler';
    const call = 'Meld deg på innen 2. februar:';
    expect(post(headline, sentence.repeat(9), short)).toBe(
      `${headline}\n\n${sentence.repeat(5).trim()}\n\n${call} ${short}`,
    );
    const long = new RegExp(`^(?:ord ){50,}ord\u00A0…\n\n${call} ${short}$`, 'u');
    expect(post('ord '.repeat(90), sentence, short)).toMatch(long);
    const withRoomFor = (room: number): string => short + 'x'.repeat(280 - 2 - room - short.length);
    const address = withRoomFor(60);
    expect(post('ord '.repeat(90), sentence, address)).toBe(`${'ord '.repeat(13)}ord\u00A0…\n\n${address}`);
    expect(post(headline, sentence, withRoomFor(20))).toBe(`${headline}\n\n${sentence.trim()}`);
  });

  it('is never longer than 280 characters', () => {
    fc.assert(
      fc.property(anyWords, anyWords, fc.integer({ min: 0, max: 400 }), (headline, ingress, length) => {
        const written = post(headline, ingress, short + 'x'.repeat(length));
        expect(written.length).toBeLessThanOrEqual(280);
      }),
    );
  });
});
