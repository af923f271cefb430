import { z } from 'zod';
import { areaNumberCell } from '../cells/choice.ts';
import {
  choiceColumn,
  emailColumn,
  lineColumn,
  wholeNumberColumn,
  textColumn,
  yesNoColumn,
} from '../columns.ts';
import { remarksNoMail } from '../list-names.ts';
import { languageDecisions, recipientKinds } from '../lists.ts';
import { oneOf, text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Mottakere`: a municipality or a county authority. */
export const recipientsTab = defineTab({
  name: 'Mottakere',
  aliases: ['Mottakarar', 'Recipients'],
  owner: 'people',
  key: 'number',
  columns: {
    number: {
      heading: 'Nummer',
      aliases: ['Kommunenummer', 'Number'],
      parse: areaNumberCell,
      note: 'Kommunenummer med fire siffer, fylkesnummer med to.',
      width: 11,
      format: 'text',
    },
    name: lineColumn(['Navn', 'Namn', 'Name'], 'Kommunens eller fylkeskommunens navn.', 26),
    kind: choiceColumn(['Type', 'Slag', 'Kind'], recipientKinds, 'Kommune eller fylkeskommune.', 16),
    county: lineColumn(['Fylke', 'County'], 'Fylket kommunen ligger i.', 22),
    decision: choiceColumn(
      ['Skriftspråk', 'Språkvedtak', 'Målform', 'Written standard'],
      languageDecisions,
      'Språkvedtaket: bokmål, nynorsk eller nøytral. Staten skal skrive på det språket kommunen har vedtatt (språklova § 15).',
      14,
    ),
    centrality: wholeNumberColumn(
      ['Sentralitet', 'Centrality'],
      1,
      6,
      'SSBs sentralitetsklasse, 1 (mest sentral) til 6. Distriktskommuner: 5 og 6.',
    ),
    email: emailColumn(
      ['E-post', 'Epost', 'E-mail', 'Email'],
      'Postmottaket. Finn det på kommunens egne sider, gjett ikke.',
    ),
    reserved: yesNoColumn(['Reservert', 'Opted out'], '«ja» når mottakeren ikke vil ha utsendelser.'),
    note: textColumn(['Merknad', 'Note'], 'Til eget bruk.', 36),
  },
  row: z.object({
    number: text,
    name: text,
    kind: oneOf(recipientKinds),
    county: text.optional(),
    decision: oneOf(languageDecisions).optional(),
    centrality: z.int().optional(),
    email: text.optional(),
    reserved: z.boolean().optional(),
    note: text.optional(),
  }),
  finish: (row) => Object.assign(row, { reserved: row.reserved === true }),
  draft: asItIs,
});

/** Whether the row says outside the cell for it that the recipient wants no mail. */
export const recipientRemarksNoMail = ({
  name,
  note,
}: {
  readonly name?: string | undefined;
  readonly note?: string | undefined;
}): boolean => remarksNoMail(name) || remarksNoMail(note);

export type Recipient = RowOf<typeof recipientsTab>;
