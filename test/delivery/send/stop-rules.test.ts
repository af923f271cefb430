import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { StopRules } from '../../../src/delivery/send/retry-and-stop.ts';

const answers = {
  s: { is: 'sent', receipt: 'queued' },
  w: { is: 'written', receipt: 'a.eml' },
  r: { is: 'refused', reason: 'refused with 550', reply: 550 },
  l: { is: 'later', reason: 'not now (451)', reply: 451 },
  n: { is: 'notGiven', reason: 'no connection to the mail server' },
  u: { is: 'unclear', reason: 'the connection broke' },
  c: { is: 'closed', reason: 'not let in', advice: 'Log in.' },
} as const satisfies Record<string, Delivery>;

const isAnswer = (letter: string): letter is keyof typeof answers => Object.hasOwn(answers, letter);

/**
 * After how many answers the run of a mailing to `size` ends; undefined where it goes on. One letter is one answer. Unless a test
 * says otherwise the mailing is a long one.
 */
function endsAfter(letters: string, size = 200): number | undefined {
  const rules = new StopRules(size);
  const at = Array.from(letters).findIndex(
    (letter) => isAnswer(letter) && rules.note(answers[letter]) !== undefined,
  );
  return at === -1 ? undefined : at + 1;
}

describe('a run goes on', () => {
  it.each([
    ['four dead in a row, and the next one taken', 'rrrrs'],
    ['four of the first ten', 'srsrsrsrss'],
    ['four of the first fifty', `rrrr${'s'.repeat(46)}`],
    ['the fifth after the first fifty', `rrrr${'s'.repeat(46)}r`],
    ['many later on, while some are taken between', `${'s'.repeat(50)}${'rrrrs'.repeat(20)}`],
    ['many later on, while some are drafts between', `${'w'.repeat(50)}rrrrwrrrr`],
    ['files, which nobody refuses', 'w'.repeat(200)],
    ['three connections that break in a row', 'nnnsnnn'],
    ['ten that are put off in a row', `${'l'.repeat(10)}s${'l'.repeat(10)}`],
    ['what is unclear', 'u'.repeat(20)],
  ])('with %s', (_, letters) => {
    expect(endsAfter(letters)).toBeUndefined();
  });
});

describe('the run of a tiny mailing', () => {
  it.each([
    ...['ssrr', 'rrss', 'rsrs', 'rsrr', 'rrsr'].map((letters) => [letters, 4] as const),
    ['rr', 2],
    ['wrrrr', 5],
    ['rrsrrrrrr', 9],
    ['srrrrrrrr', 9],
    ['rrlulsrr', 9],
  ] as const)('goes on with %s of %i', (letters, size) => {
    expect(endsAfter(letters, size)).toBeUndefined();
  });

  it.each([
    ['the first three of three', 'rrr', 3, 3],
    ['the first three of four', 'rrrs', 4, 3],
    ['the first three of nine', 'rrr', 9, 3],
    ['the first three, whatever is put off or unclear between', 'rlrur', 9, 5],
  ])('ends when %s are refused', (_, letters, size, after) => {
    expect(endsAfter(letters, size)).toBe(after);
  });

  it('is one to fewer than ten: from ten on the rules are those of long ones', () => {
    expect([9, 10].map((size) => endsAfter('rrr', size))).toEqual([3, undefined]);
    expect([9, 10].map((size) => endsAfter('srsrsrsr', size))).toEqual([undefined, undefined]);
    expect([9, 10, 11].map((size) => endsAfter('srrrrr', size))).toEqual([undefined, 6, 6]);
    expect([9, 10].map((size) => endsAfter('rsrsrsrsr', size))).toEqual([undefined, 9]);
  });

  it('keeps the other rules', () => {
    expect([endsAfter('nnnn', 4), endsAfter('c', 4), endsAfter('l'.repeat(11), 4)]).toEqual([4, 1, 11]);
  });
});

describe('a run ends', () => {
  it.each([
    ['at the fifth refusal in a row', `${'s'.repeat(60)}rrrrr`, 65],
    ['at the fifth in a row, whatever is put off or unclear between', `${'s'.repeat(60)}rrlrrur`, 67],
    ['at the fifth of the first fifty answers', `${'rs'.repeat(4)}${'s'.repeat(41)}r`, 50],
    ['at the fifth of ten', 'rsrsrsrsrs', 9],
    [
      'at the fiftieth answer, what is no answer not counted',
      `${'rs'.repeat(4)}${'lu'.repeat(9)}${'s'.repeat(41)}r`,
      68,
    ],
    ['at the fifth of a few files too', 'rwrwrwrwr', 9],
    ['at the fourth connection that breaks', 'snnnn', 5],
    ['at the eleventh that is put off', `s${'l'.repeat(11)}`, 12],
    ['where the outbox is closed', 'sc', 2],
  ])('%s', (_, letters, after) => {
    expect(endsAfter(letters)).toBe(after);
  });

  it('and says why, with what to do', () => {
    const rules = new StopRules(200);
    expect(rules.note(answers.c)).toBe('not let in. Log in.');
    const told = Array.from('rrrrr')
      .map(() => rules.note(answers.r))
      .at(-1);
    expect(told).toBe('5 were refused one after the other; find out why before you go on');
    const broken = Array.from('nnnn')
      .map(() => rules.note(answers.n))
      .at(-1);
    expect(broken).toBe(
      'no connection to the mail server, 4 times in a row; try again later, and ask those who run the mail server if it goes on',
    );
    const tiny = new StopRules(4);
    expect(Array.from('rrr').map(() => tiny.note(answers.r))).toEqual([
      undefined,
      undefined,
      'the first 3 were all refused; find out why before you go on',
    ]);
  });
});
