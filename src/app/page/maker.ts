/**
 * The maker: a thread beside the server that reads the register and makes what the page shows, so that the server answers
 * while a large register is read. It is this same command in a worker thread.
 */
import { msg } from '../../domain/msg.ts';
import type { MessagePort } from 'node:worker_threads';
import type { z } from 'zod';
import { dayOf, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { clock } from '../../language/dates.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { pageWords } from '../../language/page/page-words.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { workbookChanges } from '../../register/workbook-changes.ts';
import type { CommandEntry, Run } from '../cli/command.ts';
import {
  envelope,
  question,
  type Answer,
  type Question,
  type RegisterChanges,
  type Standing,
} from './protocol.ts';
import { answeredIn, speakAsAsked } from './asked-language.ts';
import { quietTerminal } from './quiet-terminal.ts';
import { readOnly } from './read-only.ts';
import type { AnyScreen, Memory, RunOptions, Scene } from './screen.ts';
import { screens } from './screens/registry.ts';
import { faultOf, stackOf } from './fault.ts';
import { requireSameRegister, Snapshots, type Snapshot } from './snapshot.ts';
import { PageTemplates } from './templates.ts';

/** So many changed cells are named; the others are counted. */
const MOST_CELLS = 100;

type Place = Extract<Question, { readonly ask: 'screen' }>;

export class Maker {
  readonly #snapshots: Snapshots;
  readonly #run: Run;
  readonly #room: string;
  readonly #commands: Scene['commands'];
  readonly #templates = new PageTemplates();
  readonly #memory: Memory = {};
  #held: Workbook | undefined;

  /** `run` is that of the command; `room` an empty folder for what is made to be looked at; `commands` those that a person can start. */
  constructor(run: Run, snapshots: Snapshots, room: string, commands: Scene['commands'] = {}) {
    this.#run = run;
    this.#snapshots = snapshots;
    this.#room = room;
    this.#commands = commands;
  }

  async answer(asked: Question): Promise<object> {
    switch (asked.ask) {
      case 'read':
        if (asked.templates) this.#templates.forget();
        return this.#read();
      case 'screen':
        return this.#tried(() => this.#screen(asked));
      case 'file':
        return this.#tried(async () => {
          const { file } = await screenNamed(asked.screen);
          if (file === undefined) throw nothingThere();
          return file(this.#scene(asked));
        });
      case 'act':
        return this.#tried(async () => {
          const { act } = await screenNamed(asked.screen);
          if (act === undefined) throw nothingThere();
          await act(this.#scene(asked), asked.fields);
          return {};
        });
      case 'hold':
        return this.#hold();
      case 'changes':
        return { changes: await this.#changes() };
    }
  }

  async #read(): Promise<Standing> {
    await this.#snapshots.read();
    const { last, fault, readAt, triedAt } = this.#snapshots;
    return {
      number: last?.number ?? 0,
      ...(readAt === undefined ? {} : timeOf(readAt, triedAt)),
      ...(last === undefined ? {} : { place: last.store.place }),
      isSample: last !== undefined && isSampleRegister(last.reading.register),
      ...(fault === undefined ? {} : { fault }),
    };
  }

  async #screen(asked: Place): Promise<Answer<'screen'>> {
    const screen = await screenNamed(asked.screen);
    const scene = this.#scene(asked);
    const { html, title } = await screen.show(scene, this.#templates);
    return { html, number: scene.snapshot.number, ...(title === undefined ? {} : { title }) };
  }

  /** What a question gets where it cannot be answered: a fault for the operator, or one of Felles with its stack. */
  async #tried<Value>(
    make: () => Promise<Value>,
  ): Promise<Value | Exclude<Answer<'screen'>, { readonly html: string }>> {
    try {
      return await make();
    } catch (error) {
      const fault = faultOf(error);
      if (fault !== undefined) return { fault, isOurs: false };
      return { fault: { message: stackOf(error, this.#run), advice: '' }, isOurs: true };
    }
  }

  #scene({ standard, path, query, form }: Pick<Place, 'standard' | 'path' | 'query' | 'form'>): Scene {
    const snapshot = this.#snapshots.last;
    if (snapshot === undefined) {
      const { message, advice } = this.#snapshots.fault?.[standard] ?? {
        message: msg`not read yet`,
        advice: '',
      };
      throw new UserError(message, advice);
    }
    return {
      ...{ standard, path, query, form, snapshot },
      words: pageWords[standard],
      runOf: (flags, options) => this.#runOver(snapshot, flags, options),
      room: this.#room,
      memory: this.#memory,
      instant: this.#run.instant,
      commands: this.#commands,
    };
  }

  #runOver(snapshot: Snapshot, flags: Run['flags'], { out, ...lines }: RunOptions): Run {
    return {
      settings: { ...snapshot.settings, out },
      terminal: quietTerminal(lines),
      flags,
      store: () => Promise.resolve(readOnly(snapshot)),
      instant: this.#run.instant,
      settingsNow: () => Promise.resolve({ ...snapshot.settings, out }),
      reading: snapshot.reading,
    };
  }

  /** Commands read the settings of now, and so perhaps another register than the page. */
  async #hold(): Promise<Answer<'hold'>> {
    const settingsNow = await this.#run.settingsNow();
    requireSameRegister(this.#run.settings, settingsNow);
    this.#held = await this.#readWorkbook();
    return { out: settingsNow.out };
  }

  /** Undefined where it cannot be read. */
  async #readWorkbook(): Promise<Workbook | undefined> {
    await this.#snapshots.read();
    const { last, fault } = this.#snapshots;
    return fault === undefined ? last?.workbook : undefined;
  }

  async #changes(): Promise<RegisterChanges | undefined> {
    const held = this.#held;
    // A large one is not kept until the next command.
    this.#held = undefined;
    const workbook = await this.#readWorkbook();
    const { last } = this.#snapshots;
    if (held === undefined || workbook === undefined || last === undefined) return undefined;
    const { cells, added } = workbookChanges(held, workbook, last.reading.register);
    return {
      cells: [...cells.slice(0, MOST_CELLS)],
      added: [...added],
      more: Math.max(0, cells.length - MOST_CELLS),
    };
  }
}

