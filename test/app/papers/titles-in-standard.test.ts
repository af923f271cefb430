import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../src/app/mailings/keys.ts';
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { escapeHtml } from '../../../src/render/safe/escape.ts';
import { dayAt } from '../../sample/days.ts';

/** The papers in nynorsk, as their golden files have them. */
const golden = readdirSync('test/golden', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.nn.html'),
);
const { activities = [], texts = [] } = sampleContent(dayAt('2026-11-23'), keysOf('file'));

const isIn = (standard: string) => (row: (typeof texts)[number]) =>
  row['Skriftspråk'] === standard && row['Godkjent av'] !== undefined;
const approved = new Set(texts.filter(isIn('nynorsk')).map(({ Aktivitet }) => Aktivitet));

const wordsOf = (value: unknown): string => escapeHtml(typeof value === 'string' ? value : '');
const hasOther = ({ ID, ...row }: (typeof activities)[number]): boolean =>
  approved.has(ID) || (row['Tittel nynorsk'] !== undefined && row['Tittel nynorsk'] !== row['Tittel']);
const translated = activities.filter(hasOther).map(({ Tittel }) => wordsOf(Tittel));
const onlyBokmaal = activities
  .filter((row) => !approved.has(row['ID']) && row['Tittel nynorsk'] === undefined)
  .map(({ Tittel }) => wordsOf(Tittel));

describe.each(golden)('%s', (file) => {
  const html = readFileSync(`test/golden/${file}`, 'utf8').replace(/<svg.*?<\/svg>/gsu, '');

  it('prints no title in bokmål that has one in nynorsk', () => {
    expect(translated.filter((title) => html.includes(title))).toEqual([]);
  });

  it('marks each title that is in bokmål only', () => {
    const unmarked = html.replace(/<span lang="nb">.*?<\/span>/gu, '');
    expect(onlyBokmaal.filter((title) => unmarked.includes(title))).toEqual([]);
  });
});

it('has titles of both kinds to look for', () => {
  expect(translated.length).toBeGreaterThan(12);
  expect(onlyBokmaal.length).toBeGreaterThan(12);
});
