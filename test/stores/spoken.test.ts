/** What is said of workbooks that cannot be read or written, to those who have chosen Norwegian. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { speakNorwegian } from '../../src/app/cli/speech.ts';
import { speak } from '../../src/domain/msg.ts';
import { UserError } from '../../src/domain/user-error.ts';
import type { Change } from '../../src/domain/workbook.ts';
import { layoutOf } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';
import { unknownWrite } from '../../src/stores/google/write-errors.ts';
import { createWorkbookFile, xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';

beforeAll(() => {
  speakNorwegian('nb');
});
afterAll(() => {
  speak();
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-spoken-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const tab: Change = { kind: 'tab', layout: layoutOf(tabs.cases), rows: [{ ID: 'S-1' }] };
const row: Change = { kind: 'row', tab: 'Saker', cells: { ID: 'S-2' } };

/** Of what is thrown: message and advice, with the folder left out. */
async function saidBy(work: () => Promise<unknown>): Promise<string> {
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  return `${error.message} ${error.advice}`.replaceAll(`${folder}/`, '');
}

async function workbook(): Promise<string> {
  const path = join(folder, 'register.xlsx');
  await createWorkbookFile(path, [tab]);
  return path;
}

describe('of a workbook it is said in Norwegian', () => {
  it('that there is none', async () => {
    expect(await saidBy(() => xlsxStore(join(folder, 'borte.xlsx')).read())).toBe(
      'Det finnes ikke noe regneark borte.xlsx. Er det flyttet eller har fått nytt navn, så sett det tilbake, eller oppgi hvor det er nå med --workbook. Et nytt lages med «npm run init».',
    );
  });

  it('that it is only half saved, and what the copy lacks', async () => {
    const path = await workbook();
    await writeFile(path, (await readFile(path)).subarray(0, 900));
    expect(await saidBy(() => xlsxStore(path).read())).toMatch(
      /^register\.xlsx: Regnearket er skadet: slutten av filen mangler, som etter en nedlasting som ble avbrutt, eller en full disk\. Åpne det i Excel eller LibreOffice, la programmet reparere det/u,
    );
  });

  it('what it is instead', async () => {
    const path = join(folder, 'register.xlsx');
    await writeFile(path, 'ID;Tittel\n1;Noe');
    expect(await saidBy(() => xlsxStore(path).read())).toBe(
      'register.xlsx: Filen er ren tekst, som CSV eller en nettside, ikke et regneark av typen .xlsx. Det er ikke filnavnet som avgjør. Åpne det i Excel eller LibreOffice, og lagre det som .xlsx.',
    );
  });

  it('that it is open in Excel, and by whom', async () => {
    const path = await workbook();
    const store = xlsxStore(path);
    const base = await store.read();
    await writeFile(join(folder, '~$register.xlsx'), Buffer.from([0]));
    expect(await saidBy(() => store.write([row], base))).toBe(
      'register.xlsx er åpen i Excel (noen), så ingenting ble skrevet. Lukk filen der, og prøv igjen. Har ingen den åpen, så slett filen ~$register.xlsx.',
    );
  });

  it('that it has changed since it was read', async () => {
    const store = xlsxStore(await workbook());
    const base = await store.read();
    await store.write([row], base);
    expect(await saidBy(() => store.write([row], base))).toBe(
      'register.xlsx er endret etter at den ble lest, så ingenting ble skrevet. Prøv igjen: Da begynner det fra det som står der nå.',
    );
  });

  it('that it is not known what was written in a Google Sheet', async () => {
    const why = new UserError('Google er borte.', '');
    expect(
      await saidBy(() => Promise.reject(unknownWrite('Google er opptatt', why, [tab, row, row], 'arket'))),
    ).toBe(
      'Google ga ikke noe klart svar da det ble skrevet (Google er opptatt), og arket kunne ikke leses etterpå: Google er borte. Det er ikke kjent om dette ble skrevet: den nye fanen Saker; 2 nye rader i Saker. Åpne https://docs.google.com/spreadsheets/d/arket: Enten står alt der, eller ingenting av det. Står ingenting der, så kjør den samme kommandoen på nytt.',
    );
  });
});
