import { describe, expect, it } from 'vitest';
import { wordNotes } from '../../../src/language/due/note-words.ts';
import type { WallTime } from '../../../src/domain/time.ts';
import { digestEntries } from '../../../src/papers/due/digests.ts';
import type { Entry } from '../../../src/papers/due/entry.ts';
import { dueList } from '../../../src/papers/due/list.ts';
import { registerWith } from '../../support/announcements.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../../support/build-workbook.ts';
import { first, kept } from '../../support/digests.ts';
import { settingRow } from '../../support/webinars.ts';

const row = (more: RowInput = {}): RowInput => ({
  ...{ ID: 'A-2026-901', Type: 'Informasjon', Tittel: 'Sak', Part: 'Bylivsenteret', Status: 'Planlagt' },
  ...{ Start: dateCell('2027-06-10'), ...more },
});
const reader: RowInput = {
  ...{ ID: 'K-2026-901', Navn: 'Seksjonssjef', Part: 'Distriktssenteret', Skriftspråk: 'nynorsk' },
  ...{ 'E-post': 'sjef@distriktssenteret.example', Lister: 'orientering' },
};

const due = (tabs: TabsInput, now: WallTime): readonly Entry[] =>
  digestEntries({
    register: registerWith({ Kontakter: [reader], ...tabs }),
    now,
    keyOf: (mailing, address) => `${mailing} ${address}`,
    sizes: new Map(),
  });
const brief = (tabs: TabsInput, day: string): readonly unknown[] =>
  due(tabs, nowAt(`${day}T08:00`)).map(({ name, state, since }) => [name, state, since]);

/** Told on 1 November, and renamed since. */
const was = { Aktiviteter: [row()] };
const renamed = { Aktiviteter: [row({ Tittel: 'Ny sak' })], Formidlet: kept(was, first) };

describe('a digest', () => {
  it('is due for the first time when there is something to tell, and not otherwise', () => {
    expect(due(was, first)).toEqual([
      {
        ...{ name: 'distriktssenteret digest first', state: 'due', matter: 'digest', since: '2026-11-01' },
        ...{ about: { id: 'distriktssenteret', title: 'Distriktssenteret' }, changes: [] },
        command: 'digest -- --for Distriktssenteret --mailing',
      },
    ]);
    expect(due({ Aktiviteter: [] }, first)).toEqual([]);
    const joint = { Aktiviteter: [row({ Part: 'Felles' })] };
    expect(due(joint, first).map(({ about }) => about.id)).toEqual(['bylivsenteret', 'distriktssenteret']);
  });

  it('that is made and waits is named by its party, too', () => {
    const register = registerWith({ Kontakter: [reader], ...was });
    const sizes = new Map([['distriktssenteret.digest.r1', 1]]);
    const entries = dueList({ register, now: first, keyOf: String, sizes });
    expect(entries.map(({ about }) => about.title)).toEqual(['Distriktssenteret']);
  });

  it.each([
    ['2026-11-30', []],
    ['2026-12-01', [['distriktssenteret digest 2026-12-01', 'due', '2026-12-01']]],
    ['2026-12-30', [['distriktssenteret digest 2026-12-01', 'due', '2026-12-01']]],
    ['2026-12-31', [['distriktssenteret digest 2026-12-31', 'overdue', '2026-12-01']]],
    ['2027-02-01', [['distriktssenteret digest 2027-01-30', 'overdue', '2026-12-01']]],
  ])('is due when the interval has passed and something is new: on %s', (day, entries) => {
    expect(brief(renamed, day)).toEqual(entries);
    expect(brief({ ...renamed, ...was }, day)).toEqual([]);
  });

  it('is due as often as the settings say, and never with 0', () => {
    const every = (value: string): TabsInput => ({
      ...renamed,
      Oppsett: [settingRow('Orientering, dager mellom', value)],
    });
    expect(brief(every('2 uker'), '2026-11-15').length).toBe(1);
    expect(brief(every('90'), '2026-12-15')).toEqual([]);
    expect(brief(every('0'), '2027-12-15')).toEqual([]);
    expect(due({ Aktiviteter: [row()], Oppsett: every('0')['Oppsett'] ?? [] }, first)).toEqual([]);
  });

  it.each([
    [{ Start: dateCell('2026-11-12') }, { Start: dateCell('2026-11-13') }, ['time']],
    [{ Start: dateCell('2026-11-12T10:00') }, { Start: dateCell('2026-11-12T12:00') }, ['time']],
    [{ Start: dateCell('2026-11-12') }, { Start: null }, ['time']],
    [{ Start: dateCell('2026-11-12') }, { Start: dateCell('2026-11-12'), Status: 'Avlyst' }, ['state']],
    [{ Start: dateCell('2027-03-12') }, { Start: dateCell('2026-11-12') }, ['time']],
    [{ Start: dateCell('2026-11-12') }, { Start: dateCell('2026-11-12'), Sted: 'Bodø' }, undefined],
    [{ Start: dateCell('2027-03-12') }, { Start: dateCell('2027-03-13') }, undefined],
  ])('does not wait for its day with what is near: %j, now %j', (said, is, facts) => {
    const tabs = { Aktiviteter: [row(is)], Formidlet: kept({ Aktiviteter: [row(said)] }, first) };
    const entries = due(tabs, nowAt('2026-11-05T08:00'));
    expect(entries.map(({ changes }) => changes.map(({ fact }) => fact))).toEqual(
      facts === undefined ? [] : [facts],
    );
    expect(entries.map(({ name, state }) => [name, state])).toEqual(
      facts === undefined ? [] : [['A-2026-901 digest distriktssenteret', 'outdated']],
    );
  });

  it.each([
    ['another list', { ...reader, Lister: 'kvartalsmøte' }],
    ['no address', { ...reader, 'E-post': null }],
    ['the other party', { ...reader, Part: 'Bylivsenteret' }],
    ['a reservation', { ...reader, Lister: 'orientering, reservert' }],
  ])('names the list where nobody can get it by mail: %s', (_, contact) => {
    const [entry] = due({ ...was, Kontakter: [contact] }, first);
    expect([entry?.command, wordNotes(entry?.notes, 'en')]).toEqual([
      'digest -- --for Distriktssenteret',
      expect.stringContaining('nobody in Distriktssenteret with an address is on the list «orientering»'),
    ]);
  });

  it('is not due where it is not known what may be shared', () => {
    const register = registerWith(was);
    const { activities, ...tabs } = register.tabs;
    const unknown = { ...register, tabs: { ...tabs, activities: undefined } };
    expect(activities).toBeDefined();
    expect(digestEntries({ register: unknown, now: first, keyOf: String, sizes: new Map() })).toEqual([]);
  });
});
