/** A setting's name as names are compared: spaces, case, commas and hyphens do not matter. */
export const foldSetting = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .replace(/(?<=\be)-(?=post)/gu, '')
    .replace(/[\s,.:;\-–—]+/gu, ' ')
    .trim();
