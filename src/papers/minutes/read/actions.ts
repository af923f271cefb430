/** One action as people write it in a line: what, who and when, in any order and with any signs between. */
import { partyIn } from '../../../register/person-words.ts';
import { deadlinePhrase, readDeadline, type DeadlineFrom } from './deadline.ts';
import type { UnderstoodAction, UnderstoodDeadline, UnderstoodPeople, Unclear } from './understood.ts';
import type { Who } from './who.ts';

/** Takes what is not clear. */
export type Tell = (unclear: Unclear) => void;

export interface ActionContext {
  readonly who: Who;
  readonly from: DeadlineFrom;
  readonly tell: Tell;
  /** What a sentence that postpones a case names for certain, as `Utsett til` has it. */
  readonly untilIn: (text: string) => string | undefined;
}

/** An action whose parts may stand in lines or cells of their own; all of them as text. */
export interface WrittenAction {
  readonly line: number;
  readonly text: string;
  readonly responsible: string | undefined;
  readonly deadline: string | undefined;
}

/** The people that a text names. Tells of those who are not one contact for certain. */
export function peopleOf(
  text: string,
  line: number,
  { who, tell }: ActionContext,
  organisation?: string,
): UnderstoodPeople {
  const { faults, ...people } = who.read(text, organisation);
  for (const { why, text: name, among } of faults) tell({ line, text: name, why, among });
  return people;
}

/** The deadline that a text gives. Tells where it is none for certain. */
function deadlineOf(text: string, line: number, { from, tell }: ActionContext): UnderstoodDeadline {
  const read = readDeadline(text, from);
  if ('day' in read) return { text, day: read.day };
  tell({ line, text, why: read.why });
  return { text, day: undefined };
}

/** The action with its parts found: first those that were given apart, then those in its text. */
export function understoodAction(written: WrittenAction, context: ActionContext): UnderstoodAction {
  const { line } = written;
  const parts = partsIn(written, context);
  return {
    line,
    text: parts.text,
    responsible: parts.responsible === undefined ? undefined : peopleOf(parts.responsible, line, context),
    deadline: parts.deadline === undefined ? undefined : deadlineOf(parts.deadline, line, context),
  };
}

type Part = Partial<Pick<WrittenAction, 'responsible' | 'deadline'>>;

/** The parts so far, and those that were given apart: they say nothing of a comma in the text. */
interface Parts extends WrittenAction {
  readonly given: Part;
}

function partsIn({ line, text, responsible, deadline }: WrittenAction, context: ActionContext): Parts {
  const given = { responsible, deadline, ...splitWho(responsible, deadline, context) };
  let parts: Parts = { line, text: text.trim(), ...given, given };
  for (const find of [trailing, phrased, trailing, leading, trailing]) parts = find(parts, context);
  const two = otherFirst(parts, context);
  if (two !== undefined && 'isUnclear' in two) {
    context.tell({ line, text: text.trim(), why: 'two-responsible' });
    return given.responsible === undefined
      ? { ...parts, text: withoutStop(text.trim()), responsible: undefined }
      : { ...parts, text: withoutStop(parts.text) };
  }
  parts = two ?? parts;
  // A name or a day at the end that was left in the text.
  if (lastIn(parts, context) !== undefined) context.tell({ line, text: parts.text, why: 'maybe-last' });
  return { ...parts, text: withoutStop(parts.text) };
}

/**
 * «Kari: Ringe Vang (Ola)» names one before what is to be done and another behind it: nobody can know which of them is responsible,
 * unless a label or a column says it.
 */
function otherFirst(parts: Parts, context: ActionContext): Parts | { readonly isUnclear: true } | undefined {
  const { responsible, given } = parts;
  const first = leading({ ...parts, responsible: undefined }, context);
  if (responsible === undefined || first.responsible === undefined) return undefined;
  if (areSame(first.responsible, responsible, context)) return { ...parts, text: first.text };
  const isSubject = first.text === parts.text;
  return given.responsible !== undefined && isSubject ? undefined : { isUnclear: true };
}

