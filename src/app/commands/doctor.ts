/** `npm run doctor`: whether everything is there that the other scripts need. Changes nothing. */
import type { Command, ExitCode, Run } from '../command.ts';
import type { Finding } from '../doctor/finding.ts';
import { attempt, fault, note, ok } from '../doctor/finding.ts';
import { judgeNode, judgeOut, judgeTemplates } from '../doctor/machine.ts';
import { judgeWorkbook } from '../doctor/register.ts';
import { isNewFolder, missingRegister } from '../no-register.ts';
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

/** The register. Where nobody has used Felles in the folder yet, nothing is wrong with there being none. */
async function judgeSource({ settings, store }: Run): Promise<readonly Finding[]> {
  if (await isNewFolder(settings)) {
    return [
      note(
        'register',
        'There is no register.xlsx yet.',
        '«npm run agenda» makes it with a sample, to try Felles on; «npm run init» makes one without.',
      ),
    ];
  }
  const missing = await missingRegister(settings);
  if (missing !== undefined) return [fault('register', missing.message, missing.advice)];
  const found = await attempt('credentials', store);
  return 'state' in found ? [found] : judgeWorkbook(found, settings.now);
}

const marks = { ok: ['green', 'ok   '], note: ['yellow', 'note '], fault: ['red', 'fault'] } as const;

function tell(terminal: Terminal, { what, state, says, advice }: Finding, width: number): void {
  const [colour, mark] = marks[state];
  const line = `${terminal.paint(colour, mark, 'result')}  ${terminal.paint('bold', what.padEnd(width), 'result')}  ${says}`;
  terminal.result(advice === undefined ? line : `${line} ${advice}`);
}
