import { keysOf } from '../../src/app/mailings/keys.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, wallTimeFrom, type Day } from '../../src/domain/time.ts';
import { agenda } from '../../src/papers/agenda/agenda.ts';
import { agendaView, type AgendaView } from '../../src/papers/agenda/view.ts';
import { sentMailings } from '../../src/papers/announcement/sent.ts';
import type { Problem, ProblemCode } from '../../src/domain/problem.ts';
import { readRegister, type RegisterReading } from '../../src/register/read-register.ts';
import { isSampleRegister } from '../../src/register/sample-setting.ts';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { planSetup } from '../../src/register/setup.ts';
import { dayAt, everyDay } from './days.ts';
import { workbookFrom } from './workbook-from.ts';

/** Makes a thing once for each day: many tests look at the same ones. */
function oncePerDay<Thing>(make: (today: Day) => Thing): (today: Day) => Thing {
  const made = new Map<Day, Thing>();
  return (today) => {
    const thing = made.get(today) ?? make(today);
    made.set(today, thing);
    return thing;
  };
}

const contentOn = oncePerDay((today) => sampleContent(today, keysOf('file')));

/** Without the 372 recipients, which are the same on every day, and what was sent to them. */
const workbookOn = (today: Day): ReturnType<typeof workbookFrom> =>
  workbookFrom(planSetup(undefined, { ...contentOn(today), recipients: [], ledger: [] }));

const readSample = oncePerDay((today) => readRegister(workbookOn(today), wallTimeFrom(today, 12 * 60)));

const agendaOn = oncePerDay((today): AgendaView =>
  agendaView.parse(agenda(readSample(today).register, {}, wallTimeFrom(today, 12 * 60))),
);

const casesOf = ({ cases }: AgendaView): AgendaView['cases'] => cases;

/** Every season, weekday and turn of the year comes up. */
const someDays = everyDay('2025-01-01', '2032-12-31', 37);
const first = dayAt('2026-11-23');
const whole = readRegister(workbookFrom(planSetup(undefined, contentOn(first))), wallTimeFrom(first, 720));

/** What the sample shows on purpose, but for that it is a sample. */
const shown: readonly ProblemCode[] = ['contacts-uncoordinated', 'counties-silent', 'next-step-overdue'];

/** What is found, but for that it is a sample and for what it shows. */
const besideItself = ({ problems }: RegisterReading): readonly Problem[] =>
  problems.filter(({ code }) => code !== 'sample-register' && !shown.includes(code));

