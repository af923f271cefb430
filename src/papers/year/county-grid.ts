/** Every county with the last contact of each party, for those who run Felles: all contacts count. */
import type { Day } from '../../domain/time.ts';
import { singleParties, type SingleParty } from '../../register/announcement-settings.ts';
import { regionsOf } from '../../register/regions.ts';
import type { Register } from '../../register/register.ts';
import { watchedCounties } from '../../register/rules/county-guard.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';

/** A contact: its row, and its day. */
export interface ContactSeen {
  readonly id: string;
  readonly day: Day;
  /** Both parties took part. */
  readonly isJoint: boolean;
}

export interface CountyRow {
  readonly name: string;
  /** The last contact up to today, alone or with the other party. */
  readonly last: Readonly<Record<SingleParty, ContactSeen | undefined>>;
  /** The next contact that is planned. */
  readonly next: ContactSeen | undefined;
  /** Neither party has spoken with it for half a year, or ever. */
  readonly isSilent: boolean;
  /** The later of two contacts by one party each that were not cleared with the other. */
  readonly uncoordinated: readonly ContactSeen[];
}

/** In the order of the counties' numbers. */
export function countyGrid(register: Register, today: Day): readonly CountyRow[] {
  const regions = regionsOf(register);
  return watchedCounties(register.dialogues, regions, today).map(
    ({ county, behind, planned, isSilent, uncoordinated }) => {
      const lastOf = (party: SingleParty): ContactSeen | undefined =>
        seen(behind.findLast((one) => one.party === party || one.party === 'both'));
      const [bylivsenteret, distriktssenteret] = singleParties.map(lastOf);
      return {
        ...{ name: county.name, isSilent, next: seen(planned[0]) },
        last: { bylivsenteret, distriktssenteret },
        uncoordinated: uncoordinated.flatMap(({ second }) => seen(second) ?? []),
      };
    },
  );
}

const seen = (contact: Dialogue | undefined): ContactSeen | undefined =>
  contact === undefined
    ? undefined
    : { id: contact.id, day: contact.date, isJoint: contact.party === 'both' };
