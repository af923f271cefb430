/** A message to the speaker of a slot, as a mailing to that one person. */
import { plainIn } from '../../domain/standard-text.ts';
import { parseSaidTime } from '../../domain/statement.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import { slotUid } from '../../papers/programme/calendar.ts';
import { slotFacts } from '../../papers/record/slot-facts.ts';
import { slotSequence, slotStatements } from '../../papers/record/slot-record.ts';
import type { SpeakerMessage } from '../../papers/speakers/standing.ts';
import { speakerSource } from '../../papers/speakers/source.ts';
import { viewOf, type SpeakerView } from '../../papers/speakers/view.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { speakerTemplates } from '../papers/speaker-templates.ts';
import type { Settings } from '../settings/settings.ts';
import type { KeptMailing } from './mailing-folder.ts';
import { keepPaperMailing, type MailingEvent } from './paper-mailing.ts';

/**
 * Keeps the message in a folder of its own, as the next revision if something has changed. Sends nothing. Throws UserError
 * if the settings do not say who sends, and for a faulty template.
 */
export async function speakerMailing(
  settings: Settings,
  register: Register,
  message: SpeakerMessage,
): Promise<KeptMailing> {
  const { kind, slot, facts, why } = message;
  const { start, end } = parseSaidTime(facts.time ?? '') ?? {};
  const method = methodOf(message);
  const view = viewOf(register, message, method !== undefined);
  const said = why === 'gone' ? { ...facts, state: 'cancelled' } : facts;
  return keepPaperMailing(settings, {
    ...{ register, audience: audienceOf(message), templates: speakerTemplates },
    name: { activity: slot, kind },
    time: start === undefined ? undefined : { start, end },
    source: speakerSource(register, slot) ?? [],
    says: [{ about: slot, facts: said }],
    texts: () => ({ letter: `speaker-${kind}`, subject: `speaker-${kind}-subject`, view }),
    event: (_, standard) => Promise.resolve(eventOf(register, message, method, view, standard)),
  });
}

/** One person, by name. */
function audienceOf({ reach }: SpeakerMessage): Audience {
  const [nb, nn] = norwegianStandards.map((standard) => (reach.standard === standard ? 1 : 0));
  return {
    ...{ target: undefined, isNamed: true, chosen: [reach], leftOut: [], isSamiArea: false },
    counts: { nb: nb ?? 0, nn: nn ?? 0 },
  };
}

/** A slot without a time has no place in a calendar; one that was only asked about is not there yet. */
function methodOf({ kind, facts, isInCalendar }: SpeakerMessage): MailingEvent['method'] | undefined {
  if (parseSaidTime(facts.time ?? '')?.start === undefined) return undefined;
  if (kind === 'confirmed') return 'REQUEST';
  if (kind === 'changed') return isInCalendar ? 'REQUEST' : undefined;
  return kind === 'withdrawn' && isInCalendar ? 'CANCEL' : undefined;
}

function eventOf(
  register: Register,
  { slot }: SpeakerMessage,
  method: MailingEvent['method'] | undefined,
  { title, activity, start, end, room, place, link }: SpeakerView,
  standard: NorwegianStandard,
): MailingEvent | undefined {
  const { sender } = settingsOf(register).announcements;
  if (method === undefined || start === undefined || sender === undefined) return undefined;
  const location = [room, place].filter((part) => part !== undefined).join(', ');
  const { said } = slotSequence(slotStatements(register), slot, slotFacts(register, slot));
  return {
    ...{
      method,
      uid: slotUid(slot),
      sequence: said,
      start,
      end,
      summary: plainIn(title, standard),
      url: link,
    },
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    description: activity === undefined ? undefined : plainIn(activity.title, standard),
    location: location === '' ? undefined : location,
    organizer: sender,
  };
}
