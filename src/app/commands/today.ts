/** `npm run today`: what is due now, in one list. Safe to run every morning. */
import { isAnythingDue, today, type Today } from '../../papers/today/today.ts';
import { readRegister } from '../../register/read-register.ts';
import type { Command, ExitCode, Run } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { todayParts } from '../today-parts.ts';

const options = {
  json: { type: 'boolean', help: 'print the list as JSON on standard output' },
} as const;

export const todayCommand: Command = {
  name: 'today',
  summary:
    'Lists what is due now: texts to send, the next agenda, cases without outcome, actions, slots, examples, counties.',
  options,
  examples: ['npm run today', 'npm run today -- --json'],
  run: runToday,
};

/**
 * Whatever is due, the list was made: 0. Errors in the register may hide what is due: 1, so that whoever runs this every
 * morning is told.
 */
async function runToday({ settings, terminal, flags, store: open }: Run): Promise<ExitCode> {
  const store = await open();
  const { register, problems } = readRegister(await store.read(), settings.now);
  const list = today(register, problems, settings.now);
  if (flags['json'] === true) terminal.result(JSON.stringify(list, null, 2));
  else tell(terminal, list);
  return list.problems.error > 0 ? 1 : 0;
}

function tell(terminal: Terminal, list: Today): void {
  terminal.say(terminal.paint('bold', `Today, ${list.asOf}`));
  for (const part of todayParts(list)) {
    terminal.result(terminal.paint('bold', part.heading));
    for (const line of part.lines) terminal.result(`  ${line}`);
  }
  if (!isAnythingDue(list)) terminal.say('Nothing waits for you today.');
}
