/** The registry of commands, and the way from a name to its run. A new command is one entry here; a paper has its own. */
import { commandGroups, type Command, type CommandEntry } from './cli/command.ts';
import { runScript } from './cli/run-script.ts';
import { papers } from './papers/registry.ts';
import { useResults, type KeptResults } from './start/kept-results.ts';

/** In the order of the lists that people see: by group, and in a group by how often it is run. */
export const commands = {
  start: {
    group: 'weekly',
    line: {
      nb: 'Åpner siden i nettleseren: det som skal gjøres, dokumentene, utsendelsene og året.',
      nn: 'Opnar sida i nettlesaren: det som skal gjerast, dokumenta, utsendingane og året.',
    },
    load: async (): Promise<Command> => (await import('./commands/start.ts')).startCommand(commands),
  },
  today: {
    group: 'weekly',
    line: { nb: 'Viser alt som skal gjøres nå.', nn: 'Viser alt som skal gjerast no.' },
    load: async () => (await import('./commands/today.ts')).todayCommand,
  },
  check: {
    group: 'weekly',
    line: {
      nb: 'Kontrollerer registeret, celle for celle, og sier hva du skriver i stedet.',
      nn: 'Kontrollerer registeret, celle for celle, og seier kva du skriv i staden.',
    },
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  ...papers,
  announce: {
    group: 'weekly',
    line: {
      nb: 'Lager utsendelsene om webinarer som skal ut nå. Sender ingenting.',
      nn: 'Lagar utsendingane om webinar som skal ut no. Sender ingenting.',
    },
    load: async () => (await import('./commands/announce.ts')).announceCommand,
  },
  plan: {
    group: 'seldom',
    line: {
      nb: 'Foreslår dager for møter og webinarer, og spør hvilken dag som passer.',
      nn: 'Foreslår dagar for møte og webinar, og spør kva dag som passar.',
    },
    load: async () => (await import('./commands/plan.ts')).planCommand,
  },
  speakers: {
    group: 'weekly',
    line: {
      nb: 'Lager meldingene til innledere som skal ut nå. Sender ingenting.',
      nn: 'Lagar meldingane til innleiarar som skal ut no. Sender ingenting.',
    },
    load: async () => (await import('./commands/speakers.ts')).speakersCommand,
  },
  send: {
    group: 'weekly',
    line: {
      nb: 'Viser en utsendelse, og sender den når du har godkjent den.',
      nn: 'Viser ei utsending, og sender når du har godkjent.',
    },
    load: async () => (await import('./commands/send.ts')).sendCommand,
  },
  init: {
    group: 'setup',
    line: {
      nb: 'Lager et nytt regneark, eller legger til det som mangler i et.',
      nn: 'Lagar eit nytt rekneark, eller legg til det som manglar i eit.',
    },
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  doctor: {
    group: 'setup',
    line: {
      nb: 'Ser etter at alt Felles trenger, er på plass.',
      nn: 'Ser etter at alt Felles treng, er på plass.',
    },
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  copy: {
    group: 'setup',
    line: {
      nb: 'Kopierer et helt register mellom en fil og Google Regneark.',
      nn: 'Kopierer eit heilt register mellom ei fil og Google Rekneark.',
    },
    load: async () => (await import('./commands/copy.ts')).copyCommand,
  },
  login: {
    group: 'setup',
    line: { nb: 'Logger deg inn hos Google.', nn: 'Loggar deg inn hos Google.' },
    load: async () => (await import('./commands/login.ts')).loginCommand,
  },
  logout: {
    group: 'setup',
    line: {
      nb: 'Logger deg ut hos Google, og sletter innloggingen fra maskinen.',
      nn: 'Loggar deg ut hos Google, og slettar innlogginga frå maskina.',
    },
    load: async () => (await import('./commands/logout.ts')).logoutCommand,
  },
  'check-templates': {
    group: 'setup',
    line: {
      nb: 'Ser etter feil i malene som dere har endret.',
      nn: 'Ser etter feil i malane som de har endra.',
    },
    load: async () => (await import('./commands/check-templates.ts')).checkTemplatesCommand,
  },
  probe: {
    group: 'setup',
    line: {
      nb: 'Prøver Google Regneark i et tomt ark, for dem som utvikler Felles.',
      nn: 'Prøver Google Rekneark i eit tomt ark, for dei som utviklar Felles.',
    },
    load: async () => (await import('./commands/probe.ts')).probeCommand,
  },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandName = keyof typeof commands;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** By group, as in the lists that people see. */
export const commandNames: readonly CommandName[] = commandGroups.flatMap((group) =>
  Object.keys(commands)
    .filter(isCommand)
    .filter((name) => commands[name].group === group),
);

/**
 * Runs a command to its end; without a name, the overview. `readable` turns a stack's places into those of the sources;
 * `kept` is for what later runs may use of this one.
 */
export async function main(
  name: string,
  readable: (stack: string) => string,
  kept?: KeptResults,
): Promise<void> {
  useResults(kept);
  if (isCommand(name)) return runScript(await commands[name].load(), readable);
  const { overviewCommand } = await import('./commands/overview.ts');
  return runScript(overviewCommand(commands), readable);
}
