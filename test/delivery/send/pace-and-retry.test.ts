import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { Pace } from '../../../src/delivery/send/scheduler.ts';
import { afterTry } from '../../../src/delivery/send/retry-and-stop.ts';

const minute = 60_000;
const broke: Delivery = { is: 'notGiven', reason: 'no connection' };
const putOff: Delivery = { is: 'later', reason: 'not now', reply: 451 };

describe('what was surely not sent', () => {
  it('is tried three times where the connection broke: after two seconds, and after eight', () => {
    expect([1, 2, 3].map((tries) => afterTry(broke, tries))).toEqual([
      { is: 'again', wait: 2_000 },
      { is: 'again', wait: 8_000 },
      { is: 'givenUp' },
    ]);
  });

  it('is tried three times where the server puts it off: after five minutes, and after fifteen', () => {
    expect([1, 2, 3].map((tries) => afterTry(putOff, tries))).toEqual([
      { is: 'later', wait: 5 * minute },
      { is: 'later', wait: 15 * minute },
      { is: 'givenUp' },
    ]);
  });

  it('waits as long as the server asks', () => {
    expect(afterTry({ ...putOff, waitSeconds: 90 }, 1)).toEqual({ is: 'later', wait: 90_000 });
    expect(afterTry({ ...putOff, waitSeconds: 90 }, 3)).toEqual({ is: 'givenUp' });
  });

  it('is given up where the outbox takes nothing', () => {
    expect(afterTry({ is: 'closed', reason: 'no', advice: '' }, 1)).toEqual({ is: 'givenUp' });
  });
});

it.each([
  { is: 'sent', receipt: 'queued' },
  { is: 'written', receipt: 'a.eml' },
  { is: 'refused', reason: 'no', reply: 550 },
  { is: 'unclear', reason: 'it broke' },
] as const satisfies readonly Delivery[])('what is $is is never tried again', (came) => {
  expect(afterTry(came, 1)).toEqual({ is: 'done' });
});

describe('the pace', () => {
  it('lets so many begin in a minute, and any number where nobody says', () => {
    const pace = new Pace(60);
    expect(pace.next).toBe(0);
    pace.began(500);
    expect(pace.next).toBe(1_500);
    pace.began(1_500);
    expect(pace.next).toBe(2_500);
    const free = new Pace(undefined);
    free.began(500);
    expect(free.next).toBe(500);
  });

  it('never goes back from what the server has asked for', () => {
    const pace = new Pace(60);
    pace.holdUntil(10_000);
    pace.began(500);
    expect(pace.next).toBe(10_000);
    pace.holdUntil(3_000);
    expect(pace.next).toBe(10_000);
  });
});
