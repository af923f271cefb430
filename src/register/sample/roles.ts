/** The roles that stand for persons in the sample. Most are spelt alike in bokmål and nynorsk. */
export const roles = {
  bylivsenteret: { leads: 'Fagsjef', programme: 'Programredaktør', projects: 'Prosjektkoordinator' },
  distriktssenteret: { leads: 'Seksjonssjef', counties: 'Fylkeskontakt', webinars: 'Webinarkoordinator' },
} as const;

/** Said of everything in the sample that never was. */
export const invented = {
  nb: 'Eksempel, ikke en virkelig avtale.',
  nn: 'Døme, ikkje ein verkeleg avtale.',
} as const;

/** Where meetings and webinars without a room are held, the same in both written standards. */
export const online = 'Digitalt (Teams)';
