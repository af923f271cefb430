import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { readEnvFile, readSettings } from '../../src/app/settings.ts';
import { UserError } from '../../src/domain/user-error.ts';

const noon = new Date('2026-11-23T11:00:00Z');
const settings = (
  flags: Record<string, string>,
  env: Record<string, string> = {},
  file: Record<string, string> = {},
): ReturnType<typeof readSettings> => readSettings(flags, env, file, '/home/kari', noon);

describe('settings', () => {
  it('have defaults in the working folder, and Oslo time', () => {
    expect(settings({})).toEqual({
      folder: '/home/kari',
      source: { kind: 'workbook', path: '/home/kari/register.xlsx', isDefault: true },
      out: '/home/kari/out',
      now: '2026-11-23T12:00',
    });
  });

  it('come from the flag, then the environment, then .env', () => {
    const file = { FELLES_OUT: 'c' };
    expect(settings({ out: 'a' }, { FELLES_OUT: 'b' }, file).out).toBe('/home/kari/a');
    expect(settings({}, { FELLES_OUT: 'b' }, file).out).toBe('/home/kari/b');
    expect(settings({}, { FELLES_OUT: ' ' }, file).out).toBe('/home/kari/c');
  });

  it('take a named workbook as one that must be there', () => {
    expect(settings({}, { FELLES_WORKBOOK: 'x.xlsx' }).source).toMatchObject({
      path: '/home/kari/x.xlsx',
      isDefault: false,
    });
  });

  it('let a flag for one kind of register win over the environment for the other', () => {
    expect(settings({ workbook: 'x.xlsx' }, { FELLES_SPREADSHEET: 'id' }).source.kind).toBe('workbook');
    expect(settings({ spreadsheet: 'id' }, { FELLES_WORKBOOK: 'x.xlsx' }).source.kind).toBe('spreadsheet');
  });

  it('take a register from the strongest place that names one', () => {
    expect(settings({}, { FELLES_WORKBOOK: 'x.xlsx' }, { FELLES_SPREADSHEET: 'id' }).source.kind).toBe(
      'workbook',
    );
    expect(() => settings({}, { FELLES_WORKBOOK: 'x.xlsx', FELLES_SPREADSHEET: 'id' })).toThrow(/both/u);
  });

  it.each(['2026-11-23T12:00', '2026-11-23T12:00:30', '2026-11-23'])('read the time %s', (now) => {
    expect(settings({ now }).now.slice(0, 10)).toBe('2026-11-23');
  });

  it.each([
    'i dag',
    '23.11.2026',
    '2026-02-30',
    '2026-11-23T25:00',
    '2026-11-23T12:00Z',
    '2026-11-23T12:00+01:00',
    '2026-11-23T12:00-05:00',
    '2026-11-23T12:00xyz',
    '2026-03-29T02:30',
    '2199-12-31',
  ])('refuse the time %s', (now) => {
    expect(() => settings({ now })).toThrow(UserError);
  });

  it('refuse both kinds of register at once, and a misspelt name in .env', () => {
    expect(() => settings({ workbook: 'x', spreadsheet: 'y' })).toThrow(/both/u);
    expect(() => settings({}, {}, { FELLES_WORKBOK: 'x' })).toThrow(
      expect.objectContaining({ advice: 'Did you mean FELLES_WORKBOOK?' }) as Error,
    );
  });
});

it('says so when .env is no file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'felles-'));
  await mkdir(join(folder, '.env'));
  await expect(readEnvFile(folder)).rejects.toThrow(UserError);
  await rm(folder, { recursive: true });
});

it('reads .env from the working folder, and does without', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'felles-'));
  expect(await readEnvFile(folder)).toEqual({});
  await writeFile(join(folder, '.env'), '# which register\nFELLES_WORKBOOK="mitt register.xlsx"\n');
  expect(await readEnvFile(folder)).toEqual({ FELLES_WORKBOOK: 'mitt register.xlsx' });
  await rm(folder, { recursive: true });
});
