/** The registry of commands, and what becomes of one that a script has named. A new command is one line here. */
import type { Command } from './command.ts';
import { runScript } from './run-script.ts';

const commands = {
  agenda: async () => (await import('./commands/agenda.ts')).agendaCommand,
  announce: async () => (await import('./commands/announce.ts')).announceCommand,
  calendar: async () => (await import('./commands/calendar.ts')).calendarCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  county: async () => (await import('./commands/county.ts')).countyCommand,
  'check-templates': async () => (await import('./commands/check-templates.ts')).checkTemplatesCommand,
  copy: async () => (await import('./commands/copy.ts')).copyCommand,
  digest: async () => (await import('./commands/digest.ts')).digestCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  examples: async () => (await import('./commands/examples.ts')).examplesCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  login: async () => (await import('./commands/login.ts')).loginCommand,
  logout: async () => (await import('./commands/logout.ts')).logoutCommand,
  programme: async () => (await import('./commands/programme.ts')).programmeCommand,
  probe: async () => (await import('./commands/probe.ts')).probeCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  send: async () => (await import('./commands/send.ts')).sendCommand,
  today: async () => (await import('./commands/today.ts')).todayCommand,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

export type CommandName = keyof typeof commands;

/** Runs a command to its end. `readable` turns a stack's places into those of the sources. */
export async function main(name: CommandName, readable: (stack: string) => string): Promise<void> {
  await runScript(await commands[name](), readable);
}
