/**
 * A register with one webinar to announce and few to tell: what is tried is the sending, and each run reads and writes the
 * register whole.
 */
import { keysOf } from '../../../src/app/mailings/keys.ts';
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { ownContent } from '../../support/world.ts';
import { dayAt } from '../../sample/days.ts';

const webinar = 'A-2026-038';

type Changes = ReturnType<typeof planSetup>;

/** Where the recipients whom a test adds to a mailing are: whoever is not in the register gets nothing. */
export const addedAddress = (index: number): string => `post@sted${String(index)}.example`;

/** The changes that make it, with so many municipalities, and so many contacts whom no announcement is for. */
export function smallRegister(municipalities: number, added = 0): Changes {
  const {
    activities = [],
    texts = [],
    slots = [],
    settings = [],
    contacts = [],
    recipients = [],
  } = ownContent(sampleContent(dayAt('2026-11-23'), keysOf('file')));
  const others = Array.from({ length: added }, (_, index) => ({
    ...{ ID: `K-2030-${String(index + 1).padStart(3, '0')}`, Navn: `Post ${String(index)}` },
    ...{ 'E-post': addedAddress(index), Skriftspråk: 'bokmål' },
  }));
  return planSetup(undefined, {
    activities: activities.filter((row) => row['ID'] === webinar),
    texts: texts.filter((row) => row['Aktivitet'] === webinar),
    slots: slots.filter((row) => row['Aktivitet'] === webinar),
    ...{ settings, contacts: [...contacts, ...others], recipients: recipients.slice(0, municipalities) },
  });
}
