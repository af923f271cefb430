import { keysOf } from '../../src/app/mailings/keys.ts';
import { describe, expect, it } from 'vitest';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import webinars from '../../src/register/sample/webinars.json' with { type: 'json' };
import type { NewRow } from '../../src/register/setup.ts';
import { languageFaults } from '../documents/checks/language.ts';
import { dayAt } from './days.ts';

/**
 * Each party writes in its own standard: Bylivsenteret in bokmål, Distriktssenteret in nynorsk; titles are in both. This looks for words
 * of the other standard alone; test/documents spells every word of the sample.
 */
const content = sampleContent(dayAt('2026-11-23'), keysOf('file'));

const textOf = (row: NewRow, headings: readonly string[]): string =>
  headings
    .map((heading) => row[heading])
    .filter((value) => typeof value === 'string')
    .join('\n');

function textsBy(
  party: string,
  rows: readonly NewRow[] = [],
  by: string,
  headings: readonly string[],
): readonly string[] {
  return rows.filter((row) => row[by] === party).map((row) => textOf(row, headings));
}

/** History is kept as its owner wrote it. */
const ownActivities = content.activities?.filter(
  ({ Lenke: link }) => typeof link !== 'string' || !link.includes('.no/'),
);

/** What is for the coming meeting is there in both standards, except a case that came before. */
const isInBoth = (row: NewRow): boolean => row['Tittel nynorsk'] !== undefined;
const inBoth = content.cases?.filter(isInBoth) ?? [];

const writtenBy = (party: string): readonly string[] => [
  ...textsBy(
    party,
    content.cases?.filter((row) => !isInBoth(row)),
    'Meldt av',
    [...['Tittel', 'Bakgrunn', 'Vedtak']],
  ),
  ...textsBy(party, content.actions, 'Part', ['Tiltak', 'Merknad']),
  ...textsBy(party, ownActivities, 'Part', ['Beskrivelse', 'Målgruppe', 'Merknad']),
  ...textsBy(party, content.examples, 'Meldt av', ['Tittel', 'Tema', 'Beskrivelse']),
];

const { source: _source, date: _date, series: _series, ...ofWebinars } = webinars;
const webinarTextsNb = Object.values(ofWebinars).map(({ nb }) => nb);
const webinarTextsNn = Object.values(ofWebinars).map(({ nn }) => nn);

type WebinarText = (typeof webinarTextsNb)[number];

const published = (texts: readonly WebinarText[]): readonly string[] =>
  texts.map(({ Tittel: title, Ingress: ingress, Brødtekst: body, Utbytte: benefits }) =>
    [title, ingress, ...body, ...benefits].join('\n'),
  );

/** Titles that the sample has in both standards, whoever wrote them. */
const titled = [...(content.slots ?? []), ...(ownActivities ?? [])];

const faultsOf = (texts: readonly string[], standard: 'nb' | 'nn'): readonly string[] =>
  texts.flatMap((text) => languageFaults(text, standard, () => true).map((fault) => `${fault} in «${text}»`));

describe('what stands in the sample', () => {
  it('is in bokmål where Bylivsenteret wrote it', () => {
    const texts = [
      ...writtenBy('Bylivsenteret'),
      ...published(webinarTextsNb),
      ...titled.map((row) => textOf(row, ['Tittel'])),
      ...inBoth.map((row) => textOf(row, ['Tittel', 'Bakgrunn', 'Forslag til vedtak', 'Vedtak'])),
    ];
    expect(texts.length).toBeGreaterThan(60);
    expect(faultsOf(texts, 'nb')).toEqual([]);
  });

  it('is in nynorsk where Distriktssenteret wrote it', () => {
    const texts = [
      ...writtenBy('Distriktssenteret'),
      ...published(webinarTextsNn),
      ...titled.map((row) => textOf(row, ['Tittel nynorsk'])),
      ...inBoth.map((row) =>
        textOf(row, ['Tittel nynorsk', 'Bakgrunn nynorsk', 'Forslag til vedtak nynorsk']),
      ),
    ];
    expect(texts.length).toBeGreaterThan(50);
    expect(faultsOf(texts, 'nn')).toEqual([]);
  });

  it('is found out when it is in the other standard', () => {
    expect(faultsOf(published(webinarTextsNb), 'nn').length).toBeGreaterThan(6);
    expect(faultsOf(published(webinarTextsNn), 'nb').length).toBeGreaterThan(6);
  });

  it('has every webinar text in both standards, alike in form', () => {
    const shape = (texts: readonly WebinarText[]): unknown =>
      texts.map(({ Brødtekst: body, Utbytte: benefits }) => [body.length, benefits.length]);
    expect(shape(webinarTextsNn)).toEqual(shape(webinarTextsNb));
  });
});
