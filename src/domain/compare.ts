/**
 * How texts that people type are compared: one function for each rule. The results are only compared, never shown or
 * kept. All rules treat composed and decomposed letters (NFC), and upper and lower case, as equal.
 */

const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;

/** Words inside a text: themes in titles, names in formulas. Spaces count. */
export const comparedText = (text: string): string => text.normalize('NFC').toLowerCase();

/** Composed letters, digits, signs and single spaces. Most names hold nothing else. */
const isPlain = /^(?:[!-~¡-¬®-ÿ]| (?! ))*$/u;

/** Headings, names of tabs, series, rooms and people, words of a closed list: nothing invisible, single spaces. */
export const comparedName = (name: string): string =>
  isPlain.test(name)
    ? name.trim().toLowerCase()
    : comparedText(name).replace(invisible, '').replace(/\s+/gu, ' ').trim();

/** Names of settings: commas, full stops and hyphens do not count either, and «epost» is «e-post». */
export const comparedSetting = (name: string): string =>
  comparedText(name)
    .replace(/(?<=\be)-(?=post)/gu, '')
    .replace(/[\s,.:;\-–—]+/gu, ' ')
    .trim();

/** Names of the lists that contacts are on: without quotation marks and brackets, and what ends a sentence. */
export const comparedList = (name: string): string =>
  comparedText(name.slice(0, 1000))
    .replace(/\s+/gu, ' ')
    .replace(/^[\s«"'(]+|[\s»"').!:]+$/gu, '');

const kindsOfAreas =
  / (?:kommune|herad|fylkeskommune|fylke|suohkan|tjïelte|gielda|fylkkasuohkan|fylhkentjïelte)$/u;

/** «Voss herad», «Vestland fylkeskommune»: the name without the kind of area and without brackets. */
export const comparedArea = (name: string): string =>
  comparedText(name)
    .replace(/[\s()]+/gu, ' ')
    .trim()
    .replace(kindsOfAreas, '');

/** Events of the ledger, as the machine writes them and however somebody may have typed them again. */
export const comparedEvent = (event: string): string => event.trim().toLowerCase();

/**
 * An address: one person gets one message, however the address is written. The domain has no case (RFC 5321 section 2.4);
 * the local part may have one by the standard, yet no server in use distinguishes `Ola` from `ola`. Mail goes to the address as
 * it is in the register.
 */
export const comparedAddress = (address: string): string => address.trim().toLowerCase();
