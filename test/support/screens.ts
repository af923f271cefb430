/** Screens of the page in a test world, made as the maker makes them, without a thread or a server. */
import { join } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Command } from '../../src/app/cli/command.ts';
import { keysOf } from '../../src/app/mailings/keys.ts';
import { Maker } from '../../src/app/page/maker.ts';
import { answers } from '../../src/app/page/protocol.ts';
import { Snapshots } from '../../src/app/page/snapshot.ts';
import { parseDay } from '../../src/domain/time.ts';
import type { NorwegianStandard } from '../../src/domain/written-standard.ts';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { planSetup, type WorkbookContent } from '../../src/register/setup.ts';
import { createWorkbook } from '../../src/stores/xlsx/writing/create-workbook.ts';
import { makeWorld, ownContent, type TestWorld } from './world.ts';

interface AskedScreen {
  readonly screen: string;
  readonly standard?: NorwegianStandard;
  readonly query?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The word that forms of these screens carry. */
export const formWord = 'form-word';

/** The HTML of a screen. Throws what it cannot show. */
export async function screenIn(
  world: TestWorld,
  { screen, standard = 'nb', query = {}, env = {} }: AskedScreen,
): Promise<string> {
  const shown: string[] = [];
  const command: Command = {
    ...{ name: 'start', summary: '', options: {}, examples: [] },
    run: async (run) => {
      const room = join(world.folder, 'room');
      await mkdir(room, { recursive: true });
      const maker = new Maker(run, new Snapshots(run.settingsNow, run.store), room);
      await maker.answer({ ask: 'read', templates: false });
      const place = { screen, standard, path: [], query: { ...query }, form: formWord };
      const answer = answers.screen.parse(await maker.answer({ ask: 'screen', ...place }));
      if ('fault' in answer) throw new Error(`${answer.fault.message} ${answer.fault.advice}`);
      shown.push(answer.html);
      return 0;
    },
  };
  const { stderr } = await world.run(command, [], env);
  const [html] = shown;
  if (html === undefined) throw new Error(stderr);
  // Signs of equality are written so in attributes.
  return html.replaceAll('&#x3D;', '=');
}

/** The day of the worlds here, at noon. */
const day = parseDay('2026-11-23');

/** A world with the sample's content as somebody's own, and what else is typed into it by the keys of the tabs. */
export async function makeTypedWorld(
  more: (content: WorkbookContent) => WorkbookContent,
): Promise<TestWorld> {
  if (day === undefined) throw new Error('no day');
  const world = await makeWorld();
  const content = ownContent(sampleContent(day, keysOf('file')));
  const typed = { ...content, ...more(content) };
  await writeFile(join(world.folder, 'register.xlsx'), createWorkbook(planSetup(undefined, typed)));
  return world;
}