/** The clock alone would be that of today. */
function timeOf(readAt: WallTime, triedAt: WallTime | undefined): Pick<Standing, 'time' | 'day'> {
  const day = dayOf(readAt);
  const isToday = triedAt !== undefined && dayOf(triedAt) === day;
  return { time: clock(readAt), ...(isToday ? {} : { day }) };
}

const nothingThere = (): UserError => new UserError(msg`There is nothing at this address.`, msg`Go back.`);

async function screenNamed(name: string): Promise<AnyScreen> {
  const load = Object.entries(screens).find(([known]) => known === name)?.[1];
  if (load === undefined) throw nothingThere();
  return load();
}

/** What is read, in its order, and what is made of what was read last: Google may take long, and the page goes on meanwhile. */
const rows = {
  ...({ read: 'reading', hold: 'reading', changes: 'reading' } as const),
  ...({ screen: 'making', file: 'making', act: 'making' } as const),
} as const satisfies Readonly<Record<Question['ask'], string>>;

/** Answers the questions that come through the port until it is closed: of each row one after the other. */
export async function serveMaker(
  run: Run,
  port: MessagePort,
  { room, commands }: { readonly room: string; readonly commands: Readonly<Record<string, CommandEntry>> },
): Promise<void> {
  const maker = new Maker(run, new Snapshots(run.settingsNow, run.store, run.readable), room, commands);
  const before = { reading: Promise.resolve(), making: Promise.resolve() };
  let isFirst = true;
  // What is read for nobody in particular is for the one who looked last.
  let standard: NorwegianStandard = 'nb';
  speakAsAsked();
  port.on('message', (message: unknown) => {
    const { id, body } = envelope.parse(message);
    const asked = question.parse(body);
    const row = rows[asked.ask];
    if ('standard' in asked) standard = asked.standard;
    const own = standard;
    before[row] = before[row].then(async () => {
      port.postMessage({ id, ...(await answeredIn(own, () => answered(run, maker, asked))) });
    });
    // Before the first reading nothing can be made.
    if (isFirst) before.making = before[row];
    isFirst = false;
  });
  await new Promise<void>((resolve) => {
    port.on('close', resolve);
  });
}

async function answered(
  run: Run,
  maker: Maker,
  asked: Question,
): Promise<Omit<z.input<typeof envelope>, 'id'>> {
  try {
    return { body: await maker.answer(asked) };
  } catch (error) {
    return { body: undefined, failed: faultOf(error) ?? { message: stackOf(error, run) } };
  }
}
