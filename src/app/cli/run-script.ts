/** Runs a command as a script: reads the flags and settings, and turns what happens into messages and an exit code. */
import { fileURLToPath } from 'node:url';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { advising, wayOf } from './advised-commands.ts';
import type { Command, ExitCode, Run } from './command.ts';
import { connect } from '../register/connect.ts';
import { helpText } from './help.ts';
import { readOptions, type EnvVariables } from './options.ts';
import { commonOptions, readEnvFile, readSettings, type Settings } from '../settings/settings.ts';
import { languageIn, speakNorwegian } from './speech.ts';
import { createTerminal, standardOutputs, type Output, type Terminal } from './terminal.ts';
import { isWithin, workingFolder } from '../settings/working-folder.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** What a command is given from outside: its arguments, variables, folders, outputs and clock. */
export interface Environment {
  readonly argv: readonly string[];
  readonly env: EnvVariables;
  /** The current folder. */
  readonly folder: string;
  /** The folder of Felles itself. */
  readonly project: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly instant: () => Date;
  /** As in `Run`. */
  readonly progress?: Run['progress'];
  /** A stack trace with the places in the sources. */
  readonly readable: (stack: string) => string;
}

function report(error: unknown, terminal: Terminal, readable: Environment['readable']): void {
  if (error instanceof UserError) {
    terminal.say(error.message, 'red');
    terminal.say(`  ${error.advice}`);
    return;
  }
  terminal.say(msg`This is a fault in Felles. Please report the text below.`, 'red');
  terminal.say(error instanceof Error ? readable(error.stack ?? error.message) : String(error));
}

/** Runs a command in an environment. Never throws. */
export async function runIn(environment: Environment, command: Command): Promise<ExitCode> {
  let terminal = createTerminal(environment.stdout, environment.stderr, environment.env);
  try {
    const flags = readOptions({ ...command.options, ...commonOptions }, environment.argv, environment.env);
    const isOutside = !isWithin(environment.folder, environment.project);
    terminal = advising(terminal, { flags, way: wayOf(environment.env, isOutside) });
    if (flags['help'] === true) {
      terminal.result(helpText(command));
      return 0;
    }
    const folder = workingFolder(environment.folder, environment.project);
    if (folder !== environment.folder) terminal.say(msg`Working in ${folder}: paths are relative to it.`);
    const settingsNow = async (): Promise<Settings> =>
      readSettings(flags, environment.env, await readEnvFile(folder), folder, environment.instant());
    const settings = await settingsNow();
    return await command.run({
      settings,
      terminal,
      flags,
      store: () => connect(settings, terminal, command),
      instant: () => `${environment.instant().toISOString().slice(0, 19)}Z`,
      settingsNow,
      progress: environment.progress,
      readable: environment.readable,
    });
  } catch (error) {
    report(error, terminal, environment.readable);
    return 2;
  }
}

/** As Ctrl-C, for a command that hears it. One that has not come so far is told as soon as it listens. */
function interrupt(): void {
  if (process.listenerCount('SIGINT') > 0) {
    process.emit('SIGINT');
    return;
  }
  const heard = (name: string | symbol): void => {
    if (name !== 'SIGINT') return;
    process.off('newListener', heard);
    // The listener is added after this.
    queueMicrotask(() => process.emit('SIGINT'));
  };
  process.on('newListener', heard);
}

/**
 * The page in the browser starts commands with a channel to them. It asks one to stop as Ctrl-C does, is told how far a send has
 * come, and where the page has ended, the command stops in the same way.
 */
function toldToThePage(): Environment['progress'] {
  if (process.send === undefined) return undefined;
  let isAsked = false;
  const stop = (): void => {
    // A page that asks and then ends itself has asked once: twice would end the command in the middle.
    if (!isAsked) interrupt();
    isAsked = true;
  };
  process.on('message', stop);
  process.on('disconnect', stop);
  // It may have ended while this process was loaded.
  if (!process.connected) stop();
  // The channel alone keeps no command from ending.
  process.channel?.unref();
  return (progress) => {
    // A page that has gone meanwhile is told by `disconnect`.
    if (process.connected) process.send?.({ progress }, undefined, undefined, () => undefined);
  };
}

/** Runs a command in the environment of this process, and leaves its exit code. */
export async function runScript(command: Command, readable: Environment['readable']): Promise<void> {
  const outputs = standardOutputs();
  const progress = toldToThePage();
  const language = languageIn(process.env);
  if (language !== undefined) speakNorwegian(language);
  process.exitCode = await runIn(
    {
      argv: process.argv.slice(2),
      env: process.env,
      folder: process.cwd(),
      project,
      ...outputs,
      // The page shows both in one, and only one output keeps their order.
      ...(progress === undefined ? {} : { stderr: outputs.stdout }),
      instant: () => new Date(),
      progress,
      readable,
    },
    command,
  );
}
