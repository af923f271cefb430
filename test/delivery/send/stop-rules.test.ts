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

/** After how many answers a run ends; undefined where it goes on. One letter is one answer. */
function endsAfter(letters: string): number | undefined {
  const rules = new StopRules();
  const at = Array.from(letters).findIndex(
    (letter) => isAnswer(letter) && rules.note(answers[letter]) !== undefined,
  );
  return at === -1 ? undefined : at + 1;
}

describe('a run goes on', () => {
  it.each([
    ['a mailing of four with two dead addresses', 'rsrs'],
    ['a mailing of four with all dead', 'rrrr'],
    ['a mailing of ten with four dead', 'srsrsrsrss'],
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
    const rules = new StopRules();
    expect(rules.note(answers.c)).toBe('not let in. Log in.');
    const told = Array.from('rrrrr')
      .map(() => rules.note(answers.r))
      .at(-1);
    expect(told).toBe('5 were refused one after the other; find out why before you go on');
    const broken = Array.from('nnnn')
      .map(() => rules.note(answers.n))
      .at(-1);
    expect(broken).toBe('no connection to the mail server, 4 times in a row');
  });
});
