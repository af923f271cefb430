/** One action as people write it in a line: what, who and when, in any order and with any signs between. */
import { deadlinePhrase, readDeadline, type DeadlineFrom } from './deadline.ts';
import type { UnderstoodAction, UnderstoodDeadline, UnderstoodPeople, Unclear } from './understood.ts';
import type { Who } from './who.ts';

/** Takes what is not clear. */
export type Tell = (unclear: Unclear) => void;

export interface ActionContext {
  readonly who: Who;
  readonly from: DeadlineFrom;
  readonly tell: Tell;
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

type Parts = Omit<WrittenAction, 'line'>;

function partsIn({ text, responsible, deadline }: WrittenAction, context: ActionContext): Parts {
  let parts: Parts = { text: text.trim(), ...splitWho(responsible, deadline, context) };
  for (const find of [bracketed, trailing, phrased, bracketed, trailing, leading])
    parts = find(parts, context);
  return { ...parts, text: withoutStop(parts.text) };
}

/** A sentence alone needs no full stop in a table. */
const withoutStop = (text: string): string =>
  /[.!?]\s|\.\p{L}+\.$|\.{2}$/u.test(text) ? text : text.replace(/\.$/u, '');

/** «Kari, innen 15. mars», where only who was asked for. */
function splitWho(
  responsible: string | undefined,
  deadline: string | undefined,
  context: ActionContext,
): Pick<Parts, 'responsible' | 'deadline'> {
  if (responsible === undefined || deadline !== undefined) return { responsible, deadline };
  const found = deadlinePhrase(responsible);
  if (found !== undefined && found.before !== '') return { responsible: found.before, deadline: found.when };
  const { before, last = '' } = lastPart.exec(responsible)?.groups ?? {};
  return before !== undefined && isDay(last, context)
    ? { responsible: before, deadline: last }
    : { responsible, deadline };
}

const isDay = (text: string, { from }: ActionContext): boolean => {
  const read = readDeadline(text, from);
  return 'day' in read || read.why !== 'deadline';
};

/** What a part of a sentence is, if it is only that. */
function asPart(part: string, parts: Parts, context: ActionContext): Partial<Parts> | undefined {
  const bare = part.replace(/^(?:ansvarlige?|ansvarlege?|ansvar|ansv\.?|v\/|ved)[\s:]+/iu, '').trim();
  const isLabelled = bare !== part.trim();
  const time = part.replace(/^frist(?:en)?(?: er)?[\s:]+/iu, '').trim();
  if (parts.deadline === undefined && (isDay(time, context) || time !== part.trim()))
    return { deadline: time };
  if (parts.responsible !== undefined) return undefined;
  return bare !== '' && (isLabelled || context.who.isNames(bare)) ? { responsible: bare } : undefined;
}

/** «Sende notat (Kari, 15. mars)»: all of the bracket is who and when, or it is left as it is. */
function bracketed(parts: Parts, context: ActionContext): Parts {
  const match = /\s*[([](?<inside>[^()[\]]+)[)\]]\.?$/u.exec(parts.text);
  if (match === null) return parts;
  const inside = match.groups?.['inside'] ?? '';
  // In parts first: a name before a comma counts as one, whatever follows it.
  for (const pieces of [inside.split(/\s*[,;:]\s+|\s+[–—-]\s+/u), [inside]]) {
    let found: Parts | undefined = parts;
    for (const piece of pieces) {
      const part: Partial<Parts> | undefined =
        found === undefined ? undefined : asPart(piece, found, context);
      found = part === undefined || found === undefined ? undefined : { ...found, ...part };
    }
    if (found !== undefined) return { ...found, text: parts.text.slice(0, match.index) };
  }
  return parts;
}

const lastPart =
  /^(?<before>.*\S)(?:\s*[,;|]\s*|\s+[–—-]\s+|\s*[–—]\s*|\s*(?<!\d|\bv)\/\/?(?!\d)\s*|(?<!\d)[.!]\s+)(?<last>[^,;|–—]+?)\.?$/u;

/** «Sende notat, Kari Nordmann, 15. mars»: parts at the end, as long as they are who and when. */
function trailing(given: Parts, context: ActionContext): Parts {
  let parts = given;
  for (let match = lastPart.exec(parts.text); match !== null; match = lastPart.exec(parts.text)) {
    const { before = '', last = '' } = match.groups ?? {};
    // A comma within brackets parts only what is in them.
    const part = /^[^(]*\)/u.test(last) ? undefined : asPart(last, parts, context);
    if (part === undefined) return parts;
    parts = { ...parts, ...part, text: before.replace(/[\s.,;–—-]+$/u, '') };
  }
  return parts;
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
  const match = /^@?(?<names>[^:–—]{2,80}?)(?:\s*:\s*|\s+[–—-]\s+|\s*[–—]\s+)(?<rest>\S.*)$/u.exec(
    parts.text,
  );
  const { names = '', rest = '' } = match?.groups ?? {};
  if (names !== '' && who.isNames(names)) return { ...parts, responsible: names, text: rest };
  const subject = who.subjectOf(parts.text);
  return subject === undefined ? parts : { ...parts, responsible: subject };
}
