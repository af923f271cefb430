/** Times of day as Norwegians type them (inputs of the forms `10:00`, `10.00`, `kl. 10`, `0900`, `24:00`). */

/** A time of day without a day, minutes since midnight; 1440 is midnight at the end of the day. */
export interface TimeOfDay {
  readonly minutes: number;
}

const clockForm = /^(?:kl\.? ?)?(?<hours>\d{1,2})(?:[.:](?<minutes>\d{2})(?::\d{2})?)?$/u;
/** Four digits that stand alone are a time only where they cannot be a year of this century. */
const clockRun = /^(?:kl\.? ?)?(?<hours>[01]\d)(?<minutes>\d{2})$/u;
/** After a date, four digits can be nothing else. */
const clockRunAfterDate = /^(?<hours>[012]\d)(?<minutes>\d{2})$/u;

function minutesIn(match: RegExpExecArray | null): number | undefined {
  if (match === null) return undefined;
  const hours = Number(match.groups?.['hours']);
  const minutes = Number(match.groups?.['minutes'] ?? 0);
  return minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0)) ? hours * 60 + minutes : undefined;
}

/** The minutes since midnight, 0–1440. The text is in lower case. A bare number of one or two digits is no time. */
export function clock(text: string): number | undefined {
  return /^\d{1,2}$/u.test(text) ? undefined : minutesIn(clockForm.exec(text) ?? clockRun.exec(text));
}

/** The same for a time that follows a date. */
export function clockAfterDate(text: string): number | undefined {
  return minutesIn(clockForm.exec(text) ?? clockRunAfterDate.exec(text));
}
