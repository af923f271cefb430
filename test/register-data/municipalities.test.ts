import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/domain/group.ts';
import { counties } from '../../src/register/data/counties.ts';
import { formerCounties } from '../../src/register/data/former-counties.ts';
import {
  municipalities,
  municipalityByNumber,
  renumberings,
  successorsOf,
} from '../../src/register/data/municipalities.ts';

const currentNames = (number: string): string =>
  (successorsOf(number) ?? []).map((next) => municipalityByNumber(next)?.name).join(', ');

describe('municipalities', () => {
  it('has the 357 of today, each number once and in order', () => {
    const numbers = municipalities().map(({ number }) => number);
    expect(numbers).toHaveLength(357);
    expect(numbers).toEqual([...new Set(numbers)].sort());
    expect(numbers.every((number) => /^\d{4}$/u.test(number))).toBe(true);
  });

  it('has the counts of språkvedtaksforskrifta and of centrality', () => {
    const count = (select: (one: ReturnType<typeof municipalities>[number]) => boolean): number =>
      municipalities().filter(select).length;
    expect(count(({ decision }) => decision === 'nb')).toBe(118);
    expect(count(({ decision }) => decision === 'nn')).toBe(88);
    expect(count(({ decision }) => decision === 'neutral')).toBe(151);
    expect([1, 2, 3, 4, 5, 6].map((level) => count(({ centrality }) => centrality === level))).toEqual([
      5, 21, 54, 65, 104, 108,
    ]);
    expect(count(({ centrality, decision }) => centrality > 4 && decision === 'nn')).toBe(67);
  });

  it('tells municipalities of one name apart, and knows the four herad', () => {
    const names = municipalities().map(({ displayName }) => displayName);
    expect(new Set(names).size).toBe(357);
    expect(names.filter((name) => name.startsWith('Våler'))).toEqual([
      'Våler (Østfold)',
      'Våler (Innlandet)',
    ]);
    const herads = municipalities().filter(({ kind }) => kind === 'herad');
    expect(herads.map(({ name }) => name)).toEqual(['Ullensvang', 'Ulvik', 'Voss', 'Kvam']);
  });

  it('leaves out what is not known', () => {
    const unknown = municipalities().filter(({ organisationNumber }) => organisationNumber === undefined);
    expect(unknown.map(({ name }) => name)).toEqual(['Ålesund', 'Haram']);
    expect(municipalities().filter(({ samiCategory }) => samiCategory !== undefined)).toHaveLength(14);
  });

  it('has organisation numbers with a right control digit', () => {
    const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
    for (const { name, organisationNumber } of municipalities()) {
      if (organisationNumber === undefined) continue;
      const sum = weights.reduce(
        (total, weight, index) => total + weight * Number(organisationNumber[index]),
        0,
      );
      expect(sum % 11, name).toBe(0);
    }
  });
});

describe('counties', () => {
  it('has what the municipalities add up to', () => {
    const byCounty = groupBy(municipalities(), ({ countyNumber }) => countyNumber);
    expect(counties()).toHaveLength(15);
    expect(counties().map(({ number }) => number)).toEqual([...byCounty.keys()].sort());
    for (const county of counties()) {
      const inCounty = byCounty.get(county.number) ?? [];
      expect(inCounty, county.name).toHaveLength(county.municipalityCount);
      const majority = (['nb', 'nn'] as const).find(
        (one) => inCounty.filter(({ decision }) => decision === one).length * 2 > inCounty.length,
      );
      expect(county.majority, county.name).toBe(majority ?? 'neutral');
      expect(new Set(inCounty.map(({ county: name }) => name))).toEqual(new Set([county.name]));
    }
  });
});

describe('former counties', () => {
  it('have numbers that are out of use, and became counties of today', () => {
    const current = new Set(counties().map(({ number }) => number));
    for (const { number, name, successors } of formerCounties()) {
      expect(current.has(number), name).toBe(false);
      expect(successors.length, name).toBeGreaterThan(0);
    }
    const numbers = formerCounties().map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort());
    const back = formerCounties().filter(({ name }) => counties().some((one) => one.name === name));
    expect(back.map(({ name, successors }) => successors[0]?.name === name)).toEqual(Array(7).fill(true));
  });

  it('became what their municipalities became, but for a few that changed county', () => {
    const odd = [...renumberings().keys()].filter((number) => {
      const former = formerCounties().find((one) => one.number === number.slice(0, 2));
      if (former === undefined) return false;
      const own = new Set(former.successors.map((one) => one.number));
      return (successorsOf(number) ?? []).some((next) => !own.has(next.slice(0, 2)));
    });
    // Rømskog, Jevnaker, Lunner, Røyken, Hurum, Svelvik and Hornindal.
    expect(odd).toEqual(['0121', '0532', '0533', '0627', '0628', '0711', '1444']);
  });
});

