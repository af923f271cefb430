/** The setting that marks a sample register: it is copied with the register. */
import { comparedSetting } from '../domain/compare.ts';
import { yesNoCell } from './cells/choice.ts';
import type { Register } from './register.ts';

export const sampleSetting = {
  name: 'Eksempel',
  aliases: ['Døme', 'Sample'],
} as const;

const names: ReadonlySet<string> = new Set(
  [sampleSetting.name, ...sampleSetting.aliases].map(comparedSetting),
);

/** Whether a setting of this name says if the register is a sample. */
export const isSampleSetting = (name: string): boolean => names.has(comparedSetting(name));

const ignore = (): void => undefined;

/**
 * Whether the register is a sample. A value that is neither yes nor no counts as yes until somebody corrects it. So do two
 * rows of which neither is read.
 */
export function isSampleRegister({ settings, tabs }: Pick<Register, 'settings' | 'tabs'>): boolean {
  const isUnread = [...(tabs.settings?.refused.keys() ?? [])].some(isSampleSetting);
  return (
    isUnread ||
    settings.some(
      ({ name, value }) => value !== undefined && isSampleSetting(name) && yesNoCell(value, ignore) !== false,
    )
  );
}
