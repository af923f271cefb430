/**
 * Advice that is written for the tab Kontroll, said to somebody who has the page open: what the one who runs Felles is asked for there,
 * the reader does here.
 */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { nameOfCommand } from './commands/all.ts';
import { deeds } from './deeds.ts';
import { doneWords } from './doing-words.ts';

const said: Readonly<Record<NorwegianStandard, readonly (readonly [RegExp, string])[]>> = {
  nb: [
    [/Be den som kjører Felles, om(?= «npm run)/gu, 'Velg'],
    [/be den som kjører Felles, om(?= «npm run)/gu, 'velg'],
    [/Den som kjører Felles, kan så(?= ta det av listen)/gu, 'Så kan du'],
    [/Den som kjører Felles, kan(?= ta det av listen)/gu, 'Du kan'],
  ],
  nn: [
    [/Be den som køyrer Felles, om(?= «npm run)/gu, 'Vel'],
    [/be den som køyrer Felles, om(?= «npm run)/gu, 'vel'],
    [/Den som køyrer Felles, kan så(?= ta det av lista)/gu, 'Så kan du'],
    [/Den som køyrer Felles, kan(?= ta det av lista)/gu, 'Du kan'],
  ],
};

/** The advice as the reader of the page follows it; commands in it are still as they are typed. */
export const toReader = (advice: string, standard: NorwegianStandard): string =>
  said[standard].reduce((text, [from, to]) => text.replace(from, to), advice);

/** What asks to tick a box, and ends with its flag: the same words in both standards. */
const askedToTick = /Kryss av for «[^»]*» \(--(?<flag>[a-z-]+)\)/gu;

/** A line of a look: the boxes of these flags were ticked, and what they write has a button below it. */
export const toButton = (line: string, flags: readonly string[], standard: NorwegianStandard): string =>
  line.replace(askedToTick, (asked: string, flag: string) =>
    flags.includes(flag) ? `Trykk «${doneWords[standard].nextButton}»` : asked,
  );

/** What the page calls a command with its flags, as typed: by the deed that it is, otherwise by its name. */
export function nameOfTyped(typed: string, standard: NorwegianStandard): string {
  const [command = ''] = typed.split(' ');
  const plain = typed.replace(/ --(?= )/u, '');
  // A deed that asks for something is that only where it is asked for: `send` alone reads no returned mail.
  const named = deeds.filter((one) => one.asks === undefined || one.typed.includes(' '));
  const deed = named.find((one) => one.typed === plain) ?? named.find((one) => one.typed === command);
  return deed?.words[standard] ?? nameOfCommand(command, standard);
}
