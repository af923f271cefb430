/**
 * A register with one webinar to announce and few to tell: what is tried is the sending, and each run reads and writes the
 * register whole.
 */
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { ownContent } from '../../support/world.ts';
import { dayAt } from '../../sample/days.ts';

const webinar = 'A-2026-038';

type Changes = ReturnType<typeof planSetup>;

/** The changes that make it, with so many municipalities. */
export function smallRegister(municipalities: number): Changes {
  const {
    activities = [],
    texts = [],
    slots = [],
    settings = [],
    contacts = [],
    recipients = [],
  } = ownContent(sampleContent(dayAt('2026-11-23')));
  return planSetup(undefined, {
    activities: activities.filter((row) => row['ID'] === webinar),
    texts: texts.filter((row) => row['Aktivitet'] === webinar),
    slots: slots.filter((row) => row['Aktivitet'] === webinar),
    ...{ settings, contacts, recipients: recipients.slice(0, municipalities) },
  });
}
