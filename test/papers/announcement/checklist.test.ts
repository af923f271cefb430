import { describe, expect, it } from 'vitest';
import type { MailingKind } from '../../../src/domain/mailing-kind.ts';
import { addDays, dayOf } from '../../../src/domain/time.ts';
import { audienceOf } from '../../support/audience.ts';
import {
  blocking,
  checklist,
  checkNames,
  parseAllowed,
  type CheckName,
  type CheckResult,
} from '../../../src/papers/announcement/checklist.ts';
import { halfAYearBefore } from '../../../src/papers/announcement/checks.ts';
import { reachedBy } from '../../../src/papers/announcement/sent.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import {
  dateCell,
  nowAt,
  withoutTab,
  workbookOf,
  type RowInput,
  type TabsInput,
} from '../../support/build-workbook.ts';
import {
  eventRow,
  keyIn,
  readySettings,
  recipientRow,
  registerWith,
  settingRow,
  textRow,
  webinarIn,
  webinarRow,
} from '../../support/webinars.ts';

const id = 'A-2026-031';
const start = '2026-12-15T10:00';

const slot = (number: number, status: string, more: RowInput = {}): RowInput => ({
  ID: `P-2026-00${String(number)}`,
  Aktivitet: id,
  Start: '10:00',
  Slutt: '10:30',
  Tittel: 'Innledning',
  Innleder: 'Fagsjef',
  Status: status,
  ...more,
});

const ready: TabsInput = {
  Aktiviteter: [webinarRow(id, start)],
  Mottakere: [recipientRow('4640'), recipientRow('1505')],
  Tekster: [textRow(1, id, 'bokmål'), textRow(2, id, 'nynorsk')],
  Program: [slot(1, 'Bekreftet')],
  Oppsett: readySettings,
};

interface Asked {
  readonly kind?: MailingKind;
  readonly at?: string;
  readonly workbookId?: string;
  readonly target?: string;
  readonly allowed?: readonly CheckName[];
  readonly invited?: number;
  /** The mailing from which everybody has it. */
  readonly had?: string;
}

function results(
  tabs: TabsInput,
  {
    kind = 'announcement',
    at = '2026-11-23T12:00',
    workbookId,
    target = 'slag:kommune',
    allowed = [],
    invited = 1,
    had,
  }: Asked,
): readonly CheckResult[] {
  const register = registerWith({ ...ready, ...tabs });
  const goesByLedger = kind === 'moved' || kind === 'cancelled';
  const audience = audienceOf(
    register,
    goesByLedger ? { reached: reachedBy(register.ledger, [announced], keyIn) } : { target },
  );
  const standing = { invited, outdated: [], due: [], has: () => had };
  const checked = {
    ...{ register, webinar: webinarIn(register, id), kind, audience, now: nowAt(at), workbookId },
    ...standing,
  };
  return checklist(checked, new Set(allowed));
}

const announced = `${id}.announcement.r1`;
const gotIt = (gjelder: string): readonly RowInput[] => [
  eventRow(announced, 'post@nr4640.example', 'sendt', { gjelder }),
];

const blocked = (tabs: TabsInput, asked: Asked = {}): readonly string[] =>
  blocking(results(tabs, asked)).map(({ name }) => name);

const webinar = (more: RowInput, at = start): TabsInput => ({ Aktiviteter: [webinarRow(id, at, more)] });
const oppsett = (...rows: readonly RowInput[]): TabsInput => ({ Oppsett: [...readySettings, ...rows] });
const text = (more: RowInput): TabsInput => ({
  Tekster: [textRow(1, id, 'bokmål', more), textRow(2, id, 'nynorsk')],
});

describe('a mailing in order', () => {
  it('passes every check', () => {
    expect(blocked({})).toEqual([]);
    expect(blocked({}, { kind: 'reminder' })).toEqual([]);
    expect(blocked({ Utsendelser: gotIt('2026-12-08T10:00') }, { kind: 'moved' })).toEqual([]);
    expect(
      blocked({ ...webinar({ Status: 'Avlyst' }), Utsendelser: gotIt(start) }, { kind: 'cancelled' }),
    ).toEqual([]);
    const held = webinar({ Status: 'Gjennomført', Opptak: 'https://opptak.example/1' });
    expect(blocked(held, { kind: 'followup', at: '2026-12-17T09:00' })).toEqual([]);
    expect(blocked(oppsett(settingRow('Godkjent regneark', 'abc')), { workbookId: 'abc' })).toEqual([]);
  });

  it('needs only the standards that somebody gets', () => {
    expect(blocked({ Mottakere: [recipientRow('4640')], Tekster: [textRow(2, id, 'nynorsk')] })).toEqual([]);
  });
});

