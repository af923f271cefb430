/** How far a send has come: one line that changes on a terminal, a plain line now and then elsewhere. */
import type { Progress } from '../../delivery/send/run.ts';
import type { Terminal } from '../cli/terminal.ts';

/** Milliseconds in words, rounded up: an operator plans by it. */
export function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return seconds <= 1 ? 'a second' : `${String(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return minutes === 1 ? 'a minute' : `${String(minutes)} minutes`;
  return `${(minutes / 60).toFixed(1)} hours`;
}

/** How many of a hundred lines are written where nobody watches. */
const LINES = 10;

export interface ProgressLine {
  report(progress: Progress): void;
  /** The last line stays where it is. */
  end(): void;
}

/** What a run makes of the messages that its outbox takes. */
export type Made = 'sent' | 'written';

/** `now` is a clock in milliseconds that only goes forward. */
export function progressLine(terminal: Terminal, made: Made, now: () => number): ProgressLine {
  const begun = now();
  let reported = 0;
  let pausedAt = '';
  return {
    report: (progress) => {
      const { total, pause } = progress;
      const done = answered(progress);
      if (pause > 0) {
        const line = `  ${counts(progress, made)}; nothing for ${inWords(pause)}, as the mail server asks`;
        if (line !== pausedAt) terminal.say(line);
        pausedAt = line;
        return;
      }
      if (terminal.isInteractive) {
        terminal.line(`  ${counts(progress, made)}${timeLeft(progress, now() - begun)}`);
        return;
      }
      const step = Math.max(10, Math.ceil(total / LINES));
      if (done >= total || done < reported + step) return;
      reported = done;
      terminal.say(`  ${counts(progress, made)}${timeLeft(progress, now() - begun)}`);
    },
    end: () => {
      terminal.endLine();
    },
  };
}

/** What is put off is still to be done. */
const answered = ({ gone, failed, unclear }: Progress): number => gone + failed + unclear;

function counts({ gone, total, failed, unclear, waiting }: Progress, made: Made): string {
  const more = [
    failed > 0 ? `${String(failed)} refused` : '',
    unclear > 0 ? `${String(unclear)} unclear` : '',
    waiting > 0 ? `${String(waiting)} put off` : '',
  ].filter((text) => text !== '');
  return [`${String(gone)} of ${String(total)} ${made}`, ...more].join(', ');
}

/** From how long it has taken so far. The first few say nothing. */
function timeLeft(progress: Progress, passed: number): string {
  const [done, { total }] = [answered(progress), progress];
  if (done < 5 || done >= total) return '';
  return `, ${inWords((passed / done) * (total - done))} left`;
}
