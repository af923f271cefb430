/** A deadline that minutes give in words, «snarest», since no day is certain: kept in a line of `Merknad`, so that `Frist` stays a day. */

const lead = 'Frist i referatet:';
const line = new RegExp(`^\\s*${lead}\\s*(?<words>\\S.*?)\\s*$`, 'imu');

/** What is written in `Merknad`. */
export const deadlineNote = (words: string): string => `${lead} ${words.replace(/\s+/gu, ' ').trim()}`;

/** The words in a cell `Merknad`; undefined where it has none. */
export const deadlineWordsIn = (note: string | undefined): string | undefined =>
  line.exec(note ?? '')?.groups?.['words'];