describe('successorsOf', () => {
  it.each([
    ['0402', ['3401']],
    ['0219', ['3201']],
    ['3024', ['3201']],
    ['1201', ['4601']],
    ['1601', ['5001']],
    ['1702', ['5006']],
    ['0702', ['3903']],
    ['1567', ['5061']],
    ['1903', ['5503']],
    ['1507', ['1508', '1580']],
    ['1534', ['1580']],
    ['1850', ['1806', '1875']],
    ['1613', ['5055', '5056', '5059']],
  ])('follows %s to %j', (number, successors) => {
    expect(successorsOf(number)).toEqual(successors);
  });

  it('knows nothing of numbers that are in use or never were', () => {
    expect(municipalities().filter(({ number }) => successorsOf(number) !== undefined)).toEqual([]);
    expect(successorsOf('9999')).toBeUndefined();
  });

  it('leads to municipalities of today', () => {
    for (const number of renumberings().keys()) {
      const successors = successorsOf(number) ?? [];
      expect(successors.length, number).toBeGreaterThan(0);
      expect(
        successors.every((next) => municipalityByNumber(next) !== undefined),
        number,
      ).toBe(true);
    }
  });

  it('keeps the name, but where municipalities were merged', () => {
    const renamed = [...renumberings().values()]
      .filter(({ number, name }) => currentNames(number) !== name)
      .map(({ number, name }) => `${name} → ${currentNames(number)}`);
    const byNew = groupBy(new Set(renamed), (line) => line.split(' → ')[1]);
    const merged = [...byNew].map(
      ([name, lines]) => `${name ?? ''}: ${lines.map((line) => line.split(' → ')[0]).join(', ')}`,
    );
    expect(merged.sort()).toMatchInlineSnapshot(`
      [
        "Alver: Meland, Radøy, Lindås",
        "Asker: Røyken, Hurum",
        "Aurskog-Høland: Rømskog",
        "Bjørnafjorden: Fusa, Os",
        "Drammen: Nedre Eiker, Svelvik",
        "Fjord: Norddal, Stordal",
        "Færder: Nøtterøy, Tjøme",
        "Hammerfest: Kvalsund",
        "Heim, Hitra, Orkland: Snillfjord",
        "Heim: Hemne, Halsa",
        "Holmestrand: Hof, Sande",
        "Hustadvika: Fræna, Eide",
        "Indre Fosen: Rissa, Leksvik",
        "Indre Østfold: Trøgstad, Spydeberg, Askim, Eidsberg, Hobøl",
        "Kinn: Flora, Vågsøy",
        "Kristiansand: Songdalen, Søgne",
        "Larvik: Lardal",
        "Lillestrøm: Sørum, Fet, Skedsmo",
        "Lindesnes: Mandal, Marnardal",
        "Lyngdal: Audnedal",
        "Midt-Telemark: Bø, Sauherad",
        "Molde: Nesset, Midsund",
        "Moss: Rygge",
        "Namsos: Namdalseid, Fosnes",
        "Narvik, Hamarøy: Tysfjord",
        "Narvik: Ballangen",
        "Nesbyen: Nes",
        "Nordre Follo: Ski, Oppegård",
        "Nærøysund: Vikna, Nærøy",
        "Orkland: Agdenes, Meldal, Orkdal",
        "Sandefjord: Andebu, Stokke",
        "Sandnes: Forsand",
        "Senja: Tranøy, Torsken, Berg, Lenvik",
        "Sogndal: Balestrand, Leikanger",
        "Stad: Selje, Eid",
        "Stavanger: Finnøy, Rennesøy",
        "Steinkjer: Verran",
        "Sunnfjord: Gaular, Jølster, Førde, Naustdal",
        "Tjeldsund: Skånland",
        "Trondheim: Klæbu",
        "Tønsberg: Re",
        "Ullensvang: Jondal, Odda",
        "Volda: Hornindal",
        "Voss: Granvin",
        "Åfjord: Roan",
        "Ålesund, Haram: Ålesund",
        "Ålesund: Ørskog, Skodje, Sandøy",
        "Ørland: Bjugn",
        "Øygarden: Sund, Fjell",
      ]
    `);
  });

  it('reaches every municipality that has a number of 2018, 2020 or 2024', () => {
    const reached = new Set([...renumberings().keys()].flatMap((number) => successorsOf(number) ?? []));
    const unreached = municipalities().filter(({ number }) => !reached.has(number));
    expect(new Set(unreached.map(({ countyNumber }) => countyNumber))).toEqual(
      new Set(['03', '11', '15', '18']),
    );
    // Of Rogaland's 23 all but 2, of Møre og Romsdal's 27 all but 6, of Nordland's 41 all but 2 were left as they were.
    expect(unreached).toHaveLength(1 + 21 + 21 + 39);
  });
});
