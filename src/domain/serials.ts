/**
 * Days and times as spreadsheets store them: days since 1899-12-30, the time of day as a fraction. A serial number
 * has no time zone; it is what the clock on the wall shows.
 */

const MILLISECONDS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** A workbook in the 1904 date system counts from 1904-01-01. Source: ISO/IEC 29500-1, 18.17.4.1. */
export const DAYS_TO_1904 = 1462;

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z?)?$/u;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z?$/u;

/**
 * The serial number of an ISO 8601 day (`2026-11-23`), wall time (`2026-11-23T12:00`, seconds may follow) or bare
 * time (`12:00:00`). Null when it is none of these or the day does not exist.
 */
export function serialOf(iso: string): number | null {
  const time = TIME.exec(iso);
  if (time !== null) return timeOfDay(time.slice(1));
  const parts = DATE.exec(iso);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0] = parts.slice(1, 4).map(Number);
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) return null;
  const clock = timeOfDay(parts.slice(4));
  return clock === null ? null : (instant.getTime() - EPOCH) / MILLISECONDS_PER_DAY + clock;
}

function timeOfDay(parts: readonly (string | undefined)[]): number | null {
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(0, 3).map((part) => Number(part ?? 0));
  if (hours > 24 || minutes > 59 || seconds > 60) return null;
  return (hours * 3600 + minutes * 60 + seconds + Number(`0.${parts[3] ?? '0'}`)) / 86_400;
}
