/** The sample's quarterly meetings. The parties are hosts in turn; each writes in its own standard. */
import { quarterOf } from '../../domain/quarter.ts';
import type { Day } from '../../domain/time.ts';
import type { SampleActivity } from './activity.ts';
import type { SampleCalendar } from './calendar.ts';
import { invented, online, roles } from './roles.ts';

/** What other rows point to a quarterly meeting by. */
export const meetingKey = (day: Day): string => `meeting ${day}`;

export function quarterlyMeetings({ meetings, today }: SampleCalendar): readonly SampleActivity[] {
  return meetings.map((day): SampleActivity => {
    const { year, number } = quarterOf(day);
    const isBylivs = number % 2 === 0;
    return {
      key: meetingKey(day),
      type: 'quarterlyMeeting',
      title: `Kvartalsmøte ${String(number)}. kvartal ${String(year)}`,
      party: isBylivs ? 'bylivsenteret' : 'distriktssenteret',
      responsible: isBylivs ? roles.bylivsenteret.leads : roles.distriktssenteret.leads,
      time: { day, from: '10:00', to: '11:30' },
      status: day < today ? 'done' : 'planned',
      place: online,
      link: `https://teams.example/kvartalsmote-${String(year)}-${String(number)}`,
      audience: isBylivs ? 'partene' : 'partane',
      description: isBylivs
        ? 'Fast møte etter samarbeidsavtalen. Bylivsenteret leder møtet, Distriktssenteret skriver referatet.'
        : 'Fast møte etter samarbeidsavtalen. Distriktssenteret leier møtet, Bylivsenteret skriv referatet.',
      hours: [4, 4],
      note: isBylivs ? invented.nb : invented.nn,
    };
  });
}
