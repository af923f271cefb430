/** The registry of screens. A new screen is its name (language/page/words.ts), its file, its template and one entry here. */
import type { ScreenName } from '../../../language/page/words.ts';
import type { AnyScreen } from '../screen.ts';

export const screens: Readonly<Partial<Record<ScreenName, () => Promise<AnyScreen>>>> = {
  year: async () => (await import('./year.ts')).yearScreen,
  today: async () => (await import('./today.ts')).todayScreen,
  papers: async () => (await import('./papers.ts')).papersScreen,
  mailings: async () => (await import('./mailings.ts')).mailingsScreen,
  doing: async () => (await import('./doing.ts')).doingScreen,
};
