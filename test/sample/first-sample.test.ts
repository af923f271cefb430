import { keysOf } from '../../src/app/mailings/keys.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NewRow } from '../../src/register/setup.ts';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { dayAt } from './days.ts';

/**
 * first-sample.csv is the list that the parties looked at on 23 November 2026. Made for that day, the sample has
 * its activities on its days.
 */
interface Listed {
  readonly start: string;
  readonly slutt: string;
  readonly type: string;
  readonly tittel_nb: string;
  readonly tittel_nn: string;
  readonly sted: string;
  readonly ansvarlig_part: string;
  readonly status: string;
  readonly kilde: string;
  readonly merknad: string;
}

function values(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/gu)].map((match) => match[1] ?? match[2] ?? '');
}

function listed(): readonly Listed[] {
  const text = readFileSync(new URL('first-sample.csv', import.meta.url), 'utf8');
  const [headings = '', ...lines] = text.trim().split('\n');
  const names = values(headings);
  return lines.map((line) => {
    const cells = values(line);
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) as unknown as Listed;
  });
}

const rows = listed();
const activities = sampleContent(dayAt('2026-11-23'), keysOf('file')).activities ?? [];

const text = (row: NewRow | undefined, heading: string): string => {
  const value = row?.[heading];
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if ('serial' in value) return String(value.serial);
  return 'day' in value ? value.day : value.wallTime;
};

const byTitle = ({ tittel_nb: nb, tittel_nn: nn, start }: Listed): readonly NewRow[] =>
  activities
    .filter((row) => [nb, nn].includes(text(row, 'Tittel')))
    .filter((row) => !/^\d{4}-\d\d-\d\d$/u.test(start) || text(row, 'Start').startsWith(start));

const parties: Readonly<Record<string, string>> = { begge: 'Felles' };
const types: Readonly<Record<string, string>> = {
  nettverk: 'Nettverk',
  bylivkonferansen: 'Konferanse',
  informasjonsdeling: 'Informasjon',
  forbilder: 'Forbilde',
  webinar: 'Webinar',
  kvartalsmøte: 'Kvartalsmøte',
  dialog: 'Fylkesdialog',
};

/** The examples themselves have a tab of their own. */
const asActivities = rows.filter(({ status }) => status !== 'registrert');

describe('the first sample', () => {
  it('has 64 rows, six of them examples', () => {
    expect([rows.length, asActivities.length]).toEqual([64, 58]);
  });

  it('has each activity once, on its day', () => {
    const missing = asActivities.filter((row) => byTitle(row).length !== 1);
    expect(missing).toEqual([]);
  });

  it('has the type, party, place and status of each', () => {
    const found = asActivities.map((row) => {
      const [activity] = byTitle(row);
      return ['Type', 'Part', 'Sted', 'Status'].map((heading) => text(activity, heading));
    });
    const wanted = asActivities.map(({ type, ansvarlig_part: party, sted, status }) => [
      types[type],
      parties[party] ?? party,
      sted,
      `${status.charAt(0).toUpperCase()}${status.slice(1)}`,
    ]);
    expect(found).toEqual(wanted);
  });

  it('has the times that the notes give', () => {
    const timed = asActivities.filter(({ merknad }) => merknad.startsWith('kl. 10.00–11.30'));
    expect(timed).toHaveLength(20);
    const times = timed.map((row) => [text(byTitle(row)[0], 'Start'), text(byTitle(row)[0], 'Slutt')]);
    expect(times).toEqual(timed.map(({ start }) => [`${start}T10:00`, `${start}T11:30`]));
  });

  it('has the sources as links', () => {
    const sourced = asActivities.filter(({ kilde }) => kilde !== 'konstruert');
    expect(sourced).toHaveLength(16);
    const links = sourced.map((row) => text(byTitle(row)[0], 'Lenke'));
    expect(links).toEqual(sourced.map(({ kilde }) => kilde.replace(/^http:/u, 'https:')));
  });

  it('has the examples with their sources in the tab for examples', () => {
    const examples = sampleContent(dayAt('2026-11-23'), keysOf('file')).examples ?? [];
    const wanted = rows.filter(({ status }) => status === 'registrert');
    expect(examples.map((row) => [text(row, 'Kommune'), text(row, 'Lenke')])).toEqual(
      wanted.map(({ sted, kilde }) => [sted, kilde]),
    );
  });
});
