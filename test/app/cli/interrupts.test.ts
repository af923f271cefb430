import { describe, expect, it } from 'vitest';
import { onInterrupt } from '../../../src/app/cli/interrupts.ts';

function heard(isInteractive: boolean, emit: () => void, times: number[] = []): string[] {
  const calls: string[] = [];
  const letGo = onInterrupt(
    { isInteractive },
    () => calls.push('first'),
    () => calls.push('again'),
    () => times.shift() ?? 0,
  );
  emit();
  letGo();
  return calls;
}

/** What no listener hears would end a process; here nobody else listens. */
const ask = (signal: NodeJS.Signals): boolean => process.emit(signal);

describe('a request to end', () => {
  it('that comes twice at once, as npm passes Ctrl-C on, is one', () => {
    const calls = heard(true, () => {
      ask('SIGINT');
      ask('SIGINT');
    });
    expect(calls).toEqual(['first']);
  });

  it('that comes again later means at once', () => {
    const twice = (): void => {
      ask('SIGTERM');
      ask('SIGINT');
    };
    const calls = heard(true, twice, [1000, 1600]);
    expect(calls).toEqual(['first', 'again']);
  });

  it('is a terminal that closes, unless nobody sees one', () => {
    expect(heard(true, () => ask('SIGHUP'))).toEqual(['first']);
    expect(heard(false, () => ask('SIGHUP'))).toEqual([]);
  });

  it('is heard until it is let go', () => {
    const before = process.listenerCount('SIGINT');
    heard(true, () => undefined);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
