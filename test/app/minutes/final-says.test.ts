/** Final minutes, and the papers after them, say what was decided as it was decided. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nextMeeting } from '../../support/meeting-story.ts';
import { beginMinutesStory, writeOutcomes, type MinutesStory } from '../../support/minutes-story.ts';

const after = '2026-12-04T12:00';
const final = `--meeting ${nextMeeting} --final`;
const standards = ['nb', 'nn'] as const;

/** A version of the minutes, in one line. */
async function textOf({ file }: MinutesStory, standard: string, version = 1): Promise<string> {
  const text = await file(`minutes/referat-2026-12-03-a-2026-004-v${String(version)}.${standard}.txt`);
  return text.replaceAll(/\s*\n(?:\| *)?/gu, ' ').replaceAll(/\s+/gu, ' ');
}

describe('a deadline in words', () => {
  it('is in the minutes, in the mail to the responsible and in the next agenda', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    await story.type('Tiltak', 'T-2026-021', {
      Frist: '',
      Merknad: 'Spør Kari.\nFrist i referatet: snarest',
    });
    await story.type('Tiltak', 'T-2026-022', { Frist: '', Merknad: 'Spør Kari.' });
    const { code, stderr } = await story.minutes(`${final} --mailing`, after);
    expect(code, stderr).toBe(0);
    for (const standard of standards) {
      const text = await textOf(story, standard);
      expect(text).toContain('Ansvar: Webinarkoordinator · Frist: snarest');
      expect(text).not.toContain('Kari.');
    }
    const mail = await story.file('minutes/k-2025-007-actionlist-r1/message.nn.txt');
    expect(mail).toContain('Frist: snarest');
    const none = await story.file('minutes/k-2025-001-actionlist-r1/message.nb.txt');
    expect(none).toContain('Ikke satt');
    for (const [standard, agreed] of [
      ['nb', 'Avtales i møtet'],
      ['nn', 'Blir avtalt i møtet'],
    ] as const) {
      const { stdout } = await story.agenda(`--meeting A-2027-001 --standard ${standard}`, after);
      const agenda = await readFile(join(story.world.folder, stdout.trim()), 'utf8');
      expect(agenda).toContain('Frist: snarest');
      expect(agenda).toContain(`Frist: ${agreed}`);
      expect(agenda).not.toMatch(/(?<![\p{L}])(\p{L}+): \1(?!\p{L})/iu);
    }
    // A day that is written later takes their place, and is a change.
    await story.type('Tiltak', 'T-2026-021', { Frist: '17.12.2026' });
    expect((await story.minutes(final, '2026-12-05T12:00')).stderr).toContain('Version 2 was kept');
    for (const standard of standards)
      expect(await textOf(story, standard, 2)).toContain(
        'frist 17. desember 2026 (før: «Foreslå innleder til den ledige posten», Webinarkoordinator, frist: snarest)',
      );
  });
});
