/** Runs a command as a script: reads the flags and settings, and turns what happens into messages and an exit code. */
import { UserError } from '../domain/user-error.ts';
import type { Command, ExitCode } from './command.ts';
import { connect } from './connect.ts';
import { helpText } from './help.ts';
import { readOptions, type Environment } from './options.ts';
import { commonOptions, readEnvFile, readSettings } from './settings.ts';
import { createTerminal, standardOutputs, type Output, type Terminal } from './terminal.ts';

/** What a script is given of the world outside. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Environment;
  /** The working folder. */
  readonly folder: string;
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
  const terminal = createTerminal(world.stdout, world.stderr, world.env);
  try {
    const flags = readOptions({ ...command.options, ...commonOptions }, world.argv, world.env);
    if (flags['help'] === true) {
      terminal.result(helpText(command));
      return 0;
    }
    const file = await readEnvFile(world.folder);
    const settings = readSettings(flags, world.env, file, world.folder, world.instant());
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
      ...standardOutputs(),
      instant: () => new Date(),
      readable,
    },
    command,
  );
}
