/** Names of months, seasons and weekdays as people type them, bokmål and nynorsk, in lower case. */

const months: readonly (readonly string[])[] = [
  ['januar', 'jan'],
  ['februar', 'feb', 'febr'],
  ['mars', 'mar'],
  ['april', 'apr'],
  ['mai'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['desember', 'des'],
];

const monthNumbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1])));

/** 1–12, with or without the full stop of a short form. */
export function monthNumber(name: string): number | undefined {
  return monthNumbers.get(name.replace(/\.$/u, ''));
}

const seasonMonths: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['vår', [3, 5]],
  ['sommer', [6, 8]],
  ['sommar', [6, 8]],
  ['høst', [9, 11]],
  ['haust', [9, 11]],
]);

/** The first and last month of spring, summer or autumn. Winter is not included: it is in two years. */
export function seasonOf(name: string): readonly [number, number] | undefined {
  return seasonMonths.get(name) ?? seasonMonths.get(name.replace(/en$/u, ''));
}

const weekdays: readonly RegExp[] = [
  /^m[aå]n(?:dag)?$/u,
  /^(?:tirs?|tys?)(?:dag)?$/u,
  /^ons?(?:dag)?$/u,
  /^tors?(?:dag)?$/u,
  /^fre(?:dag)?$/u,
  /^(?:lør|laur?)(?:dag)?$/u,
  /^(?:søn|sun)(?:dag)?$/u,
];

/** 1 Monday … 7 Sunday, for whole names and short ones. */
export function weekdayNumber(name: string): number | undefined {
  const index = weekdays.findIndex((form) => form.test(name));
  return index === -1 ? undefined : index + 1;
}

/** `mars` */
export const monthName = (month: number): string => months[month - 1]?.[0] ?? '';

/** `våren`, from the first month of a season. */
export function seasonName(firstMonth: number): string {
  const stem = [...seasonMonths].find(([, [first]]) => first === firstMonth)?.[0];
  return stem === undefined ? '' : `${stem}en`;
}
