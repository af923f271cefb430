import { describe, expect, it } from 'vitest';
import { isSampleRegister } from '../../src/register/sample-setting.ts';
import type { TabsInput } from '../support/build-workbook.ts';
import { registerWith } from '../support/announcements.ts';
import { problemsOf } from '../support/rules.ts';
import { settingRow } from '../support/webinars.ts';

const oppsett = (name: string, value: string): TabsInput => ({ Oppsett: [settingRow(name, value)] });
const isSample = (input: TabsInput): boolean => isSampleRegister(registerWith(input));

describe('a register', () => {
  it('of which two rows tell whether it is a sample is one, whatever they say', () => {
    const Oppsett = [settingRow('Eksempel', 'nei'), settingRow('Eksempel', 'ja')];
    expect(isSample({ Oppsett })).toBe(true);
  });

  it.each([
    ['Eksempel', 'ja'],
    [' eksempel ', 'Ja'],
    ['Døme', 'ja'],
    ['Sample', 'yes'],
    ['Eksempel', 'SANN'],
  ])('with «%s» = «%s» is a sample, and check says how it ceases to be one', (name, value) => {
    expect(isSample(oppsett(name, value))).toBe(true);
    expect(problemsOf(oppsett(name, value))).toMatchObject([{ code: 'sample-register', level: 'info' }]);
  });

  it.each([
    ['Eksempel', 'nei'],
    ['Døme', 'Nei'],
    ['Sample', 'no'],
    ['Eksempel fra 2025', 'ja'],
  ])('with «%s» = «%s» is none', (name, value) => {
    expect(isSample(oppsett(name, value))).toBe(false);
    expect(problemsOf(oppsett(name, value)).filter(({ code }) => code === 'sample-register')).toEqual([]);
  });

  it('without the setting, or with an empty one, is none', () => {
    expect(isSample({})).toBe(false);
    expect(isSample({ Oppsett: [{ Nøkkel: 'Eksempel' }] })).toBe(false);
  });

  it('counts as a sample while nobody can tell, and that is an error', () => {
    expect(isSample(oppsett('Eksempel', 'kanskje'))).toBe(true);
    expect(problemsOf(oppsett('Eksempel', 'kanskje'))).toMatchObject([
      { code: 'yes-no-unreadable', level: 'error' },
    ]);
  });

  it('is told of a slip in the name of the setting', () => {
    expect(problemsOf(oppsett('Eksempl', 'ja'))).toMatchObject([
      { code: 'setting-unknown', args: { nearest: 'Eksempel' } },
    ]);
  });
});
