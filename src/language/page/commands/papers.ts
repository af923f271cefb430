/** Papers that only are made: nothing of them is written in the register, but the versions of a programme. */
import { choosing, makeButton, seldom, text, writing, type CommandWords } from './words.ts';

const onlyFiles = text(
  'Lager filer. Ingenting skrives i registeret.',
  'Lagar filer. Ingenting blir skrive i registeret.',
);

export const paperCommands: Readonly<Record<string, CommandWords>> = {
  county: {
    makesFiles: true,
    button: makeButton,
    name: text('Fylkesnotat', 'Fylkesnotat'),
    does: onlyFiles,
    flags: {
      fylke: choosing(
        text('Fylke', 'Fylke'),
        text('Uten valg: dialogen med alle på én side.', 'Utan val: dialogen med alle på éi side.'),
      ),
    },
  },
  examples: {
    makesFiles: true,
    name: text('Forbilder', 'Førebilete'),
    does: onlyFiles,
    flags: {
      check: choosing(
        text('Vis bare det som må følges opp', 'Vis berre det som må følgjast opp'),
        text('Da lages ingen filer.', 'Då blir ingen filer laga.'),
      ),
    },
  },
  programme: {
    makesFiles: true,
    button: makeButton,
    name: text('Program', 'Program'),
    does: text(
      'Lager programmet og oversikten over hvor langt det er kommet, som filer. Uten kryss skrives ingenting i registeret.',
      'Lagar programmet og oversynet over kor langt det er kome, som filer. Utan kryss blir ingenting skrive i registeret.',
    ),
    flags: {
      activity: choosing(
        text('Arrangement', 'Arrangement'),
        text(
          'Uten valg: den neste konferansen som har program.',
          'Utan val: den neste konferansen som har program.',
        ),
      ),
      release: writing(
        text('Gi ut programmet', 'Gi ut programmet'),
        text(
          'Skriver programmet som neste versjon i Formidlet, så det siden kan fortelle hva som er endret.',
          'Skriv programmet som neste versjon i Formidlet, så det sidan kan fortelje kva som er endra.',
        ),
      ),
      allow: choosing(
        text('Kollisjoner som er ment slik', 'Kollisjonar som er meinte slik'),
        text(
          'Bare når programmet gis ut. Navnene står i svaret når du lager det uten å gi det ut. Komma mellom.',
          'Berre når programmet blir gitt ut. Namna står i svaret når du lagar det utan å gi det ut. Komma mellom.',
        ),
        seldom,
      ),
    },
  },
  calendar: {
    makesFiles: true,
    button: makeButton,
    name: text('Kalender', 'Kalender'),
    does: onlyFiles,
    flags: {},
  },
  decisions: {
    makesFiles: true,
    button: makeButton,
    name: text('Vedtak', 'Vedtak'),
    does: onlyFiles,
    flags: {
      search: choosing(
        text('Søk', 'Søk'),
        text('Bare vedtak og tiltak med alle disse ordene.', 'Berre vedtak og tiltak med alle desse orda.'),
      ),
      since: choosing(
        text('Fra og med', 'Frå og med'),
        text(
          'En dag, en måned, et kvartal eller et år: 2026-01-01 eller 2026.',
          'Ein dag, ein månad, eit kvartal eller eit år: 2026-01-01 eller 2026.',
        ),
      ),
    },
  },
  report: {
    makesFiles: true,
    button: makeButton,
    name: text('Rapport', 'Rapport'),
    does: onlyFiles,
    flags: {
      year: choosing(text('År', 'År'), text('Uten svar: dette året.', 'Utan svar: dette året.')),
      appendix: choosing(
        text('Ta med vedlegg', 'Ta med vedlegg'),
        text('Alt registeret har om året.', 'Alt registeret har om året.'),
        seldom,
      ),
    },
  },
};
