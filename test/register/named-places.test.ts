import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counties } from '../../src/register/data/counties.ts';
import { countyNumbersOf, readAreas, readCounties } from '../../src/register/named-places.ts';
import { readRegions } from '../../src/register/regions.ts';

const { regions } = readRegions(
  'Innherred (Trøndelag), Nettverk for by og land; Midten (Trøndelag, Innlandet)',
);

const named = (written: string): readonly string[] =>
  readCounties(written, regions).places.map(({ name }) => name);
const numbers = (written: string): readonly string[] => [
  ...countyNumbersOf(readCounties(written, regions).places),
];

describe('what a cell for a county names', () => {
  it.each([
    ['Vestland', ['Vestland']],
    ['vestland fylkeskommune', ['Vestland']],
    ['Trööndelage', ['Trøndelag']],
    ['Møre og Romsdal', ['Møre og Romsdal']],
    ['Troms, Finnmark', ['Troms', 'Finnmark']],
    ['Troms/Finnmark', ['Troms', 'Finnmark']],
    ['Agder og Rogaland', ['Agder', 'Rogaland']],
    ['Møre og Romsdal og Vestland', ['Møre og Romsdal', 'Vestland']],
    ['Vestland, Møre og Romsdal & Agder', ['Vestland', 'Møre og Romsdal', 'Agder']],
    ['innherred', ['Innherred']],
    ['Innherred (Trøndelag)', ['Innherred']],
    ['Trøndelag fylkeskommune / Innherred', ['Trøndelag', 'Innherred']],
    ['Nettverk for by og land', ['Nettverk for by og land']],
    ['Agder og Nettverk for by og land', ['Agder', 'Nettverk for by og land']],
    ['', []],
  ])('«%s»', (written, names) => {
    expect(named(written)).toEqual(names);
    expect(readCounties(written, regions).unknown).toEqual([]);
  });

  it('counts a region for its county, and a network for none', () => {
    expect(numbers('Innherred')).toEqual(['50']);
    expect(numbers('Midten, Oslo')).toEqual(['50', '34', '03']);
    expect(numbers('Nettverk for by og land')).toEqual([]);
  });

  it.each([
    ['Trøndelag fylkeskommune / Fosen', [{ written: 'Fosen', nearest: undefined }]],
    ['Trønderlag', [{ written: 'Trønderlag', nearest: 'Trøndelag' }]],
    ['Inherred', [{ written: 'Inherred', nearest: 'Innherred' }]],
    ['Østlandet', [{ written: 'Østlandet', nearest: undefined }]],
    ['Fylkeskommunen i Agder', [{ written: 'Fylkeskommunen i Agder', nearest: 'Agder' }]],
    ['46', [{ written: '46', nearest: 'Vestland' }]],
    ['Folk og land', [{ written: 'Folk og land', nearest: undefined }]],
    ['Agder og Fosen', [{ written: 'Fosen', nearest: undefined }]],
  ])('«%s» is not known, and then no part of it counts', (written, unknown) => {
    expect(readCounties(written, regions)).toEqual({ places: [], unknown });
  });

  it.each([
    ['Troms og Finnmark', ['Troms', 'Finnmark']],
    ['Viken fylkeskommune', ['Østfold', 'Akershus', 'Buskerud']],
    ['Vestfold og Telemark', ['Vestfold', 'Telemark']],
    ['Sør-Trøndelag', ['Trøndelag']],
    ['Sogn og Fjordane', ['Vestland']],
    ['Romsa ja Finnmárku', ['Troms', 'Finnmark']],
  ])('«%s» is a county of before, which may not be guessed', (written, successors) => {
    const { places, unknown } = readCounties(written, regions);
    expect(places).toEqual([]);
    expect(unknown).toMatchObject([{ written, successors: successors.map((name) => ({ name })) }]);
  });

  it('is a region of before where the workbook says so', () => {
    const own = readRegions('Troms og Finnmark (Troms, Finnmark), Viken').regions;
    expect([...countyNumbersOf(readCounties('Troms og Finnmark', own).places)]).toEqual(['55', '56']);
    expect(readCounties('Viken', own).places).toEqual([{ name: 'Viken', counties: [] }]);
  });

  it('reads any counties in any order with any signs between', () => {
    const names = counties().map(({ name }) => name);
    const some = fc.array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(', ', ' / ', ' og ', ';', '\n', ' & ')),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(some, (parts) => {
        const text = parts.map(([name, sign], index) => (index === 0 ? name : `${sign}${name}`)).join('');
        fc.pre(!/Troms (?:og|&) Finnmark|Vestfold (?:og|&) Telemark/u.test(text));
        expect(named(text)).toEqual(parts.map(([name]) => name));
      }),
    );
  });

  it('gives places or unknown parts for any text, and never both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (written, list) => {
        const { places, unknown } = readCounties(written, readRegions(list).regions);
        expect(places.length === 0 || unknown.length === 0).toBe(true);
      }),
    );
  });
});

describe('what a cell for an area names', () => {
  const of = (written: string): readonly string[] => [...countyNumbersOf(readAreas(written, regions).places)];

  it.each([
    ['Bergen', ['46']],
    ['4601 Bergen', ['46']],
    ['1201 Bergen', ['46']],
    ['Voss, Bykle og Innherred', ['46', '42', '50']],
    ['Nore og Uvdal', ['33']],
    ['Herøy', []],
    ['hele landet', []],
  ])('«%s»', (written, found) => {
    expect(of(written)).toEqual(found);
    expect(readAreas(written, regions).unknown).toEqual([]);
  });
});

describe('the list of regions and networks', () => {
  it('has a name for each, however the list is written', () => {
    const { regions: found, unknown } = readRegions(' A (Oslo)\nB;C ,, D (Oslo, Agder) ');
    expect(new Set([...found.values()].map(({ name }) => name))).toEqual(new Set(['A', 'B', 'C', 'D']));
    expect(unknown).toEqual([]);
  });

  it('names what is in brackets and is no county', () => {
    expect(readRegions('Innherred (Trønderlag), Viken (Viken), X (uferdig').unknown).toMatchObject([
      { written: 'Trønderlag', nearest: 'Trøndelag' },
      { written: 'Viken', successors: [{ number: '31' }, { number: '32' }, { number: '33' }] },
      { written: 'X (uferdig' },
    ]);
  });
});
