/** Words in the cell of an approval that say that it is none: «nei, se e-post», «ikke godkjent», «avventer». */
import { isNobody } from './person-words.ts';

const refusing =
  /(?<!\p{L})(?:nei|ikkje|ikke|ingen|not|avvis\p{L}*|avvent\p{L}*|avslå\p{L}*|avsl[ae]g\p{L}*|underkj?en\p{L}*|reject\p{L}*)(?!\p{L})|^no(?!\p{L}| \p{L})/iu;

/** Whether a cell that names who approved something says instead that nobody has. No name holds these words. */
export const isRefusal = (text: string): boolean => isNobody(text) || refusing.test(text.normalize('NFC'));
