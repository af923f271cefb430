import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { Course, type CoursePlan, type Step } from '../../../src/delivery/send/course.ts';
import type { RecipientStatus } from '../../../src/delivery/send/recipient-status.ts';

const sent: Delivery = { is: 'sent', receipt: 'queued' };
const refused: Delivery = { is: 'refused', reason: 'no', reply: 550 };
const broke: Delivery = { is: 'notGiven', reason: 'no connection' };
const putOff: Delivery = { is: 'later', reason: 'not now', reply: 451 };
const closed: Delivery = { is: 'closed', reason: 'not let in', advice: 'Log in.' };

const plan = (more: Partial<CoursePlan> = {}): CoursePlan => ({
  ...{ keys: ['a', 'b', 'c', 'd'], limit: Number.POSITIVE_INFINITY, batch: 2, limits: { connections: 1 } },
  ...more,
});

/** A course of which somebody else may have taken up some. */
function courseOf(
  more: Partial<CoursePlan> = {},
  statuses: ReadonlyMap<string, RecipientStatus['is']> = new Map(),
): Course {
  return new Course(plan(more), (key) => {
    const is = statuses.get(key) ?? 'free';
    return is === 'sent' ? { is, receipt: '' } : is === 'mine' ? { is } : { is: 'free' };
  });
}

/** Claims, and gives the first. */
function begun(course: Course, now = 0): Step {
  const step = course.next(now);
  if (step.do === 'claim') course.claimed(step.keys);
  return course.next(now);
}

const finish = { do: 'finish' };
const waitForAnswer = { do: 'wait', until: Number.POSITIVE_INFINITY };

describe('a course', () => {
  it('claims as many at once as it may, and gives one at a time', () => {
    const course = courseOf();
    expect(course.next(0)).toEqual({ do: 'claim', keys: ['a', 'b'] });
    expect(begun(course)).toEqual({ do: 'give', key: 'a' });
    expect(course.next(0)).toEqual(waitForAnswer);
    expect([course.isOpen('a'), course.isOpen('b'), course.isOpen('c')]).toEqual([true, true, false]);
    course.answered('a', sent, 0);
    expect(course.isOpen('a')).toBe(false);
    expect(course.next(0)).toEqual({ do: 'give', key: 'b' });
    course.answered('b', sent, 0);
    expect(course.next(0)).toEqual({ do: 'claim', keys: ['c', 'd'] });
  });

  it('begins no more than the limit, and goes past whoever is done', () => {
    const course = courseOf({ limit: 3, batch: 9 }, new Map([['b', 'sent']]));
    expect([course.size, course.next(0)]).toEqual([3, { do: 'claim', keys: ['a', 'c', 'd'] }]);
    const limited = courseOf({ limit: 1, batch: 9 }, new Map([['a', 'mine']]));
    begun(limited);
    limited.answered('a', sent, 0);
    expect([limited.size, limited.next(0)]).toEqual([1, finish]);
  });

  it('keeps the pace, and what the server asks of everybody', () => {
    const course = courseOf({ limits: { connections: 2, perMinute: 60 } });
    begun(course);
    expect(course.next(0)).toEqual({ do: 'wait', until: 1_000 });
    course.answered('a', { ...putOff, waitSeconds: 30 }, 0);
    expect(course.next(1_000)).toEqual({ do: 'wait', until: 30_000 });
  });

  it('tries again under the claim where a connection broke, three times in all', () => {
    const course = courseOf({ keys: ['a'] });
    begun(course);
    course.answered('a', broke, 0);
    expect([course.isOpen('a'), course.waiting, course.next(1)]).toEqual([
      true,
      1,
      { do: 'wait', until: 2_000 },
    ]);
    expect(course.next(2_000)).toEqual({ do: 'give', key: 'a' });
    course.answered('a', broke, 2_000);
    expect(course.next(10_000)).toEqual({ do: 'give', key: 'a' });
    course.answered('a', broke, 10_000);
    expect([course.isOpen('a'), course.next(99_000_000)]).toEqual([false, finish]);
  });

  it('claims anew what was put off, once its time has come and nobody has taken it up', () => {
    const statuses = new Map<string, RecipientStatus['is']>();
    const course = courseOf({ keys: ['a', 'b'] }, statuses);
    begun(course);
    course.answered('a', putOff, 0);
    course.next(0);
    course.answered('b', putOff, 60_000);
    expect([course.isOpen('a'), course.waiting, course.next(60_000)]).toEqual([
      false,
      2,
      { do: 'wait', until: 300_000 },
    ]);
    expect(course.next(300_000)).toEqual({ do: 'claim', keys: ['a'] });
    statuses.set('a', 'sent');
    expect(course.next(300_000)).toEqual({ do: 'wait', until: 360_000 });
    statuses.set('b', 'sent');
    expect(course.next(360_000)).toEqual(finish);
  });
});

