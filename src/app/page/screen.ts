/**
 * What a screen of the page is: what it shows of the register, and the template that lays it out
 * (templates/page/<name>.html.hbs). Screens are made in the maker (maker.ts), beside the server.
 */
import type { z } from 'zod';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { PageWords, ScreenName } from '../../language/page/words.ts';
import type { CommandEntry, Run } from '../cli/command.ts';
import type { Lines } from './quiet-terminal.ts';
import type { Snapshot } from './snapshot.ts';
import type { PageTemplates } from './templates.ts';

/** What an address asks for. */
export interface Asked {
  readonly standard: NorwegianStandard;
  /** What follows the name of the screen in the address: `papers/agenda` has one. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  /** What forms carry, so that the server knows them as its own. */
  readonly form: string;
}

/** What a run over the register as it was read needs besides its flags. */
export interface RunOptions extends Lines {
  /** Where its files go. */
  readonly out: string;
}

/** One for as long as the page runs: what a screen keeps from view to view, it keeps by this, in a WeakMap. */
export type Memory = object;

/** What a screen may use. */
export interface Scene extends Asked {
  readonly words: PageWords;
  readonly snapshot: Snapshot;
  /**
   * A run over the register as it was read, for what the commands make: it cannot write in the register.
   */
  readonly runOf: (flags: Run['flags'], options: RunOptions) => Run;
  readonly memory: Memory;
  /** The time of day as an instant in UTC; the register may have been judged some minutes ago. */
  readonly instant: Run['instant'];
  /** A folder of this run of Felles for what is made to be looked at. */
  readonly room: string;
  /** What the page can start, by name. */
  readonly commands: Readonly<Record<string, CommandEntry>>;
}

/** Something that is shown in a frame, or that the browser saves. */
export interface PageFile {
  readonly bytes: Uint8Array;
  /** A media type, with its charset for text. */
  readonly type: string;
  /** Under which name the browser saves it; undefined for what is shown in a frame. */
  readonly name?: string | undefined;
}

export interface Screen<View> {
  readonly name: ScreenName;
  readonly schema: z.ZodType<View>;
  /** Throws UserError for what cannot be shown. */
  readonly view: (scene: Scene) => Promise<View> | View;
  /** The title of the window, where it is not that of the screen. */
  readonly title?: (view: View) => string;
  /** What stands under the screen's address with `file`. Throws UserError for what is not there. */
  readonly file?: (scene: Scene) => Promise<PageFile>;
  /** What a form of the screen does that no command does, such as to mark something as seen. Writes nothing in the register. */
  readonly act?: (scene: Scene, fields: Readonly<Record<string, string>>) => Promise<void> | void;
}

/** A screen whose view only it knows. */
export type AnyScreen = Pick<Screen<object>, 'name' | 'file' | 'act'> & {
  readonly show: (
    scene: Scene,
    templates: PageTemplates,
  ) => Promise<{ readonly html: string; readonly title: string | undefined }>;
};

export const defineScreen = <View extends object>(screen: Screen<View>): AnyScreen => ({
  name: screen.name,
  ...(screen.file === undefined ? {} : { file: screen.file }),
  ...(screen.act === undefined ? {} : { act: screen.act }),
  show: async (scene, templates) => {
    const view = await screen.view(scene);
    return { html: templates.fill(screen.name, screen.schema, view), title: screen.title?.(view) };
  },
});
