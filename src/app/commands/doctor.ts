/** `npm run doctor`: whether everything is there that the other scripts need. Changes nothing. */
import { existsSync } from 'node:fs';
import type { Command, ExitCode, Run } from '../command.ts';
import type { Finding } from '../doctor/finding.ts';
import { attempt, note, ok } from '../doctor/finding.ts';
import { judgeNode, judgeOut, judgeTemplates } from '../doctor/machine.ts';
import { judgeWorkbook } from '../doctor/register.ts';
import { shownPath } from '../settings.ts';
import type { Terminal } from '../terminal.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Looks at everything that Felles needs, and says what to do.',
  options: {},
  examples: ['npm run doctor', 'npm run doctor -- --workbook register.xlsx'],
  run: runDoctor,
};

async function runDoctor(run: Run): Promise<ExitCode> {
  const findings = [
    judgeNode(process.versions.node),
    ...(await judgeSource(run)),
    await judgeTemplates(),
    await judgeOut(run.settings),
    ok('outbox', 'mailings are written as files; nothing is sent by itself'),
  ];
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const finding of findings) tell(run.terminal, finding, width);
  return findings.some(({ state }) => state === 'fault') ? 1 : 0;
}

/** The register, unless nobody has named one yet: to make the sample is for the scripts that use it. */
async function judgeSource({ settings, store }: Run): Promise<readonly Finding[]> {
  const { source } = settings;
  if (source.kind === 'workbook' && source.isDefault && !existsSync(source.path)) {
    return [
      note(
        'register',
        `There is no ${shownPath(settings, source.path)} yet.`,
        'The first run makes it with a sample; «npm run init» makes one without.',
      ),
    ];
  }
  const found = await attempt('credentials', store);
  return 'state' in found ? [found] : judgeWorkbook(found, settings.now);
}

const marks = { ok: ['green', 'ok   '], note: ['yellow', 'note '], fault: ['red', 'fault'] } as const;

function tell(terminal: Terminal, { what, state, says, advice }: Finding, width: number): void {
  const [colour, mark] = marks[state];
  const line = `${terminal.paint(colour, mark, 'result')}  ${terminal.paint('bold', what.padEnd(width), 'result')}  ${says}`;
  terminal.result(advice === undefined ? line : `${line} ${advice}`);
}
