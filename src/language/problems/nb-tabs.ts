/** Feil i faner og overskrifter, på bokmål. */
import { listed, quoted, say, type ProblemWordings } from './wording.ts';

export const nbTabs = {
  'tab-missing': ({ needed }, { at }) =>
    needed
      ? say(
          `Fanen ${quoted(at.tab)} mangler.`,
          'Be den som kjører Felles, om «npm run init». Det som står der fra før, blir ikke rørt.',
        )
      : say(
          `Fanen ${quoted(at.tab)} finnes ikke ennå.`,
          'Ikke noe å gjøre: Felles lager den når den trengs.',
        ),
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
