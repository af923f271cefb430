/** What the operator sees of the recipients before anything is made: how many, in which standard, and who is left out. */
import { inFew } from '../../domain/few.ts';
import { counted } from '../../domain/counted.ts';
import { groupBy } from '../../domain/group.ts';
import { msg, spoken } from '../../domain/msg.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { joinedByAnd } from '../../language/spoken.ts';
import { announcementWords, wordCause, wordReason } from '../../language/announcements/word-audience.ts';
import type { Audience } from './audience.ts';
import type { LanguageReport, LanguageShare, StandardCounts } from './language-report.ts';

const nameOf = (standard: NorwegianStandard): string => announcementWords[spoken()].standards[standard];

const perStandard = (counts: StandardCounts): string =>
  norwegianStandards.map((standard) => `${String(counts[standard])} ${nameOf(standard)}`).join(', ');

/** Everyone left out for one kind of cause: how many, why, and who; all of them are in recipients.csv. Details differ for each, and follow the name. */
function leftOutLine(own: Audience['leftOut']): string {
  const words = own.map(({ cause }) => wordCause(cause, spoken()));
  const [only = '', ...others] = [...new Set(words)];
  const names = own.map(({ id, name = '' }, index) => {
    const who = `${id} ${name}`.trim();
    return others.length === 0 ? who : `${who} (${words[index] ?? ''})`;
  });
  return `  ${String(own.length)}: ${others.length === 0 ? `${only}: ` : ''}${inFew(names)}`;
}

function wholeLine({ target, isNamed, chosen, counts }: Audience): string {
  const people = counted(chosen.length, msg`recipient`, msg`recipients`);
  const split = perStandard(counts);
  if (target !== undefined) return msg`${people} of ${target.text}: ${split}`;
  return isNamed === true
    ? msg`${people} by name: ${split}`
    : msg`${people} who got the mailing before: ${split}`;
}

/** One line for the whole, one for each reason, one for each cause to leave out, and other important facts. */
export function audienceLines(audience: Audience): readonly string[] {
  const { chosen, leftOut, isSamiArea } = audience;
  const reasons = groupBy(chosen, ({ reason, standard }) => wordReason(reason, standard, spoken()));
  const causes = groupBy(leftOut, ({ cause }) => cause.code);
  return [
    wholeLine(audience),
    ...[...reasons].map(([reason, own]) => `  ${String(own.length)}: ${reason}`),
    ...(leftOut.length === 0 ? [] : [msg`${leftOut.length} left out:`]),
    ...[...causes.values()].map(leftOutLine),
    ...(isSamiArea
      ? [
          msg`All of them are in the administrative area for Sámi languages: a public notice aimed at it must be in Sámi too (sameloven § 3-2).`,
        ]
      : []),
  ];
}

const percent = (share: number): string => {
  const digits = (share * 100).toFixed(1).replace(/\.0$/u, '');
  return `${spoken() === 'en' ? digits : digits.replace('.', ',')} %`;
};

function shareLine({ party, isBound, texts, words, messages, shares, tooLittle }: LanguageShare): string {
  const name = party === 'bylivsenteret' ? 'Bylivsenteret' : 'Distriktssenteret';
  const share =
    shares === undefined
      ? msg`no approved texts`
      : `${percent(shares.nb)} bokmål, ${percent(shares.nn)} nynorsk`;
  const verdict = !isBound
    ? msg`not bound by § 13`
    : shares === undefined
      ? msg`nothing to measure yet`
      : tooLittle.length === 0
        ? msg`at least 25 % of each`
        : msg`less than 25 % ${joinedByAnd(tooLittle.map(nameOf))}`;
  return msg`${name}: ${share} (${verdict}); texts ${perStandard(texts)}; words ${perStandard(words)}; messages ${perStandard(messages)}`;
}

/** The language report for the terminal: a line for each party. */
export function languageReportLines({ year, parties, untold }: LanguageReport): readonly string[] {
  return [
    msg`Written standards in ${year} (språklova § 13)`,
    ...parties.map((share) => `  ${shareLine(share)}`),
    ...(untold === 0
      ? []
      : [msg`  ${counted(untold, msg`message`, msg`messages`)} without a written standard in the ledger`]),
  ];
}
