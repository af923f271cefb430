/** Every block of commands in the documents, played to the letter by a reader on a sample of the day. */
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, isCommand } from '../../src/app/main.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { isCampaign } from '../support/campaign.ts';
import { blocksIn, typedIn, type Block } from '../support/doc-lines.ts';
import { startFaultyServer, type FaultyServer } from '../support/smtp/faulty-server.ts';
import { typeIn } from '../support/type-in.ts';
import { makeFilledWorld, makeSampleWorld, makeWorld, type TestWorld } from '../support/world.ts';

const documents = [
  'README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

/** Twelve days of a year: each month, both changes of the clock, holidays, the first and the last day of years. */
const days = [
  ...['2026-11-29', '2027-01-01', '2027-02-28', '2027-03-28', '2027-04-15', '2027-05-17'],
  ...['2027-06-30', '2027-07-19', '2027-08-09', '2027-09-24', '2027-10-31', '2027-12-31'],
];

/** With `npm test` the first day, without google.md, whose commands are in the others too; in a campaign all the rest. */
const played = days.flatMap((day, index) => {
  const isInEvery = (path: string): boolean => index === 0 && !path.includes('google');
  const paths = documents.filter((path) => isInEvery(path) !== isCampaign);
  return paths.length === 0 ? [] : [{ day, blocks: paths.flatMap((path) => blocksIn(path)) }];
});

/** Lines that cannot be played here, each with the reason. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^npm (?:ci|test)$/u, 'npm itself'],
  [/^git /u, 'git'],
  [/^npm start\b/u, 'the page: it runs until it is ended'],
  [/^npm run (?:login|logout|probe)\b/u, 'Google: a login'],
  [/docs\.google\.com|--google /u, 'Google: a sheet of the reader’s own'],
  [/^npm run minutes -- --publish\b/u, 'Google: a folder of the reader’s own'],
  [/^npm run minutes -- --read referat\.docx\b/u, 'minutes that people wrote'],
  [
    /^npm run minutes -- --final --mailing\b/u,
    'a meeting that was just held: that of the sample is approved',
  ],
  [/ --readdress$/u, 'mail that came back, and an address that was corrected'],
  [/^[A-Z_]+=/u, 'a line of .env'],
];

/** Lines that end with 1, since they find something for a person to do, each with what that is. */
const forPeople: readonly (readonly [RegExp, string])[] = [
  [/^npm run examples -- --check$/u, 'examples to look over'],
  [/^npm run send -- <folder> --approve <hash>$/u, 'files that somebody must send'],
];

/** A reader at their keyboard, with a folder and what was printed so far. */
class Reader {
  readonly #filled = new Map<string, string>();

  readonly #world: TestWorld;
  readonly #env: Readonly<Record<string, string>>;

  constructor(world: TestWorld, env: Readonly<Record<string, string>>) {
    this.#world = world;
    this.#env = { ...env, FELLES_STATE: join(world.folder, 'state') };
  }

  /** Types a line with its placeholders filled in from what earlier lines printed. */
  async type(line: string, place: string): Promise<void> {
    if (line.includes('<folder>') && !this.#filled.has('<folder>'))
      await this.type('npm run announce', place);
    if (line.endsWith('--kind correction')) await this.#sendWrong(place);
    if (line.includes('<name>') && !this.#filled.has('<name>')) await this.type('npm run today', place);
    if (line.includes('<hash>') && !this.#filled.has('<hash>'))
      await this.type('npm run send -- <folder>', place);
    const typed = typedIn(
      line.replaceAll(/<(?:folder|name|hash)>/gu, (word) => this.#filled.get(word) ?? word),
    );
    if (typed === undefined || !isCommand(typed.name)) throw new Error(`${place}: «${line}» is no command`);
    const { code, stdout, stderr } = await this.#world.run(
      await commands[typed.name].load(),
      typed.argv,
      this.#env,
    );
    const printed = `${place}: ${line}\n${stdout}${stderr}`;
    expect(printed).not.toMatch(/\[object |undefined|fault in Felles|^\s+at .*:\d+:\d+\)?$/mu);
    const isForPeople = forPeople.some(([pattern]) => pattern.test(line));
    expect({ printed, code }).toEqual({ printed, code: isForPeople ? 1 : 0 });
    await this.#redirect(typed.file, line, stdout);
    const last = stdout.trimEnd().split('\n').at(-1) ?? '';
    if (this.#keep('<folder>', /^(?<found>out\/.+-r\d+)(?: \(unchanged\))?$/u.exec(last)))
      this.#filled.delete('<hash>');
    this.#keep('<hash>', /--approve (?<found>[0-9a-f]{8})/u.exec(stdout + stderr));
    if (typed.name === 'today') this.#keep('<name>', /^ {2}(?<found>[A-Z]-.*?): /mu.exec(stdout));
  }

  /** What the shell writes to a file. npm says on standard output what it runs. */
  async #redirect(file: string | undefined, line: string, stdout: string): Promise<void> {
    const before = line.startsWith('npm run') ? '\n> felles\n> node bin/felles.js\n\n' : '';
    if (file !== undefined) await writeFile(join(this.#world.folder, file), before + stdout);
  }

  #keep(word: string, match: RegExpExecArray | null): boolean {
    const found = match?.groups?.['found'];
    if (found !== undefined) this.#filled.set(word, found);
    return found !== undefined;
  }

  /** An announcement is sent by hand, and then the form is elsewhere: what «When a mailing was wrong» begins with. */
  async #sendWrong(place: string): Promise<void> {
    for (const line of [
      'npm run announce -- --webinar next --kind announcement',
      'npm run send -- <folder> --approve <hash>',
      'npm run send -- <folder> --sent-by-hand all',
    ])
      await this.type(line, place);
    const id = /a-\d+-\d+/u.exec(this.#filled.get('<folder>') ?? '')?.[0].toUpperCase() ?? '';
    const store = xlsxStore(join(this.#world.folder, 'register.xlsx'));
    await typeIn(store, 'Aktiviteter', id, { Påmelding: 'https://pamelding.example/nytt' });
  }
}

const mbox = `From MAILER-DAEMON Mon Nov 23 12:00:00 2026
From: MAILER-DAEMON@mail.example
To: samarbeid@felles.example
Subject: Ut av kontoret
Auto-Submitted: auto-replied

Eg er tilbake på måndag.
`;

describe.each(played)('on a sample of $day', ({ day, blocks }) => {
  const now = `${day}T11:00:00Z`;
  let server: FaultyServer;
  const worlds: TestWorld[] = [];
  beforeAll(async () => {
    server = await startFaultyServer();
  });
  afterAll(async () => {
    await server.close();
    for (const world of worlds) await world.remove();
  });

  /** Nothing is sent from a sample, so whoever sends has a register of their own. */
  async function worldFor({ place, lines }: Block): Promise<TestWorld> {
    const isSending = lines.some((line) => line.includes('--outbox smtp'));
    const world = place.startsWith('README.md')
      ? await makeWorld(now)
      : isSending
        ? await makeFilledWorld(now)
        : await makeSampleWorld(now);
    worlds.push(world);
    await writeFile(join(world.folder, 'retur.mbox'), mbox);
    return world;
  }

  it.each(blocks)('$place: $lines', async (block) => {
    const lines = block.lines.filter((line) => !elsewhere.some(([pattern]) => pattern.test(line)));
    if (lines.length === 0) return;
    const reader = new Reader(await worldFor(block), {
      SMTP_URL: server.url,
    });
    for (const line of lines) await reader.type(line, block.place);
  });
});

it('leaves out and lets end with 1 only lines that are in the documents', () => {
  const lines = documents.flatMap((path) => blocksIn(path).flatMap((block) => block.lines));
  const unused = [...elsewhere, ...forPeople].filter(
    ([pattern]) => !lines.some((line) => pattern.test(line)),
  );
  expect(unused).toEqual([]);
});
