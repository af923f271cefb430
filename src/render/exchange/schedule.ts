/**
 * A programme as schedule.xml and schedule.json, the form that frab and pretalx share and conference apps read
 * (https://c3voc.de/wiki/schedule). Every text is data: escaped, and on one line.
 */
import type { Schedule, ScheduleDay, ScheduleEvent } from '../../domain/schedule.ts';
import { escapeHtml } from '../safe/escape.ts';
import { oneLine } from '../safe/plain-text.ts';

const zone = 'Europe/Oslo';
const slotLength = '00:05';

/** Characters that no XML document may hold (XML 1.0 section 2.2) are gone after `oneLine`. */
const xml = (text: string): string => escapeHtml(oneLine(text));

const element = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;

function eventXml(event: ScheduleEvent, language: string): readonly string[] {
  return [
    `      <event guid="${event.guid}" id="${String(event.id)}">`,
    ...[
      element('date', event.date),
      element('start', event.start),
      element('duration', event.duration),
      element('room', event.room),
      element('slug', event.slug),
      '<recording><license></license><optout>false</optout></recording>',
      element('title', event.title),
      '<subtitle></subtitle>',
      '<track></track>',
      '<type></type>',
      element('language', language),
      '<abstract></abstract>',
      '<description></description>',
      `<persons>${event.persons.map(({ id, name }) => `<person id="${String(id)}">${xml(name)}</person>`).join('')}</persons>`,
      '<links></links>',
      '<attachments></attachments>',
    ].map((line) => `        ${line}`),
    '      </event>',
  ];
}

function dayXml({ index, date, start, end, rooms }: ScheduleDay, language: string): readonly string[] {
  return [
    `  <day index="${String(index)}" date="${date}" start="${start}" end="${end}">`,
    ...rooms.flatMap(({ name, events }) => [
      `    <room name="${xml(name)}">`,
      ...events.flatMap((event) => eventXml(event, language)),
      '    </room>',
    ]),
    '  </day>',
  ];
}

/** `schedule.xml`. The same programme gives the same bytes. */
export function renderScheduleXml(schedule: Schedule): string {
  const { version, acronym, title, start, end, days, language } = schedule;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<schedule>',
    '  <generator name="felles" />',
    `  ${element('version', version)}`,
    '  <conference>',
    ...[
      element('acronym', acronym),
      element('title', title),
      element('start', start),
      element('end', end),
      element('days', String(days.length)),
      element('timeslot_duration', slotLength),
      element('time_zone_name', zone),
    ].map((line) => `    ${line}`),
    '  </conference>',
    ...days.flatMap((day) => dayXml(day, language)),
    '</schedule>',
  ];
  return `${lines.join('\n')}\n`;
}

const eventJson = (event: ScheduleEvent, language: string): object => ({
  guid: event.guid,
  id: event.id,
  date: event.date,
  start: event.start,
  duration: event.duration,
  room: oneLine(event.room),
  slug: event.slug,
  title: oneLine(event.title),
  subtitle: '',
  track: '',
  type: '',
  language,
  abstract: '',
  description: '',
  recording_license: '',
  do_not_record: false,
  persons: event.persons.map(({ id, name }) => ({ id, public_name: oneLine(name) })),
  links: [],
  attachments: [],
});

/** `schedule.json`, the same as JSON. */
export function renderScheduleJson(schedule: Schedule): string {
  const { version, acronym, title, start, end, days, language } = schedule;
  const conference = {
    acronym,
    title: oneLine(title),
    start,
    end,
    daysCount: days.length,
    timeslot_duration: slotLength,
    time_zone_name: zone,
    rooms: [...new Set(days.flatMap(({ rooms }) => rooms.map(({ name }) => oneLine(name))))].map((name) => ({
      name,
    })),
    days: days.map((day) => ({
      index: day.index,
      date: day.date,
      day_start: day.start,
      day_end: day.end,
      rooms: Object.fromEntries(
        day.rooms.map(({ name, events }) => [
          oneLine(name),
          events.map((event) => eventJson(event, language)),
        ]),
      ),
    })),
  };
  return `${JSON.stringify({ schedule: { version, conference } }, null, 2)}\n`;
}
