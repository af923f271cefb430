/** Keeps the page fresh: reads the register when its file is saved, a Google Sheet now and then, and when the clock has moved on. */
import type { Settings } from '../settings/settings.ts';
import type { Events } from './events.ts';
import type { MakerPort } from './maker-port.ts';
import type { Standing } from './protocol.ts';
import { pageFolder } from './templates.ts';
import { watchFor } from './watching.ts';
import { dirname, join } from 'node:path';

const GOOGLE_MS = 30_000;
/** What is due changes with the clock. A machine that has slept comes here within a minute of waking. */
const CLOCK_MS = 60_000;

export class Fresh {
  standing: Standing = { number: 0, isSample: false };
  #busy = 0;
  #isReading = false;
  #wanted = 0;
  #templates = false;
  readonly #maker: MakerPort;
  readonly #events: Events;
  #stops: (() => void)[] = [];

  constructor(maker: MakerPort, events: Events) {
    this.#maker = maker;
    this.#events = events;
  }

  /** Whether the maker reads the register, and so may answer late. */
  get isReading(): boolean {
    return this.#busy > 0;
  }

  /** Reads once more; while it reads, one more reading follows. `templates`: they have changed. */
  async read(templates = false): Promise<void> {
    this.#templates ||= templates;
    this.#wanted += 1;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      await this.during(async () => {
        for (let done = 0; done !== this.#wanted;) {
          done = this.#wanted;
          await this.#readOnce();
        }
      });
    } finally {
      this.#isReading = false;
    }
  }

  /** For a question to the maker that makes it read: the windows are told when it begins and when it has ended. */
  async during<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#busy += 1;
    this.#tell();
    try {
      return await work();
    } finally {
      this.#busy -= 1;
      this.#tell();
    }
  }

  async #readOnce(): Promise<void> {
    const templates = this.#templates;
    this.#templates = false;
    this.standing = await this.#maker.ask({ ask: 'read', templates });
    if (!templates) return;
    this.revision += 1;
    this.onTemplates();
  }

  /** Grows when what is shown may be otherwise though the register is the same: templates, files on the disk. */
  revision = 0;

  /** Called when templates have changed. */
  onTemplates: () => void = () => undefined;

  /** What may be otherwise on the page: a window that has this number has the newest. */
  get number(): number {
    return this.standing.number * 1000 + this.revision;
  }

  /** Something on the disk that screens show has changed. */
  changed(): void {
    this.revision += 1;
    this.#tell();
  }

  #tell(): void {
    this.#events.tell({ kind: 'register', number: this.number, isReading: this.isReading });
  }

  /** Begins to watch, until `stop`. */
  watch({ source, folder }: Pick<Settings, 'source' | 'folder'>): void {
    const again = (): void => {
      this.read().catch(() => undefined);
    };
    const every = (ms: number): (() => void) => {
      const timer = setInterval(again, ms);
      return () => {
        clearInterval(timer);
      };
    };
    this.#stops = [
      source.kind === 'workbook' ? watchFor({ file: source.path }, again) : every(GOOGLE_MS),
      every(CLOCK_MS),
      // The maker reads the settings again at each reading.
      watchFor({ file: join(folder, '.env') }, again),
      ...[pageFolder, dirname(pageFolder), `${dirname(pageFolder)}/partials`].map((folder) =>
        watchFor({ folder }, () => {
          this.read(true).catch(() => undefined);
        }),
      ),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }
}
