import { describe, expect, it } from 'vitest';
import { checkDrive } from '../../../src/app/doctor/drive.ts';
import type { CredentialPlaces } from '../../../src/google/credentials.ts';
import { client as oauthClient, googleSetupForEach, keyFile } from '../../google/connecting.ts';

const setup = googleSetupForEach();
const token = (scope?: string): Partial<CredentialPlaces> => ({ accessToken: setup.driveToken(scope) });
const check = (folder: string | undefined, places: Partial<CredentialPlaces> = token()) =>
  checkDrive(folder, () => setup.connectDrive(places));

describe('what the doctor says of the folder for minutes', () => {
  it('is nothing where none is named, and Google is not asked', async () => {
    expect(await check(undefined)).toEqual([]);
    expect(setup.google.requests).toEqual([]);
  });

  it('is that minutes can be made in it', async () => {
    expect(await check(setup.google.drive.addFolder())).toMatchObject([
      { state: 'ok', says: 'minutes can be made in the folder «Referater»' },
    ]);
  });

  it('is that the login does not cover Drive, or only reading', async () => {
    const folder = setup.google.drive.addFolder();
    for (const scope of ['spreadsheets', 'drive.readonly']) {
      const scopes = [`https://www.googleapis.com/auth/${scope}`];
      await setup.file(setup.loginName(), { client: oauthClient, refreshToken: 'x', scopes });
      expect(await check(folder, {})).toMatchObject([
        { state: 'fault', advice: expect.stringContaining('npm run login -- --drive') as string },
      ]);
    }
  });

  it('is that a service account has no storage, unless the folder is on a shared drive', async () => {
    const places = { serviceAccountFile: await setup.file('key.json', keyFile) };
    const says = expect.stringContaining('no storage') as string;
    const { drive } = setup.google;
    expect(await check(drive.addFolder(), places)).toMatchObject([{ state: 'fault', says }]);
    const shared = drive.addFolder({ driveId: '0ASharedDrivePVA' });
    expect(await check(shared, places)).toMatchObject([{ state: 'ok' }]);
  });

  it.each<readonly [string, () => string, RegExp]>([
    [
      'is for others',
      () => setup.google.drive.addFolder({ everybody: 'reader', owner: 'ola@example.no' }),
      /does not let/u,
    ],
    ['is not there', () => '1NoSuchFolderAtAllHere', /no folder with the ID/u],
    ['is no address', () => 'Referater', /neither the id/u],
  ])('is that the folder %s', async (_name, folder, says) => {
    expect(await check(folder())).toMatchObject([
      { state: 'fault', says: expect.stringMatching(says) as string },
    ]);
  });
});