describe('the register read from a sample', () => {
  it('is known as a sample, and says what to do once it is none', () => {
    const { register, problems } = whole;
    expect(isSampleRegister(register)).toBe(true);
    expect(problems.filter(({ code }) => !shown.includes(code))).toMatchObject([
      { code: 'sample-register', level: 'info', at: { tab: 'Oppsett', row: 2, id: 'Eksempel' } },
    ]);
  });

  it('shows what the dialogue with the counties asks for: the same on most days, and never more', () => {
    const of = (today: Day): readonly string[] =>
      readSample(today)
        .problems.map(({ code }) => code)
        .filter((code) => shown.includes(code));
    expect(of(first)).toEqual(shown);
    const others = someDays.map(of);
    for (const codes of others) expect(new Set(codes).size, String(codes)).toBe(codes.length);
    expect(others.filter((codes) => codes.length === shown.length).length).toBeGreaterThan(others.length / 2);
  });

  it('has not one other problem of any level, whenever it is made', () => {
    const found = someDays.flatMap((today) =>
      besideItself(readSample(today)).map((one) => ({ today, ...one })),
    );
    expect(found).toEqual([]);
  });

  it('has none on any other day of 65 years either', () => {
    const anyDay = fc.integer({ min: 0, max: 365 * 65 }).map((days) => addDays(dayAt('2025-01-01'), days));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (today, minutes) => {
        expect(besideItself(readRegister(workbookOn(today), wallTimeFrom(today, minutes)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('has none with its recipients', () => {
    const { register } = whole;
    expect(besideItself(whole)).toEqual([]);
    expect(register.recipients).toHaveLength(372);
    const addresses = register.recipients.flatMap(({ email }) => email ?? []);
    expect(addresses).toHaveLength(371);
    expect(new Set(addresses).size).toBe(371);
    expect(addresses).toContain('postmottak@valer-ostfold.kommune.example');
    expect(register.recipients.filter(({ reserved }) => reserved).map(({ number }) => number)).toEqual([
      '0301',
      '1815',
    ]);
  });

  it('has rows in every tab that people own', () => {
    const { tabs, ledger, statements, findings, ...rest } = whole.register;
    const { unreadActivities, unreadMeetings, unreadSlots, unreadReservations, ...people } = rest;
    expect(Object.keys(tabs)).toHaveLength(15);
    expect(Object.values(people).every((rows) => rows.length > 0)).toBe(true);
    const ours = [findings, unreadActivities, unreadMeetings, unreadSlots, unreadReservations];
    expect(ours.flat()).toEqual([]);
    expect(ledger.length).toBeGreaterThan(0);
    const mailings = new Set(ledger.map(({ mailing }) => mailing));
    expect(statements.map(({ what }) => what).sort()).toEqual([...mailings].sort());
  });

  it('shows two announcements that reached most of the district municipalities, and who can get more, whenever it is made', () => {
    const found = someDays.map((today) => {
      const { register } = readRegister(
        workbookFrom(planSetup(undefined, { ...contentOn(today), recipients: [] })),
        wallTimeFrom(today, 720),
      );
      return [...sentMailings(register)].map(([activity, mailings]) => {
        const start = register.activities.find(({ id }) => id === activity)?.start?.time ?? '';
        return mailings.every(({ basis, day }) => basis?.start === start && day !== undefined && day < today);
      });
    });
    expect(found).toEqual(someDays.map(() => [true, true]));
    const events = whole.register.ledger.map(({ event }) => event);
    expect(events.filter((event) => event === 'sendt')).toHaveLength(612);
    expect(events.filter((event) => event === 'i retur')).toHaveLength(12);
  });
});

describe('the agenda of the next meeting', () => {
  const view = agendaOn(first);

  it('fills 75 to 85 of the 90 minutes, whenever it is made', () => {
    const budgets = someDays.map((today) => agendaOn(today).budget);
    expect(budgets.filter(({ total, available }) => total < 75 || total > 85 || available !== 90)).toEqual(
      [],
    );
  });

  it('has cases of every kind, and all ways in which a case comes on an agenda', () => {
    expect(view.meeting).toMatchObject({
      id: 'A-2026-004',
      host: 'bylivsenteret',
      start: '2026-12-03T10:00',
    });
    const cases = casesOf(view);
    expect(cases.map(({ kind }) => kind)).toEqual([
      ...['decision', 'discussion', 'discussion'],
      ...['information', 'information', 'information'],
    ]);
    expect(cases.filter(({ isStanding }) => isStanding)).toHaveLength(1);
    const carried = cases.flatMap(({ title, carried: one }) =>
      one === undefined ? [] : [{ title, ...one }],
    );
    expect(carried).toMatchObject([
      { title: { nb: 'Nynorsk i felles utsendelser' }, times: 3, wasTreated: false, mustBeSettled: true },
    ]);
    expect(view.followUp).toMatchObject([
      {
        title: { nb: 'Samtykke fra kommunene i forbildekatalogen' },
        carried: { times: 2, wasTreated: true, openActions: 2 },
      },
    ]);
    expect(cases.filter(({ activity }) => activity !== undefined).length).toBeGreaterThanOrEqual(3);
  });

  it('does not have what was withdrawn, is done, or is for the meeting after', () => {
    const titles = casesOf(view).map(({ title }) => title);
    expect(titles).not.toContain('Felles brosjyre om samarbeidet');
    expect(titles).not.toContain('Faste tider for kvartalsmøtene');
    expect(titles).not.toContain('Hva har avtalen gitt oss?');
  });

  it('goes on with the numbers of the year', () => {
    const numbers = casesOf(view).map(({ number }) => `${String(number.number)}/${String(number.year)}`);
    expect(numbers.toSorted()).toEqual(
      ['2/2026', '10/2026', '11/2026', '12/2026', '13/2026', '14/2026'].toSorted(),
    );
  });

  it('has open actions of both parties: one overdue by about three weeks, one snoozed, one without a case', () => {
    const problems = someDays.flatMap((today) => {
      const { actions } = agendaOn(today);
      const all = actions.groups.flatMap((group) => group.actions);
      const overdue = all.flatMap(({ overdueDays }) => overdueDays ?? []);
      const isRight =
        actions.snoozed === 1 &&
        overdue.length === 1 &&
        overdue.every((days) => days >= 21 && days <= 28) &&
        all.some(({ fromCase }) => fromCase === undefined);
      return isRight ? [] : [{ today, actions }];
    });
    expect(problems).toEqual([]);
    expect(view.actions.groups.map(({ party }) => party)).toEqual([
      'bylivsenteret',
      'distriktssenteret',
      'both',
    ]);
  });

  it('shows something done and something silent of the six activities', () => {
    const isSilent = view.agreement.activities.map((activity) => activity.isSilent);
    expect(isSilent).toContain(true);
    expect(isSilent.filter((one) => !one).length).toBeGreaterThanOrEqual(4);
    const silent = view.agreement.activities.find(({ number }) => number === '5');
    expect(silent?.silentSince).toBe('2026-08-18');
  });

  it('invites roles at both parties', () => {
    expect(view.meeting.invited.map(({ party, people }) => [party, people.length])).toEqual([
      ['bylivsenteret', 3],
      ['distriktssenteret', 3],
    ]);
  });

  it('never shows what is not shared', () => {
    const { register } = readSample(first);
    const secret = register.activities.filter(({ shared }) => !shared);
    expect(secret.map(({ title }) => title)).toEqual(['Intern vurdering av tidsbruken i avtalen']);
    expect(someDays.filter((today) => JSON.stringify(agendaOn(today)).includes('Intern vurdering'))).toEqual(
      [],
    );
  });
});

describe('the rows of a sample', () => {
  const { register } = readSample(first);

  it('number the cases through the year without a gap', () => {
    const gaps = someDays.filter((today) => {
      const numbers = readSample(today).register.cases.flatMap(({ number }) => number ?? []);
      return numbers.some(({ number, year }, index) => {
        const before = numbers[index - 1];
        return before?.year === year && number !== before.number + 1;
      });
    });
    expect(gaps).toEqual([]);
    const ofYear = register.cases.flatMap(({ number }) => (number?.year === 2026 ? [number.number] : []));
    expect(ofYear).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('have a decision for each case that was treated, and for no other', () => {
    const wrong = register.cases.filter(
      ({ status, decision }) => (status === 'treated') !== (decision !== undefined),
    );
    expect(wrong).toEqual([]);
  });

  it('are right about the programme of the coming conference', () => {
    const conference = register.activities.find(
      ({ title }) => title === 'BYLIVkonferansen 2027: Det nære stedet',
    );
    const slots = register.slots.filter(({ activity }) => activity === conference?.id);
    const count = (status: string): number => slots.filter((slot) => slot.status === status).length;
    expect([slots.length, count('confirmed'), count('asked'), count('wanted'), count('declined')]).toEqual([
      10, 4, 3, 2, 1,
    ]);
    const { background, proposal } =
      register.cases.find(({ activity, status }) => activity === conference?.id && status === 'raised') ?? {};
    expect(background).toContain(
      'Av de ti postene i programmet er fire bekreftet. Tre innledere er spurt, to er',
    );
    expect(proposal).toContain('«Små kommuner, store oppgaver»');
    expect(slots.map(({ title }) => title)).toContain('Små kommuner, store oppgaver');
  });

  it('are right about who has consented', () => {
    const consented = register.examples.filter(({ consent }) => consent === true);
    expect([register.examples.length, consented.length]).toEqual([6, 3]);
    const ages = register.examples.flatMap(({ checkedOn }) =>
      checkedOn === undefined ? [] : [daysBetween(checkedOn, first)],
    );
    expect(ages.filter((days) => days > 731)).toHaveLength(2);
  });

  it('have the texts of the last webinar and the next ones in both standards, approved in time', () => {
    const unready = someDays.filter((today) => {
      const { activities, texts } = readSample(today).register;
      const isAhead = (id: string): boolean =>
        (activities.find((activity) => activity.id === id)?.start?.first ?? today) > today;
      const isDone = (id: string): boolean =>
        activities.find((activity) => activity.id === id)?.status === 'done';
      const approved = texts.filter(
        ({ approvedOn, approvedBy }) => approvedBy !== undefined && approvedOn !== undefined,
      );
      return (
        approved.map(({ standard }) => standard).join() !== 'nb,nn,nb,nn,nb,nn' ||
        !approved.slice(0, 2).every(({ activity }) => isDone(activity)) ||
        !approved.slice(2).every(({ activity }) => isAhead(activity)) ||
        !approved.every(({ approvedOn }) => (approvedOn ?? today) <= today)
      );
    });
    expect(unready).toEqual([]);
  });

  it('have counties that nobody has written down, and contacts that were not cleared', () => {
    expect(new Set(register.dialogues.map(({ county }) => county)).size).toBe(10);
    expect(register.dialogues.filter(({ coordinated }) => coordinated === false)).toHaveLength(2);
  });

  it('lead only to public pages and to addresses that lead nowhere', () => {
    const everything = JSON.stringify(contentOn(first));
    const links = everything.match(/https?:[^"\\ ]*/gu) ?? [];
    const hosts = new Set(links.map((link) => new URL(link).hostname));
    expect([...hosts].filter((host) => !host.endsWith('.example')).toSorted()).toEqual([
      'arkitektforbundet.no',
      'arkitektur.no',
      'bylivsenteret.no',
      'distriktssenteret.no',
      'doga.no',
      'www.arkitektur.no',
    ]);
    expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
    const addresses = everything.match(/[\w.-]+@[\w.-]+/gu) ?? [];
    expect(addresses.length).toBeGreaterThan(380);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });
});
