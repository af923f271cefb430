/**
 * Advice that is written for the tab Kontroll, said to somebody who has the page open: what the one who runs Felles is asked for there,
 * the reader does here.
 */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { nameOfCommand } from './commands/all.ts';
import { deeds } from './deeds.ts';

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

/** What the page calls a command with its flags, as typed: by the deed that it is, otherwise by its name. */
export function nameOfTyped(typed: string, standard: NorwegianStandard): string {
  const [command = ''] = typed.split(' ');
  const plain = typed.replace(/ --(?= )/u, '');
  const deed = deeds.find((one) => one.typed === plain) ?? deeds.find((one) => one.typed === command);
  return deed?.words[standard] ?? nameOfCommand(command, standard);
}
