import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { recordedAtClaim } from '../../../src/app/send/recorded.ts';
import { registerReader, storeLedger } from '../../../src/app/send/store-ledger.ts';
import type { Ledger, LedgerEntry } from '../../../src/delivery/ledger.ts';
import type { Mailing } from '../../../src/delivery/mailing.ts';
import {
  factNames,
  saidStates,
  statementKinds,
  type StatementContent,
} from '../../../src/domain/statement.ts';
import { nowAt } from '../../support/build-workbook.ts';
import type { TabAddition } from '../../../src/domain/workbook.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { statementRows } from '../../../src/register/statement-rows.ts';
import type { RegisterStore } from '../../../src/stores/store.ts';
import { createWorkbookFile, xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { makeTestSheet } from '../../stores/google/test-sheet.ts';

const now = nowAt('2026-11-24T09:00');
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const tabsBut = (...left: readonly string[]): readonly TabAddition[] =>
  planSetup(undefined, {}).flatMap((one) =>
    one.kind === 'tab' && !left.includes(one.layout.name) ? [one] : [],
  );

const stores: Readonly<Record<string, (tabs: readonly TabAddition[]) => Promise<RegisterStore>>> = {
  'an .xlsx file': async (tabs) => {
    const folder = await mkdtemp(join(tmpdir(), 'felles-'));
    ends.push(() => rm(folder, { recursive: true }));
    const path = join(folder, 'register.xlsx');
    await createWorkbookFile(path, tabs);
    return xlsxStore(path);
  },
  'a Google Sheet': async (tabs) => {
    const { google, store } = await makeTestSheet(tabs);
    ends.push(() => google.close());
    return store;
  },
};

const id = 'A-2026-038.moved.r1';
const facts = {
  state: 'coming',
  time: '2026-12-15T10:00/2026-12-15T11:00',
  place: null,
  link: 'https://a.example',
};
const mailing: Mailing = {
  format: 'felles-mailing-1',
  ...{ id, kind: 'moved', revision: 1, madeAt: '2026-11-24T08:00:00Z', workbook: 'file' },
  activity: { id: 'A-2026-038', start: '2026-12-15T10:00', end: '2026-12-15T11:00' },
  sender: { name: 'Felles', address: 'post@felles.example' },
  replyTo: 'post@felles.example',
  letters: [
    {
      ...{
        standard: 'nb',
        subject: 'Ny tid',
        preheader: '',
        html: 'message.nb.html',
        text: 'message.nb.txt',
      },
      calendar: { method: 'REQUEST', sequence: 3, file: 'invite.nb.ics' },
    },
  ],
  recipients: ['a', 'b'].map((letter) => ({
    ...{ key: letter.repeat(32), id: letter, name: letter, address: `${letter}@x.example` },
    ...{ standard: 'nb', reason: 'mailing-default' },
  })),
  says: [{ about: 'A-2026-038', facts }],
  ...{ overridden: [], source: [], files: [], planHash: 'c'.repeat(64) },
};

const claim = (letter: string, timeUtc = '2026-11-24T08:10:00Z'): LedgerEntry => ({
  ...{ recipientKey: letter.repeat(32), mailing: id, event: 'krevd', owner: 'maskin/1', attempt: 1, timeUtc },
});

interface Operator {
  readonly ledger: Ledger;
  readonly told: string[];
}

/** A run of send, with a reading of its own. */
function operator(store: RegisterStore, sent = mailing): Operator {
  const told: string[] = [];
  const terminal = { say: (line: string): void => void told.push(line) };
  return { ledger: storeLedger(store, registerReader(now), recordedAtClaim(sent, terminal)), told };
}

async function claims({ ledger }: Operator, ...entries: readonly LedgerEntry[]): Promise<unknown> {
  const { cursor } = await ledger.read();
  return ledger.append(entries, cursor);
}

const recordOf = async (store: RegisterStore): Promise<readonly StatementContent[]> =>
  readRegister(await store.read(), now).register.statements.map(({ at: _, ...said }) => said);

describe.each(Object.entries(stores))('what a mailing says, in %s', (_, make) => {
  it('is in the record from the first claim on, once for each row', async () => {
    const store = await make(tabsBut());
    const { ledger, told } = operator(store);
    const { cursor } = await ledger.read();
    const next = await ledger.append([claim('a')], cursor);
    if (next === 'overtaken') throw new Error('nobody was there');
    await ledger.append([claim('b')], next);
    expect(await recordOf(store)).toEqual([
      {
        ...{ kind: 'moved', about: 'A-2026-038', what: id, saidAt: '2026-11-24T08:10:00Z', count: 2 },
        ...{ by: 'maskin/1', sequence: 3, facts },
      },
    ]);
    expect(told).toEqual([]);
  });

  it('is said once by two operators, by a run that goes on, and after a crash', async () => {
    const store = await make(tabsBut());
    const [one, other] = [operator(store), operator(store)];
    const [at, also] = [await one.ledger.read(), await other.ledger.read()];
    const crashed: RegisterStore = {
      ...store,
      read: () => store.read(),
      addUnlessOvertaken: async (rows, base) => {
        await store.addUnlessOvertaken(rows, base);
        throw new Error('the answer never came');
      },
    };
    await one.ledger.append([claim('a')], at.cursor);
    expect(await other.ledger.append([claim('b')], also.cursor)).toBe('overtaken');
    await claims(other, claim('b'));
    await claims(operator(store), claim('a', '2026-11-24T09:10:00Z'));
    expect(await recordOf(store)).toHaveLength(1);
    const again = {
      ...mailing,
      id: 'A-2026-038.moved.r2',
      says: [...(mailing.says ?? []), { about: 'A-2026-039', facts: {} }],
    };
    await expect(claims(operator(crashed, again), claim('a'))).rejects.toThrow('never came');
    await claims(operator(store, again), claim('a'));
    expect((await recordOf(store)).map(({ what, about }) => `${what ?? ''} ${about}`)).toEqual([
      `${id} A-2026-038`,
      'A-2026-038.moved.r2 A-2026-038',
      'A-2026-038.moved.r2 A-2026-039',
    ]);
  });

  it('is not written where no recipient is claimed', async () => {
    const store = await make(tabsBut());
    await claims(operator(store), { ...claim('a'), event: 'sendt' });
    expect(await recordOf(store)).toEqual([]);
  });

  it('is sent without a record from an old workbook, which is told once', async () => {
    const store = await make(tabsBut('Formidlet'));
    const run = operator(store);
    await claims(run, claim('a'));
    await claims(run, claim('b'));
    expect((await run.ledger.read()).entries).toHaveLength(2);
    expect(run.told).toEqual([expect.stringContaining('npm run init')]);
  });

  it('is the time alone where the mailing is older than the record', async () => {
    const store = await make(tabsBut());
    const { says: __, ...old } = mailing;
    await claims(operator(store, old), claim('a'));
    expect((await recordOf(store)).map((one) => one.facts)).toEqual([{ time: facts.time }]);
  });

  it('comes back as it was put in, whatever was said', async () => {
    const store = await make(tabsBut());
    const said = fc.sample(statement, { numRuns: 60, seed: 14 });
    const base = await store.read();
    const { register } = readRegister(base, now);
    expect(await store.addUnlessOvertaken(statementRows(register, said), base)).not.toBe('overtaken');
    expect(await recordOf(store)).toEqual(said);
  });
});

/** A line as the register has it: no space at the ends, and none twice. */
const line = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30 }).map((text) =>
      text
        .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '')
        .replace(/ +/gu, ' ')
        .trim(),
    ),
    fc.constantFrom(
      '=1+1',
      '2026-12-03',
      '0301',
      'ja',
      '1/2',
      "'x",
      '+47 22',
      '-',
      '#N/A',
      'TRUE',
      '1e5',
      '@navn',
      '10 %',
    ),
  )
  .filter((text) => text !== '' && text !== '–');

const fact = fc.option(line, { nil: null });
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

/** Leaves out what is undefined, as a row of the register does. */
const statement: fc.Arbitrary<StatementContent> = fc.record({
  kind: fc.constantFrom(...statementKinds),
  about: line,
  saidAt: fc.constant('2026-11-24T08:10:00Z'),
  ...{ what: maybe(line), to: maybe(line), by: maybe(line), reason: maybe(line) },
  ...{ count: maybe(fc.nat(1_000)), sequence: maybe(fc.nat(1_000)) },
  facts: fc.record(
    {
      ...Object.fromEntries(factNames.map((name) => [name, fact])),
      state: fc.constantFrom(...saidStates),
    },
    { requiredKeys: [] },
  ),
});
