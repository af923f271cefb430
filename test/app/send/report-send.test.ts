import { describe, expect, it } from 'vitest';
import { inWords, progressLine } from '../../../src/app/send/report-send.ts';
import { createTerminal } from '../../../src/app/cli/terminal.ts';
import type { Progress } from '../../../src/delivery/send/run.ts';

const none: Progress = { gone: 0, total: 100, failed: 0, unclear: 0, waiting: 0, pause: 0 };

function written(isTTY: boolean, steps: readonly (Partial<Progress> & { at: number })[]): string {
  let [text, now] = ['', 0];
  const output = { isTTY, write: (more: string) => (text += more) };
  const progress = progressLine(createTerminal(output, output, {}), 'sent', () => now);
  for (const { at, ...step } of steps) {
    now = at;
    progress.report({ ...none, ...step });
  }
  progress.end();
  return text;
}

describe('the progress of a send', () => {
  it('is one line that changes where somebody watches, with the time that is left', () => {
    const line = '\r\u001B[2K';
    expect(
      written(
        true,
        [1, 20, 100].map((gone) => ({ gone, at: gone * 1000 })),
      ),
    ).toBe(`${line}  1 of 100 sent${line}  20 of 100 sent, 2 minutes left${line}  100 of 100 sent\n`);
  });

  it('is a plain line now and then elsewhere', () => {
    const steps = Array.from({ length: 100 }, (_, index) => ({ gone: index + 1, at: index * 100 }));
    const lines = written(false, steps).trimEnd().split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[4]).toBe('  50 of 100 sent, 5 seconds left');
    expect(lines.join()).not.toContain('\u001B');
  });

  it('says what went wrong, and why nothing happens', () => {
    const waiting = { gone: 40, failed: 1, unclear: 1, waiting: 2, pause: 300_000, at: 0 };
    expect(written(false, [waiting, waiting])).toBe(
      '  40 of 100 sent, 1 refused, 1 unclear, 2 postponed; waiting 5 minutes, as the mail server asks\n',
    );
  });
});

it.each([
  [900, 'a second'],
  [59_000, '59 seconds'],
  [60_000, 'a minute'],
  [61_000, '2 minutes'],
  [89 * 60_000, '89 minutes'],
  [150 * 60_000, '2.5 hours'],
])('%i milliseconds are %s', (milliseconds, words) => {
  expect(inWords(milliseconds)).toBe(words);
});
