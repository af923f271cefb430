/** What the operator sees of the recipients before anything is made: how many, in which standard, and who is left out. */
import { inFew } from '../../domain/few.ts';
import { counted } from '../../domain/counted.ts';
import { groupBy } from '../../domain/group.ts';
import { norwegianStandards } from '../../domain/written-standard.ts';
import { announcementWords, wordCause, wordReason } from '../../language/announcements/word-audience.ts';
import type { Audience } from './audience.ts';
import type { LanguageReport, LanguageShare, StandardCounts } from './language-report.ts';

const { standards } = announcementWords.en;

const perStandard = (counts: StandardCounts): string =>
  norwegianStandards.map((standard) => `${String(counts[standard])} ${standards[standard]}`).join(', ');

/** Everyone left out for one kind of cause: how many, why, and who; all of them are in recipients.csv. Details differ for each, and follow the name. */
function leftOutLine(own: Audience['leftOut']): string {
  const words = own.map(({ cause }) => wordCause(cause, 'en'));
  const [only = '', ...others] = [...new Set(words)];
  const names = own.map(({ id, name = '' }, index) => {
    const who = `${id} ${name}`.trim();
    return others.length === 0 ? who : `${who} (${words[index] ?? ''})`;
  });
  return `  ${String(own.length)}: ${others.length === 0 ? `${only}: ` : ''}${inFew(names)}`;
}

/** One line for the whole, one for each reason, one for each cause to leave out, and other important facts. */
export function audienceLines(audience: Audience): readonly string[] {
  const { target, isNamed, chosen, counts, leftOut, isSamiArea } = audience;
  const whom =
    target === undefined
      ? isNamed === true
        ? 'by name'
        : 'who got the mailing before'
      : `of ${target.text}`;
  const people = counted(chosen.length, 'recipient');
  const reasons = groupBy(chosen, ({ reason, standard }) => wordReason(reason, standard, 'en'));
  const causes = groupBy(leftOut, ({ cause }) => cause.code);
  return [
    `${people} ${whom}: ${perStandard(counts)}`,
    ...[...reasons].map(([reason, own]) => `  ${String(own.length)}: ${reason}`),
    ...(leftOut.length === 0 ? [] : [`${String(leftOut.length)} left out:`]),
    ...[...causes.values()].map(leftOutLine),
    ...(isSamiArea
      ? [
          'All of them are in the administrative area for Sámi languages: a public notice aimed at it must be in Sámi too (sameloven § 3-2).',
        ]
      : []),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1).replace(/\.0$/u, '')} %`;

function shareLine({ party, isBound, texts, words, messages, shares, tooLittle }: LanguageShare): string {
  const name = party === 'bylivsenteret' ? 'Bylivsenteret' : 'Distriktssenteret';
  const share =
    shares === undefined
      ? 'no approved texts'
      : `${percent(shares.nb)} bokmål, ${percent(shares.nn)} nynorsk`;
  const verdict = !isBound
    ? 'not bound by § 13'
    : shares === undefined
      ? 'nothing to measure yet'
      : tooLittle.length === 0
        ? 'at least 25 % of each'
        : `less than 25 % ${tooLittle.map((standard) => standards[standard]).join(' and ')}`;
  return `${name}: ${share} (${verdict}); texts ${perStandard(texts)}; words ${perStandard(words)}; messages ${perStandard(messages)}`;
}

/** The language report for the terminal: a line for each party. */
export function languageReportLines({ year, parties, untold }: LanguageReport): readonly string[] {
  return [
    `Written standards in ${String(year)} (språklova § 13)`,
    ...parties.map((share) => `  ${shareLine(share)}`),
    ...(untold === 0 ? [] : [`  ${counted(untold, 'message')} without a written standard in the ledger`]),
  ];
}
