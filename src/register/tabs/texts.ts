import { z } from 'zod';
import { choiceColumn, dayColumn, idColumn, lineColumn, textColumn } from '../columns.ts';
import { writtenStandards } from '../lists.ts';
import { day, oneOf, text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';
import { activityReference } from './activities.ts';

/** `Tekster`: the published text of an activity in one written standard, approved by name. */
export const textsTab = defineTab({
  name: 'Tekster',
  aliases: ['Tekstar', 'Texts'],
  owner: 'people',
  idLetter: 'B',
  key: 'id',
  columns: {
    id: idColumn('B', 'teksten'),
    activity: activityReference('Aktiviteten teksten er om.'),
    standard: choiceColumn(
      ['Skriftspråk', 'Målform', 'Written standard'],
      writtenStandards,
      'Språket teksten er skrevet på. Bokmål og nynorsk har hver sin rad.',
    ),
    title: lineColumn(['Tittel', 'Title'], 'Tittelen slik den skal stå i kunngjøringen.', 44),
    ingress: textColumn(['Ingress', 'Lead'], 'Én eller to setninger som sier hva det handler om.'),
    body: textColumn(['Brødtekst', 'Body'], 'Selve teksten. Tom linje gir nytt avsnitt.', 60),
    benefit: textColumn(['Utbytte', 'Benefit'], 'Hva deltakeren sitter igjen med, én ting på hver linje.'),
    audience: lineColumn(
      ['Målgruppe', 'Audience'],
      'Hvem det er for, slik det skal stå i kunngjøringen: «Ansatte og folkevalgte i distriktskommuner».',
      36,
    ),
    series: lineColumn(
      ['Serie', 'Series'],
      'Navnet på serien på dette språket. Står i kunngjøringen når det er fylt ut.',
      32,
    ),
    reason: textColumn(
      ['Avlysningsgrunn', 'Avlysingsgrunn', 'Reason for cancellation'],
      'Bare når webinaret er avlyst: hvorfor, i én setning til mottakerne.',
    ),
    approvedBy: lineColumn(
      ['Godkjent av', 'Godkjend av', 'Approved by'],
      'Den som har godkjent teksten. Uten dette blir den ikke sendt.',
    ),
    approvedOn: dayColumn(['Godkjent dato', 'Godkjend dato', 'Approved date'], 'Dagen teksten ble godkjent.'),
  },
  row: z.object({
    id: text,
    activity: text,
    standard: oneOf(writtenStandards),
    title: text,
    ingress: text.optional(),
    body: text.optional(),
    benefit: text.optional(),
    audience: text.optional(),
    series: text.optional(),
    reason: text.optional(),
    approvedBy: text.optional(),
    approvedOn: day.optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type PublishedText = RowOf<typeof textsTab>;
