/** Feil i faner og overskrifter, på bokmål. */
import type { KeptByTab } from '../../domain/problem.ts';
import { HEADING_ROWS } from '../../domain/workbook.ts';
import { listed, quoted, say, type ProblemWordings } from './wording.ts';

/** For en fane som mangler, og som tok vare på det som ikke står noe annet sted. */
export const getBackNb =
  'Er den slettet, henter dere den tilbake først, fra versjonsloggen eller fra kopien med .bak til slutt i navnet: Det står ikke noe annet sted. Har den aldri vært der, legger «npm run init» den til.';

const kept: Readonly<Record<KeptByTab, string>> = {
  sent: 'hva som er sendt til hvem',
  said: 'det som er sagt til folk, med opplysningene slik de var',
};

export const nbTabs = {
  'tab-missing': ({ needed, keeps }, { at }) => {
    if (keeps !== undefined)
      return say(`Fanen ${quoted(at.tab)} mangler. Den tar vare på ${kept[keeps]}.`, getBackNb);
    return needed
      ? say(
          `Fanen ${quoted(at.tab)} mangler.`,
          'Be den som kjører Felles, om «npm run init». Det som står der fra før, blir ikke rørt.',
        )
      : say(
          `Fanen ${quoted(at.tab)} finnes ikke ennå.`,
          'Ikke noe å gjøre: Felles lager den når den trengs.',
        );
  },
  'tab-twice': ({ other }, { at }) =>
    say(
      `${quoted(at.tab)} blir ikke lest, for det er samme fane som ${quoted(other)}.`,
      `Flytt radene til ${quoted(other)}.`,
    ),
  'tab-copy': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} ser ut som en kopi av ${quoted(original)} og blir ikke lest.`,
      'La den stå, eller slett den.',
    ),
  'tab-old': ({ replacement, left }, { at }) =>
    left === 0
      ? say(
          `${quoted(at.tab)} er ikke i bruk lenger: Det som sto der, står i ${quoted(replacement)}.`,
          'Fanen kan slettes.',
        )
      : say(
          `${quoted(at.tab)} blir ikke lest lenger, og ${left === 1 ? 'én rad' : `${String(left)} rader`} derfra står ikke i ${quoted(replacement)}: Felles merker ikke om det ${left === 1 ? 'den' : 'de'} sier, blir endret.`,
          `Er ${quoted(replacement)} tom, så slett den fanen, og be den som kjører Felles, om «npm run init», som tar med radene som kan leses. Ellers kan ${quoted(at.tab)} stå så lenge noen kan få bruk for den.`,
        ),
  'tab-renamed': ({ names, isThere }, { at }) => {
    const [name = '', ...others] = names;
    const named = listed(names.map(quoted), 'og');
    return isThere
      ? say(
          `Fanen ${quoted(at.tab)} har ingen rader, men ${named} har overskriftene til den, og rader.`,
          `Slett den tomme fanen, og gi den rette navnet ${quoted(at.tab)}. En gammel fane dere vil beholde, flyttes til et eget regneark.`,
        )
      : say(
          `Fanen ${quoted(at.tab)} mangler, men ${named} har overskriftene til den.`,
          others.length === 0
            ? `Er det ${quoted(name)}, så gi den navnet ${quoted(at.tab)}. Hvis ikke, be den som kjører Felles, om «npm run init -- --add ${at.tab}».`
            : `Gi den rette navnet ${quoted(at.tab)}. Er det ingen av dem, be den som kjører Felles, om «npm run init -- --add ${at.tab}».`,
        );
  },
  'tab-alike': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} har overskriftene til ${quoted(original)} og blir ikke lest.`,
      `Ikke noe å gjøre, med mindre radene hører hjemme i ${quoted(original)}.`,
    ),
  'headings-missing': ({ headings }) =>
    say(
      `Ingen av overskriftene til fanen står i de første ${String(HEADING_ROWS)} radene, så ingenting i den blir lest.`,
      `Skriv dem i én rad over innholdet: i det minste ${listed(headings.map(quoted), 'og')}. Er fanen tom, så slett den, og be den som kjører Felles, om «npm run init».`,
    ),
  'headings-below': () =>
    say('Overskriftene er funnet i denne raden. Det som står over dem, blir ikke lest.', 'Ikke noe å gjøre.'),
  'headings-below-rows': ({ row }) =>
    say(
      `Overskriftene ser ut til å stå i denne raden, men rad ${String(row)} over dem ser ut som innhold.`,
      `Er rad ${String(row)} innhold, så flytt den under overskriftene. Hvis ikke, så skriv alt i én celle. Fanen blir ikke lest før det er gjort.`,
    ),
  'headings-again': () =>
    say('Raden gjentar bare overskriftene, og er hoppet over.', 'Slett den, om ingen har bruk for den.'),
  'headings-differ': ({ row, headings }) =>
    say(
      `Overskriftene ${listed(headings.map(quoted), 'og')} står på andre steder her enn i rad ${String(row)}, så ingenting fra og med denne raden blir lest.`,
      `Flytt det som står under, inn under overskriftene i rad ${String(row)}, og slett denne raden, eller flytt begge deler til en egen fane.`,
    ),
  'heading-read-as': ({ heading }) =>
    say(`Kolonnen er lest som ${quoted(heading)}.`, 'Er det noe annet, så gi den en annen overskrift.'),
  'rows-too-many': ({ count, most }) =>
    say(
      `Det er ${String(count)} rader, og Felles leser høyst ${String(most)} i en fane: Fanen er utelatt.`,
      'Se om noe er fylt nedover eller limt inn langt under den siste virkelige raden, og slett de radene.',
    ),
  'rows-unread': ({ count, row }) =>
    say(
      `${count === 1 ? 'Én rad har' : `${String(count)} rader har`} innhold, men ingenting under overskriftene som ble funnet i rad ${String(row)}.`,
      'Se om de rette overskriftene står i en annen rad. Gjør de det, så slett dem som ikke hører hjemme der. Hvis ikke, så flytt innholdet inn under overskriftene.',
    ),
  'tab-hidden': () => say('Fanen er skjult, og er lest som de andre.', 'Vis den for å se hva som står der.'),
  'heading-missing': ({ heading, nearest }, { level }) =>
    say(
      `Kolonnen ${quoted(heading)} mangler.`,
      nearest !== undefined
        ? `Er det den som heter ${quoted(nearest)}, så kall den ${quoted(heading)}.`
        : level === 'error'
          ? `Lag en kolonne med overskriften ${quoted(heading)}. Uten den kan ikke fanen leses.`
          : 'Vil dere bruke den, så be den som kjører Felles, om «npm run init».',
    ),
  'columns-absent': ({ headings }) =>
    say(
      headings.length === 1
        ? `Kolonnen ${quoted(headings[0] ?? '')} finnes ikke her.`
        : `Disse kolonnene finnes ikke her: ${listed(headings.map(quoted), 'og')}.`,
      'Radene klarer seg uten. «npm run init» legger til det som mangler.',
    ),
  'heading-twice': ({ heading, letters }) =>
    say(
      `Det er flere kolonner som heter ${quoted(heading)}: ${listed(letters, 'og')}.`,
      'Gi alle unntatt én en annen overskrift. Fanen blir ikke lest før det er gjort.',
    ),
} as const satisfies Partial<ProblemWordings>;
