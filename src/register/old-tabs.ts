/** Tabs of older versions of Felles. Felles neither makes nor writes them; Formidlet has what they held. */
import { digestsTab } from './tabs/digests.ts';
import { releasesTab } from './tabs/releases.ts';
import type { Tab } from './tab.ts';

export const oldTabs: readonly Tab[] = [releasesTab, digestsTab];
