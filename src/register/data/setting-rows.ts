/** The rows of the tab `Oppsett`: each setting with its first value and what it decides. */
import { minuteSettings, organiserSettings } from '../settings.ts';
import type { NewRow } from '../setup.ts';

type SettingText = readonly [name: string, value: string, explanation: string];

const parties: readonly SettingText[] = [
  [
    'Bylivsenteret, fullt navn',
    'Bylivsenteret i Norske arkitekters landsforbund',
    'Slik parten står i referater, kunngjøringer og rapporter.',
  ],
  [
    'Distriktssenteret, fullt navn',
    'Distriktssenteret – Kompetansesenter for distriktsutvikling',
    'Slik parten står i referater, kunngjøringer og rapporter.',
  ],
  [
    'Bylivsenteret, rettslig stilling',
    'privat',
    'Skriv «privat» eller «statsorgan». Avgjør hvilke regler om språk, arkiv og universell utforming som gjelder.',
  ],
  [
    'Distriktssenteret, rettslig stilling',
    'statsorgan',
    'Skriv «privat» eller «statsorgan». Avgjør hvilke regler om språk, arkiv og universell utforming som gjelder.',
  ],
  [
    'Bylivsenteret, personvernerklæring',
    '',
    'Lenken til partens personvernerklæring. Den står nederst i kunngjøringene.',
  ],
  [
    'Distriktssenteret, personvernerklæring',
    '',
    'Lenken til partens personvernerklæring. Den står nederst i kunngjøringene.',
  ],
];

/** Addresses are for the parties to fill in. */
const senders: readonly SettingText[] = [
  [
    organiserSettings.name,
    'Bylivsenteret og Distriktssenteret',
    'Navnet som kunngjøringer og møteinnkallinger kommer fra.',
  ],
  ['Avsender, e-post', '', 'Adressen kunngjøringer kommer fra. Tom: ingenting kan sendes.'],
  ['Svar til, e-post', '', 'Adressen svar på kunngjøringer går til. Tom: samme som avsenderen.'],
  [
    organiserSettings.email,
    '',
    'Adressen som står som arrangør i innkallingen til kvartalsmøtene, og som svarene går til. Tom: den første hos verten som står på listen «kvartalsmøte».',
  ],
];

const announcements: readonly SettingText[] = [
  ['Kunngjøring, dager før', '28', 'Hvor mange dager før et webinar kunngjøringen skal ut.'],
  [
    'Påminnelser, dager før',
    '7, 1',
    'Hvor mange dager før et webinar påminnelsene skal ut, med komma mellom.',
  ],
  [
    'Oppfølging, dager etter',
    '2',
    'Hvor mange dager etter et webinar mottakerne får lenke til opptak og materiell.',
  ],
  [
    'Skriftspråk til nøytrale',
    'bokmål',
    'Skriv «bokmål» eller «nynorsk»: språket til mottakere uten språkvedtak. De som har språkvedtak, får alltid sitt eget.',
  ],
  [
    'Språkvedtak sist kontrollert',
    '23.11.2026',
    'Dagen språkvedtakene i fanen Mottakere sist ble sammenlignet med språkvedtaksforskrifta. Listen endres noen ganger i året.',
  ],
];

const safety: readonly SettingText[] = [
  [
    'Godkjent regneark',
    '',
    'ID-en til regnearket det kan sendes fra (den lange koden i adressen). Da kan ingen sende fra en kopi ved en feil.',
  ],
];

const minutes: readonly SettingText[] = Object.values(minuteSettings).map(({ name, value, explanation }) => [
  name,
  String(value),
  explanation,
]);

/** The settings in the order in which people see them. `values` replaces first values, by the setting's name. */
export function settingRows(values: Readonly<Record<string, string>> = {}): readonly NewRow[] {
  return [...minutes, ...parties, ...senders, ...announcements, ...safety].map(
    ([name, first, explanation]) => {
      const value = values[name] ?? first;
      return { Nøkkel: name, ...(value === '' ? {} : { Verdi: value }), Forklaring: explanation };
    },
  );
}
