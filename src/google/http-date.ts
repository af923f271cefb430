const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The time that a header names, as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), in milliseconds since 1970.
 * Undefined for anything else: the two obsolete forms are left out, since Google sends neither.
 */
export function parseHttpDate(text: string | null): number | undefined {
  const pattern =
    /^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/u;
  const groups = pattern.exec(text ?? '')?.groups;
  if (groups === undefined) return undefined;
  const month = MONTHS.indexOf(groups['month'] ?? '');
  if (month < 0) return undefined;
  const number = (name: string): number => Number(groups[name]);
  return Date.UTC(number('year'), month, number('day'), number('hour'), number('minute'), number('second'));
}

/** What `Retry-After` asks for, in milliseconds: seconds, or a time (RFC 9110, 10.2.3). `now` as in `Date.now()`. */
export function parseRetryAfter(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000;
  const until = parseHttpDate(text);
  return until === undefined ? undefined : Math.max(0, until - now);
}
