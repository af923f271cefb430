import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Run } from '../../../../src/app/cli/command.ts';
import type { Made, Wanted } from '../../../../src/app/page/papers/making.ts';
import { blocksOf } from '../../../../src/app/page/papers/blocks.ts';
import { Shelf } from '../../../../src/app/page/papers/shelf.ts';
import { Snapshots, type Snapshot } from '../../../../src/app/page/snapshot.ts';
import { agendaPaper } from '../../../../src/app/papers/definitions/agenda.ts';
import { wallTimeOfUtc } from '../../../../src/domain/time.ts';
import { UserError } from '../../../../src/domain/user-error.ts';
import { pageWords } from '../../../../src/language/page/page-words.ts';
import { makeSampleWorld, type TestWorld } from '../../../support/world.ts';
import type { Scene } from '../../../../src/app/page/screen.ts';

let world: TestWorld;
let snapshot: Snapshot;

beforeAll(async () => {
  world = await makeSampleWorld();
  let taken: Snapshot | undefined;
  const run = async ({ settingsNow, store }: Run): Promise<0> => {
    const snapshots = new Snapshots(settingsNow, store);
    await snapshots.read();
    taken = snapshots.last;
    return 0;
  };
  await world.run({ name: 'start', summary: '', options: {}, examples: [], run });
  if (taken === undefined) throw new Error('not read');
  snapshot = taken;
});
afterAll(() => world.remove());

const later = wallTimeOfUtc('2026-11-23T12:30:00Z');

const wanted: Wanted = { paper: agendaPaper, flags: {}, standard: 'nb' };

/** The lines of the paper as it would be made now, or why it cannot be. */
let now: readonly string[] | UserError;
let made: number;
let shelf: Shelf;
let number: number;

const versionOf = (lines: readonly string[]): Made => {
  const html = `<main>${lines.map((line) => `<p>${line}</p>`).join('')}</main>`;
  return {
    versions: [{ hash: lines.join('|'), title: 'a', stem: 'b', html, blocks: blocksOf(html) }],
    said: [],
  };
};

beforeEach(() => {
  [now, made, number] = [['a', 'b', 'c'], 0, 1];
  shelf = new Shelf(() => {
    made += 1;
    return now instanceof UserError ? Promise.reject(now) : Promise.resolve(versionOf(now));
  });
});

const scene = (standard: Scene['standard'] = 'nb'): Scene => ({
  ...{ standard, path: [], query: {}, form: '', room: '', memory: {}, commands: {} },
  words: pageWords.nb,
  snapshot: { ...snapshot, number },
  instant: () => '2026-11-23T11:00:00Z',
  runOf: () => {
    throw new Error('nothing is run here');
  },
});

async function save(lines: readonly string[] | UserError): ReturnType<Shelf['look']> {
  now = lines;
  number += 1;
  return shelf.look(scene(), wanted);
}

test('a paper is made once for a state of the register', async () => {
  await shelf.look(scene(), wanted);
  await shelf.look(scene(), wanted);
  expect(made).toBe(1);
  await save(['a']);
  expect(made).toBe(2);
  await shelf.look(scene(), { ...wanted, flags: { meeting: 'next' } });
  expect(made).toBe(3);
});

test('what is wrong with a paper is said to each reader in their standard', async () => {
  await save(new UserError('Rett malen.', ''));
  now = new UserError('Rett malen, på nynorsk.', '');
  const toOther = await shelf.look({ ...scene(), standard: 'nn' }, wanted);
  expect(toOther.fault?.message).toBe('Rett malen, på nynorsk.');
});

test('marks stay until somebody says that the change is seen', async () => {
  expect((await shelf.look(scene(), wanted)).pages[0]?.changes).toEqual([]);
  await save(['a', 'x', 'c']);
  const { pages } = await save(['a', 'x', 'c', 'd']);
  expect(pages[0]?.changes).toEqual([
    { was: 'b', is: 'x', at: 1 },
    { is: 'd', at: 3 },
  ]);
  expect((await shelf.look(scene(), wanted)).since).toBe('2026-11-23T12:00');
  shelf.see(wanted, new Set(['a|x|c|d']), later ?? snapshot.settings.now);
  expect((await shelf.look(scene(), wanted)).pages[0]?.changes).toEqual([]);
  expect((await shelf.look(scene(), wanted)).since).toBe('2026-11-23T13:30');
});

