/** The facts of a webinar that its mailings say: what its recipients read, so its published titles. */
import type { Facts } from '../../domain/statement.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { Slot } from '../../register/tabs/slots.ts';
import { namesOf } from '../people.ts';
import { orNone, timeFact } from './fact-values.ts';

export function webinarFacts(register: Register, about: string): Facts | undefined {
  const webinar = register.activities.find(({ id }) => id === about);
  if (webinar === undefined) return undefined;
  const titleIn = (standard: NorwegianStandard): string | null =>
    orNone(register.texts.find((text) => text.activity === about && text.standard === standard)?.title);
  const { status, place, link, registration, registrationDeadline, recording, slides } = webinar;
  return {
    state: status === 'cancelled' ? 'cancelled' : 'coming',
    time: timeFact(webinar),
    title: titleIn('nb'),
    titleNn: titleIn('nn'),
    place: orNone(place),
    link: orNone(link),
    registration: orNone(registration),
    deadline: orNone(registrationDeadline),
    speakers: speakersOf(register, about),
    recording: typeof recording === 'string' ? orNone(recording) : null,
    slides: orNone(slides),
  };
}

/** The speakers whom mailings name: those who have confirmed, in the order of the rows. */
function speakersOf(register: Register, about: string): string | null {
  const nameOf = namesOf(register);
  const isNamed = ({ activity, status }: Slot): boolean => activity === about && status === 'confirmed';
  const names = register.slots.filter(isNamed).flatMap(({ speaker }) => nameOf(speaker) ?? []);
  return orNone([...new Set(names)].join(', '));
}
