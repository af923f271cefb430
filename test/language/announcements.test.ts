import { describe, expect, it } from 'vitest';
import type { LeftOutCause, StandardReason } from '../../src/domain/audience.ts';
import { mailingKinds } from '../../src/domain/mailing-kind.ts';
import { announcementWords, wordCause, wordReason } from '../../src/language/announcements/word-audience.ts';

const organisation = 'Bergen kommune';
const county = 'Vestland';

const reasons: readonly StandardReason[] = [
  { code: 'decision' },
  { code: 'own-choice' },
  { code: 'organisation-decision', organisation },
  { code: 'area-majority', county },
  { code: 'mailing-default', from: 'request' },
  { code: 'mailing-default', from: 'settings' },
  { code: 'organisation-area-majority', organisation, county },
  { code: 'organisation-default', organisation, from: 'settings' },
];

const causes: readonly LeftOutCause[] = [
  { code: 'unreadable-row', row: 7 },
  { code: 'hidden-row', row: 7 },
  { code: 'reserved' },
  { code: 'unknown-number' },
  { code: 'replaced-number', successors: ['4640 Sogndal'] },
  { code: 'replaced-number', successors: ['1508 Ålesund', '1580 Haram'] },
  { code: 'no-address' },
  { code: 'suppressed' },
  { code: 'came-back' },
  { code: 'unsubscribed' },
  { code: 'not-reached', event: 'feilet' },
  { code: 'address-gone' },
  { code: 'no-standard' },
  { code: 'no-standard', wanted: 'en' },
  { code: 'duplicate', of: '4601' },
];

describe.each(['nb', 'nn', 'en'] as const)('reasons and causes in %s', (reader) => {
  const all = [
    ...reasons.map((reason) => wordReason(reason, 'nn', reader)),
    ...causes.map((cause) => wordCause(cause, reader)),
  ];

  it('are told apart, one line each, with what they are about', () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((words) => !/^\S[^\n]{3,140}\S$/u.test(words) || words.includes('undefined'))).toEqual(
      [],
    );
    expect(
      wordCause({ code: 'replaced-number', successors: ['1508 Ålesund', '1580 Haram'] }, reader),
    ).toMatch(/1508 Ålesund (?:og|and) 1580 Haram$/u);
    expect(all.slice(0, reasons.length).filter((words) => !words.includes('nynorsk'))).toEqual([]);
  });

  it('have a name for every text', () => {
    const { text } = announcementWords[reader];
    const names = [
      ...mailingKinds.map((kind) => text({ kind })),
      ...[0, 1, 7].map((offsetDays) => text({ kind: 'reminder', offsetDays })),
      text({ kind: 'followup', offsetDays: 7 }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the written standards', () => {
  it('are each their own', () => {
    expect(wordReason({ code: 'decision' }, 'nn', 'nb')).toBe('språkvedtak: nynorsk (språklova § 15)');
    expect(wordReason({ code: 'area-majority', county }, 'nn', 'nb')).toBe(
      'nøytral; nynorsk er flertallsspråket i Vestland (språklova § 13)',
    );
    expect(wordReason({ code: 'area-majority', county }, 'nn', 'nn')).toBe(
      'nøytral; nynorsk er fleirtalsspråket i Vestland (språklova § 13)',
    );
    expect(wordCause({ code: 'no-address' }, 'nb')).toBe('mangler e-postadresse');
    expect(wordCause({ code: 'no-address' }, 'nn')).toBe('manglar e-postadresse');
  });
});
