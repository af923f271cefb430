/** The municipalities of a county, by what the parties choose recipients and written standard from. */
import type { County } from '../../register/data/counties.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import type { LanguageDecision } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { CountyView } from './view.ts';

/** The least central classes, 5 and 6, are the district municipalities (the register's default target). */
const DISTRICT = 5;

const levels = [1, 2, 3, 4, 5, 6, undefined] as const;

/** Without a språkvedtak a municipality is neutral (språklova § 11). */
export function municipalitiesIn({ recipients }: Register, county: County): CountyView['municipalities'] {
  const own = recipients.filter(
    ({ kind, county: name }) => kind === 'municipality' && countyNamed(name ?? '')?.number === county.number,
  );
  const counts = (some: typeof own): { nb: number; nn: number; neutral: number; total: number } => {
    const decided = (wanted: LanguageDecision): number =>
      some.filter(({ decision = 'neutral' }) => decision === wanted).length;
    return { nb: decided('nb'), nn: decided('nn'), neutral: decided('neutral'), total: some.length };
  };
  const district = (wanted: LanguageDecision): string[] =>
    own
      .filter(({ centrality, decision = 'neutral' }) => decision === wanted && (centrality ?? 0) >= DISTRICT)
      .map(({ name }) => name)
      .sort((one, other) => one.localeCompare(other, 'nb'));
  return {
    all: counts(own),
    levels: levels
      .map((level) => ({ level, ...counts(own.filter(({ centrality }) => centrality === level)) }))
      .filter(({ total }) => total > 0),
    district: { nb: district('nb'), nn: district('nn'), neutral: district('neutral') },
  };
}
