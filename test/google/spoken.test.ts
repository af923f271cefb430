/** What is said of Google's faults to those who have chosen Norwegian. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakNorwegian } from '../../src/app/cli/speech.ts';
import { speak } from '../../src/domain/msg.ts';
import type { UserError } from '../../src/domain/user-error.ts';
import type { Asked, Who } from '../../src/google/advice.ts';
import { classifyAnswer, classifyNoAnswer, classifyTokenAnswer } from '../../src/google/faults.ts';
import { declined } from '../../src/google/login.ts';
import { ConnectionFault } from '../../src/google/transport.ts';
import { googleSetupForEach, userErrorOf } from './connecting.ts';

beforeAll(() => {
  speakNorwegian('nb');
});
afterAll(() => {
  speak();
});

const told = ({ message, advice }: UserError): string => `${message} ${advice}`;
const now = Date.UTC(2026, 10, 29);
const kari: Who = { kind: 'user', account: 'kari@example.no' };

/** What is said of an answer that stops the run. */
function saidOf(
  status: number,
  error: object,
  asked: Asked = { action: 'read', spreadsheetId: 'arket' },
): string {
  const text = JSON.stringify({ error });
  const result = classifyAnswer({ status, headers: new Headers(), text }, asked, kari, now);
  return 'error' in result ? told(result.error) : result.kind === 'transient' ? result.what : '';
}

describe('of faults at Google it is said in Norwegian', () => {
  it('who may not see the sheet, and with whom to share it', () => {
    expect(saidOf(403, { message: 'no', status: 'PERMISSION_DENIED' })).toBe(
      'Google ga ikke tilgang til regnearket (403). Del arket med denne adressen som «Redaktør», og prøv igjen: kari@example.no (https://docs.google.com/spreadsheets/d/arket)',
    );
  });

  it('that there is no such sheet', () => {
    expect(saidOf(404, { message: 'no' })).toBe(
      'Google finner ikke noe Google-ark med ID-en arket (404). Kopier hele adressen fra nettleseren, og oppgi den med --spreadsheet. Arket kan også være slettet.',
    );
  });

  it('that the quota of the day is used up', () => {
    expect(saidOf(429, { message: 'Quota per day' })).toMatch(/^Døgnkvoten til Google Cloud-prosjektet /u);
  });

  it('that a login has expired, in Google’s words too', () => {
    const text = JSON.stringify({ error: 'invalid_grant', error_description: 'Token has been expired' });
    const result = classifyTokenAnswer({ status: 400, headers: new Headers(), text }, kari, now);
    expect('error' in result && told(result.error)).toMatch(
      /^Innloggingen din hos Google har utløpt eller er trukket tilbake\. Google sier: Token has been expired Logg inn på nytt med «npm run login»\. Skjer dette hver uke/u,
    );
  });

  it('that there is no network', () => {
    const result = classifyNoAnswer(new ConnectionFault('ENOTFOUND', 'sheets.googleapis.com'));
    expect('error' in result && told(result.error)).toBe(
      'Får ikke kontakt med sheets.googleapis.com (ENOTFOUND). Se etter om maskinen er på nett. Bak en mellomtjener (proxy): Sett HTTPS_PROXY. Er GOOGLE_API_ORIGIN satt, må den vise til en tjener som er i gang.',
    );
  });

  it('why the login was not finished', () => {
    expect(told(declined('admin_policy_enforced'))).toMatch(
      /^Organisasjonen din tillater ikke denne appen \(admin_policy_enforced\)\. Be dem som styrer/u,
    );
    expect(declined('<b>').message).toBe('Google fullførte ikke innloggingen (uten noen leselig grunn).');
  });
});

describe('of a Google that is busy it is said in Norwegian', () => {
  const setup = googleSetupForEach();

  it('how long it is waited, and at last that it was given up', async () => {
    const client = await setup.connect();
    for (let tries = 0; tries < 6; tries += 1) setup.google.fault(() => true, { status: 429 });
    const error = await userErrorOf(client.get(setup.spreadsheetId, 'spreadsheetId'));
    expect(setup.environment.said[0]).toMatch(/^Google er opptatt; prøver igjen om \d+ s \(1 av 5\)\.$/u);
    expect(told(error)).toBe(
      'Google er opptatt, 6 ganger etter hverandre. Prøv igjen om noen minutter. https://www.google.com/appsstatus/dashboard viser om det er noe galt hos Google selv.',
    );
  });
});
