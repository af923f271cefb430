import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Maker } from '../../../../src/app/page/maker.ts';
import { Snapshots } from '../../../../src/app/page/snapshot.ts';
import type { Run } from '../../../../src/app/cli/command.ts';
import { paperNames, papers } from '../../../../src/app/papers/registry.ts';
import { papersWords } from '../../../../src/language/page/papers-words.ts';
import { speaking } from '../../../support/speaking.ts';
import { makeSampleWorld, type TestWorld } from '../../../support/world.ts';

let world: TestWorld;
let maker: Maker;
const room = mkdtempSync(join(tmpdir(), 'felles-room-'));

/** The run of a command, to be kept after it. */
async function runIn(own: TestWorld): Promise<Run> {
  let kept: Run | undefined;
  const run = (given: Run): Promise<0> => {
    kept = given;
    return Promise.resolve(0);
  };
  await own.run({ name: 'start', summary: '', options: {}, examples: [], run });
  if (kept === undefined) throw new Error('not run');
  return kept;
}

beforeAll(async () => {
  world = await makeSampleWorld();
  const run = await runIn(world);
  maker = new Maker(run, new Snapshots(run.settingsNow, run.store), room);
  await maker.answer({ ask: 'read', templates: false });
});
afterAll(async () => {
  await world.remove();
  rmSync(room, { recursive: true });
});

const shown = z.object({ html: z.string() });
const file = z.object({ bytes: z.instanceof(Uint8Array), type: z.string(), name: z.string().optional() });

const place = (
  address: string,
): { standard: 'nb'; path: string[]; query: Record<string, string>; form: string } => {
  const url = new URL(address, 'http://page');
  const path = url.pathname.split('/').filter((part) => part !== '');
  return { standard: 'nb', path, query: Object.fromEntries(url.searchParams), form: 'word' };
};

const look = async (address: string): Promise<string> =>
  shown.parse(await maker.answer({ ask: 'screen', screen: 'papers', ...place(address) })).html;

const fetched = async (address: string): Promise<z.infer<typeof file>> =>
  file.parse(await maker.answer({ ask: 'file', screen: 'papers', ...place(address) }));

const plain = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

/** The addresses under which the screen has files: of frames, or to be saved. */
const addressesIn = (html: string, attribute: 'src' | 'href'): string[] =>
  [...plain(html).matchAll(new RegExp(`${attribute}="/nb/file/papers(?<rest>[^"]*)"`, 'gu'))].map(
    ({ groups }) => groups?.['rest'] ?? '',
  );

describe('the list', () => {
  test('has every paper of the registry under a title of its own', async () => {
    const html = await look('/');
    for (const name of paperNames) {
      expect(html).toContain(`href="/nb/papers/${name}`);
      for (const standard of ['nb', 'nn'] as const)
        expect(papersWords[standard].titles[name]).toMatch(/\p{L}/u);
    }
  });

  test('names what a paper can be made of', async () => {
    const html = await look('/');
    for (const text of ['Kvartalsmøte 4. kvartal 2026', 'Vestland', 'Distriktssenteret', 'BYLIVkonferansen'])
      expect(html).toContain(text);
  });
});

test.each(paperNames)('%s is shown in frames, and nothing is left behind', async (name) => {
  const html = await look(`/${name}`);
  const frames = addressesIn(html, 'src');
  expect(html).not.toContain('class="fault"');
  expect(frames.length).toBeGreaterThan(0);
  for (const address of frames) {
    const { bytes, type, name: saved } = await fetched(address.split('#')[0] ?? '');
    expect([type, saved]).toEqual(['text/html; charset=utf-8', undefined]);
    expect(new TextDecoder().decode(bytes)).toMatch(/^<!doctype html>/u);
  }
  expect(readdirSync(room)).toEqual([]);
});

test('options that do more than choose are not offered, nor taken from an address', async () => {
  expect(await look('/agenda')).not.toMatch(/name="(?:number|mailing|json|standard|format)"/u);
  const html = await look('/minutes?final=on&mailing=on&publish=on&write=on');
  expect(html).not.toContain('class="fault"');
});

test('no flag that chooses has the name of something else in the address', async () => {
  for (const name of paperNames) {
    const { options } = await papers[name].load();
    for (const [flag, { chooses }] of Object.entries(options))
      if (chooses !== undefined)
        expect(['view', 'width', 'scheme', 'in', 'format', 'stem', 'h']).not.toContain(flag);
  }
});

describe('files to save', () => {
  test.each(['agenda', 'programme', 'calendar'])(
    '%s: each that is offered is made, by its name',
    async (name) => {
      const addresses = addressesIn(await look(`/${name}`), 'href').filter((one) => one.includes('/save'));
      expect(addresses.length).toBeGreaterThan(1);
      for (const address of addresses) {
        const format = new URL(address, 'http://page').searchParams.get('format') ?? '';
        const { name: saved, bytes } = await fetched(address);
        expect(saved).toMatch(new RegExp(`^[a-z0-9-]+\\.n[bn]\\.${format}$`, 'u'));
        expect(bytes.length).toBeGreaterThan(100);
      }
    },
  );

  test('are what the command makes', async () => {
    const { agendaPaper } = await import('../../../../src/app/papers/definitions/agenda.ts');
    const { stdout } = await world.run(agendaPaper, ['--format', 'txt', '--standard', 'nn']);
    const { name, bytes } = await fetched('/agenda/save?in=nn&format=txt');
    expect(stdout.trim().endsWith(name ?? '-')).toBe(true);
    expect(new TextDecoder().decode(bytes)).toContain('kvartal 2026');
  });

  test.each(['/agenda/save?in=nb&format=exe', '/agenda/nb/7', '/agenda/en/0', '/nothing/nb/0', '/__proto__'])(
    '%s is not there',
    async (address) => {
      const answer = await maker.answer({ ask: 'file', screen: 'papers', ...place(address) });
      expect(answer).toMatchObject({ isOurs: false });
    },
  );
});

test('a paper that cannot be made says why in its place', async () => {
  const html = await speaking('nb', () => look('/agenda?meeting=A-2020-999'));
  expect(html).toContain('Aktiviteten A-2020-999 finnes ikke.');
  expect(addressesIn(html, 'src')).toEqual([]);
});

test('what is written in an address is text', async () => {
  const html = await look('/decisions?search=%3Cscript%3Ealert(1)%3C/script%3E&width=%22onload&view=%3Cb%3E');
  expect(html).not.toContain('<script');
  expect(html).not.toContain('"onload');
  expect(html).toContain('columns screen');
});

test('a width, a colour and one standard are chosen by links', async () => {
  const html = plain(await look('/agenda?view=nn&width=phone&scheme=dark'));
  expect(addressesIn(html, 'src')).toEqual([
    expect.stringMatching(/^\/agenda\/nn\/0\?width=phone&scheme=dark&h=\w{16}$/u),
  ]);
  expect(html).toContain('href="/nb/papers/agenda?view=nn&width=print&scheme=dark"');
  expect(html).toContain('href="/nb/papers/agenda?width=phone&scheme=dark"');
});

test('it says since when changes are marked, and that nothing older is known', async () => {
  const html = await look('/agenda');
  expect(html).toMatch(
    /Det som er endret etter (?:\d+\.\u00a0\p{L}+ \d+ )?kl\.\u00a0\d\d\.\d\d, blir merket\. Det som ble endret før det, er ikke merket/u,
  );
});
