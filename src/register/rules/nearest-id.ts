/** Finds the ID that a mistyped one was meant to be. Takes the same time however many IDs there are. */

const form = /^(?<letter>[A-Z])-(?<year>20\d\d)-(?<number>\d{3,6})$/u;

/** Two neighbouring digits swapped: 071 → 017. */
const swapped = (digits: string): readonly string[] =>
  Array.from(
    { length: digits.length - 1 },
    (_, at) => `${digits.slice(0, at)}${digits.charAt(at + 1)}${digits.charAt(at)}${digits.slice(at + 2)}`,
  ).filter((other) => other !== digits);

/** Zeros too many or too few: 0017 → 017. */
const otherZeros = (digits: string): readonly string[] =>
  [3, 4].map((length) => String(Number(digits)).padStart(length, '0')).filter((other) => other !== digits);

/** One digit wrong. */
const oneChanged = (digits: string): readonly string[] =>
  Array.from({ length: digits.length }, (_, at) => at).flatMap((at) =>
    Array.from({ length: 10 }, (_, digit) => `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`).filter(
      (other) => other !== digits,
    ),
  );

/**
 * The known ID that differs in the way mistyped ones do, the most likely mistake first: digits swapped, zeros, the year
 * before or after, one digit. Undefined when none is near, or several are equally near.
 */
export function nearestId(id: string, isKnown: (id: string) => boolean): string | undefined {
  const { letter, year, number } = form.exec(id)?.groups ?? {};
  if (letter === undefined || year === undefined || number === undefined) return undefined;
  const withNumber = (other: string): string => `${letter}-${year}-${other}`;
  const slips: readonly (readonly string[])[] = [
    [...swapped(number), ...otherZeros(number)].map(withNumber),
    [Number(year) - 1, Number(year) + 1].map((other) => `${letter}-${other}-${number}`),
    oneChanged(number).map(withNumber),
  ];
  for (const slip of slips) {
    const [only, second] = slip.filter(isKnown);
    if (only !== undefined) return second === undefined ? only : undefined;
  }
  return undefined;
}
