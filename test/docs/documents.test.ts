import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { initCommand } from '../../src/app/commands/init.ts';
import { withScripts, withSections } from '../../src/app/docs/command-files.ts';
import { documentStates, scriptStates } from '../../src/app/docs/documents.ts';
import { fillParts, markdownTable, partsIn } from '../../src/app/docs/fill.ts';
import { variableNames } from '../../src/app/docs/variable-parts.ts';
import { commandNames, commands, isCommand } from '../../src/app/main.ts';
import { commonOptions } from '../../src/app/settings/settings.ts';
import { mailingSchema } from '../../src/delivery/mailing.ts';
import { outboxNames } from '../../src/delivery/outbox.ts';
import { makeWorld } from '../support/world.ts';
import { root } from './the-guides.ts';

const states = await documentStates();

describe.each(states)('$path', ({ is, shouldBe }) => {
  it('says what the code knows: else run «npm run docs»', () => {
    expect(is).toBe(shouldBe);
  });

  it('has an end to each part that is made', () => {
    const count = (mark: string): number => is.split(mark).length - 1;
    expect(partsIn(is).length).toBeGreaterThan(0);
    expect([count('<!-- made:'), count('<!-- /made')]).toEqual([partsIn(is).length, partsIn(is).length]);
  });
});

it.each(await scriptStates())('$path starts its command: else run «npm run docs»', ({ is, shouldBe }) => {
  expect(is).toBe(shouldBe);
});

describe('a command that is new', () => {
  it('gets its line in package.json after the last of the others, once', () => {
    const manifest = '{\n    "a": "node bin/felles.js a",\n    "test": "vitest"\n}';
    const made = withScripts(manifest, ['a', 'b']);
    expect(made).toContain('felles.js a",\n    "b": "node bin/felles.js b",\n    "test"');
    expect(withScripts(made, ['a', 'b'])).toBe(made);
  });

  it('gets its section in docs/commands.md in its place, once', () => {
    const made = withSections('# C\n\n## a\n\nx\n\n## Settings\n', ['a', 'b']);
    expect(made).toMatch(/x\n\n## b\n\n<!-- made: command:b -->\n<!-- \/made -->\n\n## Settings\n$/u);
    expect(withSections(made, ['a', 'b'])).toBe(made);
  });
});

describe('docs/commands.md', () => {
  const text = states.find(({ path }) => path === 'docs/commands.md')?.is ?? '';

  it('has every command, each under its own heading', () => {
    const parts = partsIn(text).filter((name) => name.startsWith('command:'));
    expect(parts).toEqual(commandNames.map((name) => `command:${name}`));
    const headings = [...text.matchAll(/^## (?<name>.+)$/gmu)].map(({ groups }) => groups?.['name']);
    expect(headings).toEqual([...commandNames, 'Settings']);
  });
});

it('docs/commands.md shows what announce says of a new sample', async () => {
  const world = await makeWorld('2026-11-23T11:00:00Z');
  await world.run(initCommand, ['--sample']);
  const { stdout, stderr } = await world.run(announceCommand, ['--webinar', 'next']);
  await world.remove();
  const shown = /^```\n\$ npx felles announce --webinar next\n(?<lines>.*?)^```$/msu;
  expect(shown.exec(readFileSync(`${root}docs/commands.md`, 'utf8'))?.groups?.['lines']).toBe(
    `${stderr}${stdout}`,
  );
});

/** The codes in the first column of the tables of a document. */
const firstCodes = (path: string): readonly string[] =>
  [...readFileSync(`${root}${path}`, 'utf8').matchAll(/^\| `(?<code>[^`]+)`/gmu)].map(
    ({ groups }) => groups?.['code'] ?? '',
  );

it('docs/mailing.md has every field of mailing.json, in the order of the schema', () => {
  const fields = Object.keys(mailingSchema.shape);
  const told = firstCodes('docs/mailing.md').map((code) => code.replace('[]', ''));
  expect(told.filter((code) => fields.includes(code))).toEqual(fields);
});

it('docs/sending.md has every outbox', () => {
  expect(firstCodes('docs/sending.md')).toEqual(expect.arrayContaining([...outboxNames]));
});

it('.env.example has every variable, and no other', () => {
  const example = readFileSync(`${root}.env.example`, 'utf8');
  const named = [...example.matchAll(/^#(?<name>[A-Z_]+)=/gmu)].map(({ groups }) => groups?.['name']);
  expect([...named].sort()).toEqual([...variableNames].sort());
});

describe('a part that is made', () => {
  const make = (name: string): string | undefined => (name === 'a' ? 'new | one' : undefined);

  it('takes the place of what stood there, in its line or set off by empty ones, however often', () => {
    const once = fillParts('x <!-- made: a -->old<!-- /made --> y', make);
    expect(once).toBe('x <!-- made: a -->new | one<!-- /made --> y');
    const block = fillParts('<!-- made: a -->\nold\n<!-- /made -->\n', make);
    expect(block).toBe('<!-- made: a -->\n\nnew | one\n\n<!-- /made -->\n');
    expect([fillParts(once, make), fillParts(block, make)]).toEqual([once, block]);
  });

  it('is refused where nobody makes it', () => {
    expect(() => fillParts('<!-- made: b --><!-- /made -->', make)).toThrow('under the name b');
  });

  it('has its bars escaped in a table', () => {
    expect(markdownTable(['a'], [['b|c']])).toBe('| a |\n| --- |\n| b\\|c |');
  });
});

/** What people are told to type: in the documents, and in messages. */
const told = [
  ...['README.md', 'CONTRIBUTING.md', '.env.example'],
  ...['docs', 'src'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:md|ts)$/u.test(file))
      .map((file) => `${folder}/${file}`),
  ),
].flatMap((file) =>
  [
    ...readFileSync(`${root}${file}`, 'utf8').matchAll(
      /(?<how>npm run|npx felles) (?<name>[a-z][\w:-]*)(?<rest>[^`\n|»'<]*)/gu,
    ),
  ].map(({ groups }) => ({
    ...{ file, how: groups?.['how'], name: groups?.['name'] ?? '' },
    flags: [...(groups?.['rest'] ?? '').matchAll(/--(?<flag>[a-z][a-z-]*)/gu)].map(
      ({ groups: own }) => own?.['flag'],
    ),
  })),
);

describe('what people are told to type', () => {
  const scripts = Object.keys(
    (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> }).scripts,
  );

  it('is a command that there is', () => {
    const known = (how: string | undefined, name: string): boolean =>
      isCommand(name) || (how === 'npm run' ? scripts.includes(name) : name === 'help');
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter(({ how, name }) => !known(how, name))).toEqual([]);
  });

  it('has flags that the command has', async () => {
    const wrong = await Promise.all(
      told.map(async ({ file, name, flags }) => {
        if (!isCommand(name)) return [];
        const known = Object.keys({ ...(await commands[name].load()).options, ...commonOptions });
        return flags.filter((flag) => !known.includes(flag ?? '')).map((flag) => [file, name, flag]);
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });
});
