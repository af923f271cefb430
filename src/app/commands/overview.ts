/** `npx felles`: the state of the register, what is due, and every command. Makes nothing. */
import { msg, spoken } from '../../domain/msg.ts';
import { sheetAddress } from '../../domain/url.ts';
import { nearest } from '../../domain/nearest.ts';
import { UserError } from '../../domain/user-error.ts';
import { today } from '../../papers/today/today.ts';
import type { Command, CommandEntry, ExitCode, Run } from '../cli/command.ts';
import { quoted } from '../cli/advised-commands.ts';
import { isNewFolder, missingRegister, newWorkbookPath } from '../register/no-register.ts';
import { commandLines, standingLines, type Standing } from '../cli/overview.ts';
import { standardIn, textFlag } from '../papers/paper-flags.ts';
import { listRequest } from '../mailings/mailing-folder.ts';
import { openRegister } from '../register/open-register.ts';
import { allButFindings } from '../register/require-tabs.ts';
import { shownPath } from '../settings/settings.ts';

type Commands = Readonly<Record<string, CommandEntry>>;

/** Made from the commands that it lists. */
export const overviewCommand = (commands: Commands): Command => ({
  name: 'felles',
  summary: 'Says where you stand, what is due, and what every command does.',
  options: {
    command: {
      type: 'string',
      value: '<command>',
      help: 'the command to run; «help» lists them',
      isFirst: true,
    },
    standard: { type: 'string', value: '<nb|nn>', help: 'the written standard of this list (default nb)' },
  },
  examples: ['npx felles', 'npx felles agenda --quarter 2026Q4', 'npx felles help'],
  ends: {
    0: 'the register was read',
    1: 'there is no register yet, or rows with errors may hide what is due',
  },
  run: (run) => runOverview(run, commands),
});

async function runOverview(run: Run, commands: Commands): Promise<ExitCode> {
  const { terminal, flags } = run;
  const standard = standardIn(flags, 'standard') ?? (spoken() === 'nn' ? 'nn' : 'nb');
  const word = textFlag(flags, 'command') ?? '';
  if (word !== '' && word !== 'help') throw unknownCommand(word, Object.keys(commands));
  const isHelp = word === 'help';
  const standing = isHelp ? undefined : await standingOf(run);
  if (standing !== undefined) {
    for (const line of standingLines(standing, standard)) terminal.result(line);
    terminal.result('');
  }
  for (const line of commandLines(commands, standard)) terminal.result(line);
  return standing === undefined ? 0 : exitOf(standing);
}

function exitOf(standing: Standing): ExitCode {
  if (standing.kind === 'unread' || standing.kind === 'gone') return 2;
  return standing.kind === 'read' && standing.list.problems.error + standing.list.withoutId === 0 ? 0 : 1;
}

function unknownCommand(word: string, known: readonly string[]): UserError {
  // The starter goes by scripts/, the registry by its entries: between the two edits of a new command they differ.
  if (known.includes(word))
    return new UserError(
      msg`The command «${word}» has no script yet.`,
      msg`Run «npm run docs»: it writes it.`,
    );
  const near = nearest(word, known);
  return new UserError(
    msg`There is no command «${word}».`,
    near === undefined
      ? msg`Run «npx felles help» to see all commands.`
      : msg`Did you mean «npx felles ${near}»?`,
  );
}

/** Reads the register, if there is one. */
async function standingOf(run: Run): Promise<Standing> {
  const { settings } = run;
  const { source } = settings;
  const place = source.kind === 'workbook' ? shownPath(settings, source.path) : sheetAddress(source.id);
  if (await isNewFolder(settings)) return { kind: 'none', place };
  if (source.kind === 'workbook' && (await missingRegister(settings)) !== undefined)
    return { kind: 'gone', place, anew: quoted(shownPath(settings, newWorkbookPath(source.path))) };
  try {
    const { reading } = await openRegister(run, allButFindings, msg`It cannot be known what is due.`);
    const list = today(reading, settings.now, await listRequest(settings));
    return { kind: 'read', place, list };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'unread', place, message: error.message, advice: error.advice };
  }
}
