import { describe, expect, it } from 'vitest';
import {
  announcementSettings,
  partySettings,
  type AnnouncementSettings,
} from '../../src/register/announcement-settings.ts';
import { settingRows } from '../../src/register/data/setting-rows.ts';
import { settingsOf } from '../../src/register/settings.ts';
import { dateCell } from '../support/build-workbook.ts';
import { registerWith, settingRow } from '../support/webinars.ts';

const withSettings = (values: Readonly<Record<string, string>>): AnnouncementSettings =>
  settingsOf(
    registerWith({ Oppsett: Object.entries(values).map(([name, value]) => settingRow(name, value)) }),
  ).announcements;

const usual: AnnouncementSettings = {
  announceDaysBefore: 28,
  remindDaysBefore: [7, 1],
  followUpDaysAfter: 2,
  neutralStandard: 'nb',
  listCheckedOn: undefined,
  sender: undefined,
  replyTo: undefined,
  approvedWorkbook: undefined,
  parties: {
    bylivsenteret: {
      fullName: 'Bylivsenteret i Norske arkitekters landsforbund',
      legalKind: 'private',
      privacy: undefined,
    },
    distriktssenteret: {
      fullName: 'Distriktssenteret – Kompetansesenter for distriktsutvikling',
      legalKind: 'stateBody',
      privacy: undefined,
    },
  },
};

describe('the settings of announcements', () => {
  it('are the usual ones without a tab', () => {
    expect(withSettings({})).toEqual(usual);
  });

  it('are the usual ones from the rows of a new workbook, under the same names', () => {
    const rows = settingRows();
    const values = Object.fromEntries(
      rows.flatMap(({ Nøkkel: name, Verdi: value }) =>
        typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    expect(withSettings(values)).toEqual({ ...usual, listCheckedOn: '2026-11-23' });
    const names = new Set(rows.map(({ Nøkkel: name }) => name));
    const known = [
      ...Object.values(announcementSettings),
      ...Object.values(partySettings).flatMap(({ fullName, legalKind, privacy }) => [
        fullName,
        legalKind,
        privacy,
      ]),
    ].map(({ name }) => name);
    expect(known.filter((name) => !names.has(name))).toEqual([]);
  });

  it('are read as people write them', () => {
    expect(
      withSettings({
        'kunngjøring,  dager FØR': ' 21 ',
        'Påminnelser, dager før': '1; 14 og 3, 3',
        'Oppfølging, dager etter': '0',
        'Skriftspråk til nøytrale': 'Nynorsk',
        'Språkvedtak sist kontrollert': '1. oktober 2026',
        'Avsender, navn': 'Samarbeidet',
        'Avsender, e-post': 'Samarbeid <samarbeid@FELLES.example>',
        'Godkjent regneark': ' abc ',
        'Distriktssenteret, fullt navn': 'Distriktssenteret',
        'Bylivsenteret, rettslig stilling': 'Statsorgan',
        'Bylivsenteret, personvernerklæring': ' https://nal.example/personvern ',
      }),
    ).toEqual({
      ...usual,
      announceDaysBefore: 21,
      remindDaysBefore: [14, 3, 1],
      followUpDaysAfter: 0,
      neutralStandard: 'nn',
      listCheckedOn: '2026-10-01',
      sender: { name: 'Samarbeidet', email: 'samarbeid@felles.example' },
      replyTo: 'samarbeid@felles.example',
      approvedWorkbook: 'abc',
      parties: {
        bylivsenteret: {
          ...usual.parties.bylivsenteret,
          legalKind: 'stateBody',
          privacy: 'https://nal.example/personvern',
        },
        distriktssenteret: { ...usual.parties.distriktssenteret, fullName: 'Distriktssenteret' },
      },
    });
  });

  it('know a day from a real date cell', () => {
    const register = registerWith({
      Oppsett: [{ Nøkkel: 'Språkvedtak sist kontrollert', Verdi: dateCell('2026-10-01') }],
    });
    expect(settingsOf(register).announcements.listCheckedOn).toBe('2026-10-01');
  });

  it.each([
    ['Kunngjøring, dager før', 'fire uker'],
    ['Kunngjøring, dager før', '-1'],
    ['Kunngjøring, dager før', '366'],
    ['Påminnelser, dager før', '7, snart'],
    ['Oppfølging, dager etter', '2,5'],
    ['Skriftspråk til nøytrale', 'engelsk'],
    ['Skriftspråk til nøytrale', 'samisk'],
    ['Språkvedtak sist kontrollert', 'i høst'],
    ['Avsender, e-post', 'a@x.example, b@x.example'],
    ['Svar til, e-post', 'post@x.example\r\nBcc: ond@x.example'],
    ['Bylivsenteret, rettslig stilling', 'stiftelse'],
    ['Bylivsenteret, personvernerklæring', 'http://nal.example/personvern'],
  ])('count as from the start where they cannot be read: «%s» = «%s»', (name, value) => {
    expect(withSettings({ [name]: value })).toEqual(usual);
  });
});
