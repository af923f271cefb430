/** A mailing to a few that comes back from some of them: what people and mail servers do, step by step. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { sendCommand } from '../../src/app/commands/send.ts';
import { todayCommand } from '../../src/app/commands/today.ts';
import { sha256 } from '../../src/app/mailings/keys.ts';
import { readMailing, type Mailing } from '../../src/delivery/mailing.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { failed, notification } from './returned-mail.ts';
import type { FaultyServer } from './smtp/faulty-server.ts';
import { typeIn } from './type-in.ts';
import type { ScriptRun, TestWorld } from './world.ts';

/** The folder of a revision of the announcement. */
export const folderOf = (revision: number): string => `a-2026-038-announcement-r${String(revision)}`;

export class BounceStory {
  readonly #world: TestWorld;
  readonly #server: FaultyServer;

  constructor(world: TestWorld, server: FaultyServer) {
    this.#world = world;
    this.#server = server;
  }

  get env(): Record<string, string> {
    const state = join(this.#world.folder, 'state');
    return { FELLES_STATE: state, SMTP_URL: this.#server.url, FELLES_OUTBOX: 'smtp' };
  }

  /** Makes the announcement for four municipalities. */
  announce(): Promise<ScriptRun> {
    const whom = ['--target', 'kommune:1111;1112;1114;1119'];
    return this.#world.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement', ...whom]);
  }

  send(...argv: readonly string[]): Promise<ScriptRun> {
    return this.#world.run(sendCommand, argv, this.env);
  }

  today(): Promise<ScriptRun> {
    return this.#world.run(todayCommand, [], this.env);
  }

  async mailing(revision: number): Promise<Mailing> {
    const record = join(this.#world.folder, 'out/announce', folderOf(revision), 'mailing.json');
    const read = readMailing(await readFile(record, 'utf8'), sha256);
    if ('fault' in read) throw new Error(read.fault);
    return read.mailing;
  }

  async approve(revision: number, ...more: readonly string[]): Promise<ScriptRun> {
    const { id, planHash } = await this.mailing(revision);
    return this.send(id, '--approve', planHash, ...more);
  }

  /** The report of a mail server about the message to a recipient. */
  async report(number: string, status = '5.1.1', words = '550 5.1.1 User unknown'): Promise<string> {
    const { recipients } = await this.mailing(1);
    const one = recipients.find(({ id }) => id === number);
    if (one === undefined) throw new Error(`nobody is ${number}`);
    const original = `From: Felles <samarbeid@felles.example>\nTo: ${one.address}\nMessage-ID: <${one.key}@felles.example>`;
    return notification({ fields: failed(status, words, one.address), original });
  }

  /** Such a report is read. */
  async comesBack(number: string, ...why: readonly [string, string] | readonly []): Promise<ScriptRun> {
    const file = join(this.#world.folder, 'retur.eml');
    await writeFile(file, await this.report(number, ...why));
    return this.send('--bounces', file);
  }

  /** Somebody corrects the register. */
  type(number: string, cells: Readonly<Record<string, string>>): Promise<void> {
    return typeIn(xlsxStore(join(this.#world.folder, 'register.xlsx')), 'Mottakere', number, cells);
  }
}
