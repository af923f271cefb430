/** Checks of the things around a webinar: its texts, its recipients, the sender and the workbook. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { counted } from '../../domain/counted.ts';
import { joinedByAnd, joinedByOr } from '../../language/spoken.ts';
import { mailingKinds } from '../../domain/mailing-kind.ts';
import { norwegianStandards } from '../../domain/written-standard.ts';
import { wordedDate, wordedWeekday } from '../../language/problems/worded-date.ts';
import { announcementSettings, partySettings } from '../../register/announcement-settings.ts';
import { writtenStandards } from '../../register/lists.ts';
import type { PublishedText } from '../../register/tabs/texts.ts';
import { announced, ledgerWhole, recipientsThere, sentOnce, writtenSettled } from './earlier-checks.ts';
import { fault, halfAYearBefore, todayOf, type Check, type Fault, type Inspection } from './checks.ts';
import { wholeText, wrongDay, wrongLink } from './text-checks.ts';

/** The texts of the webinar in each standard that recipients get. */
function neededTexts({ register, webinar, audience }: Inspection): readonly {
  readonly name: string;
  readonly texts: readonly PublishedText[];
}[] {
  return norwegianStandards
    .filter((standard) => audience.counts[standard] > 0)
    .map((standard) => ({
      name: writtenStandards[standard][0],
      texts: register.texts.filter((text) => text.activity === webinar.id && text.standard === standard),
    }));
}

function bothVersions(inspection: Inspection): Fault | undefined {
  const { webinar } = inspection;
  const needed = neededTexts(inspection);
  const missing = needed.filter(({ texts }) => texts.length === 0).map(({ name }) => name);
  if (missing.length > 0) {
    const unread = [...(inspection.register.tabs.texts?.refused.values() ?? [])].map(
      (row) => msg`row ${row}`,
    );
    const advice = msg`Write it in the tab Tekster, with the ID of the activity, and have it approved.`;
    return fault(
      msg`${webinar.id} has no text in ${joinedByOr(missing)}, which some of the recipients get.`,
      unread.length === 0
        ? advice
        : `${advice} ${msg`If it is there, correct its row first: ${inFew(unread)} cannot be read.`}`,
    );
  }
  const twice = needed.find(({ texts }) => texts.length > 1);
  if (twice === undefined) return undefined;
  const rows = joinedByAnd(twice.texts.map(({ at }) => String(at.row)));
  return fault(
    msg`${webinar.id} has several texts in ${twice.name}: rows ${rows} of Tekster.`,
    msg`Keep the one to send, and delete the others.`,
  );
}

function textsApproved(inspection: Inspection): Fault | undefined {
  const today = todayOf(inspection);
  const drafts = neededTexts(inspection)
    .flatMap(({ texts }) => texts)
    .filter(
      ({ approvedBy, approvedOn }) =>
        approvedBy === undefined || approvedOn === undefined || approvedOn > today,
    );
  const [first] = drafts;
  if (first === undefined) return undefined;
  const rows = inFew(drafts.map(({ id, at }) => msg`${id} (row ${at.row})`));
  return fault(
    msg`The text of ${inspection.webinar.id} is not approved: ${rows}.`,
    msg`The person who approves it writes name and day under Godkjent av and Godkjent dato in Tekster.`,
  );
}

function weekdayMatches(inspection: Inspection): Fault | undefined {
  const { start, registrationDeadline } = inspection.webinar;
  for (const text of neededTexts(inspection).flatMap(({ texts }) => texts)) {
    const wrong = wrongDay(wholeText(text), start.first, registrationDeadline);
    if (wrong === undefined) continue;
    const told = {
      weekday: msg`the weekday does not match`,
      'no-such-day': msg`there is no such day`,
      'other-day': msg`the webinar is on another day`,
    }[wrong.why];
    return fault(
      msg`${text.id} (row ${text.at.row} of Tekster) says «${wrong.mention}», but ${told}.`,
      msg`The webinar is on ${wordedWeekday(start.first)} ${wordedDate(start.first)}. Correct the text, or leave days to the templates.`,
    );
  }
  return undefined;
}

function linksHonest(inspection: Inspection): Fault | undefined {
  for (const text of neededTexts(inspection).flatMap(({ texts }) => texts)) {
    const wrong = wrongLink(wholeText(text));
    if (wrong === undefined) continue;
    return fault(
      msg`${text.id} (row ${text.at.row} of Tekster) has a link that may not be sent: «${wrong.slice(0, 120)}».`,
      msg`Links must begin with https:// and lead where they say.`,
    );
  }
  return undefined;
}

function standardsKnown({ audience }: Inspection): Fault | undefined {
  const open = audience.leftOut.filter(({ cause }) => cause.code === 'no-standard').map(({ id }) => id);
  if (open.length === 0) return undefined;
  return fault(
    msg`The written standard of ${open.length} of the recipients is not known: ${inFew(open)}.`,
    msg`Fill in Skriftspråk in Mottakere and Kontakter (bokmål, nynorsk, or nøytral for those without a språkvedtak).`,
  );
}

