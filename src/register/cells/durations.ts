/** Lengths of time as people write them: a number of minutes or of days, with or without the unit. */

type Unit = 'minutes' | 'days';

/** The size of each unit, only where it is certain: a month has no fixed number of days. */
const words: Readonly<Record<Unit, ReadonlyMap<string, number>>> = {
  minutes: worth([
    [1, 'min', 'mins', 'minutt', 'minutter', 'minutes', 'm'],
    [60, 'time', 'timer', 'timar', 't', 'h', 'hour', 'hours'],
  ]),
  days: worth([
    [1, 'dag', 'dager', 'dagar', 'd', 'døgn', 'day', 'days'],
    [7, 'uke', 'uker', 'veke', 'veker', 'week', 'weeks'],
  ]),
};

function worth(units: readonly (readonly [number, ...string[]])[]): ReadonlyMap<string, number> {
  return new Map(units.flatMap(([value, ...names]) => names.map((name) => [name, value])));
}

const numberWords: ReadonlyMap<string, number> = new Map(
  [
    ['null', 'ingen'],
    ['en', 'én', 'ei', 'éi', 'ett', 'eitt', 'et', 'eit'],
    ['to'],
    ['tre'],
    ['fire'],
    ['fem'],
    ['seks'],
    ['sju', 'syv'],
    ['åtte'],
    ['ni'],
    ['ti'],
  ].flatMap((names, value) => names.map((name) => [name, value])),
);

/** «dager før», «minutter i forveien»: the name of the setting says which way they are counted. */
const direction = /\s(?:før(?:e)?|etter|i forveien|i førevegen|på forhånd|på førehand)$/u;
const clockForm = /^(?<hours>\d{1,2}):(?<minutes>[0-5]\d)$/u;
const part = /^(?<number>\d{1,4}(?:[.,]\d{1,2})?|\p{L}+)\s*(?<unit>\p{L}+)?\.?$/u;

function partOf(text: string, unit: Unit): number | undefined {
  const { number = '', unit: word } = part.exec(text)?.groups ?? {};
  const value = /^\d/u.test(number) ? Number(number.replace(',', '.')) : numberWords.get(number);
  const factor = word === undefined ? 1 : words[unit].get(word);
  // «ti» alone may be the beginning of a word; with its unit it is a number.
  if (value === undefined || factor === undefined || (word === undefined && !/^\d/u.test(number)))
    return undefined;
  return value * factor;
}

/** A whole number of the unit, however it is written: «35», «35 dager», «2 uker», «1,5 timer», «1 time og 30 min». */
export function parseDuration(text: string | undefined, unit: Unit, most: number): number | undefined {
  const simple = (text ?? '')
    .normalize('NFC')
    .replace(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(direction, '');
  const time = unit === 'minutes' ? clockForm.exec(simple)?.groups : undefined;
  const sum = time === undefined ? sumOf(simple, unit) : Number(time['hours']) * 60 + Number(time['minutes']);
  return sum !== undefined && Number.isInteger(sum) && sum >= 0 && sum <= most ? sum : undefined;
}

/** Parts with a unit each may be added up: «1 t 30 min». */
function sumOf(text: string, unit: Unit): number | undefined {
  const whole = partOf(text, unit);
  if (whole !== undefined) return whole;
  const parts = text.split(/\s(?:og\s)?(?=\d)/u);
  const values = parts.map((one) => (/\p{L}\.?$/u.test(one) ? partOf(one, unit) : undefined));
  if (parts.length < 2) return undefined;
  return values.reduce<number | undefined>(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  );
}
