/** What final minutes do not have of the document that was read last for the meeting. */
import { msg } from '../../domain/msg.ts';
import { comparedName } from '../../domain/compare.ts';
import type { FinalMinutes } from '../../papers/minutes/final.ts';
import { unplacedIn, type Unplaced } from '../../papers/minutes/read-back/record.ts';
import type { Register } from '../../register/register.ts';
import { shown } from '../../register/shown.ts';
import type { Terminal } from '../cli/terminal.ts';

const parts = (): readonly {
  readonly is: Unplaced['is'];
  readonly head: string;
  readonly advice: string;
}[] => [
  {
    is: 'note',
    head: msg`  In the document that was read, and not in these minutes:`,
    advice: msg`    What the minutes should have of it, write in Notat or Vedtak of a case, in Saker or Behandling.`,
  },
  {
    is: 'next-meeting',
    head: msg`  Of the next meeting the document says this, and these minutes what Aktiviteter has:`,
    advice: msg`    Change the row of the next meeting in Aktiviteter if the document is right.`,
  },
  {
    is: 'follow-up',
    head: msg`  Of actions of earlier meetings the document says this, and it was not written:`,
    advice: msg`    Change their rows in Tiltak if the document is right.`,
  },
];

/** Each line of it, unless somebody has written it under a case since. */
export function sayUnplaced(terminal: Terminal, { meeting, facts }: FinalMinutes, register: Register): void {
  const texts = [...facts.cases.values()].flatMap(({ description, decision }) => [description, decision]);
  const has = texts.map((text) => comparedName(text ?? ''));
  const lacking = unplacedIn(register, meeting.id).filter(
    ({ text }) => !has.some((one) => one.includes(comparedName(text))),
  );
  for (const { is, head, advice } of parts()) {
    const own = lacking.filter((one) => one.is === is);
    if (own.length === 0) continue;
    terminal.say(head, 'yellow');
    // Cell by cell, so that what differs in the last of them is seen.
    for (const { text } of own) terminal.say(`    «${text.split(' | ').map(shown).join(' | ')}»`);
    terminal.say(advice);
  }
}
