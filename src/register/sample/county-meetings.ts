/** The sample's coordinated meetings with the county authorities: one round a year, and two that begin the next. */
import type { Day } from '../../domain/time.ts';
import type { SampleActivity } from './activity.ts';
import type { SampleCalendar } from './calendar.ts';
import { invented, online, roles } from './roles.ts';

/** The counties in the order of the round. */
export const roundCounties = [
  'Østfold',
  'Akershus',
  'Oslo',
  'Innlandet',
  'Buskerud',
  'Vestfold',
  'Telemark',
  'Agder',
  'Rogaland',
  'Vestland',
  'Møre og Romsdal',
  'Trøndelag',
  'Nordland',
  'Troms',
  'Finnmark',
] as const;

export const nextVestlandKey = 'next meeting with Vestland';

export function countyMeetings({ countyRound, nextRound }: SampleCalendar): readonly SampleActivity[] {
  const round = countyRound.map((day, index) => countyMeeting(roundCounties[index] ?? '', day));
  const [vestland, nordland] = nextRound;
  return [
    ...round,
    { ...countyMeeting('Vestland', vestland), key: nextVestlandKey },
    countyMeeting('Nordland', nordland),
  ];
}

function countyMeeting(county: string, day: Day): SampleActivity {
  const authority = county === 'Oslo' ? 'Oslo kommune' : `${county} fylkeskommune`;
  return {
    type: 'countyDialogue',
    title: `Koordinert dialogmøte: ${authority}`,
    party: 'both',
    responsible: roles.distriktssenteret.counties,
    time: { day },
    place: online,
    audience: authority,
    area: county,
    hours: [3, 4],
    note: invented.nb,
  };
}
