/** The setting by which a sample register is known: it goes along when the register is copied. */
import { yesNoCell } from './cells/choice.ts';
import type { Register } from './register.ts';

export const sampleSetting = {
  name: 'Eksempel',
  aliases: ['Døme', 'Sample'],
  explanation:
    'Dette er et prøveregister: alt som lages av det, sier at det er et eksempel. Skriv «nei» eller slett raden når registeret er deres eget.',
} as const;

const names: ReadonlySet<string> = new Set([sampleSetting.name, ...sampleSetting.aliases].map(folded));

function folded(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('nb');
}

/** Whether a setting of this name says if the register is a sample. */
export const isSampleSetting = (name: string): boolean => names.has(folded(name));

const ignore = (): void => undefined;

/** Whether the register is a sample. A value that is neither yes nor no counts as yes until somebody mends it. */
export const isSampleRegister = ({ settings }: Pick<Register, 'settings'>): boolean =>
  settings.some(
    ({ name, value }) => value !== undefined && isSampleSetting(name) && yesNoCell(value, ignore) !== false,
  );
