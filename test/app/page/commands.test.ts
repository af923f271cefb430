import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/app/cli/command.ts';
import { readOptions } from '../../../src/app/cli/options.ts';
import { commandNames, commands } from '../../../src/app/main.ts';
import { argvOf, flagsOf, formAddress, typedCommand } from '../../../src/app/page/argv.ts';
import { isShown, kindOf, tickValue, wordsOf } from '../../../src/app/page/forms/field-kinds.ts';
import { fieldsOf } from '../../../src/app/page/forms/fields.ts';
import { previewOf } from '../../../src/app/page/forms/previews.ts';
import { leftOutToLook, lookArgv } from '../../../src/app/page/forms/looking.ts';
import type { Snapshot } from '../../../src/app/page/snapshot.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import { checkWords } from '../../../src/language/checks.ts';
import { choiceText, wordsOfCommand, wordsOfFlag } from '../../../src/language/page/commands/all.ts';
import { checkNames } from '../../../src/papers/announcement/checklist.ts';
import { deeds } from '../../../src/language/page/deeds.ts';
import { makeSampleWorld, type TestWorld } from '../../support/world.ts';
import { makeTypedWorld } from '../../support/screens.ts';
import { snapshotOf } from '../../support/page-snapshot.ts';

const shown = commandNames.filter((name) => name !== 'start');

describe('the words of every command of the registry', () => {
  it.each(shown)('%s has a name, what it does, and words for each flag, in both standards', async (name) => {
    const { options } = await commands[name].load();
    const own = wordsOfCommand(name);
    for (const standard of norwegianStandards) {
      expect(own?.name[standard]).toMatch(/\p{L}/u);
      expect(own?.does[standard]).toMatch(/\.$/u);
      for (const flag of Object.keys(options).filter(isShown)) {
        const words = wordsOfFlag(name, flag);
        const said = [words?.hint?.[standard], words?.writes?.[standard]].filter((one) => one !== undefined);
        expect(words?.label[standard], `${name} --${flag}`).toMatch(/\p{L}/u);
        expect(said.length, `${name} --${flag}: a hint, or what it writes`).toBeGreaterThan(0);
        for (const one of said) expect(one).toMatch(/\.$/u);
      }
    }
    // Words of a flag that is gone would be kept for ever.
    expect(Object.keys(options)).toEqual(expect.arrayContaining(Object.keys(own?.flags ?? {})));
  });

  it.each(shown)('%s has words for each of its choices', async (name) => {
    const { options } = await commands[name].load();
    for (const [flag, spec] of Object.entries(options).filter(([one]) => isShown(one))) {
      if (name === 'county') continue;
      for (const value of wordsOf(name, flag, spec))
        expect(choiceText(value, 'nb') !== value || /^(?:Byl|Distr)/u.test(value), `${flag} ${value}`).toBe(
          true,
        );
    }
  });

  it('has words for every check of a mailing, also for those that nobody overrides', () => {
    expect(Object.keys(checkWords).toSorted()).toEqual([...checkNames].toSorted());
  });

  it('says of a reminder how many days before it goes out', () => {
    expect(choiceText('reminder-7', 'nn')).toBe('Påminning (7)');
    expect(choiceText('constructor', 'nb')).toBe('constructor');
    expect(wordsOfCommand('constructor')).toBeUndefined();
  });
});

