/** Words in the cell of an approval that say that it is none: «nei, se e-post», «ikke godkjent», «avventer». */
import { isNobody } from './person-words.ts';

const refusing =
  /(?<!\p{L})(?:nei|ikkje|ikke|ingen|not|uenig\p{L}*|usamd\p{L}*|må rett\p{L}*|sjå|se|har merknad\p{L}*|forbehold|atterhald|vent[ae]r|avvis\p{L}*|avvent\p{L}*|avslå\p{L}*|avsl[ae]g\p{L}*|underkj?en\p{L}*|mangl[ae]r|purr[ae]\p{L}?|sendt? til|under arbeid|uts[ae]tt|på hø[iy]?ring|reject\p{L}*)(?!\p{L})|^no(?!\p{L}| \p{L})/iu;

/** What somebody adds who has approved: «Kari, ingen merknader». */
const besides =
  /(?<!\p{L})(?:har )?(?:ikke|ikkje|ingen|inga|utan|uten)(?: noen| nokon)? (?:merknad|innvending|innsig|kommentar|endring|motsegn|merking)\p{L}*/giu;

/** Whether a cell that names who approved something says instead that nobody has. No name holds these words. */
export function isRefusal(text: string): boolean {
  const name = text.normalize('NFC').replace(besides, ' ').trim();
  return isNobody(name) || refusing.test(name);
}
