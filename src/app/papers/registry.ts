/** The registry of papers. A new paper is one entry here; its commands, documents and tests follow from it. */
import type { z } from 'zod';
import type { CommandEntry } from '../cli/command.ts';
import type { Paper } from './define-paper.ts';

/** What is known of a paper before it is loaded. */
interface PaperEntry extends CommandEntry {
  readonly load: () => Promise<Paper>;
}

/** In the order of the lists that people see: by group, and in a group by how often it is run. */
export const papers = {
  agenda: {
    group: 'weekly',
    line: {
      nb: 'Lager sakslisten til neste kvartalsmøte.',
      nn: 'Lagar sakslista til neste kvartalsmøte.',
    },
    load: async () => (await import('./definitions/agenda.ts')).agendaPaper,
  },
  minutes: {
    group: 'weekly',
    line: {
      nb: 'Lager utkastet til referat fra et kvartalsmøte, til å skrive i.',
      nn: 'Lagar utkastet til referat frå eit kvartalsmøte, til å skrive i.',
    },
    load: async () => (await import('./definitions/minutes.ts')).minutesPaper,
  },
  digest: {
    group: 'seldom',
    line: {
      nb: 'Forteller den ene parten hva som er nytt hos den andre.',
      nn: 'Fortel den eine parten kva som er nytt hos den andre.',
    },
    load: async () => (await import('./definitions/digest.ts')).digestPaper,
  },
  county: {
    group: 'seldom',
    line: {
      nb: 'Lager notatet om en fylkeskommune, eller viser dialogen med alle.',
      nn: 'Lagar notatet om ein fylkeskommune, eller viser dialogen med alle.',
    },
    load: async () => (await import('./definitions/county.ts')).countyPaper,
  },
  examples: {
    group: 'seldom',
    line: {
      nb: 'Lager oversikten over forbilder, og listen over dem som må følges opp.',
      nn: 'Lagar oversikta over førebilete, og lista over dei som må følgjast opp.',
    },
    load: async () => (await import('./definitions/examples.ts')).examplesPaper,
  },
  programme: {
    group: 'seldom',
    line: {
      nb: 'Lager programmet for en konferanse eller samling.',
      nn: 'Lagar programmet for ein konferanse eller ei samling.',
    },
    load: async () => (await import('./definitions/programme.ts')).programmePaper,
  },
  calendar: {
    group: 'seldom',
    line: {
      nb: 'Lager én kalenderfil med alt begge parter kan se.',
      nn: 'Lagar éi kalenderfil med alt begge partar kan sjå.',
    },
    load: async () => (await import('./definitions/calendar.ts')).calendarPaper,
  },
  decisions: {
    group: 'seldom',
    line: {
      nb: 'Viser alle vedtak og tiltak fra kvartalsmøtene, og søker i dem.',
      nn: 'Viser alle vedtak og tiltak frå kvartalsmøta, og søkjer i dei.',
    },
    load: async () => (await import('./definitions/decisions.ts')).decisionsPaper,
  },
  report: {
    group: 'seldom',
    line: { nb: 'Lager rapporten for et år, med årshjul.', nn: 'Lagar rapporten for eit år, med årshjul.' },
    load: async () => (await import('./definitions/report.ts')).reportPaper,
  },
} as const satisfies Readonly<Record<string, PaperEntry>>;

export type PaperName = keyof typeof papers;

const isPaper = (name: string): name is PaperName => Object.hasOwn(papers, name);

export const paperNames: readonly PaperName[] = Object.keys(papers).filter(isPaper);

/** Every template by its name, those of mailings too, with the schema of what fills it. Loads all papers. */
export async function allTemplates(): Promise<ReadonlyMap<string, z.ZodType>> {
  const { announcementTemplates } = await import('./announcement-templates.ts');
  const { speakerTemplates } = await import('./speaker-templates.ts');
  const loaded = await Promise.all(paperNames.map((name) => papers[name].load()));
  return new Map(
    [...loaded.map(({ templates }) => templates), announcementTemplates, speakerTemplates].flatMap((one) =>
      Object.entries(one),
    ),
  );
}
