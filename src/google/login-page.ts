/** What the browser shows when Google has sent it back to this machine. */

export type PageKind = 'done' | 'declined' | 'over' | 'not-ours' | 'not-here';

/** In bokmål, nynorsk and English: it is not known who sits at the browser. */
const TEXTS: Readonly<Record<PageKind, readonly [nb: string, nn: string, en: string]>> = {
  done: [
    'Google har svart. Lukk denne fanen og gå tilbake til terminalen: Der står det om innloggingen gikk bra.',
    'Google har svart. Lukk denne fana og gå tilbake til terminalen: Der står det om innlogginga gjekk bra.',
    'Google has answered. Close this tab and go back to the terminal, which says whether the login went well.',
  ],
  declined: [
    'Felles fikk ikke tilgang. Lukk denne fanen og gå tilbake til terminalen.',
    'Felles fekk ikkje tilgang. Lukk denne fana og gå tilbake til terminalen.',
    'Felles was not given access. Close this tab and go back to the terminal.',
  ],
  over: [
    'Svaret fra Google er alt tatt imot. Lukk denne fanen og gå tilbake til terminalen.',
    'Svaret frå Google er alt teke imot. Lukk denne fana og gå tilbake til terminalen.',
    "Google's answer is here already. Close this tab and go back to the terminal.",
  ],
  'not-ours': [
    'Denne adressen hører ikke til innloggingen som pågår. Åpne adressen som står i terminalen.',
    'Denne adressa høyrer ikkje til innlogginga som går føre seg. Opne adressa som står i terminalen.',
    'This address does not belong to the login that is going on. Open the address that stands in the terminal.',
  ],
  'not-here': ['Her er det ingenting.', 'Her er det ingenting.', 'There is nothing here.'],
};

/** A whole page. Takes nothing from the request. */
export function loginPage(kind: PageKind): string {
  const [nb, nn, en] = TEXTS[kind];
  return `<!doctype html>
<html lang="nb">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Felles</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>
<h1>Felles</h1>
<p>${nb}</p>
<p lang="nn">${nn}</p>
<p lang="en">${en}</p>
</html>
`;
}