describe('a mailing that is not', () => {
  const cases: readonly (readonly [CheckName, string, TabsInput, Asked])[] = [
    ['date-in-future', 'has begun', {}, { at: start }],
    ['date-in-future', 'has begun, for a reminder', {}, { at: start, kind: 'reminder' }],
    ['status-fits', 'is cancelled', webinar({ Status: 'Avlyst' }), {}],
    ['webinar-over', 'is not over', webinar({ Opptak: 'nei' }), { kind: 'followup', at: '2026-12-15T11:29' }],
    [
      'recording-link',
      'has no recording',
      webinar({ Opptak: 'ja' }),
      { kind: 'followup', at: '2026-12-17T09:00' },
    ],
    ['recording-link', 'tells nothing of one', {}, { kind: 'followup', at: '2026-12-17T09:00' }],
    ['link-there', 'has no registration', webinar({ Påmelding: null }), {}],
    ['link-there', 'is registered for by mail', webinar({ Påmelding: 'mailto:post@x.example' }), {}],
    [
      'speakers-confirmed',
      'has speakers who are only asked',
      { Program: [slot(1, 'Spurt'), slot(2, 'Avslått')] },
      {},
    ],
    [
      'deadline-before-start',
      'has a deadline after it',
      webinar({ Påmeldingsfrist: dateCell('2026-12-16') }),
      {},
    ],
    ['deadline-in-future', 'has a deadline behind', webinar({ Påmeldingsfrist: dateCell('2026-11-22') }), {}],
    ['shared', 'must not be shared', webinar({ 'Del med partner': 'nei' }), {}],
    ['both-versions', 'lacks nynorsk', { Tekster: [textRow(1, id, 'bokmål')] }, {}],
    [
      'both-versions',
      'has two texts in bokmål',
      { Tekster: [textRow(1, id, 'bokmål'), textRow(2, id, 'nynorsk'), textRow(3, id, 'bokmål')] },
      {},
    ],
    ['texts-approved', 'has a draft', text({ 'Godkjent av': null }), {}],
    ['texts-approved', 'has a text approved without a day', text({ 'Godkjent dato': null }), {}],
    ['texts-approved', 'is approved ahead of time', text({ 'Godkjent dato': dateCell('2026-11-24') }), {}],
    ['weekday-matches', 'has a wrong weekday', text({ Ingress: 'Bli med onsdag 15. desember.' }), {}],
    ['weekday-matches', 'tells of an old date', text({ Ingress: 'Bli med tirsdag 8. desember kl. 10.' }), {}],
    ['links-honest', 'hides a link', text({ Brødtekst: '[kommune.no](https://evil.example/)' }), {}],
    ['announced', 'nobody was invited to', {}, { kind: 'reminder', invited: 0 }],
    ['sent-once', 'those who get it have already', {}, { had: 'A-2026-031.announcement.r1' }],
    [
      'ledger-whole',
      'may be had by those whose rows are gone',
      {
        Utsendelser: [eventRow(`${id}.announcement.r1`, 'a@nr4601.example', 'sendt')],
        Formidlet: [
          {
            ...{ 'Tid (UTC)': '2026-11-20T09:00:00Z', Type: 'Kunngjøring', Gjelder: id },
            ...{ Utsendelse: `${id}.announcement.r1`, Antall: 3 },
          },
        ],
      },
      {},
    ],
    ['recipients-there', 'has no recipients', { Mottakere: [recipientRow('4640', { 'E-post': null })] }, {}],
    [
      'standards-known',
      'has one without a standard',
      { Mottakere: [recipientRow('4640'), recipientRow('1505', { Skriftspråk: null })] },
      {},
    ],
    ['sender-address', 'has no sender', { Oppsett: [readySettings[1] ?? {}] }, {}],
    ['privacy-told', 'tells of no privacy statement', { Oppsett: readySettings.slice(0, 3) }, {}],
    ['language-list-fresh', 'goes by an unknown list', { Oppsett: [readySettings[0] ?? {}] }, {}],
    ['language-list-fresh', 'goes by an old list', {}, { at: '2027-05-02T10:00' }],
    [
      'copy-of-workbook',
      'comes from a copy',
      oppsett(settingRow('Godkjent regneark', 'abc')),
      { workbookId: 'xyz' },
    ],
    ['copy-of-workbook', 'comes from a file', oppsett(settingRow('Godkjent regneark', 'abc')), {}],
    [
      'written-settled',
      'goes past those who have only a file',
      {
        Utsendelser: [
          eventRow(`${id}.announcement.r1`, 'a@nr4601.example', 'sendt'),
          eventRow(`${id}.announcement.r1`, 'b@nr4602.example', 'skrevet'),
        ],
      },
      { kind: 'reminder' },
    ],
    ['ledger-readable', 'has a ledger with errors', { Utsendelser: [{ rk: 'x', hendelse: 'sendt' }] }, {}],
    [
      'programme-readable',
      'has a slot with errors',
      { Program: [slot(1, 'Bekreftet'), slot(2, 'Kanskje')] },
      {},
    ],
    [
      'programme-readable',
      'may have a slot that tells of no activity',
      { Program: [slot(1, 'Bekreftet', { Aktivitet: 'webinaret' })] },
      { kind: 'reminder' },
    ],
    [
      'settings-readable',
      'goes by a setting that cannot be read',
      oppsett(settingRow('Skriftspråk til nøytrale', 'svensk')),
      {},
    ],
    [
      'settings-readable',
      'goes by days that cannot be counted',
      oppsett(settingRow('Kunngjøring, dager før', 'i god tid')),
      {},
    ],
    [
      'settings-readable',
      'goes by a setting that stands twice',
      oppsett(
        settingRow('Bylivsenteret, rettslig stilling', 'privat'),
        settingRow('Bylivsenteret, rettslig stilling', 'statsorgan'),
      ),
      {},
    ],
    [
      'settings-readable',
      'goes by a setting with another name',
      oppsett(settingRow('Skriftspråk til nøytral', 'nynorsk')),
      {},
    ],
    ['has-moved', 'has not moved', { Utsendelser: gotIt(start) }, { kind: 'moved' }],
    ['has-moved', 'was never told of', {}, { kind: 'moved' }],
  ];

  it.each(cases)('%s: it %s', (name, _, tabs, asked) => {
    const found = blocking(results(tabs, asked)).filter((result) => result.name === name);
    expect(found).toHaveLength(1);
    for (const { message, advice } of found) {
      expect(message).toMatch(/^[^\n]{15,300}[.»]$/u);
      expect(advice).toMatch(/^[^\n]{10,300}[.»]$/u);
    }
  });

  it('is never told to announce again what somebody may have sent by hand', () => {
    const written = [eventRow(`${id}.announcement.r1`, 'post@nr4640.example', 'skrevet')];
    const advice = (tabs: TabsInput): unknown =>
      blocking(results(tabs, { kind: 'moved' })).find(({ name }) => name === 'has-moved')?.advice;
    expect(advice({})).toContain('--kind announcement');
    expect(advice({ Utsendelser: written })).toContain('written-settled');
  });

  it('is tried by every check there is', () => {
    expect(new Set(['tabs-readable', ...cases.map(([name]) => name)])).toEqual(new Set(checkNames));
  });

  it('is not held up by slots of other webinars, slots that were declined, or settings of other papers', () => {
    expect(
      blocked({ Program: [slot(1, 'Bekreftet'), slot(2, 'Kanskje', { Aktivitet: 'A-2026-032' })] }),
    ).toEqual([]);
    expect(blocked({ Program: [slot(1, 'Bekreftet'), slot(2, 'Avslått', { Tittel: null })] })).toEqual([]);
    expect(blocked(oppsett(settingRow('Minutter per sak', 'ti')))).toEqual([]);
  });

  it.each(
    cases.filter(
      ([name]) => name !== 'language-list-fresh' && name !== 'has-moved' && name !== 'date-in-future',
    ),
  )('%s alone blocks, or can be overridden by name (it %s)', (name, _, tabs, asked) => {
    const all = results(tabs, { ...asked, allowed: checkNames });
    const found = all.find((result) => result.name === name);
    expect(found?.outcome).toBe(found?.fixed === true ? 'blocks' : 'allowed');
  });

  it('is never made without a date ahead, a text, recipients or a sender, whatever is allowed', () => {
    const fixed = (tabs: TabsInput, asked: Asked): readonly string[] =>
      blocked(tabs, { ...asked, allowed: checkNames });
    expect(fixed({}, { at: start })).toEqual(['date-in-future']);
    expect(fixed({ Tekster: [] }, {})).toEqual(['both-versions']);
    expect(fixed({ Mottakere: [] }, {})).toEqual(['recipients-there']);
    expect(fixed({ Oppsett: [] }, {})).toEqual(['sender-address']);
  });
});

