/** `npm run probe`: tests on a real scratch sheet what Felles relies on and Google's documentation does not say. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';

export const probeCommand: Command = {
  name: 'probe',
  summary: 'Tries on a scratch Google Sheet what Google’s documentation leaves open.',
  options: {},
  examples: ['npm run probe -- --spreadsheet https://docs.google.com/spreadsheets/d/…'],
  run: runProbe,
};

async function runProbe({ settings, terminal }: Run): Promise<ExitCode> {
  const { source } = settings;
  if (source.kind !== 'spreadsheet') {
    throw new UserError(
      msg`The probes need a Google Sheet.`,
      msg`Make an empty one for the test, and give its address with --spreadsheet.`,
    );
  }
  const { connectGoogle } = await import('../register/connect-google.ts');
  const { ProbeSheet } = await import('../../stores/google/probe/probe-sheet.ts');
  const { probes } = await import('../../stores/google/probe/probes.ts');
  const sheet = new ProbeSheet(await connectGoogle(settings, terminal), source.id);
  let surprises = 0;
  await sheet.cleanUp();
  try {
    for (const { claim, matters, run } of probes) {
      const { found, asExpected } = await run(sheet);
      if (!asExpected) surprises += 1;
      const mark = asExpected
        ? terminal.paint('green', msg`yes`, 'result')
        : terminal.paint('red', msg`NO `, 'result');
      terminal.result(`${mark}  ${claim}`);
      if (!asExpected) terminal.result(`     ${msg`found: ${found}. At stake: ${matters}`}`);
    }
  } finally {
    await sheet.cleanUp();
  }
  terminal.say(
    surprises === 0
      ? msg`All ${probes.length} hold.`
      : msg`${surprises} of ${probes.length} do not hold: please report the lines above.`,
  );
  return surprises === 0 ? 0 : 1;
}
