/** Counties that went out of use in the reforms of 2018, 2020 and 2024, from former-counties.json. */
import { counties, type County } from './counties.ts';
import table from './former-counties.json' with { type: 'json' };
import { readTable } from './table.ts';

export interface FormerCounty {
  /** Two digits, no longer in use. */
  readonly number: string;
  /** The name that it had. Seven of the names are in use again, with another number. */
  readonly name: string;
  readonly officialName: string;
  /** The counties of today that it became, in order of number. */
  readonly successors: readonly County[];
}

let parsed: readonly FormerCounty[] | undefined;

/** In order of number. */
export function formerCounties(): readonly FormerCounty[] {
  parsed ??= readTable('former-counties.json', table, {
    utgått_nummer: /\d\d/u,
    fylke: /[^,]+/u,
    offisielt_navn: /[^,]+/u,
    nye_nummer: /\d\d(?: \d\d)*/u,
  }).map((cell) => {
    const next = cell('nye_nummer').split(' ');
    return {
      number: cell('utgått_nummer'),
      name: cell('fylke'),
      officialName: cell('offisielt_navn'),
      successors: counties().filter(({ number }) => next.includes(number)),
    };
  });
  return parsed;
}
