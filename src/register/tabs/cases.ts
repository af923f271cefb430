import { z } from 'zod';
import {
  attachmentsColumn,
  choiceColumn,
  idColumn,
  lineColumn,
  wholeNumberColumn,
  referenceColumn,
  textColumn,
  yesNoColumn,
} from '../columns.ts';
import { caseKinds, caseStatuses } from '../lists.ts';
import { attachments, oneOf, text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';
import { isOwnId, referenceCell, titledId } from '../cells/id.ts';
import { lineOfText, plainText } from '../cells/text.ts';
import { dayCell } from '../cells/when.ts';
import type { CellParser } from '../cells/cell-parser.ts';
import { activityReference } from './activities.ts';

/** `Sak 7/26`: running through the year, never changed once given. */
export interface CaseNumber {
  readonly number: number;
  /** Four digits. */
  readonly year: number;
}

export const caseNumberCell: CellParser<CaseNumber> = (cell, report) => {
  const match = /^(?:sak\s*)?(?<number>[1-9]\d{0,2})\s*\/\s*(?<year>20\d\d|\d\d)$/iu.exec(
    lineOfText(cell, report) ?? '',
  );
  const year = Number(match?.groups?.['year']);
  if (match !== null)
    return { number: Number(match.groups?.['number']), year: year < 100 ? 2000 + year : year };
  report('id-unreadable', 'error', { example: 'Sak 7/26' });
  return undefined;
};

/** The ID of a meeting, otherwise a day. */
const dayOrMeetingCell: CellParser<string> = (cell, report) =>
  isOwnId('A')(titledId(plainText(cell))?.id ?? cell)
    ? referenceCell('A')(cell, report)
    : dayCell(cell, report);

/** `Saker`: a case for a quarterly meeting. */
export const casesTab = defineTab({
  name: 'Saker',
  aliases: ['Cases'],
  owner: 'people',
  idLetter: 'S',
  key: 'id',
  isReadWithoutIds: true,
  titles: ['title'],
  columns: {
    id: idColumn('S', 'saken'),
    meeting: referenceColumn(
      ['Møte', 'Meeting'],
      'A',
      'Kvartalsmøtet saken er meldt til.',
      ' Tomt betyr neste møte.',
    ),
    title: lineColumn(['Tittel', 'Title', 'Sak', 'Case'], 'Hva saken gjelder, kort. Ikke personnavn.', 44),
    kind: choiceColumn(
      ['Type', 'Slag', 'Kind', 'Sakstype'],
      caseKinds,
      'Orientering: møtet får vite. Drøfting: møtet snakker sammen. Vedtak: møtet bestemmer.',
    ),
    raisedBy: lineColumn(['Meldt av', 'Meld av', 'Raised by'], 'Parten eller rollen som har meldt saken.'),
    presenter: lineColumn(
      ['Sakseier', 'Sakseigar', 'Presenter', 'Case owner'],
      'Den som legger fram saken i møtet: en rolle, en part eller ID-en til en kontakt.',
    ),
    minutes: wholeNumberColumn(
      ['Minutter', 'Minutt', 'Minutes'],
      1,
      480,
      'Hvor mange minutter saken trenger. Tomt: 10. En sak som er behandlet og bare følges opp, får ikke egen tid.',
    ),
    background: textColumn(
      ['Bakgrunn', 'Background'],
      'Det møtet må vite på forhånd. Tom linje gir nytt avsnitt.',
      60,
    ),
    proposal: textColumn(
      ['Forslag til vedtak', 'Framlegg til vedtak', 'Proposed decision'],
      'Teksten møtet skal ta stilling til. Den står for seg selv i sakslisten.',
    ),
    attachments: attachmentsColumn(
      ['Vedlegg', 'Attachments'],
      'Det deltakerne må lese før møtet: lenker eller navn på dokumenter, én på hver linje eller med komma mellom. «Utkast til program: https://…» gir lenken et navn.',
    ),
    titleNn: lineColumn(
      ['Tittel nynorsk', 'Tittel på nynorsk', 'Title nynorsk'],
      'Tittelen på nynorsk når «Tittel» er på bokmål.',
      44,
    ),
    backgroundNn: textColumn(
      ['Bakgrunn nynorsk', 'Bakgrunn på nynorsk', 'Background nynorsk'],
      'Bakgrunnen på nynorsk når «Bakgrunn» er på bokmål.',
      60,
    ),
    proposalNn: textColumn(
      ['Forslag til vedtak nynorsk', 'Framlegg til vedtak nynorsk'],
      'Forslaget på nynorsk når «Forslag til vedtak» er på bokmål.',
    ),
    activity: activityReference('Aktiviteten saken gjelder, hvis den gjelder en.'),
    status: choiceColumn(
      ['Status'],
      caseStatuses,
      'Settes etter møtet. En sak som ikke er behandlet, kommer igjen av seg selv.',
      14,
    ),
    standing: yesNoColumn(['Fast', 'Standing'], '«ja» når saken skal opp på hvert møte.'),
    decision: textColumn(['Vedtak', 'Decision', 'Konklusjon'], 'Det møtet kom fram til.'),
    number: {
      heading: 'Saksnr',
      aliases: ['Saksnummer', 'Sak nr', 'Case number'],
      parse: caseNumberCell,
      note: 'Felles gir nummeret når sakslisten går ut, og det endres aldri etterpå.',
      width: 11,
      format: 'text',
    },
    treatedIn: referenceColumn(
      ['Behandlet i', 'Behandla i', 'Treated in'],
      'A',
      'Kvartalsmøtet som «Status», «Vedtak» og «Notat» er fra. Kommer saken opp igjen senere, står det i fanen Behandling.',
    ),
    discussion: textColumn(
      ['Notat', 'Notat frå møtet', 'Notat fra møtet', 'Discussion'],
      'Det som ble sagt i møtet, kort. Det står i referatet.',
    ),
    snoozedUntil: {
      ...referenceColumn(
        ['Utsett til', 'Snooze until'],
        'A',
        'Kvartalsmøtet saken skal vente til, eller en dag: til og med den er saken ikke på sakslisten.',
      ),
      parse: dayOrMeetingCell,
    },
  },
  row: z.object({
    id: text,
    meeting: text.optional(),
    title: text,
    kind: oneOf(caseKinds),
    raisedBy: text.optional(),
    presenter: text.optional(),
    minutes: z.number().optional(),
    background: text.optional(),
    proposal: text.optional(),
    attachments: attachments.optional(),
    titleNn: text.optional(),
    backgroundNn: text.optional(),
    proposalNn: text.optional(),
    activity: text.optional(),
    status: oneOf(caseStatuses).optional(),
    standing: z.boolean().optional(),
    decision: text.optional(),
    number: z.object({ number: z.int(), year: z.int() }).readonly().optional(),
    treatedIn: text.optional(),
    discussion: text.optional(),
    /** A day `2026-12-03`, or the ID of a meeting. */
    snoozedUntil: text.optional(),
  }),
  finish: (row) =>
    Object.assign(row, { status: row.status ?? ('raised' as const), standing: row.standing === true }),
  draft: asItIs,
});

export type Case = RowOf<typeof casesTab>;
