import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { settingRows } from '../../src/register/data/setting-rows.ts';
import type { TabsInput } from '../support/build-workbook.ts';
import { problemsOf } from '../support/rules.ts';
import { settingRow } from '../support/webinars.ts';

const oppsett = (name: string, value: string): TabsInput => ({ Oppsett: [settingRow(name, value)] });

const checked = (name: string, value: string): readonly Problem[] => problemsOf(oppsett(name, value));

const sheetId = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789_-abcde';

describe('the value of a setting', () => {
  it.each([
    ['Minutter per sak', '0'],
    ['minutter  per SAK', ' 15 '],
    ['Bylivsenteret, fullt navn', 'Hva som helst'],
    ['Bylivsenteret, rettslig stilling', 'Statsorgan'],
    ['Bylivsenteret, personvernerklæring', 'https://nal.example/personvern'],
    ['Avsender, navn', '42'],
    ['Avsender, e-post', 'post@nal.example'],
    ['Innkalling fra, e-post', 'Sekretær <moter@nal.example>'],
    ['Kunngjøring, dager før', '365'],
    ['Påminnelser, dager før', '14, 7 og 1'],
    ['Påminnelser, dager før', '2 uker og 1 dag'],
    ['Kunngjøring, dager før', '35 dager'],
    ['Kunngjøring dager før', '35 dagar før'],
    ['Minutter per sak', '1,5 timer'],
    ['Minutter per sak', '1 t 30 min.'],
    ['Avsender epost', 'Redaksjonen <post@nal.example>'],
    ['Bylivsenteret, rettslig stilling', 'Forening'],
    ['Distriktssenteret, rettslig stilling', 'statlig'],
    ['Skriftspråk til nøytrale', 'Nynorsk'],
    ['Språkvedtak sist kontrollert', '23.11.2026'],
    ['Godkjent regneark', sheetId],
    ['Mappe for referat', `https://drive.google.com/drive/u/0/folders/${sheetId}?usp=sharing`],
    ['Mappe for referat', sheetId],
    ['Rekkefølge på sakene', 'Orientering, drøfting'],
    ['Frist for saker, dager før', '2 uker'],
  ])('«%s» may be «%s»', (name, value) => {
    expect(checked(name, value)).toEqual([]);
  });

  it.each([
    ['Minutter per sak', 'ti', 'setting-unreadable', { needed: 'number', to: 999, usual: '10' }],
    ['Kunngjøring, dager før', '1 måned', 'setting-unreadable', { needed: 'number', to: 365, usual: '28' }],
    ['Minutter til åpning', '2,5', 'setting-unreadable', { needed: 'number', to: 999, usual: '2' }],
    ['Kunngjøring, dager før', '366', 'setting-unreadable', { needed: 'number', to: 365, usual: '28' }],
    ['Oppfølging, dager etter', '-1', 'setting-unreadable', { needed: 'number', to: 365, usual: '2' }],
    [
      'Påminnelser, dager før',
      '7, snart',
      'setting-unreadable',
      { needed: 'numbers', to: 365, usual: '7, 1' },
    ],
  ])('«%s» counts as the usual one when it is «%s»', (name, value, code, args) => {
    expect(checked(name, value)).toMatchObject([{ code, level: 'error', at: { cell: 'B2' }, value, args }]);
  });

  it.each([
    ['Avsender, e-post', 'post@x', 'email-invalid', { why: 'form' }],
    ['Svar til, e-post', 'a@x.example, b@x.example', 'email-invalid', { why: 'several' }],
    ['Innkalling fra, e-post', 'sekretæren', 'email-invalid', { why: 'form' }],
    ['Bylivsenteret, personvernerklæring', 'nal.example/personvern', 'link-invalid', { why: 'not-https' }],
    ['Distriktssenteret, personvernerklæring', 'http://ds.example/', 'link-invalid', { why: 'not-https' }],
    [
      'Bylivsenteret, rettslig stilling',
      'privatt',
      'unknown-value',
      { allowed: ['privat', 'statsorgan'], nearest: 'privat' },
    ],
    [
      'Rekkefølge på sakene',
      'vedtak først',
      'unknown-value',
      { allowed: ['Orientering', 'Drøfting', 'Vedtak'], nearest: 'Vedtak' },
    ],
    ['Skriftspråk til nøytrale', 'engelsk', 'unknown-value', { allowed: ['bokmål', 'nynorsk'] }],
    ['Språkvedtak sist kontrollert', 'i høst', 'date-unreadable', { takes: 'day' }],
    ['Språkvedtak sist kontrollert', 'oktober 2026', 'date-too-vague', { precision: 'month', needed: 'day' }],
    ['Godkjent regneark', 'Årsplanen', 'setting-unreadable', { needed: 'spreadsheet-id' }],
    [
      'Godkjent regneark',
      `https://docs.google.com/spreadsheets/d/${sheetId}/edit`,
      'setting-unreadable',
      { needed: 'spreadsheet-id' },
    ],
  ])('«%s» cannot be «%s»', (name, value, code, args) => {
    expect(checked(name, value)).toMatchObject([{ code, level: 'error', at: { cell: 'B2' }, value, args }]);
  });

  it.each([
    'Referater',
    `https://docs.google.com/document/d/${sheetId}/edit`,
    'https://sharepoint.example/referat',
  ])('is no folder for minutes when it is «%s»', (value) => {
    const args = { needed: 'folder' };
    expect(checked('Mappe for referat', value)).toMatchObject([
      { code: 'setting-unreadable', level: 'warning', at: { cell: 'B2' }, value, args },
    ]);
  });

  it('stands once, however its name is typed', () => {
    const Oppsett = [settingRow('Minutter per sak', '15'), settingRow('minutter per sak:', '20')];
    expect(problemsOf({ Oppsett }).map(({ code, level, at }) => [code, level, at.row])).toEqual([
      ['id-twice', 'error', 2],
      ['id-twice', 'error', 3],
    ]);
  });

  it('may be missing', () => {
    expect(problemsOf({ Oppsett: [{ Nøkkel: 'Svar til, e-post' }] })).toEqual([]);
  });
});

describe('the name of a setting', () => {
  it('is known for every row of a new workbook, and so is its value', () => {
    const rows = settingRows().map(({ Nøkkel: name, Verdi: value }) =>
      settingRow(typeof name === 'string' ? name : '', typeof value === 'string' ? value : ''),
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(problemsOf({ Oppsett: rows })).toEqual([]);
  });

  it('is a slip when it is near one that is missing', () => {
    expect(checked('Minuter per sak', '15')).toMatchObject([
      {
        code: 'setting-unknown',
        level: 'warning',
        at: { cell: 'A2' },
        value: 'Minuter per sak',
        args: { nearest: 'Minutter per sak' },
      },
    ]);
  });

  it('is a slip when it is all but one that is there', () => {
    const Oppsett = [settingRow('Minutter per sak', '15'), settingRow('Minuter per sak', '20')];
    expect(problemsOf({ Oppsett })).toMatchObject([{ code: 'setting-unknown', at: { cell: 'A3' } }]);
  });

  it('is a note when it is near one that is there, or near none', () => {
    const Oppsett = [settingRow('Minutter per sak', '15'), settingRow('Minutter per sak før', '20')];
    expect(problemsOf({ Oppsett })).toEqual([]);
    expect(checked('Kaffe', 'Sekretæren ordner')).toEqual([]);
  });
});