test('the frame begins with what has changed last, also once that is seen', async () => {
  await shelf.look(scene(), wanted);
  await save(['x', 'b', 'c']);
  const { pages } = await save(['x', 'b', 'y']);
  expect(pages[0]?.latest).toBe(pages[0]?.version.blocks[2]?.id);
  shelf.see(wanted, new Set(['x|b|y']), later ?? snapshot.settings.now);
  expect((await shelf.look(scene(), wanted)).pages[0]?.latest).toBe(pages[0]?.latest);
});

test('what changed while the button was pressed is not seen', async () => {
  await shelf.look(scene(), wanted);
  await save(['a', 'x', 'c']);
  await save(['a', 'x', 'y']);
  shelf.see(wanted, new Set(['a|x|c']), later ?? snapshot.settings.now);
  // Not all of it was seen: what is marked is older.
  expect((await shelf.look(scene(), wanted)).since).toBe('2026-11-23T12:00');
  expect((await shelf.look(scene(), wanted)).pages[0]?.changes).toEqual([{ was: 'c', is: 'y', at: 2 }]);
  shelf.see(wanted, new Set(['of another time']), later ?? snapshot.settings.now);
  expect((await shelf.look(scene(), wanted)).pages[0]?.changes).toHaveLength(1);
});

test('a fault stands beside the last that could be made, until it is mended', async () => {
  await shelf.look(scene(), wanted);
  const broken = await save(
    new UserError('The template a.nb.md.hbs asks for what is not there.', 'a.nb.md.hbs:3:1'),
  );
  expect(broken.fault).toEqual({
    message: 'The template a.nb.md.hbs asks for what is not there.',
    advice: 'a.nb.md.hbs:3:1',
  });
  expect(broken.at).toBe('12.00');
  expect(broken.pages[0]?.version.hash).toBe('a|b|c');
  const mended = await save(['a', 'b', 'd']);
  expect(mended.fault).toBeUndefined();
  expect(mended.pages[0]?.changes).toEqual([{ was: 'c', is: 'd', at: 2 }]);
});

test('a fault is said in the standard of the page that is looked at', async () => {
  now = new UserError('Malen er borte.', '');
  expect((await shelf.look(scene('nb'), wanted)).fault?.message).toBe('Malen er borte.');
  now = new UserError('Malen er vekk.', '');
  expect((await shelf.look(scene('nb'), wanted)).fault?.message).toBe('Malen er borte.');
  expect((await shelf.look(scene('nn'), wanted)).fault?.message).toBe('Malen er vekk.');
  await save(['a']);
  const once = made;
  await shelf.look(scene('nn'), wanted);
  expect(made).toBe(once);
});

test('a paper that could never be made has a fault alone, and what is made then is the first that is seen', async () => {
  now = new UserError('a', 'b');
  const first = await shelf.look(scene(), wanted);
  expect([first.fault?.message, first.pages]).toEqual(['a', []]);
  expect((await save(['a'])).pages[0]?.changes).toEqual([]);
});

test('a fault of Felles itself is not hidden', async () => {
  const own = new Shelf(() => Promise.reject(new TypeError('ours')));
  await expect(own.look(scene(), wanted)).rejects.toThrow('ours');
});

test('of many papers the ones that were looked at last are kept', async () => {
  for (let at = 0; at < 200; at += 1)
    await shelf.look(scene(), { ...wanted, flags: { meeting: String(at) } });
  expect(made).toBe(200);
  await shelf.look(scene(), { ...wanted, flags: { meeting: '199' } });
  expect(made).toBe(200);
  await shelf.look(scene(), { ...wanted, flags: { meeting: '0' } });
  expect(made).toBe(201);
});

test('so much is kept of all papers together, and the newest always', async () => {
  const other = { ...wanted, flags: { meeting: 'next' } };
  const large = 'x'.repeat(8_000_000);
  await save([large]);
  await shelf.look(scene(), wanted);
  expect(made).toBe(1);
  now = [`${large}y`];
  await shelf.look(scene(), other);
  await shelf.look(scene(), other);
  expect(made).toBe(2);
  await shelf.look(scene(), wanted);
  expect(made).toBe(3);
});
