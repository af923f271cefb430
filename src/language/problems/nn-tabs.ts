/** Feil i faner og overskrifter, på nynorsk. */
import type { KeptByTab } from '../../domain/problem.ts';
import { HEADING_ROWS } from '../../domain/workbook.ts';
import { listed, quoted, say, type ProblemWordings } from './wording.ts';

/** For ei fane som manglar, og som tok vare på det som ikkje står nokon annan stad. */
export const getBackNn =
  'Er fana sletta, så hent innhaldet tilbake først, frå versjonsloggen eller frå kopien med .bak til slutt i namnet: Det står ingen annan stad. Har fana aldri vore der, lagar «npm run init» ei ny.';

const kept: Readonly<Record<KeptByTab, string>> = {
  sent: 'kva som er sendt til kven',
  said: 'det som er sagt til folk, med opplysningane slik dei var',
};

export const nnTabs = {
  'tab-missing': ({ needed, keeps }, { at }) => {
    if (keeps !== undefined)
      return say(`Fana ${quoted(at.tab)} manglar. Der står ${kept[keeps]}.`, getBackNn);
    return needed
      ? say(
          `Fana ${quoted(at.tab)} manglar.`,
          'Be den som køyrer Felles, om «npm run init». Det som står der frå før, blir ikkje rørt.',
        )
      : say(
          `Fana ${quoted(at.tab)} finst ikkje enno.`,
          'Ikkje noko å gjere: Felles lagar fana når det er bruk for det.',
        );
  },
  'tab-twice': ({ other }, { at }) =>
    say(
      `${quoted(at.tab)} blir ikkje lesen, for det er same fana som ${quoted(other)}.`,
      `Flytt radene til ${quoted(other)}.`,
    ),
  'tab-copy': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} ser ut som ein kopi av ${quoted(original)} og blir ikkje lesen.`,
      'Kopien kan stå, eller slettast.',
    ),
  'tab-old': ({ replacement, left }, { at }) =>
    left === 0
      ? say(
          `${quoted(at.tab)} er ikkje i bruk lenger: Det som stod der, står i ${quoted(replacement)}.`,
          'Fana kan slettast.',
        )
      : say(
          `${quoted(at.tab)} blir ikkje lesen lenger, og ${left === 1 ? 'éi rad' : `${String(left)} rader`} derifrå står ikkje i ${quoted(replacement)}: Felles merkar ikkje om det ${left === 1 ? 'ho' : 'dei'} seier, blir endra.`,
          `Er ${quoted(replacement)} tom, så slett den fana, og be den som køyrer Felles, om «npm run init», som tek med radene som kan lesast. Elles kan ${quoted(at.tab)} stå så lenge nokon kan få bruk for fana.`,
        ),
  'tab-renamed': ({ names, isThere }, { at }) => {
    const [name = '', ...others] = names;
    const named = listed(names.map(quoted), 'og');
    return isThere
      ? say(
          `Fana ${quoted(at.tab)} har ingen rader, men ${named} har dei same overskriftene, og rader.`,
          `Slett den tomme fana, og gi den rette namnet ${quoted(at.tab)}. Ei gammal fane de vil ha vare på, flyttar de til eit eige rekneark.`,
        )
      : say(
          `Fana ${quoted(at.tab)} manglar, men ${named} har overskriftene som høyrer til der.`,
          others.length === 0
            ? `Er det ${quoted(name)}, så gi den fana namnet ${quoted(at.tab)}. Elles kan de be den som køyrer Felles, om «npm run init -- --add ${at.tab}».`
            : `Gi den rette namnet ${quoted(at.tab)}. Er det ingen av dei, kan de be den som køyrer Felles, om «npm run init -- --add ${at.tab}».`,
        );
  },
  'tab-alike': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} har overskriftene til ${quoted(original)} og blir ikkje lesen.`,
      `Ikkje noko å gjere, med mindre radene høyrer heime i ${quoted(original)}.`,
    ),
  'headings-missing': ({ headings }) =>
    say(
      `Ingen av overskriftene til fana står i dei første ${String(HEADING_ROWS)} radene, så ingenting i fana blir lese.`,
      `Skriv dei i éi rad over innhaldet: i det minste ${listed(headings.map(quoted), 'og')}. Ei tom fane kan de slette, og så be den som køyrer Felles, om «npm run init».`,
    ),
  'headings-below': () =>
    say(
      'Felles fann overskriftene i denne rada. Det som står over dei, blir ikkje lese.',
      'Ikkje noko å gjere.',
    ),
  'headings-below-rows': ({ row }) =>
    say(
      `Overskriftene ser ut til å stå i denne rada, men rad ${String(row)} over dei ser ut som innhald.`,
      `Er rad ${String(row)} innhald, så flytt rada under overskriftene. Om ikkje, så skriv alt i éi celle. Fana blir ikkje lesen før det er gjort.`,
    ),
  'headings-again': () =>
    say(
      'Rada gjentek berre overskriftene, og blir ikkje lesen.',
      'Slett rada om ingen treng det som står der.',
    ),
  'headings-differ': ({ row, headings }) =>
    say(
      `Overskriftene ${listed(headings.map(quoted), 'og')} står på andre stader her enn i rad ${String(row)}, så Felles les ingenting frå og med denne rada.`,
      `Flytt det som står under, inn under overskriftene i rad ${String(row)}, og slett denne rada, eller flytt begge delar til ei eiga fane.`,
    ),
  'heading-read-as': ({ heading }) =>
    say(
      `Felles les kolonnen som ${quoted(heading)}.`,
      'Er det noko anna, så gi kolonnen ei anna overskrift.',
    ),
  'rows-too-many': ({ count, most }) =>
    say(
      `Det er ${String(count)} rader, og Felles les høgst ${String(most)} i ei fane: Fana er utelaten.`,
      'Sjå om noko er fylt nedover eller limt inn langt under den siste verkelege rada, og slett dei radene.',
    ),
  'rows-unread': ({ count, row }) =>
    say(
      `${count === 1 ? 'Éi rad har' : `${String(count)} rader har`} innhald, men ingenting under overskriftene som Felles fann i rad ${String(row)}.`,
      'Sjå om dei rette overskriftene står i ei anna rad. Gjer dei det, så slett dei som ikkje høyrer heime der. Elles kan de flytte innhaldet inn under overskriftene.',
    ),
  'tab-hidden': () =>
    say('Fana er skjult, og er lesen som dei andre.', 'Vis fana for å sjå kva som står der.'),
  'heading-missing': ({ heading, nearest }, { level }) =>
    say(
      `Kolonnen ${quoted(heading)} manglar.`,
      nearest !== undefined
        ? `Er det den som heiter ${quoted(nearest)}, så gi kolonnen namnet ${quoted(heading)}.`
        : level === 'error'
          ? `Lag ein kolonne med overskrifta ${quoted(heading)}. Elles kan ikkje Felles lese fana.`
          : 'Vil de bruke kolonnen, så be den som køyrer Felles, om «npm run init».',
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
