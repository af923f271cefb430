import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { SendScheduler, type SchedulePlan, type Step } from '../../../src/delivery/send/scheduler.ts';
import type { RecipientStatus } from '../../../src/delivery/send/recipient-status.ts';

const sent: Delivery = { is: 'sent', receipt: 'queued' };
const refused: Delivery = { is: 'refused', reason: 'no', reply: 550 };
const broke: Delivery = { is: 'notGiven', reason: 'no connection' };
const putOff: Delivery = { is: 'later', reason: 'not now', reply: 451 };
const closed: Delivery = { is: 'closed', reason: 'not let in', advice: 'Log in.' };

const plan = (more: Partial<SchedulePlan> = {}): SchedulePlan => ({
  ...{ keys: ['a', 'b', 'c', 'd'], limit: Number.POSITIVE_INFINITY, batch: 2, limits: { connections: 1 } },
  ...more,
});

/** A scheduler of which somebody else may have taken up some. */
function schedulerOf(
  more: Partial<SchedulePlan> = {},
  statuses: ReadonlyMap<string, RecipientStatus['is']> = new Map(),
): SendScheduler {
  return new SendScheduler(plan(more), (key) => {
    const is = statuses.get(key) ?? 'free';
    return is === 'sent' ? { is, receipt: '' } : is === 'mine' ? { is } : { is: 'free' };
  });
}

/** Claims, and gives the first. */
function begun(scheduler: SendScheduler, now = 0): Step {
  const step = scheduler.next(now);
  if (step.do === 'claim') scheduler.claimed(step.keys);
  return scheduler.next(now);
}

const finish = { do: 'finish' };
const waitForAnswer = { do: 'wait', until: Number.POSITIVE_INFINITY };

describe('a scheduler', () => {
  it('claims as many at once as it may, and gives one at a time', () => {
    const scheduler = schedulerOf();
    expect(scheduler.next(0)).toEqual({ do: 'claim', keys: ['a', 'b'] });
    expect(scheduler.next(0)).toEqual(waitForAnswer);
    scheduler.claimed(['a', 'b']);
    expect(scheduler.next(0)).toEqual({ do: 'give', key: 'a' });
    expect(scheduler.next(0)).toEqual(waitForAnswer);
    expect([scheduler.isOpen('a'), scheduler.isOpen('b'), scheduler.isOpen('c')]).toEqual([
      true,
      true,
      false,
    ]);
    scheduler.answered('a', sent, 0);
    expect(scheduler.isOpen('a')).toBe(false);
    expect(scheduler.next(0)).toEqual({ do: 'give', key: 'b' });
    scheduler.answered('b', sent, 0);
    expect(scheduler.next(0)).toEqual({ do: 'claim', keys: ['c', 'd'] });
  });

  it('claims ahead while the last are on their way by several connections, and never more than a batch in all', () => {
    const scheduler = schedulerOf({ keys: Array.from('abcdefgh'), batch: 4, limits: { connections: 2 } });
    expect(begun(scheduler)).toEqual({ do: 'give', key: 'a' });
    scheduler.next(0);
    scheduler.answered('a', sent, 0);
    scheduler.answered('b', sent, 0);
    expect([scheduler.next(0), scheduler.next(0)]).toEqual([
      { do: 'give', key: 'c' },
      { do: 'give', key: 'd' },
    ]);
    expect(scheduler.next(0)).toEqual({ do: 'claim', keys: ['e', 'f'] });
    // Only one claim at a time, and what is claimed has its turn once a connection is free.
    expect(scheduler.next(0)).toEqual(waitForAnswer);
    scheduler.claimed(['e', 'f']);
    expect(scheduler.next(0)).toEqual(waitForAnswer);
    scheduler.answered('c', sent, 0);
    expect(scheduler.next(0)).toEqual({ do: 'give', key: 'e' });
    scheduler.stop('by hand');
    expect(scheduler.isOpen('f')).toBe(false);
  });

  it('gives nobody away whose claim comes after the run was stopped, and waits for the answer to it', () => {
    const scheduler = schedulerOf();
    scheduler.next(0);
    scheduler.stop('by hand');
    expect(scheduler.next(0)).toEqual(waitForAnswer);
    scheduler.claimed(['a', 'b']);
    expect([scheduler.isOpen('a'), scheduler.next(0)]).toEqual([false, finish]);
  });

  it('begins no more than the limit, and goes past whoever is done', () => {
    const scheduler = schedulerOf({ limit: 3, batch: 9 }, new Map([['b', 'sent']]));
    expect([scheduler.size, scheduler.next(0)]).toEqual([3, { do: 'claim', keys: ['a', 'c', 'd'] }]);
    const limited = schedulerOf({ limit: 1, batch: 9 }, new Map([['a', 'mine']]));
    begun(limited);
    limited.answered('a', sent, 0);
    expect([limited.size, limited.next(0)]).toEqual([1, finish]);
  });

  it('keeps the pace, and what the server asks of everybody', () => {
    const scheduler = schedulerOf({ limits: { connections: 2, perMinute: 60 } });
    begun(scheduler);
    expect(scheduler.next(0)).toEqual({ do: 'wait', until: 1_000 });
    scheduler.answered('a', { ...putOff, waitSeconds: 30 }, 0);
    expect(scheduler.next(1_000)).toEqual({ do: 'wait', until: 30_000 });
  });

  it('tries again under the claim where a connection broke, three times in all', () => {
    const scheduler = schedulerOf({ keys: ['a'] });
    begun(scheduler);
    scheduler.answered('a', broke, 0);
    expect([scheduler.isOpen('a'), scheduler.waiting, scheduler.next(1)]).toEqual([
      true,
      1,
      { do: 'wait', until: 2_000 },
    ]);
    expect(scheduler.next(2_000)).toEqual({ do: 'give', key: 'a' });
    scheduler.answered('a', broke, 2_000);
    expect(scheduler.next(10_000)).toEqual({ do: 'give', key: 'a' });
    scheduler.answered('a', broke, 10_000);
    expect([scheduler.isOpen('a'), scheduler.next(99_000_000)]).toEqual([false, finish]);
  });

  it('claims anew what was put off, once its time has come and nobody has taken it up', () => {
    const statuses = new Map<string, RecipientStatus['is']>();
    const scheduler = schedulerOf({ keys: ['a', 'b'] }, statuses);
    begun(scheduler);
    scheduler.answered('a', putOff, 0);
    scheduler.next(0);
    scheduler.answered('b', putOff, 60_000);
    expect([scheduler.isOpen('a'), scheduler.waiting, scheduler.next(60_000)]).toEqual([
      false,
      2,
      { do: 'wait', until: 300_000 },
    ]);
    expect(scheduler.next(300_000)).toEqual({ do: 'claim', keys: ['a'] });
    statuses.set('a', 'sent');
    scheduler.claimed([]);
    expect(scheduler.next(300_000)).toEqual({ do: 'wait', until: 360_000 });
    statuses.set('b', 'sent');
    expect(scheduler.next(360_000)).toEqual(finish);
  });
});

