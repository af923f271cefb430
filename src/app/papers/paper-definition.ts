/**
 * What a paper is. From its definition come its command and help, its files, what the documents say of it, and the tests
 * that every paper passes. The road from the settings to the saved files is the same for all: see run-paper.ts.
 */
import type { z } from 'zod';
import type { Day, WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { TabKey } from '../../register/tabs.ts';
import type { Command, Run } from '../cli/command.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { OpenRegister } from '../register/open-register.ts';
import type { CalendarEvent } from '../../render/exchange/ics.ts';
import type { Figures } from '../../render/svg/drawing.ts';
import type { Marking } from './calendar-text.ts';
import type { PaperWriter } from './paper-writer.ts';
import type { PaperFile, SavedFile } from './save-papers.ts';

/** The formats that every template gives. A paper may have others of its own, such as `ics`. */
export const paperFormats = ['html', 'docx', 'txt'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** What a run asks for, before the register is read. */
export interface Asked extends Pick<Run, 'flags' | 'settings'> {
  readonly formats: readonly string[];
}

/** What goes into one file beside those that the template gives. */
export interface FileContext<Template extends string> {
  readonly format: string;
  readonly marking: Marking;
  /** Fills another template of the paper, such as the text of an invitation. */
  readonly write: PaperWriter<Template>;
}

/** Files that are saved under one name: in each wanted format, for each written standard. */
export interface PaperSet<Template extends string> {
  /** The name of the files, without ending. It is made safe for every system. */
  readonly name: string;
  /** The template of the .html, .docx and .txt files. A set without one has only files of its own. */
  readonly template?: Template;
  /** What fills the template. */
  readonly view?: object;
  /** What the paper is about, for the properties of the document. */
  readonly subject?: string;
  /** The day of the document (Oslo), for the same. Default: the day on which the register was read. */
  readonly day?: Day;
  /** Both, where they differ between the written standards. */
  readonly inStandard?: (standard: NorwegianStandard) => { readonly view: object; readonly subject: string };
  /** The drawings that its pages and Word documents have. Loads what draws. */
  readonly figures?: (standard: NorwegianStandard) => Promise<Figures>;
  /** The files of a format that is none of `paperFormats`. An ending that begins with a hyphen is of a file beside. */
  readonly files?: (context: FileContext<Template>) => Promise<readonly PaperFile[]> | readonly PaperFile[];
  /** Files that are the same in both written standards. */
  readonly common?: readonly PaperFile[];
  /** What is said of the files beside, which are not listed: `18 calendars of one slot each`. */
  readonly beside?: (count: number) => string;
}

/** What a calendar file has. */
export interface PaperEvents {
  readonly events: readonly CalendarEvent[];
  /** So many to come are left out, since they have no day. */
  readonly undated: number;
}

/** A paper on its way. */
export interface Making<Request, View> extends OpenRegister {
  readonly run: Run;
  readonly request: Request;
  readonly view: View;
  /** None before the station `saved`. */
  readonly saved: readonly SavedFile[];
}

/** What comes of a step. */
export interface StepResult<View> {
  /** The view from now on. */
  readonly view?: View;
  /** 1 where something is for a person to do. */
  readonly code?: 0 | 1;
  /** Lines that are printed after the paths of the files. */
  readonly results?: readonly string[];
  /** The run ends here. */
  readonly isLast?: true;
}

/**
 * A step that only this paper takes, and after which station of the road: the view is `made`, what it says is `said` on the
 * terminal, the files are `written` in memory, they are `saved`, their paths are `shown`.
 */
export interface Step<Request, View> {
  readonly after: 'made' | 'said' | 'written' | 'saved' | 'shown';
  /** Throws UserError where the run must stop. */
  readonly take: (making: Making<Request, View>) => Promise<StepResult<View>> | StepResult<View>;
}

export interface PaperDefinition<Request, View, Template extends string> extends Pick<
  Command,
  'name' | 'summary' | 'options' | 'examples' | 'ends' | 'makesSample'
> {
  /** That there is none: «No agenda was made.» */
  readonly none: () => string;
  /** What messages call it, by its kind where there are several: «the agenda». */
  readonly named: (view: View) => string;
  /** The tabs that it is made from: errors in their rows may be missed in the paper, so they are reported. */
  readonly tabs: readonly TabKey[];
  /** Other tabs that must be readable. */
  readonly alsoNeeds?: (flags: Run['flags']) => readonly TabKey[];
  /** Default: `paperFormats`. */
  readonly formats?: readonly string[];
  /** The written standards without `--standard`. Default: both. */
  readonly standards?: readonly NorwegianStandard[];
  /** From the flags to what the paper is asked for. Throws UserError. */
  readonly request: (asked: Asked) => Request;
  /** From the register to what the paper says. Pure; `now` is Oslo time. Throws UserError. */
  readonly make: (register: Register, request: Request, now: WallTime) => View;
  /** Its templates by name (templates/<name>.<standard>.md.hbs), each with the schema of what fills it. */
  readonly templates: Readonly<Record<Template, z.ZodType>>;
  /** Its files. None where nothing is to be made. */
  readonly sets: (view: View, making: Making<Request, View>) => readonly PaperSet<Template>[];
  /** What a person at the terminal wants to know before opening the files. */
  readonly say: (terminal: Terminal, view: View, making: Making<Request, View>) => void;
  /** What `--json` prints, given the paths of the files. */
  readonly json?: (view: View, files: readonly string[]) => object;
  /** The events of its calendar file, for the page in the browser, where it comes without pages. `now` is Oslo time. */
  readonly events?: (view: View, standard: NorwegianStandard, now: WallTime) => PaperEvents;
  readonly steps?: Readonly<Record<string, Step<Request, View>>>;
  /**
   * The flags that make its papers from the sample register. Tests and checks of the documents run each; the golden files
   * are named after the key. Default: the paper's name, without flags.
   */
  readonly samples?: Readonly<Record<string, readonly string[]>>;
}
