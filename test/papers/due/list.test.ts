import { describe, expect, it } from 'vitest';
import { dueList, wholeList } from '../../../src/papers/due/list.ts';
import type { DueRequest } from '../../../src/papers/due/entry.ts';
import { registerWith } from '../../support/announcements.ts';
import { registerOf } from '../../support/meetings.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');
const request = (tabs: TabsInput): DueRequest => ({
  ...{ register: registerWith(tabs), now, sizes: new Map() },
  keyOf: (mailing, address) => `${mailing} ${address}`,
});

const webinar = (more: RowInput = {}): RowInput => ({
  ...{ ID: 'A-2026-031', Type: 'Webinar', Tittel: 'Tettstedet', Part: 'Felles', Status: 'Planlagt' },
  ...{ Start: dateCell('2026-12-15T10:00'), ...more },
});
const mailing = 'A-2026-031.announcement.r1';
const sent = (key: string, hendelse = 'sendt'): RowInput => ({
  ...{ rk: key, sendId: mailing, hendelse, forsøk: 1, 'tid UTC': '2026-11-10T08:00:00Z' },
});
const said: RowInput = {
  ...{ 'Tid (UTC)': '2026-11-10T08:00:00Z', Type: 'Kunngjøring', Gjelder: 'A-2026-031', Utsendelse: mailing },
  ...{ Når: '2026-12-15T10:00', Status: 'Kommer' },
};
const unknown = `${mailing} unknown`;

const namesOf = (tabs: TabsInput): readonly string[] =>
  wholeList(request(tabs))
    .entries.filter(({ matter }) => matter === 'unknown')
    .map(({ name }) => name);

describe('a mailing of which the record does not say what it said', () => {
  it('is on the list as long as its activity is to come, with how many have it', () => {
    const tabs = { Aktiviteter: [webinar()], Utsendelser: [sent('a'), sent('b'), sent('c', 'feilet')] };
    const { entries } = wholeList(request(tabs));
    expect(entries.filter(({ matter }) => matter === 'unknown')).toMatchObject([
      { name: unknown, state: 'outdated', about: { id: 'A-2026-031' }, since: '2026-11-10', holders: 2 },
    ]);
    const past = { ...tabs, Aktiviteter: [webinar({ Start: dateCell('2026-11-20T10:00') })] };
    expect(namesOf(past)).toEqual([]);
  });

  it('is not on it where the record says it, or nobody has got it', () => {
    const Aktiviteter = [webinar()];
    expect(namesOf({ Aktiviteter, Utsendelser: [sent('a')], Formidlet: [said] })).toEqual([]);
    expect(namesOf({ Aktiviteter, Utsendelser: [sent('a', 'ikke sendt')] })).toEqual([]);
    expect(
      namesOf({ Aktiviteter, Utsendelser: [sent('a')], Formidlet: [{ ...said, Utsendelse: 'endret' }] }),
    ).toEqual([unknown]);
  });
});

describe('a waiver', () => {
  const waiver: RowInput = {
    ...{ 'Tid (UTC)': '2026-11-20T08:00:00Z', Type: 'Unntak', Gjelder: 'A-2026-031', Utsendelse: unknown },
    ...{ Grunn: 'alle er ringt', Når: '2026-12-15T10:00', Lenke: '–' },
  };
  const tabs = (more: RowInput = {}): TabsInput => ({
    ...{ Aktiviteter: [webinar(more)], Utsendelser: [sent('a')], Formidlet: [waiver] },
  });

  it('takes its entry off the list, and says why and when', () => {
    const { entries, waived } = wholeList(request(tabs()));
    expect(entries.map(({ name }) => name)).not.toContain(unknown);
    expect(waived).toMatchObject([{ entry: { name: unknown }, reason: 'alle er ringt', day: '2026-11-20' }]);
  });

  it.each<[string, RowInput]>([
    ['the time', { Start: dateCell('2026-12-16T10:00') }],
    ['the link', { Lenke: 'https://ny.example/' }],
  ])('holds until %s of its row changes', (_, more) => {
    expect(namesOf(tabs(more))).toEqual([unknown]);
  });
});

it('a mailing that is made is to be sent, and not to be made again', () => {
  const register = registerOf({
    Aktiviteter: [
      {
        ...{ ID: 'A-2026-001', Type: 'Kvartalsmøte', Tittel: 'Møte', Part: 'Bylivsenteret' },
        ...{ Status: 'Planlagt', Start: '03.12.2026 10:00', Slutt: '11:30' },
      },
    ],
    Kontakter: [
      {
        ...{ ID: 'K-2026-001', Navn: 'Anne Aas', Part: 'Bylivsenteret', Skriftspråk: 'bokmål' },
        ...{ 'E-post': 'anne@nal.example', Lister: 'kvartalsmøte' },
      },
    ],
  });
  const commandsWith = (sizes: ReadonlyMap<string, number>) =>
    dueList({ register, now: nowAt('2026-11-23T09:00'), keyOf: () => '', sizes })
      .filter(({ about }) => about.id === 'A-2026-001')
      .map(({ command }) => command);
  expect(commandsWith(new Map())).toEqual(['agenda -- --meeting A-2026-001 --number --mailing']);
  expect(commandsWith(new Map([['A-2026-001.agenda.r1', 1]]))).toEqual(['send -- A-2026-001.agenda.r1']);
});
