/** What the head of the minutes says of the meeting, against what the register has: the draft has it from there, and people change it. */
import { comparedName } from '../../../domain/compare.ts';
import type { WallTime } from '../../../domain/time.ts';
import { capital, longTime } from '../../../language/dates.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import type { Register } from '../../../register/register.ts';
import type { Meeting } from '../../meetings.ts';
import { namesOf } from '../../people.ts';
import type { UnclearWhy } from './understood.ts';
import type { Who } from './who.ts';

type Fact = 'when' | 'place' | 'host' | 'chair' | 'minuteTaker';

const facts: readonly (readonly [Fact, RegExp])[] = [
  ['when', /^(?:tid|dato|møtetid|møtedato)$/u],
  ['place', /^(?:sted|stad|møtested|møtestad)$/u],
  ['host', /^(?:vertskap|vert)$/u],
  ['chair', /^(?:møteleder|møteleiar|møteledar|ordstyrer|ordstyrar)$/u],
  ['minuteTaker', /^referent$/u],
];

/** Why a line of the head is for a person; undefined where the register says the same, or it says nothing. */
export type HeadFault = (text: string) => UnclearWhy | undefined;

/** For the head of the minutes of a meeting. */
export function headFaults(register: Register, meeting: Meeting, who: Who): HeadFault {
  const { party, place, link, responsible, start, end } = meeting;
  const { time } = start;
  const standards = [phrasesOf.nb, phrasesOf.nn];
  const chair = namesOf(register)(responsible);
  const other =
    party === 'both' ? undefined : party === 'bylivsenteret' ? 'distriktssenteret' : 'bylivsenteret';
  const own: Readonly<Record<Fact, readonly (string | undefined)[]>> = {
    when: time === undefined ? [] : standards.map((one) => longTime(one, time, end?.time)),
    place: [
      place,
      ...(place === undefined && link !== undefined ? ['Digitalt'] : []),
      'Ikke ført',
      'Ikkje ført',
    ],
    host: standards.map(({ parties }) => capital(parties[party])),
    chair: [chair, responsible],
    minuteTaker: other === undefined ? [] : standards.map(({ parties }) => parties[other]),
  };
  const idsIn = (text: string | undefined): string => {
    const { ids, faults } = who.read(text ?? '');
    return faults.length > 0 ? '' : ids.toSorted().join();
  };
  const faultOf = (fact: Fact, value: string): UnclearWhy | undefined => {
    const isOwn = own[fact].some((one) => one !== undefined && comparedName(one) === comparedName(value));
    if (isOwn || value === '') return undefined;
    if (fact === 'when') return hasOtherTime(value, [time, end?.time]) ? 'head' : undefined;
    if (fact === 'chair' && idsIn(value) !== '' && idsIn(value) === idsIn(responsible)) return undefined;
    return fact === 'minuteTaker' ? 'minute-taker' : 'head';
  };
  return (text) =>
    text
      .split(' · ')
      .map((part) => {
        const { name = '', value = '' } =
          /^(?<name>\p{L}+)(?:\s*:\s*|\s+|$)(?<value>.*)$/u.exec(part.trim())?.groups ?? {};
        const fact = facts.find(([, form]) => form.test(name.toLowerCase()))?.[0];
        return fact && faultOf(fact, value.trim());
      })
      .find((why) => why !== undefined);
}

/** Whether a text names a time of day that is not one of these. The day of the head says which meeting it is. */
function hasOtherTime(text: string, own: readonly (WallTime | undefined)[]): boolean {
  const clock =
    /kl\.?\s*(?<from>\d{1,2}(?:[.:]?\d\d)?)(?:\s*[–—-]\s*(?:kl\.?\s*)?(?<to>\d{1,2}(?:[.:]?\d\d)?))?/iu;
  const { from, to } = clock.exec(text)?.groups ?? {};
  const has = own.map((time) => time?.slice(11, 16));
  return [from, to].some((time) => {
    const { hour = '', minute = '00' } =
      /^(?<hour>\d{1,2})[.:]?(?<minute>\d\d)?$/u.exec(time ?? '')?.groups ?? {};
    return time !== undefined && !has.includes(`${hour.padStart(2, '0')}:${minute}`);
  });
}