describe('the common deeds', () => {
  it.each(deeds)('$typed is a command with these flags, and has words', async ({ typed, asks, words }) => {
    const { command, flags } = typedCommand(typed);
    const found = Object.entries(commands).find(([name]) => name === command)?.[1];
    const options: Command['options'] = found === undefined ? {} : (await found.load()).options;
    expect(Object.keys(options)).toEqual(expect.arrayContaining(Object.keys(flags)));
    if (asks !== undefined) expect(Object.keys(options)).toContain(asks);
    expect(words.nb).toMatch(/\p{L}/u);
    expect(words.nn).toMatch(/\p{L}/u);
  });

  it('are each offered once', () => {
    const addresses = deeds.map(({ typed, asks = '' }) => `${typed} ${asks}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('the form of every command', () => {
  let world: TestWorld;
  let snapshot: Snapshot;
  beforeAll(async () => {
    world = await makeSampleWorld();
    snapshot = await snapshotOf(world);
  });
  afterAll(() => world.remove());

  /** What a browser sends of fields that are filled in as they are. */
  const sent = (fields: Awaited<ReturnType<typeof fieldsOf>>): Record<string, string> =>
    Object.fromEntries(
      fields.flatMap(({ flag, kind, value, isTicked, options }): [string, string][] => {
        const chosen = options.filter(({ isChosen }) => isChosen).map((one) => one.value);
        if (kind === 'tick') return isTicked ? [[`flag.${flag}`, value]] : [];
        if (kind === 'choice' || kind === 'ticks') return [[`flag.${flag}`, chosen.join(',')]];
        return kind === 'file' ? [] : [[`flag.${flag}`, value]];
      }),
    );

  it.each(shown)('%s has a field for each flag, and gives back the flags it is opened with', async (name) => {
    const command = await commands[name].load();
    const specs = Object.entries(command.options).filter(([flag]) => isShown(flag));
    const values = specs
      .filter(([flag, spec]) => kindOf(name, flag, spec) !== 'file')
      .map(([flag, spec]) => {
        const kind = kindOf(name, flag, spec);
        const words = wordsOf(name, flag, spec);
        const value =
          spec.type === 'boolean'
            ? fc.constant(true as const)
            : kind === 'tick'
              ? fc.constant(tickValue(spec))
              : kind === 'ticks'
                ? fc.subarray([...words], { minLength: 1 }).map((some) => some.join(','))
                : words.length > 0
                  ? fc.constantFrom(...words)
                  : fc.stringMatching(/^[A-ZÆØÅa-zæøå\d:<"&%][\w æøå«»:,.'"&+<>-]{0,20}[\wåæø]$/u);
        return fc.option(
          value.map((one) => [flag, one] as const),
          { nil: undefined },
        );
      });
    await fc.assert(
      fc.asyncProperty(fc.tuple(...values), async (given) => {
        const flags = Object.fromEntries(given.filter((one) => one !== undefined));
        const query = Object.fromEntries(
          new URLSearchParams(formAddress({ command: name, flags }).split('?')[1] ?? ''),
        );
        const fields = await fieldsOf(command, { standard: 'nb', snapshot, query });
        expect(fields.map(({ flag }) => flag)).toEqual(specs.map(([flag]) => flag));
        const argv = argvOf(command.options, sent(fields));
        expect(readOptions(command.options, argv, {})).toEqual(flags);
        expect(flagsOf(argv)).toEqual(flags);
      }),
      { numRuns: 8 },
    );
  });

  const openIn = async (
    name: 'announce' | 'plan' | 'minutes' | 'check' | 'today',
    query: Record<string, string>,
  ) => {
    const fields = await fieldsOf(await commands[name].load(), { standard: 'nb', snapshot, query });
    return fields.flatMap(({ flag, isFolded }) => (isFolded ? [] : [flag]));
  };

  it.each([
    ['announce', {}, ['webinar', 'kind']],
    ['announce', { webinar: 'A-2026-038', kind: 'announcement' }, []],
    [
      'announce',
      { webinar: 'A-2026-038', kind: 'correction' },
      ['corrects', 'wrong-nb', 'wrong-nn', 'right-nb', 'right-nn'],
    ],
    ['plan', {}, ['year', 'series', 'poll', 'decide', 'write']],
    ['plan', { write: 'on' }, ['year', 'series', 'poll', 'decide']],
    ['plan', { poll: 'next', write: 'on' }, ['days', 'answer-by']],
    ['plan', { decide: 'next' }, ['date']],
    ['minutes', { publish: 'on' }, ['meeting']],
    ['minutes', { write: 'on' }, ['meeting', 'read', 'again']],
    ['check', { 'give-ids': 'on' }, []],
    ['today', {}, ['make', 'waive', 'reason']],
  ] as const)('%s with %j has few fields open', async (name, query, open) => {
    expect(await openIn(name, query)).toEqual(open);
  });

  it('has the field open that a deed asks for', async () => {
    for (const { typed, asks } of deeds.filter((one) => one.asks !== undefined)) {
      const { command } = typedCommand(typed);
      const found = Object.entries(commands).find(([name]) => name === command)?.[1];
      const address = formAddress(typedCommand(typed));
      const query = Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''));
      const fields = await fieldsOf(await (found ?? commands.check).load(), {
        standard: 'nb',
        snapshot,
        query,
      });
      expect(fields.find(({ flag }) => flag === asks)?.isFolded, `${typed} ${asks ?? ''}`).toBe(false);
    }
  });

  it('goes with flags that there are', async () => {
    for (const name of shown) {
      const { options } = await commands[name].load();
      for (const [flag, { goesWith }] of Object.entries(wordsOfCommand(name)?.flags ?? {}))
        if (goesWith !== undefined) expect(Object.keys(options), flag).toContain(goesWith.split('=')[0]);
    }
  });

  it('tells what a tick writes in which cell, before anybody presses a button', async () => {
    const own = await makeTypedWorld(({ actions = [] }) => ({
      actions: [...actions, { Tiltak: 'Ringe', Status: 'Åpen' }, { Tiltak: 'Skrive', Status: 'Åpen' }],
    }));
    const scene = { snapshot: await snapshotOf(own), standard: 'nb' } as const;
    const ids = await previewOf('check', 'give-ids', scene);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^Tiltak, rad \d+, ID: T-2026-\d+$/u);
    expect(await previewOf('agenda', 'number', scene)).toContainEqual(
      expect.stringMatching(/^Saker, rad \d+, Saksnr: Sak \d+\/26$/u),
    );
    expect(await previewOf('check', 'write', scene)).toEqual([
      expect.stringMatching(/^Kontroll får \d+ rader, og er tom nå\.$/u),
    ]);
    expect(await previewOf('constructor', 'x', scene)).toEqual([]);
    // What was told is what is written, and then there is nothing more to write.
    const { stderr } = await own.run(await commands.check.load(), []);
    expect(stderr).toMatch(/--give-ids gives 2 rows an ID:\n {4}Tiltak row \d+, ID: T-2026-\d+\n/u);
    await own.run(await commands.check.load(), ['--give-ids']);
    const after = await snapshotOf(own);
    const given = after.reading.register.actions
      .slice(-2)
      .map(({ id, at }) => `Tiltak, rad ${String(at.row)}, ID: ${id}`);
    expect(given).toEqual(ids);
    expect(await previewOf('check', 'give-ids', { ...scene, snapshot: after })).toEqual([
      'Det er ingenting å skrive.',
    ]);
    await own.remove();
  });

  it('takes the word that stands without its flag, as in «send <folder>»', async () => {
    const command = await commands.send.load();
    const query = { first: 'out/announce/a-2026-038-announcement-r1' };
    const fields = await fieldsOf(command, { standard: 'nb', snapshot, query });
    expect(argvOf(command.options, sent(fields))).toEqual([`--mailing=${query.first}`]);
  });

  it('lets a person choose a meeting by its title', async () => {
    const [meeting] = await fieldsOf(await commands.agenda.load(), { standard: 'nn', snapshot, query: {} });
    expect(meeting?.options[0]).toMatchObject({ value: 'next', text: 'Det neste' });
    expect(meeting?.options.find(({ value }) => value === 'A-2026-004')?.text).toBe(
      'Kvartalsmøte 4. kvartal 2026, 3.\u00a0desember 2026 (A-2026-004)',
    );
  });
});

describe('a look', () => {
  it('leaves out every flag that writes, makes a mailing or sends', async () => {
    for (const name of shown) {
      if (leftOutToLook(name).length === 0) continue;
      const { options } = await commands[name].load();
      const writes = Object.keys(options).filter((flag) => wordsOfFlag(name, flag)?.writes !== undefined);
      const argv = Object.keys(options).map((flag) => `--${flag}=x`);
      const left = lookArgv(name, argv, '/room').map((word) => word.slice(2, -2));
      expect(left.filter((flag) => writes.includes(flag))).toEqual([]);
    }
  });

  it.each([
    ['agenda', ['--number', '--mailing']],
    ['check', ['--give-ids', '--write']],
    ['digest', ['--for=Distriktssenteret', '--sent']],
    ['minutes', ['--meeting=last', '--final', '--mailing']],
    ['plan', ['--write']],
    ['programme', ['--release']],
    ['today', ['--make']],
  ] as const)('of %s writes nothing in the register, nor in the folder of papers', async (name, whole) => {
    const world = await makeSampleWorld();
    const before = await snapshotOf(world);
    const { code } = await world.run(
      await commands[name].load(),
      lookArgv(name, whole, join(world.folder, 'room')),
    );
    expect(code).not.toBe(2);
    expect((await snapshotOf(world)).workbook.revision).toBe(before.workbook.revision);
    expect(existsSync(join(world.folder, 'out'))).toBe(false);
    await world.remove();
  });
});
