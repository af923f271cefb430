/**
 * What people see of the write log, the hidden tab of Felles in a Google Sheet (google/write-log.ts). A file that was
 * downloaded from a Google Sheet has it too.
 */

/** The same in bokmål and nynorsk: it says what the tab is, and that it may be left alone. */
export const LOG_NAME = 'Felles skrivelogg (la stå)';
/** Its first name. The next write renames it. */
export const FORMER_LOG_NAME = '_motor';

/** Whether a tab is a write log, or a copy that a person made of one: its content is not part of the register. */
export const isLogTitle = (title: string): boolean =>
  [LOG_NAME, FORMER_LOG_NAME].some((name) => title.includes(`${name} n=`));