describe('a mailing from a tab that is not as it was', () => {
  const checksOf = (workbook: Workbook, kind: MailingKind = 'announcement'): readonly CheckResult[] => {
    const at = nowAt('2026-11-23T12:00');
    const { register } = readRegister(workbook, at);
    const audience = audienceOf(register, { target: 'slag:kommune' });
    const checked = { register, webinar: webinarIn(register, id), kind, audience, now: at };
    return blocking(
      checklist(
        { ...checked, workbookId: undefined, ...{ invited: 1, outdated: [], due: [], has: () => undefined } },
        new Set(),
      ),
    );
  };
  const whole = workbookOf(ready);
  const renamed = (tab: string, heading: string): Workbook => {
    const sheets = whole.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (sheet.name === tab && cell === heading ? 'Noe annet' : cell)),
      })),
    }));
    return { ...whole, sheets };
  };

  it.each([
    ['Program', 'Innleder', /^The tab Program has no column «Innleder»/u],
    ['Program', 'Aktivitet', /^The tab Program cannot be read/u],
    ['Tekster', 'Ingress', /^The tab Tekster has no column «Ingress»/u],
    ['Aktiviteter', 'Påmeldingsfrist', /^The tab Aktiviteter has no column «Påmeldingsfrist»/u],
  ])('is not made: %s without %s', (tab, heading, message) => {
    const found = checksOf(renamed(tab, heading)).filter(({ name }) => name === 'tabs-readable');
    expect(found).toEqual([expect.objectContaining({ message: expect.stringMatching(message) as string })]);
  });

  it('is not made without the tab, nor by settings that nobody can read', () => {
    const names = (workbook: Workbook, kind?: MailingKind): readonly string[] =>
      checksOf(workbook, kind).map(({ name }) => name);
    expect(names(withoutTab(whole, 'Program'))).toEqual(['tabs-readable']);
    expect(names(withoutTab(whole, 'Program'), 'cancelled')).not.toContain('tabs-readable');
    expect(names(withoutTab(whole, 'Oppsett'))).toContain('settings-readable');
    expect(names(renamed('Oppsett', 'Nøkkel'))).toContain('settings-readable');
  });

  it('is made where what was renamed says nothing that is sent', () => {
    expect(checksOf(renamed('Program', 'Rom'))).toEqual([]);
  });
});

describe('the names of checks', () => {
  it('are in kebab-case, each once', () => {
    expect(new Set(checkNames).size).toBe(checkNames.length);
    expect(checkNames.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/u.test(name))).toEqual([]);
  });

  it('can be listed, and a misspelt one names the nearest', () => {
    expect(parseAllowed(' weekday-matches, Shared,')).toEqual(new Set(['weekday-matches', 'shared']));
    expect(() => parseAllowed('weekday-match')).toThrow(
      expect.objectContaining({ advice: 'Did you mean «weekday-matches»?' }),
    );
  });
});

it('counts half a year back to the same date, or the last of the month', () => {
  const day = (textual: string): ReturnType<typeof dayOf> => dayOf(nowAt(`${textual}T00:00`));
  expect(halfAYearBefore(day('2026-11-23'))).toBe('2026-05-23');
  expect(halfAYearBefore(day('2027-03-31'))).toBe('2026-09-30');
  expect(halfAYearBefore(day('2027-08-31'))).toBe('2027-02-28');
  expect(halfAYearBefore(addDays(day('2028-08-28'), 1))).toBe('2028-02-29');
});
