/** The sample's actions, in the standard of the party that does them. */
import { addDays, dayParts, type Day } from '../../domain/time.ts';
import { actionStatuses, parties, type ActionStatus, type Party } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { rowId, rowOf } from './activity.ts';
import { meetingDay, type SampleCalendar } from './calendar.ts';
import type { NumberedCases } from './cases.ts';
import { freeDayBefore, workingDayBefore } from './days.ts';
import { pastCaseKeys } from './past-cases.ts';
import { roles } from './roles.ts';

interface SampleAction {
  readonly action: string;
  readonly party: Party;
  readonly responsible: string;
  readonly deadline: Day;
  readonly status: ActionStatus;
  /** The key of a case. */
  readonly fromCase?: string;
  readonly snoozedUntil?: Day;
  readonly note?: string;
}

/** In order of deadline; IDs carry its year. */
export function actionRows(calendar: SampleCalendar, cases: NumberedCases): readonly NewRow[] {
  const counts = new Map<number, number>();
  const all = [...finished(calendar), ...openByDistriktssenteret(calendar), ...openByOthers(calendar)];
  return all
    .sort((one, other) => (one.deadline < other.deadline ? -1 : 1))
    .map((one) => {
      const { year } = dayParts(one.deadline);
      const number = (counts.get(year) ?? 0) + 1;
      counts.set(year, number);
      return rowOf({
        ID: rowId('T', year, number),
        Tiltak: one.action,
        Ansvarlig: one.responsible,
        Part: parties[one.party][0],
        Frist: { day: one.deadline },
        Status: actionStatuses[one.status][0],
        'Fra sak': one.fromCase === undefined ? undefined : cases.idOf(one.fromCase),
        'Utsett til': one.snoozedUntil === undefined ? undefined : { day: one.snoozedUntil },
        Merknad: one.note,
      });
    });
}

function finished(calendar: SampleCalendar): readonly SampleAction[] {
  const after = (offset: number, days: number): Day =>
    freeDayBefore(addDays(meetingDay(calendar, offset), days));
  return [
    {
      action: 'Lage ein mal for prosjektoversikta',
      party: 'distriktssenteret',
      responsible: roles.distriktssenteret.leads,
      deadline: after(-4, 30),
      status: 'done',
      fromCase: pastCaseKeys.overview,
    },
    {
      action: 'Finne døme frå kommunar med under 3000 innbyggjarar',
      party: 'distriktssenteret',
      responsible: roles.distriktssenteret.webinars,
      deadline: after(-4, 45),
      status: 'done',
      fromCase: pastCaseKeys.smallest,
    },
    {
      action: 'Legge malen for fylkesdialog inn i registeret',
      party: 'bylivsenteret',
      responsible: roles.bylivsenteret.projects,
      deadline: after(-3, 21),
      status: 'done',
      fromCase: pastCaseKeys.countyForm,
    },
    {
      action: 'Skrive e-posten til kommunene om samtykke',
      party: 'bylivsenteret',
      responsible: roles.bylivsenteret.leads,
      deadline: after(-2, 14),
      status: 'done',
      fromCase: pastCaseKeys.consent,
    },
    {
      action: 'Trykke opp plakater til webinarserien',
      party: 'bylivsenteret',
      responsible: roles.bylivsenteret.projects,
      deadline: after(-2, 30),
      status: 'dropped',
      note: 'Kommunene leser e-post og nett, ikke plakater.',
    },
  ];
}

function openByDistriktssenteret(calendar: SampleCalendar): readonly SampleAction[] {
  const { today } = calendar;
  const next = meetingDay(calendar, 0);
  return [
    {
      action: 'Ringje dei tre kommunane som ikkje har svart om samtykke',
      party: 'distriktssenteret',
      responsible: roles.distriktssenteret.counties,
      deadline: workingDayBefore(addDays(today, -21)),
      status: 'open',
      fromCase: pastCaseKeys.consent,
      note: 'Ikkje byrja enno.',
    },
    {
      action: 'Skrive utkast til arbeidsdeling for bokmål og nynorsk',
      party: 'distriktssenteret',
      responsible: roles.distriktssenteret.webinars,
      deadline: freeDayBefore(addDays(next, -2)),
      status: 'open',
      fromCase: pastCaseKeys.nynorsk,
    },
    {
      action: 'Lage ei kort rettleiing for kommunar som vil bli førebilete',
      party: 'distriktssenteret',
      responsible: roles.distriktssenteret.counties,
      deadline: freeDayBefore(addDays(next, 75)),
      status: 'open',
      snoozedUntil: addDays(next, 30),
      note: 'Ventar til samtykka er på plass.',
    },
  ];
}

function openByOthers(calendar: SampleCalendar): readonly SampleAction[] {
  const next = meetingDay(calendar, 0);
  return [
    {
      action: 'Oppdatere tekstene om Straumen og Vang i katalogen',
      party: 'bylivsenteret',
      responsible: roles.bylivsenteret.projects,
      deadline: freeDayBefore(addDays(next, -2)),
      status: 'open',
      fromCase: pastCaseKeys.consent,
    },
    {
      action: 'Skrive inn dialogmøtene med Østfold, Buskerud og Telemark i fanen Dialog',
      party: 'bylivsenteret',
      responsible: roles.bylivsenteret.leads,
      deadline: freeDayBefore(addDays(next, -1)),
      status: 'open',
    },
    {
      action: 'Velge innledere fra små kommuner til BYLIVkonferansen',
      party: 'both',
      responsible: roles.bylivsenteret.programme,
      deadline: freeDayBefore(addDays(next, 14)),
      status: 'open',
    },
  ];
}