/** Whether two texts name the same people, or one of them the party of the other. */
function areSame(one: string, other: string, { who }: ActionContext): boolean {
  const [first, second] = [who.read(one), who.read(other)];
  const isParty = first.ids.length === 0 || second.ids.length === 0;
  if (isParty) return first.party !== undefined && first.party === second.party;
  return first.ids.toSorted().join() === second.ids.toSorted().join();
}

/** A sentence alone needs no full stop in a table. */
const withoutStop = (text: string): string =>
  /[.!?]\s|\.\p{L}+\.$|\.{2}$/u.test(text) ? text : text.replace(/\.$/u, '');

/** «Kari, innen 15. mars», where only who was asked for. */
function splitWho(
  responsible: string | undefined,
  deadline: string | undefined,
  context: ActionContext,
): Part {
  if (responsible === undefined || deadline !== undefined) return {};
  const found = deadlinePhrase(responsible);
  if (found !== undefined && found.before !== '') return { responsible: found.before, deadline: found.when };
  const { before, last = '' } = lastPart.exec(responsible)?.groups ?? {};
  return before !== undefined && isDay(last, context) ? { responsible: before, deadline: last } : {};
}

const isDay = (text: string, { from }: ActionContext): boolean => {
  const read = readDeadline(text, from);
  return 'day' in read || read.why !== 'deadline';
};

const responsibleWords = /^(?:ansvarlige?|ansvarlege?|ansvar|ansv\.?|v\/|ved)[\s:]+/iu;
const worded =
  /^(?:(?:ansvar|ansv\b|v\/|ved[\s:]|(?:med )?frist)|(?:innen|innan|senest|seinast|før|til og med|t\.?o\.?m\.?|i løpet av|fortløp|løp|kontinuerl)\p{L}*(?:\s|$))/iu;

/** What a part of a sentence is, if it is only that. */
function asPart(part: string, parts: Parts, context: ActionContext): Part | undefined {
  const bare = part.replace(responsibleWords, '').trim();
  const isLabelled = bare !== part.trim();
  const time = part.replace(/^frist(?:en)?(?: er)?[\s:]+/iu, '').trim();
  if (parts.deadline === undefined && (isDay(time, context) || time !== part.trim()))
    return { deadline: time };
  if (parts.responsible !== undefined) return undefined;
  return bare !== '' && (isLabelled || context.who.isNames(bare)) ? { responsible: bare } : undefined;
}

const lastPart =
  /^(?<before>.*\S)(?<sign>\s*[,;|]\s*|\s+[–—-]\s+|\s*[–—](?!(?<=\d\.?.)\d)\s*|\s*(?<!\d|\bv)\/\/?(?!\d)\s*|(?<!\d|\b[Aa]nsv|\bt\.?o\.?m)[.!]\s+|\s+(?=(?:[Aa]nsv|t\.?o\.?m)\.\s))(?<last>[^,;|–—]+?)\.?$/u;

/** A part at the end of a sentence, and what stands before it. */
interface Last {
  readonly part: Part;
  readonly before: string;
  /** `:` where its words say what it is, or its brackets: «innen 15. mars», «(Kari Nordmann)». */
  readonly sign: string;
}

/** «Sende notat (Kari, 15. mars)»: all of the bracket is who and when, or it is left as it is. */
function bracketIn(parts: Parts, context: ActionContext): Last | undefined {
  const match = /\s*[([](?<inside>[^()[\]]+)[)\]]\.?$/u.exec(parts.text);
  if (match === null) return undefined;
  const inside = match.groups?.['inside'] ?? '';
  // In parts first: a name before a comma counts as one, whatever follows it.
  for (const pieces of [inside.split(/\s*[,;:]\s+|\s+[–—-]\s+/u), [inside]]) {
    const part = pieces.reduce<Part | undefined>((all, piece) => {
      const one = all && asPart(piece, { ...parts, ...all }, context);
      return one && { ...all, ...one };
    }, {});
    if (part !== undefined) return { part, before: parts.text.slice(0, match.index), sign: ':' };
  }
  return undefined;
}