it('has what is claimed anew wait no more', () => {
  const course = courseOf({ keys: ['a'] });
  begun(course);
  course.answered('a', putOff, 0);
  expect(course.next(300_000)).toEqual({ do: 'claim', keys: ['a'] });
  course.claimed(['a']);
  expect([course.waiting, course.next(300_000)]).toEqual([0, { do: 'give', key: 'a' }]);
  course.answered('a', putOff, 300_000);
  expect(course.next(300_001)).toEqual({ do: 'wait', until: 1_200_000 });
  course.claimed(['a']);
  course.next(1_200_000);
  course.answered('a', putOff, 1_200_000);
  // Not a fourth time in this run: the next one tries it.
  expect([course.waiting, course.next(99_000_000)]).toEqual([0, finish]);
});

describe('a course that is stopped', () => {
  it('begins nothing more, whatever was waiting, and keeps the first reason', () => {
    const course = courseOf({ limits: { connections: 2 } });
    begun(course);
    course.stop('by hand');
    course.stop('something else');
    expect([course.stopped, course.isOpen('b'), course.next(0)]).toEqual(['by hand', false, waitForAnswer]);
    course.answered('a', sent, 0);
    expect(course.next(0)).toEqual(finish);
  });

  it.each([
    ['broke', broke],
    ['was put off', putOff],
  ])('gives back what %s', (_, came) => {
    const course = courseOf({ keys: ['a'] });
    begun(course);
    course.answered('a', came, 0);
    course.stop('by hand');
    expect([course.waiting, course.isOpen('a'), course.next(99_000_000)]).toEqual([0, false, finish]);
    const after = courseOf({ keys: ['a'] });
    begun(after);
    after.stop('by hand');
    after.answered('a', came, 0);
    expect([after.waiting, after.isOpen('a')]).toEqual([0, false]);
  });

  it('is stopped by the outbox, and by what breaks here', () => {
    const course = courseOf();
    begun(course);
    course.answered('a', closed, 0);
    expect([course.stopped, course.next(0)]).toEqual(['not let in. Log in.', finish]);
    const broken = courseOf();
    begun(broken);
    broken.failed('a');
    expect([broken.stopped, broken.isOpen('a'), broken.next(0)]).toEqual(['something broke', false, finish]);
    const many = courseOf({ keys: Array.from('abcde'), batch: 5 });
    for (const key of 'abcde') {
      begun(many);
      many.answered(key, refused, 0);
    }
    expect(many.stopped).toContain('5 were refused');
  });
});

describe('whoever is to be left out', () => {
  it('is not claimed', () => {
    const course = courseOf({ batch: 9 });
    course.leaveOut(new Set(['b']));
    expect([course.size, course.next(0)]).toEqual([3, { do: 'claim', keys: ['a', 'c', 'd'] }]);
  });

  it('is not begun, also where it is claimed, waits or is on its way', () => {
    const course = courseOf({ batch: 4, limits: { connections: 4 } });
    begun(course);
    course.next(0);
    course.next(0);
    course.answered('a', broke, 0);
    course.answered('b', putOff, 0);
    course.leaveOut(new Set(['a', 'b', 'c', 'd']));
    expect([course.waiting, course.isOpen('a'), course.isOpen('d')]).toEqual([0, false, false]);
    course.answered('c', putOff, 0);
    expect([course.waiting, course.next(99_000_000)]).toEqual([0, finish]);
  });
});
