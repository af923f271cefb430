/** Runs a command as a script: reads the flags and settings, and turns what happens into messages and an exit code. */
import { fileURLToPath } from 'node:url';
import { UserError } from '../../domain/user-error.ts';
import { advising } from './advised-commands.ts';
import type { Command, ExitCode } from './command.ts';
import { connect } from '../register/connect.ts';
import { helpText } from './help.ts';
import { readOptions, type Environment } from './options.ts';
import { commonOptions, readEnvFile, readSettings } from '../settings/settings.ts';
import { createTerminal, standardOutputs, type Output, type Terminal } from './terminal.ts';
import { isWithin, workingFolder } from '../settings/working-folder.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** What a script is given of the world outside. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Environment;
  /** Where the person stands. */
  readonly folder: string;
  /** The folder of Felles itself. */
  readonly project: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly instant: () => Date;
  /** A stack with the places where people find the code. */
  readonly readable: (stack: string) => string;
}

function report(error: unknown, terminal: Terminal, readable: World['readable']): void {
  if (error instanceof UserError) {
    terminal.say(terminal.paint('red', error.message));
    terminal.say(`  ${error.advice}`);
    return;
  }
  terminal.say(terminal.paint('red', 'This is a fault in Felles. Please report the text below.'));
  terminal.say(error instanceof Error ? readable(error.stack ?? error.message) : String(error));
}

/** Runs a command in a world. Never throws. */
export async function runIn(world: World, command: Command): Promise<ExitCode> {
  let terminal = createTerminal(world.stdout, world.stderr, world.env);
  try {
    const flags = readOptions({ ...command.options, ...commonOptions }, world.argv, world.env);
    terminal = advising(terminal, { flags, isOutside: !isWithin(world.folder, world.project) });
    if (flags['help'] === true) {
      terminal.result(helpText(command));
      return 0;
    }
    const folder = workingFolder(world.folder, world.project);
    if (folder !== world.folder) terminal.say(`Working in ${folder}: paths count from there.`);
    const file = await readEnvFile(folder);
    const settings = readSettings(flags, world.env, file, folder, world.instant());
    return await command.run({
      settings,
      terminal,
      flags,
      store: () => connect(settings, terminal, command),
    });
  } catch (error) {
    report(error, terminal, world.readable);
    return 2;
  }
}

/** Runs a command in the world of this process, and leaves its exit code. */
export async function runScript(command: Command, readable: World['readable']): Promise<void> {
  process.exitCode = await runIn(
    {
      argv: process.argv.slice(2),
      env: process.env,
      folder: process.cwd(),
      project,
      ...standardOutputs(),
      instant: () => new Date(),
      readable,
    },
    command,
  );
}