function lastIn(parts: Parts, context: ActionContext): Last | undefined {
  const bracket = bracketIn(parts, context);
  if (bracket !== undefined) return bracket;
  const { before = '', sign = '', last = '' } = lastPart.exec(parts.text)?.groups ?? {};
  // A comma within brackets parts only what is in them.
  const part = /^[^(]*\)/u.test(last) ? undefined : asPart(last, parts, context);
  return part && { part, before: before.replace(/[\s,;–—-]+$/u, ''), sign: worded.test(last) ? ':' : sign };
}

/** «Sende notat, Kari Nordmann, 15. mars»: who and when at the end. A name or a day alone may be of what is to be done. */
function trailing(start: Parts, context: ActionContext): Parts {
  const found: Last[] = [];
  let parts = start;
  for (let last = lastIn(parts, context); last !== undefined; last = lastIn(parts, context)) {
    found.push(last);
    parts = { ...parts, ...last.part, text: last.before };
  }
  for (let count = found.length; count > 0; count -= 1) {
    const taken = found.slice(0, count);
    const whole = taken.reduce<Parts>((all, { part, before }) => ({ ...all, ...part, text: before }), start);
    if (taken.every((one) => isSure(one, whole, context))) return whole;
  }
  return start;
}

/** What a full stop makes short: «bl.a.», «dr.», «ass. dir.». A sentence may end with a short word, too. */
const shortened = /(?:\.\p{L}+|(?<!\p{L})(?:\p{Ll}{1,3}|\p{L}*dir|prof|inkl|ekskl|fung|rådg|ordf|sekr))$/u;
/** The first of «10. – 12. februar», «10. februar, 12. februar». */
const firstDay = /(?<![\d/])\d\d?(?:\s*[–—-]|\.\s*(?:\p{L}+\s*)?(?:\d{4}\s*)?[,;/–—-])\s*$/u;

/** Its words or its sign say what it is, or the text has both who and when, and no other name or day before it. */
function isSure({ part, before, sign }: Last, whole: Parts, { who }: ActionContext): boolean {
  if (/[:|!]/u.test(sign)) return true;
  if (sign.startsWith('.')) return !shortened.test(before);
  if (part.deadline !== undefined)
    return whole.responsible !== whole.given.responsible && !firstDay.test(before + sign);
  const words = whole.text.replace(/[()[\]]/gu, '').split(' ');
  const names = [1, 2, 3].map((count) => words.slice(-count).join(' ')).filter(who.isNames);
  // «Invitere Kari – Ola» says who; «avtalen Bylivsenteret – Distriktssenteret» and «Kari–Ola» may not.
  return /[–—-]/u.test(sign)
    ? names.every((name) => /\s/u.test(sign) && partyIn(name) === undefined)
    : names.length === 0 && whole.deadline !== whole.given.deadline;
}

/** «… innen 15. mars» at the end of the sentence. What cannot be read stays in the text, and is told of. */
function phrased(parts: Parts, context: ActionContext): Parts {
  if (parts.deadline !== undefined) return parts;
  const found = deadlinePhrase(parts.text);
  if (found === undefined || found.before === '') return parts;
  return { ...parts, deadline: found.when, ...(isDay(found.when, context) ? { text: found.before } : {}) };
}

/** «Kari Nordmann: sende notat», «@Kari sende notat»; or as the one who does it, and then the text stays whole. */
function leading(parts: Parts, { who }: ActionContext): Parts {
  if (parts.responsible !== undefined) return parts;
  const match = /^@?(?<names>[^:–—]{2,80}?)(?<sign>\s*:\s*|\s+[–—-]\s+|\s*[–—]\s+)(?<rest>\S.*)$/u.exec(
    parts.text,
  );
  const { names = '', sign = '', rest = '' } = match?.groups ?? {};
  // «Oppdatere avtalen Bylivsenteret – …» speaks of a party.
  const [first = ''] = sign.includes(':') || partyIn(names) === undefined ? [names] : names.split(/[\s,/]/u);
  if (who.isNames(first) && who.isNames(names)) return { ...parts, responsible: names, text: rest };
  const subject = who.subjectOf(parts.text);
  return subject === undefined ? parts : { ...parts, responsible: subject };
}
