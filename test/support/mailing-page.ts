/** The screen of mailings in a test world, made as the maker makes it, and its forms as somebody would send them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../../src/app/cli/command.ts';
import { sendCommand } from '../../src/app/commands/send.ts';
import { argvOf } from '../../src/app/page/argv.ts';
import { Maker } from '../../src/app/page/maker.ts';
import { answers } from '../../src/app/page/protocol.ts';
import { Snapshots } from '../../src/app/page/snapshot.ts';
import type { NorwegianStandard } from '../../src/domain/written-standard.ts';
import type { ScriptRun, TestWorld } from './world.ts';

export interface MailingPage {
  readonly maker: Maker;
  /** The HTML of the screen, with the register as it is now. Throws what it cannot show. */
  show(path?: readonly string[], query?: Readonly<Record<string, string>>): Promise<string>;
  /** The same in nynorsk. */
  showNn(path?: readonly string[]): Promise<string>;
  /** The title of the window. */
  windowTitle(path: readonly string[]): Promise<string | undefined>;
  file(path: readonly string[]): Promise<object>;
}

/** The run that a command would get in this world. */
async function runIn(world: TestWorld, env: Readonly<Record<string, string>>): Promise<Run> {
  let taken: Run | undefined;
  const take = (run: Run): Promise<0> => {
    taken = run;
    return Promise.resolve(0);
  };
  const { stderr } = await world.run(
    { name: 'start', summary: '', options: {}, examples: [], run: take },
    [],
    env,
  );
  if (taken === undefined) throw new Error(stderr);
  return taken;
}

export async function mailingPage(
  world: TestWorld,
  env: Readonly<Record<string, string>> = {},
): Promise<MailingPage> {
  const run = await runIn(world, env);
  const room = join(world.folder, 'room');
  await mkdir(room, { recursive: true });
  const maker = new Maker(run, new Snapshots(run.settingsNow, run.store), room);
  const answerTo = async (
    standard: NorwegianStandard,
    path: readonly string[],
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly html: string; readonly title?: string | undefined }> => {
    await maker.answer({ ask: 'read', templates: false });
    const asked = { screen: 'mailings', standard, path: [...path], query: { ...query }, form: 'form-word' };
    const answer = answers.screen.parse(await maker.answer({ ask: 'screen', ...asked }));
    if ('fault' in answer) throw new Error(`${answer.fault.message} ${answer.fault.advice}`);
    // Signs of equality are written so in attributes.
    return { ...answer, html: answer.html.replaceAll('&#x3D;', '=') };
  };
  const show = async (...asked: Parameters<typeof answerTo>): Promise<string> =>
    (await answerTo(...asked)).html;
  return {
    maker,
    show: (path = [], query = {}) => show('nb', path, query),
    showNn: (path = []) => show('nn', path, {}),
    windowTitle: async (path) => (await answerTo('nb', path, {})).title,
    file: async (path) => {
      await maker.answer({ ask: 'read', templates: false });
      const place = { screen: 'mailings', standard: 'nb' as const, path: [...path] };
      return maker.answer({ ask: 'file', ...place, query: {}, form: '' });
    },
  };
}

/** The text of a fragment as people read it. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** The fields of the first form that has a field or button of this name, filled in as it stands. Undefined where there is none. */
export function formWith(
  html: string,
  name: string,
  value?: string,
): Readonly<Record<string, string>> | undefined {
  for (const [form] of html.matchAll(/<form[\s\S]*?<\/form>/gu)) {
    const named = (attributes: string): string | undefined => /name="([^"]*)"/u.exec(attributes)?.[1];
    const valued = (attributes: string): string => /value="([^"]*)"/u.exec(attributes)?.[1] ?? '';
    const buttons = [...form.matchAll(/<button([^>]*)>/gu)].map(([, attributes = '']) => attributes);
    const button = buttons.find(
      (one) => named(one) === name && (value === undefined || valued(one) === value),
    );
    const inputs = [...form.matchAll(/<input([^>]*)>/gu)].flatMap(([, attributes = '']) => {
      const field = named(attributes);
      return field === undefined || attributes.includes('checkbox')
        ? []
        : [[field, valued(attributes)] as const];
    });
    if (button === undefined && !inputs.some(([field]) => field === name)) continue;
    const selects = [
      ...form.matchAll(/<select[^>]*name="([^"]*)"[\s\S]*?<option value="([^"]*)" selected/gu),
    ];
    return {
      ...Object.fromEntries(inputs),
      ...Object.fromEntries(selects.map(([, field = '', chosen = '']) => [field, chosen])),
      ...(button === undefined ? {} : { [name]: valued(button) }),
    };
  }
  return undefined;
}

/** Sends a form of the page: the command that it names, with its flags. */
export function post(
  world: TestWorld,
  fields: Readonly<Record<string, string>> | undefined,
  env: Readonly<Record<string, string>>,
): Promise<ScriptRun> {
  if (fields?.['command'] !== 'send') throw new Error('no form of the command send');
  return world.run(sendCommand, argvOf(sendCommand.options, fields), env);
}
