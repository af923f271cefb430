/** Recognises the row with which people explain the columns, below the headings: «(timer)», «dd.mm.åååå», «ja/nei». */
import { plainWords } from '../headings.ts';

/** Words of instructions, of units and of forms, in bokmål, nynorsk and English. */
const words = new Set(
  [
    'tekst fritekst kort lang tall tal heltall heiltal dato dag tid klokkeslett kl klokka start slutt format',
    'velg vel velges velge vel veljast fra frå i liste listen lista nedtrekk nedtrekksliste nedtrekksmeny meny avkryssing kryss',
    'obligatorisk valgfri valgfritt valfri valfritt påkrevd må skal kan bør fylles fyllast fyll ut inn automatisk auto maskin maskinen',
    'ikke ikkje rør skriv skrives skrivast her bare berre av og eller om til den det står stå tom tomt siffer tegn teikn maks ca',
    'min minutter minutt time timer timar t stk antall kr kroner prosent ja nei x',
    'fornavn etternavn førenamn etternamn navn namn epost e post adresse telefon lenke lenkje url id rolle person hvem kven hva kva når hvor kor',
    'part sted stad kommune fylke tittel status ansvarlig ansvarleg merknad beskrivelse',
    'text number date time choose select required optional mandatory automatic hours minutes name email link yes no or and',
  ].flatMap((line) => line.split(' ')),
);

/** A placeholder for digits or letters to be written: `dd`, `åååå`, `XXX`. */
const blank = /^(?:d{1,2}|m{1,3}|å{2,4}|y{2,4}|t{1,2}|h{1,2}|s{2}|x{2,}|n{2,}|0{2,})$/iu;

const idForm = /^\p{Lu}\s*[-–]\s*(?:20\d\d|å{2,4}|y{2,4}|x{2,})\s*[-–]\s*(?:n+|x+|#+|0+|\d*…|\.{2,})$/iu;
const addressForm = /^(?:https?:\/\/\s*(?:…|\.{2,}|xxx?)?|(?:for)?na[vm]n(?:\.etterna[vm]n)?@\S*)$/iu;
const inBrackets = /^(?:\(.+\)|\[.+\]|<.+>|\{.+\})$/su;

function isForm(text: string): boolean {
  if (idForm.test(text) || addressForm.test(text)) return true;
  const parts = text.split(/[\s.:/–-]+(?:kl\.?\s*)?/iu).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => blank.test(part));
}

const areInstructions = (text: string): boolean => {
  const own = plainWords(text).split(' ');
  return (
    own.some((word) => words.has(word)) && own.every((word) => words.has(word) || /^\d{1,3}$/u.test(word))
  );
};

/** Text that only a column for free text accepts. */
const nonsense = '¤?¤';

/**
 * How surely a text says only what to write in its column. `isKnown` says whether the text may be written there: then it
 * is an answer and not an explanation, and nobody writes two choices of a list in one cell of a row.
 */
export function hintIn(
  text: string,
  kind: string,
  isKnown: (text: string) => boolean,
): 'form' | 'words' | undefined {
  const bare = text.trim();
  if (isKnown(bare) && !isKnown(nonsense)) return undefined;
  if (isForm(bare)) return 'form';
  const choices = bare.split(/\s*(?:[/|,]|\beller\b)\s*/iu);
  if (kind === 'choice' && choices.length > 1 && choices.every(isKnown)) return 'form';
  if (inBrackets.test(bare)) {
    const inner = bare.slice(1, -1).trim();
    return kind !== 'text' || isForm(inner) ? 'form' : areInstructions(inner) ? 'words' : undefined;
  }
  return areInstructions(bare) ? 'words' : undefined;
}

const example = /^[^\p{L}\p{N}]*(?:eksempel|eksempelrad|døme|example|sample)\s*[:–(-]/iu;

/** «Eksempel: Ring kommunen» */
export const isLikeExample = (text: string): boolean => example.test(text);
