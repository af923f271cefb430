/** A programme in the form for other programs: days, rooms and events, in one written standard. */
import type { NorwegianStandard } from './written-standard.ts';

export interface ScheduleEvent {
  /** The digits of the slot's ID: the format accepts only a number. */
  readonly id: number;
  /** A UUID that stays as long as the slot's ID does. */
  readonly guid: string;
  readonly slug: string;
  readonly title: string;
  readonly room: string;
  /** With Oslo's offset from UTC: `2027-04-15T10:00:00+02:00`. */
  readonly date: string;
  readonly start: string;
  /** Hours and minutes. */
  readonly duration: string;
  readonly persons: readonly { readonly id: number; readonly name: string }[];
}

export interface ScheduleDay {
  readonly index: number;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly rooms: readonly { readonly name: string; readonly events: readonly ScheduleEvent[] }[];
}

export interface Schedule {
  readonly version: string;
  readonly acronym: string;
  readonly title: string;
  readonly language: NorwegianStandard;
  readonly start: string;
  readonly end: string;
  readonly days: readonly ScheduleDay[];
}
