/** Feil i faner og overskrifter, på nynorsk. */
import { listed, quoted, say, type ProblemWordings } from './wording.ts';

export const nnTabs = {
  'tab-missing': ({ needed }, { at }) =>
    needed
      ? say(
          `Fana ${quoted(at.tab)} manglar.`,
          'Be den som køyrer Felles, om «npm run init». Det som står der frå før, blir ikkje rørt.',
        )
      : say(
          `Fana ${quoted(at.tab)} finst ikkje enno.`,
          'Ikkje noko å gjere: Felles lagar ho når det er bruk for ho.',
        ),
  'tab-twice': ({ other }, { at }) =>
    say(
      `${quoted(at.tab)} blir ikkje lesen, for det er same fana som ${quoted(other)}.`,
      `Flytt radene til ${quoted(other)}.`,
    ),
  'tab-copy': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} ser ut som ein kopi av ${quoted(original)} og blir ikkje lesen.`,
      'Lat ho stå, eller slett ho.',
    ),
  'tab-hidden': () => say('Fana er skjult, og er lesen som dei andre.', 'Vis ho for å sjå kva som står der.'),
  'heading-missing': ({ heading, nearest }, { level }) =>
    say(
      `Kolonnen ${quoted(heading)} manglar.`,
      nearest !== undefined
        ? `Er det den som heiter ${quoted(nearest)}, så kall han ${quoted(heading)}.`
        : level === 'error'
          ? `Lag ein kolonne med overskrifta ${quoted(heading)}. Utan han kan ikkje Felles lese fana.`
          : 'Vil de bruke han, så be den som køyrer Felles, om «npm run init».',
    ),
  'columns-absent': ({ headings }) =>
    say(
      headings.length === 1
        ? `Kolonnen ${quoted(headings[0] ?? '')} finst ikkje her.`
        : `Desse kolonnane finst ikkje her: ${listed(headings.map(quoted), 'og')}.`,
      'Radene klarer seg utan. «npm run init» legg til det som manglar.',
    ),
  'heading-twice': ({ heading, letters }) =>
    say(
      `Det er fleire kolonnar som heiter ${quoted(heading)}: ${listed(letters, 'og')}.`,
      'Gi alle så nær som éin ei anna overskrift. Fana blir ikkje lesen før det er gjort.',
    ),
} as const satisfies Partial<ProblemWordings>;