it('has what is claimed anew wait no more', () => {
  const scheduler = schedulerOf({ keys: ['a'] });
  begun(scheduler);
  scheduler.answered('a', putOff, 0);
  expect(scheduler.next(300_000)).toEqual({ do: 'claim', keys: ['a'] });
  scheduler.claimed(['a']);
  expect([scheduler.waiting, scheduler.next(300_000)]).toEqual([0, { do: 'give', key: 'a' }]);
  scheduler.answered('a', putOff, 300_000);
  expect(scheduler.next(300_001)).toEqual({ do: 'wait', until: 1_200_000 });
  scheduler.claimed(['a']);
  scheduler.next(1_200_000);
  scheduler.answered('a', putOff, 1_200_000);
  // Not a fourth time in this run: the next one tries it.
  expect([scheduler.waiting, scheduler.next(99_000_000)]).toEqual([0, finish]);
});

describe('a scheduler that is stopped', () => {
  it('begins nothing more, whatever was waiting, and keeps the first reason', () => {
    const scheduler = schedulerOf({ limits: { connections: 2 } });
    begun(scheduler);
    scheduler.stop('by hand');
    scheduler.stop('something else');
    expect([scheduler.stopped, scheduler.isOpen('b'), scheduler.next(0)]).toEqual([
      'by hand',
      false,
      waitForAnswer,
    ]);
    scheduler.answered('a', sent, 0);
    expect(scheduler.next(0)).toEqual(finish);
  });

  it.each([
    ['broke', broke],
    ['was put off', putOff],
  ])('gives back what %s', (_, came) => {
    const scheduler = schedulerOf({ keys: ['a'] });
    begun(scheduler);
    scheduler.answered('a', came, 0);
    scheduler.stop('by hand');
    expect([scheduler.waiting, scheduler.isOpen('a'), scheduler.next(99_000_000)]).toEqual([
      0,
      false,
      finish,
    ]);
    const after = schedulerOf({ keys: ['a'] });
    begun(after);
    after.stop('by hand');
    after.answered('a', came, 0);
    expect([after.waiting, after.isOpen('a')]).toEqual([0, false]);
  });

  it('is stopped by the outbox, and by what breaks here', () => {
    const scheduler = schedulerOf();
    begun(scheduler);
    scheduler.answered('a', closed, 0);
    expect([scheduler.stopped, scheduler.next(0)]).toEqual(['not let in. Log in.', finish]);
    const broken = schedulerOf();
    begun(broken);
    broken.failed('a');
    expect([broken.stopped, broken.isOpen('a'), broken.next(0)]).toEqual(['something broke', false, finish]);
    const many = schedulerOf({ keys: Array.from('abcdefghij'), batch: 5 });
    for (const key of 'abcde') {
      begun(many);
      many.answered(key, refused, 0);
    }
    expect(many.stopped).toContain('5 were refused');
    const tiny = schedulerOf({ batch: 4 });
    for (const key of 'abc') {
      begun(tiny);
      tiny.answered(key, refused, 0);
    }
    expect(tiny.stopped).toContain('the first 3 were all refused');
  });
});

describe('whoever is to be left out', () => {
  it('is not claimed', () => {
    const scheduler = schedulerOf({ batch: 9 });
    scheduler.leaveOut(new Set(['b']));
    expect([scheduler.size, scheduler.next(0)]).toEqual([3, { do: 'claim', keys: ['a', 'c', 'd'] }]);
  });

  it('is not begun, also where it is claimed, waits or is on its way', () => {
    const scheduler = schedulerOf({ batch: 4, limits: { connections: 4 } });
    begun(scheduler);
    scheduler.next(0);
    scheduler.next(0);
    scheduler.answered('a', broke, 0);
    scheduler.answered('b', putOff, 0);
    scheduler.leaveOut(new Set(['a', 'b', 'c', 'd']));
    expect([scheduler.waiting, scheduler.isOpen('a'), scheduler.isOpen('d')]).toEqual([0, false, false]);
    scheduler.answered('c', putOff, 0);
    expect([scheduler.waiting, scheduler.next(99_000_000)]).toEqual([0, finish]);
  });
});