function senderAddress({ settings }: Inspection): Fault | undefined {
  if (settings.sender !== undefined) return undefined;
  return fault(
    msg`There is no sender.`,
    msg`Write an address as the value of «${announcementSettings.sender.name}» in Oppsett.`,
  );
}

/** Everyone who gets a mailing must be told where to read how personal data are treated (GDPR art. 13 and 14). */
function privacyTold({ settings }: Inspection): Fault | undefined {
  const silent = (['bylivsenteret', 'distriktssenteret'] as const).filter(
    (party) => settings.parties[party].privacy === undefined,
  );
  if (silent.length === 0) return undefined;
  const names = silent.map((party) => `«${partySettings[party].privacy.name}»`);
  return fault(
    msg`The mailing would not say where to read how the parties treat personal data (GDPR art. 13 and 14).`,
    msg`Write the address of the privacy statement as the value of ${joinedByAnd(names)} in Oppsett.`,
  );
}

function languageListFresh(inspection: Inspection): Fault | undefined {
  const { listCheckedOn } = inspection.settings;
  const today = todayOf(inspection);
  const advice = msg`Compare Skriftspråk in Mottakere with språkvedtaksforskrifta at lovdata.no, and write the day as the value of «${announcementSettings.listCheckedOn.name}» in Oppsett.`;
  if (listCheckedOn === undefined)
    return fault(msg`Nobody knows how old the list of språkvedtak is.`, advice);
  if (listCheckedOn > today) {
    return fault(
      msg`The list of språkvedtak was checked on ${wordedDate(listCheckedOn)}, which is ahead.`,
      advice,
    );
  }
  if (listCheckedOn >= halfAYearBefore(today)) return undefined;
  return fault(
    msg`The list of språkvedtak was last checked on ${wordedDate(listCheckedOn)}, more than half a year ago.`,
    advice,
  );
}

function copyOfWorkbook({ settings, workbookId }: Inspection): Fault | undefined {
  const { approvedWorkbook } = settings;
  if (approvedWorkbook === undefined || approvedWorkbook === workbookId) return undefined;
  return fault(
    msg`This workbook is not the one that mailings may go out from (${workbookId ?? msg`it is a file`}).`,
    msg`It looks like a copy. Use the approved workbook, or correct «${announcementSettings.approvedWorkbook.name}» in Oppsett.`,
  );
}

function ledgerReadable({ register }: Inspection): Fault | undefined {
  const ledger = register.tabs.ledger;
  if (ledger === undefined || (ledger.headings !== undefined && ledger.refused.size === 0)) return undefined;
  return fault(
    ledger.headings === undefined
      ? msg`The tab ${ledger.name} cannot be read, so it is not known what has been sent.`
      : msg`${counted(ledger.refused.size, msg`row`, msg`rows`)} of ${ledger.name} cannot be read, so it is not known what has been sent.`,
    msg`Run «npm run check» to see what is wrong. Only Felles writes in that tab.`,
  );
}

/** A mailing needs recipients and a text. */
export const mailingChecks = [
  { name: 'both-versions', kinds: mailingKinds, fixedFor: mailingKinds, find: bothVersions },
  { name: 'texts-approved', kinds: mailingKinds, fixedFor: [], find: textsApproved },
  {
    name: 'weekday-matches',
    kinds: ['announcement', 'reminder', 'moved', 'correction'],
    fixedFor: [],
    find: weekdayMatches,
  },
  { name: 'links-honest', kinds: mailingKinds, fixedFor: [], find: linksHonest },
  { name: 'recipients-there', kinds: mailingKinds, fixedFor: mailingKinds, find: recipientsThere },
  { name: 'sent-once', kinds: mailingKinds, fixedFor: [], find: sentOnce },
  { name: 'ledger-whole', kinds: ['announcement'], fixedFor: [], find: ledgerWhole },
  { name: 'announced', kinds: ['reminder', 'followup'], fixedFor: [], find: announced },
  {
    name: 'written-settled',
    kinds: ['reminder', 'followup', 'moved', 'cancelled', 'correction'],
    fixedFor: [],
    find: writtenSettled,
  },
  { name: 'standards-known', kinds: mailingKinds, fixedFor: [], find: standardsKnown },
  { name: 'sender-address', kinds: mailingKinds, fixedFor: mailingKinds, find: senderAddress },
  { name: 'privacy-told', kinds: mailingKinds, fixedFor: [], find: privacyTold },
  { name: 'language-list-fresh', kinds: mailingKinds, fixedFor: [], find: languageListFresh },
  { name: 'copy-of-workbook', kinds: mailingKinds, fixedFor: [], find: copyOfWorkbook },
  { name: 'ledger-readable', kinds: mailingKinds, fixedFor: [], find: ledgerReadable },
] as const satisfies readonly Check[];
