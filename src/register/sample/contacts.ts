/** The sample's contacts: roles and post boxes, no persons. */
import type { Day } from '../../domain/time.ts';
import { parties, writtenStandards, type Party } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { rowId, rowOf } from './activity.ts';
import { roles } from './roles.ts';

interface SampleContact {
  readonly name: string;
  readonly organisation: string;
  readonly party?: Party;
  readonly role?: string;
  readonly email: string;
  readonly standard: 'nb' | 'nn';
  readonly lists: string;
}

const bylivs = { organisation: 'Bylivsenteret', party: 'bylivsenteret', standard: 'nb' } as const;
const distrikts = { organisation: 'Distriktssenteret', party: 'distriktssenteret', standard: 'nn' } as const;

const ofParties: readonly SampleContact[] = [
  {
    ...bylivs,
    name: roles.bylivsenteret.leads,
    role: 'kontaktperson for avtalen',
    email: 'fagsjef@bylivsenteret.example',
    lists: 'kvartalsmøte, fylkesdialog',
  },
  {
    ...bylivs,
    name: roles.bylivsenteret.programme,
    role: 'BYLIVkonferansen',
    email: 'program@bylivsenteret.example',
    lists: 'kvartalsmøte, programkomité',
  },
  {
    ...bylivs,
    name: roles.bylivsenteret.projects,
    email: 'prosjekt@bylivsenteret.example',
    lists: 'kvartalsmøte, webinarserie',
  },
  { ...bylivs, name: 'Postmottak', email: 'post@bylivsenteret.example', lists: 'arkiv' },
  {
    ...distrikts,
    name: roles.distriktssenteret.leads,
    role: 'kontaktperson for avtalen',
    email: 'seksjonssjef@distriktssenteret.example',
    lists: 'kvartalsmøte, programkomité',
  },
  {
    ...distrikts,
    name: roles.distriktssenteret.counties,
    role: 'fylkesdialog',
    email: 'fylke@distriktssenteret.example',
    lists: 'kvartalsmøte, fylkesdialog',
  },
  {
    ...distrikts,
    name: roles.distriktssenteret.webinars,
    role: 'webinarserie',
    email: 'webinar@distriktssenteret.example',
    lists: 'kvartalsmøte, webinarserie',
  },
  { ...distrikts, name: 'Postmottak', email: 'post@distriktssenteret.example', lists: 'arkiv' },
];

/** Others who want to hear of the webinars. The last one has changed their mind. */
const interested: readonly SampleContact[] = [
  {
    name: 'Redaksjonen',
    organisation: 'Fagbladet Tettstedet',
    email: 'redaksjonen@tettstedet.example',
    standard: 'nb',
    lists: 'webinar',
  },
  {
    name: 'Nettverkskoordinator',
    organisation: 'Nettverk for kulturarv',
    email: 'kulturarv@nettverk.example',
    standard: 'nn',
    lists: 'webinar',
  },
  {
    name: 'Postmottak',
    organisation: 'Foreningen Gode steder',
    email: 'post@godesteder.example',
    standard: 'nb',
    lists: 'webinar, reservert',
  },
];

const county = (organisation: string, email: string, standard: 'nb' | 'nn'): SampleContact => ({
  name: 'Plansjef',
  organisation: `${organisation} fylkeskommune`,
  email: `plan@${email}.fylkeskommune.example`,
  standard,
  lists: 'fylkesdialog',
});

const ofCounties: readonly SampleContact[] = [
  county('Innlandet', 'innlandet', 'nb'),
  county('Vestland', 'vestland', 'nn'),
  county('Møre og Romsdal', 'more-og-romsdal', 'nn'),
  county('Trøndelag', 'trondelag', 'nb'),
  county('Nordland', 'nordland', 'nb'),
];

/** IDs of the year before the sample's own. */
export function contactRows(today: Day): readonly NewRow[] {
  const year = Number(today.slice(0, 4)) - 1;
  return [...ofParties, ...ofCounties, ...interested].map((contact, index) =>
    rowOf({
      ID: rowId('K', year, index + 1),
      Navn: contact.name,
      Organisasjon: contact.organisation,
      Part: contact.party === undefined ? undefined : parties[contact.party][0],
      Rolle: contact.role,
      'E-post': contact.email,
      Skriftspråk: writtenStandards[contact.standard][0],
      Lister: contact.lists,
    }),
  );
}
