import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isInUse, whenFree } from '../../src/disk/when-free.ts';

const fault = (code: string): Error => Object.assign(new Error(code), { code });

describe('a file that another program holds', () => {
  it('is one that Windows refuses to rename, and nothing else', () => {
    const codes = ['EPERM', 'EACCES', 'EBUSY', 'ENOENT'];
    expect(codes.filter((code) => isInUse(fault(code), 'win32'))).toEqual(['EPERM', 'EACCES', 'EBUSY']);
    expect(codes.filter((code) => isInUse(fault(code), 'linux'))).toEqual([]);
  });

  it('is tried for again until it is free', async () => {
    let tries = 0;
    const work = (): number => {
      tries += 1;
      if (tries < 3) throw fault('EBUSY');
      return tries;
    };
    expect(await whenFree(work, () => true, Number.POSITIVE_INFINITY)).toBe(3);
  });

  it('is given up when it is never free, and at once for another fault', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    let tries = 0;
    const work = (): never => {
      tries += 1;
      vi.advanceTimersByTime(50);
      throw fault('EBUSY');
    };
    await expect(whenFree(work, () => true, 120)).rejects.toThrow('EBUSY');
    expect(tries).toBe(3);
    tries = 0;
    await expect(whenFree(work, () => false)).rejects.toThrow('EBUSY');
    expect(tries).toBe(1);
  });
});
