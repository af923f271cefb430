/** The road that every paper takes: flags → register → view → files → saved and shown → exit code. */
import { dayOf } from '../../domain/time.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { openRegister } from '../register/open-register.ts';
import { reportSourceErrors } from '../register/source-errors.ts';
import { shownPath } from '../settings/settings.ts';
import { paperFormats, type Making, type PaperDefinition, type Step } from './paper-definition.ts';
import { setFiles, type Wanted } from './paper-files.ts';
import { formatsOf, standardsOf, textFlag } from './paper-flags.ts';
import { fileName, savePapers, type SavedFile } from './save-papers.ts';

/** Files that are ready to be saved under one name. */
interface Ready {
  readonly name: string;
  readonly files: Awaited<ReturnType<typeof setFiles>>;
  readonly beside: ((count: number) => string) | undefined;
}

/** Makes a paper from the settings to the exit code. Throws UserError. */
export async function runPaper<Request, View, Template extends string>(
  paper: PaperDefinition<Request, View, Template>,
  run: Run,
): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const standards =
    paper.standards !== undefined && textFlag(flags, 'standard') === undefined
      ? paper.standards
      : standardsOf(flags);
  const formats = formatsOf(flags, paper.formats ?? paperFormats);
  const request = paper.request({ flags, settings, formats });
  const needed = [...paper.tabs, ...(paper.alsoNeeds?.(flags) ?? [])];
  const open = await openRegister(run, needed, paper.none());
  const { register } = open.reading;
  const view = paper.make(register, request, settings.now);
  const road = new Road(paper, { ...open, run, request, view, saved: [] });

  if (await road.pass('made')) return road.code;
  if (reportSourceErrors(terminal, open.reading, paper.tabs, paper.named(road.making.view))) road.code = 1;
  paper.say(terminal, road.making.view, road.making);
  if (await road.pass('said')) return road.code;
  const wanted: Wanted = {
    standards,
    formats,
    asOf: dayOf(settings.now),
    isSample: isSampleRegister(register),
  };
  const sets: Ready[] = [];
  for (const set of paper.sets(road.making.view, road.making))
    sets.push({ name: set.name, beside: set.beside, files: await setFiles(set, paper.templates, wanted) });
  if (await road.pass('written')) return road.code;
  const saved = await saveSets(run, paper.name, sets);
  road.making = { ...road.making, saved: saved.flatMap(({ listed, beside }) => [...listed, ...beside]) };
  if (await road.pass('saved')) return road.code;
  show(run, paper, road, saved);
  await road.pass('shown');
  return road.code;
}

/** How far a paper has come, and what its own steps have made of it. */
class Road<Request, View> {
  making: Making<Request, View>;
  code: ExitCode = 0;
  readonly results: string[] = [];
  readonly #steps: readonly Step<Request, View>[];

  constructor(
    { steps = {} }: { readonly steps?: Readonly<Record<string, Step<Request, View>>> },
    making: Making<Request, View>,
  ) {
    this.making = making;
    this.#steps = Object.values(steps);
  }

  /** Takes the steps after a station. True where the run ends there. */
  async pass(station: Step<Request, View>['after']): Promise<boolean> {
    for (const step of this.#steps.filter(({ after }) => after === station)) {
      const { view = this.making.view, code = 0, results = [], isLast } = await step.take(this.making);
      this.making = { ...this.making, view };
      if (code === 1) this.code = 1;
      this.results.push(...results);
      if (isLast === true) return true;
    }
    return false;
  }
}

/** The saved files of a set: those that are listed, and those beside. */
interface SavedSet {
  readonly listed: readonly SavedFile[];
  readonly beside: readonly SavedFile[];
  readonly message: ((count: number) => string) | undefined;
}

async function saveSets(
  { settings }: Run,
  paper: string,
  sets: readonly Ready[],
): Promise<readonly SavedSet[]> {
  const saved: SavedSet[] = [];
  for (const { name, files, beside: message } of sets.filter(({ files: own }) => own.length > 0)) {
    const all = await savePapers(settings.out, paper, fileName(name), files);
    const isBeside = (_: SavedFile, index: number): boolean => files[index]?.ending.startsWith('-') === true;
    saved.push({
      listed: all.filter((file, index) => !isBeside(file, index)),
      beside: all.filter(isBeside),
      message,
    });
  }
  return saved;
}

function show<Request, View>(
  { terminal, settings, flags }: Run,
  { json }: Pick<PaperDefinition<Request, View, string>, 'json'>,
  { making, results }: Road<Request, View>,
  sets: readonly SavedSet[],
): void {
  const paths = sets.flatMap(({ listed }) => listed.map(({ path }) => path));
  if (json !== undefined && flags['json'] === true) {
    terminal.result(JSON.stringify(json(making.view, paths), null, 2));
    return;
  }
  for (const path of paths) terminal.result(shownPath(settings, path));
  for (const line of results) terminal.result(line);
  for (const { beside, message } of sets)
    if (beside.length > 0 && message !== undefined) terminal.say(message(beside.length));
}
