import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import { aimedCounty, defaultTarget, parseTarget } from '../../../src/papers/announcement/target.ts';

const lists = ['webinar', 'Nettverk for sentrum'];

describe('a target', () => {
  it('is the union of areas, each narrowed by its conditions', () => {
    const { areas } = parseTarget(
      'fylke:Vestland; rogaland + sentralitet:5–6, LISTE:nettverk  for sentrum',
      lists,
    );
    expect(areas).toEqual([
      [
        { key: 'county', numbers: new Set(['46', '11']) },
        { key: 'centrality', classes: new Set([5, 6]) },
      ],
      [{ key: 'list', lists: new Set(['nettverk for sentrum']) }],
    ]);
  });

  it.each([
    [defaultTarget, [{ key: 'centrality', classes: new Set([5, 6]) }]],
    ['sentralitet:3', [{ key: 'centrality', classes: new Set([3]) }]],
    [
      'kommune:4601;Voss herad;Våler (Østfold)',
      [{ key: 'municipality', numbers: new Set(['4601', '4621', '3114']) }],
    ],
    ['slag:fylkeskommune;herad', [{ key: 'kind', kinds: new Set(['county', 'municipality']) }]],
    ['fylke:46', [{ key: 'county', numbers: new Set(['46']) }]],
    ['fylke:Møre og Romsdal fylke', [{ key: 'county', numbers: new Set(['15']) }]],
  ])('reads «%s»', (text, area) => {
    expect(parseTarget(text, lists).areas).toEqual([area]);
  });

  it.each([
    ['', /is not a condition/u, /--target/u],
    ['Vestland', /«Vestland» in the target is not a condition/u, /fylke:Vestland/u],
    ['fylke:', /is not a condition/u, /--target/u],
    ['fylke:Vestland,', /is not a condition/u, /--target/u],
    ['fylker:Vestland', /no key «fylker»/u, /«fylke:»/u],
    ['constructor:x', /no key «constructor»/u, /sentralitet/u],
    ['fylke:Vestlandet', /no county «Vestlandet»/u, /«Vestland»/u],
    ['fylke:Hordaland', /«Hordaland» is no longer a county/u, /fylke:Vestland\./u],
    ['fylke:Viken', /«Viken» is no longer a county/u, /fylke:Østfold;Akershus;Buskerud\./u],
    ['fylke:54', /«54» is no longer a county/u, /fylke:Troms;Finnmark\./u],
    ['kommune:Bergn', /no municipality «Bergn»/u, /«Bergen»/u],
    [
      'kommune:Våler',
      /several municipalities called «Våler»: 3114 Våler \(Østfold\) and 3419/u,
      /kommune:3114/u,
    ],
    ['kommune:Herøy', /1515 .* and 1818/u, /kommune:1515/u],
    ['kommune:1507', /1507 is no longer in use/u, /1508 Ålesund or 1580 Haram/u],
    ['kommune:9999', /No municipality has the number 9999/u, /four digits/u],
    ['kommune:46011', /has the number 46011/u, /4601 Bergen/u],
    ['slag:bydel', /no kind of recipient «bydel»/u, /slag:kommune/u],
    ['sentralitet:7', /«7» is not a centrality/u, /5-6/u],
    ['sentralitet:6-5', /«6-5» is not a centrality/u, /5-6/u],
    ['liste:webinr', /on a list «webinr»/u, /«webinar»/u],
  ])('refuses «%s» and says what to write', (text, message, advice) => {
    const refusal = (): unknown => parseTarget(text, lists);
    expect(refusal).toThrow(message);
    expect(refusal).toThrow(expect.objectContaining({ advice: expect.stringMatching(advice) as string }));
  });

  it('is read or refused, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        try {
          expect(parseTarget(text, lists).areas.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe('the county that a target is aimed at', () => {
  it.each([
    ['fylke:Vestland', '46'],
    ['fylke:Vestland+slag:kommune', '46'],
    ['fylke:Vestland+sentralitet:5,fylke:46+sentralitet:6', '46'],
    ['fylke:Vestland;Rogaland', undefined],
    ['fylke:Vestland,fylke:Rogaland', undefined],
    ['fylke:Vestland,sentralitet:5-6', undefined],
    ['kommune:4601;4640', undefined],
    ['liste:webinar', undefined],
  ])('%s: %s', (text, county) => {
    expect(aimedCounty(parseTarget(text, lists))).toBe(county);
  });
});
