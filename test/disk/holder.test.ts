import { describe, expect, it } from 'vitest';
import { isGone, ownHolder, readHolder, surroundings, type Surroundings } from '../../src/disk/holder.ts';

const here: Surroundings = {
  host: 'PC-1',
  space: 'boot-1 pid:[1]',
  machine: 'abc',
  isAlive: (pid) => pid === 7,
  startOf: (pid) => (pid === 7 ? '500' : undefined),
};
const holder = { pid: 7, host: 'PC-1', token: 't', started: '500', space: 'boot-1 pid:[1]', machine: 'abc' };

describe('a holder', () => {
  it.each([
    ['lives', holder, here, false],
    ['has ended', { ...holder, pid: 8 }, here, true],
    ['has ended, and its number is used again', { ...holder, started: '400' }, here, true],
    ['is on another machine', { ...holder, pid: 8, host: 'PC-2' }, here, false],
    ['is in another container of the same name', { ...holder, pid: 8, space: 'boot-1 pid:[2]' }, here, false],
    [
      'is on another machine of the same name',
      { ...holder, pid: 8, space: 'boot-2 pid:[1]', machine: 'x' },
      here,
      false,
    ],
    ['was at work before this machine restarted', { ...holder, space: 'boot-0 pid:[1]' }, here, true],
    [
      'may be on a machine that does not say its name',
      { ...holder, space: 'boot-0 pid:[1]' },
      { ...here, machine: undefined },
      false,
    ],
    ['is on another system of the same host', { pid: 8, host: 'PC-1', token: 't' }, here, false],
    [
      'is on a system that tells no more, and lives',
      { pid: 7, host: 'PC-1', token: 't' },
      { ...here, space: undefined },
      false,
    ],
    [
      'is on a system that tells no more, and has ended',
      { pid: 8, host: 'PC-1', token: 't' },
      { ...here, space: undefined },
      true,
    ],
    ['of an earlier version lives', { pid: 7, host: 'PC-1' }, here, false],
    ['of an earlier version has ended', { pid: 8, host: 'PC-1' }, here, true],
  ] as const)('%s', (_, one, around, expected) => {
    expect(isGone(one, around)).toBe(expected);
  });

  it('is told by what it wrote', () => {
    const own = ownHolder('mitt', surroundings());
    expect(readHolder(JSON.stringify(own))).toEqual(own);
    expect(own).toMatchObject({ pid: process.pid, token: 'mitt' });
    expect(isGone(own, surroundings())).toBe(false);
    expect(readHolder('{"pid":1,"host":"a","token":3,"at":"x"}')).toEqual({ pid: 1, host: 'a' });
    for (const content of ['', '[]', 'null', '{', '{"pid":"1","host":"a"}'])
      expect(readHolder(content)).toBeNull();
  });
});
