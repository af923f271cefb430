/** Whether a message asks to be left out, and how sure that is: what people write in their own words, people read. */
import type { Message } from './message.ts';

export interface Request {
  /** `key`: the subject has the key that only the message to that recipient carries. */
  readonly by: 'key' | 'word';
  /** Whether nothing else can be meant. */
  readonly isCertain: boolean;
  /** Why a person has to look at it although it asks in plain words. */
  readonly doubt?: 'automatic' | 'forged' | undefined;
}

/** What is asked, alone on a line: in bokmål, nynorsk and English. */
const wish =
  /^(?:(?:vennligst|venleg(?:ast)?|ver venleg(?: og)?|vær (?:så )?(?:snill|vennlig)(?: og)?|please|ønsker|ønskjer|ynskjer|(?:jeg|eg|vi|me) (?:ønsker|ønskjer|ynskjer|vil(?: gjerne)?|ber om)|kan (?:dere|de|dokker|du)) )?(?:å )?(?:avmelding|avmeld(?:e|as|es)?(?: (?:meg|oss|denne|denne adressen))?|meld(?:e)? (?:(?:meg|oss|denne|denne adressen|denne adressa) )?av|unsubscribe(?: (?:me|us))?|stopp|stop|fjern(?:e)? (?:meg|oss)|slett(?:e)? (?:meg|oss)|ta (?:meg|oss) (?:av|bort)|remove (?:me|us))(?: (?:(?:fra|frå|av|from) )?(?:(?:denne|the|this) )?(?:e-?post)?(?:listen|listene|lista|listene deres|list|utsendelsen|utsendelsene|utsendinga|utsendingane|nyhetsbrev|nyhetsbrevet|nyheitsbrevet))?(?:,? (?:takk|please|tusen takk|på forhånd takk))?$/u;

/** Words that people use who may ask for it. */
const near =
  /avmeld|unsubscribe|\bopt.?out\b|meld\w* (?:\S+ ){0,3}av\b|\bstopp\b|(?:fjern|slett|ta)\w* (?:\S+ )?(?:meg|oss|adress\w+)\b|(?:ikke|ikkje) (?:\S+ ){0,3}(?:flere|fleire|motta|ha|få|mer|meir)\b|slipp\w* (?:\S+ ){0,3}(?:e-?post|flere|fleire)|sleppe|remove (?:me|us)|stop sending/u;

const greeting = /^(?:hei|hallo|hello|hi|god (?:dag|morgen)|goddag|kjære|dear)\b.{0,40}$/u;
const closing =
  /^(?:-- ?$|_{3,}|mvh\b|m\.v\.h|med (?:vennlig|venleg|beste|venlege?) |vennlig hilsen|venleg helsing|beste (?:hilsen|helsing)|hilsen\b|helsing\b|hels\.|(?:best|kind) regards|regards\b|sendt fra|send frå|sent from|hent outlook|get outlook|takk\b.{0,20}$)/u;
const answered =
  /^(?:>|\**vil du ikk(?:e|je) ha flei?re slike|.{0,80}svar med ordet|-{3,} ?(?:original|opprinnelig|opphavleg|videresendt|forwarded)|_{10,}|(?:fra|frå|from|von|de): .+|(?:den|på|on) .+(?:skrev|skreiv|wrote)\b|(?:man|tir|tys|ons|tor|fre|lør|lau|søn|sun|mon|tue|wed|thu|fri|sat)\S* .+(?:skrev|skreiv|wrote)\b)/u;
const answerMark = /^(?:(?:sv|vs|vs|re|fw|fwd|svar|aw|wg)(?:\[\d+\])?: ?)+/u;

/** Without quotation marks, stars for bold, and what stands at the end of a sentence. */
const bare = (line: string): string =>
  line
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF\u00AD]/gu, '')
    .replaceAll(/[«»"'“”„‘’*_]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[.!,;:\s]+$/u, '')
    .trim();

/** The lines that the sender wrote: up to the closing, or to what is answered. */
function ownLines(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const end = lines.findIndex((line) => answered.test(line.toLowerCase()));
  const own = (end === -1 ? lines : lines.slice(0, end)).map(bare).filter((line) => line !== '');
  const close = own.findIndex((line) => closing.test(line));
  return (close === -1 ? own : own.slice(0, close)).filter((line) => !greeting.test(line));
}

const keyInSubject = /^avmelding (?=[0-9a-f]{32}$)/u;

/** Undefined for a message that asks for nothing of the kind. */
export function requestIn(message: Message): Request | undefined {
  const subject = bare(message.subject);
  const plain = subject.replace(answerMark, '');
  const own = ownLines(message.text);
  const doubt = isAutomatic(message) ? 'automatic' : isForged(message) ? 'forged' : undefined;
  // Buttons of mail programs write it, and say so; whoever has the key has the message.
  if (keyInSubject.test(subject)) {
    const isAnswer = /^auto-replied/iu.test(message.header('auto-submitted'));
    return { by: 'key', isCertain: !isAnswer, doubt: isAnswer ? 'automatic' : undefined };
  }
  const [first = ''] = own;
  const isOnlyWish = own.length > 0 && own.every((line) => wish.test(line));
  // An answer of ours may bear the word in its subject: then the text has to say it.
  const isCertain = isOnlyWish || (own.length === 0 && wish.test(subject));
  const isNear =
    isCertain || wish.test(first) || near.test(plain) || own.slice(0, 30).some((line) => near.test(line));
  return isNear ? { by: 'word', isCertain: isCertain && doubt === undefined, doubt } : undefined;
}

const automaticSubject =
  /^(?:automatisk svar|auto(?:matic)?[ -]?(?:reply|svar|response)|autosvar|fravær|fråvær|fraværsmelding|fråværsmelding|out of (?:the )?office|ute av kontoret|ikke til stede|ikkje til stades|ferie|vacation|automatische antwort|ooo\b)/u;

/** An answer that no person wrote (RFC 3834, and what programs wrote before it). */
export function isAutomatic({ header, subject }: Message): boolean {
  const submitted = header('auto-submitted').toLowerCase();
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-mail-autoreply'].some(
      (name) => header(name) !== '',
    ) ||
    /^(?:bulk|junk|list|auto_?reply)/iu.test(header('precedence')) ||
    header('return-path') === '<>' ||
    automaticSubject.test(bare(subject).replace(answerMark, ''))
  );
}

/** Whether the server that took the message in says that its sender is not who it seems (RFC 8601). */
function isForged({ header }: Message): boolean {
  const results = header('authentication-results').toLowerCase();
  if (/\bdmarc=(?:fail|permerror)|\bcompauth=fail/u.test(results)) return true;
  return /\bspf=(?:fail|softfail)/u.test(results) && !/\b(?:dkim|dmarc)=pass/u.test(results);
}
