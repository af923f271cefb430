/** What an agenda was made from, row by row: a change after it was approved can then be reported by name. */
import { plainIn, type StandardText } from '../../domain/standard-text.ts';
import type { SourceRow } from '../announcement/source.ts';
import { activityStatuses } from '../../register/lists.ts';
import type { Meeting } from '../meetings.ts';
import type { AgendaView } from './view.ts';

/** Headings with the cells below them; empty cells are left out. */
const valuesOf = (values: Readonly<Record<string, string | number | undefined>>): SourceRow['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([heading, value]) =>
      value === undefined ? [] : [[heading, String(value)]],
    ),
  );

/** A cell and the one in nynorsk next to it, where they differ. */
function versionsOf(heading: string, text: StandardText | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  const [nb, nn] = [plainIn(text, 'nb'), plainIn(text, 'nn')];
  return nb === nn ? { [heading]: nb } : { [heading]: nb, [`${heading} nynorsk`]: nn };
}

const joined = (attachments: AgendaView['cases'][number]['attachments']): string | undefined =>
  attachments.map(({ words, address = '' }) => `${words} ${address}`).join('\n') || undefined;

/** The rows of the meeting, its cases and the open actions, each as the agenda shows it. */
export function agendaSource({ meeting, cases, followUp, actions }: AgendaView): readonly SourceRow[] {
  return [
    {
      tab: 'Aktiviteter',
      id: meeting.id,
      values: valuesOf({
        ...versionsOf('Tittel', meeting.title),
        Start: meeting.start,
        Slutt: meeting.end,
        Sted: meeting.place,
        Lenke: meeting.link,
      }),
    },
    ...cases.map(
      ({ id, number, title, kind, minutes, background, proposal, attachments, presenter, raisedBy }) => ({
        tab: 'Saker',
        id,
        values: valuesOf({
          Saksnr: `${String(number.number)}/${String(number.year)}`,
          ...versionsOf('Tittel', title),
          Type: kind,
          Minutter: minutes,
          ...versionsOf('Bakgrunn', background),
          ...versionsOf('Forslag til vedtak', proposal),
          Vedlegg: joined(attachments),
          Sakseier: presenter,
          'Meldt av': raisedBy,
        }),
      }),
    ),
    ...followUp.map(({ id, number, title, carried }) => ({
      tab: 'Saker',
      id,
      values: valuesOf({
        Saksnr: `${String(number.number)}/${String(number.year)}`,
        ...versionsOf('Tittel', title),
        Vedtak: carried.decided?.text,
      }),
    })),
    ...actions.groups
      .flatMap((group) => group.actions)
      .map(({ id, action, responsible, deadline, deadlineWords }) => ({
        tab: 'Tiltak',
        id,
        values: valuesOf({ Tiltak: action, Ansvarlig: responsible, Frist: deadline ?? deadlineWords }),
      })),
  ];
}

/** The row of a cancelled meeting: what its cancellation was made from. */
export const cancellationSource = ({
  id,
  title,
  start,
  status,
}: Pick<Meeting, 'id' | 'title' | 'start' | 'status'>): readonly SourceRow[] => [
  {
    tab: 'Aktiviteter',
    id,
    values: valuesOf({
      Tittel: title,
      Start: start.time ?? start.first,
      Status: activityStatuses[status][0],
    }),
  },
];
