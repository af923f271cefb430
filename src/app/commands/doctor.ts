/** `npm run doctor`: whether the other scripts have all they need. Changes nothing. */
import { msg, spoken } from '../../domain/msg.ts';
import type { WrittenStandard } from '../../domain/written-standard.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import type { Finding } from '../doctor/finding.ts';
import { checkDrive } from '../doctor/drive.ts';
import { connectFiles } from '../register/connect-google.ts';
import { dnsLookup, checkOutbox, checkSender } from '../doctor/sender.ts';
import { attempt, fault, note } from '../doctor/finding.ts';
import { checkNode, checkOut, checkTemplates } from '../doctor/machine.ts';
import { checkWorkbook, type WorkbookFindings } from '../doctor/register.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { isNewFolder, missingRegister } from '../register/no-register.ts';
import type { Terminal } from '../cli/terminal.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Looks at everything that Felles needs, and says what to do.',
  options: {},
  examples: ['npm run doctor', 'npm run doctor -- --workbook register.xlsx'],
  run: runDoctor,
};

async function runDoctor(run: Run): Promise<ExitCode> {
  const source = await checkSource(run);
  const findings = [
    checkNode(process.versions.node),
    ...source.findings,
    await checkTemplates(),
    await checkOut(run.settings),
    await checkOutbox(run.settings.sending),
    ...(source.register === undefined ? [] : await checkNamed(source.register, run)),
  ];
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const finding of findings) report(run.terminal, finding, width);
  return findings.some(({ state }) => state === 'fault') ? 1 : 0;
}

/** What the settings of the register name elsewhere: the folder for minutes, and the sender of mail. */
async function checkNamed(register: Register, { settings, terminal }: Run): Promise<readonly Finding[]> {
  const { afterMeeting, announcements } = settingsOf(register);
  return [
    ...(await checkDrive(afterMeeting.folder, () => connectFiles(settings, terminal))),
    ...(await checkSender(announcements.sender?.email, dnsLookup())),
  ];
}

/** The register. If nobody has used Felles in the folder yet, a missing register is not a fault. */
async function checkSource({ settings, store }: Run): Promise<WorkbookFindings> {
  if (await isNewFolder(settings)) {
    const advice = msg`«npm run agenda» makes it with a sample, to try Felles on; «npm run init» makes one without.`;
    return { findings: [note(msg`register`, msg`There is no register.xlsx yet.`, advice)] };
  }
  const missing = await missingRegister(settings);
  if (missing !== undefined) return { findings: [fault(msg`register`, missing.message, missing.advice)] };
  const found = await attempt(msg`credentials`, store);
  return 'state' in found ? { findings: [found] } : checkWorkbook(found, settings.now);
}

const colours = { ok: 'green', note: 'yellow', fault: 'red' } as const;

const marks: Readonly<Record<WrittenStandard, Readonly<Record<Finding['state'], string>>>> = {
  en: { ok: 'ok', note: 'note', fault: 'fault' },
  nb: { ok: 'i orden', note: 'merk', fault: 'feil' },
  nn: { ok: 'i orden', note: 'merk', fault: 'feil' },
};

function report(terminal: Terminal, { what, state, says, advice }: Finding, width: number): void {
  const words = marks[spoken()];
  const mark = words[state].padEnd(Math.max(...Object.values(words).map(({ length }) => length)));
  const line = `${terminal.paint(colours[state], mark, 'result')}  ${terminal.paint('bold', what.padEnd(width), 'result')}  ${says}`;
  terminal.result(advice === undefined ? line : `${line} ${advice}`);
}
