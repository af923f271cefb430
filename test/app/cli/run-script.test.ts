import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, Run } from '../../../src/app/cli/command.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { makeWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

const command = (run: (run: Run) => Promise<0 | 1 | 2>): Command => ({
  name: 'greet',
  summary: 'Greets.',
  options: { loud: { type: 'boolean', help: 'greets loudly' } },
  examples: ['npm run greet -- --loud'],
  run,
});

describe('a script', () => {
  it('prints its result on standard output, and messages on standard error', async () => {
    const run = await world.run(
      command(({ terminal, flags, settings }) => {
        terminal.result(flags['loud'] === true ? 'HI' : 'hi');
        terminal.say(settings.now);
        return Promise.resolve(0);
      }),
      ['--loud'],
    );
    expect(run).toEqual({ code: 0, stdout: 'HI\n', stderr: '2026-11-23T12:00\n' });
  });

  it('shows help with every flag, its own and the common ones', async () => {
    const run = await world.run(
      command(() => Promise.resolve(0)),
      ['--help'],
    );
    expect(run.code).toBe(0);
    for (const word of [
      'npm run greet',
      '--loud',
      '--workbook',
      '--spreadsheet',
      '--out',
      '--now',
      '--help',
      'Exit codes',
    ]) {
      expect(run.stdout).toContain(word);
    }
    expect(run.stderr).toBe('');
  });

  it('ends with 2 and advice, without a stack, for what the operator can correct', async () => {
    const run = await world.run(command(() => Promise.reject(new UserError('No paper.', 'Buy some.'))));
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'No paper.\n  Buy some.\n' });
  });

  it('ends with 2 and a stack to report for what is our fault', async () => {
    const run = await world.run(command(() => Promise.reject(new TypeError('x is not a function'))));
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/Please report[\s\S]*TypeError: x is not a function\n\s+at /u);
  });

  it('refuses unknown flags before it does anything', async () => {
    const run = await world.run(
      command(() => Promise.resolve(0)),
      ['--lod'],
    );
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'There is no flag --lod.\n  Did you mean --loud?\n' });
  });

  it('uses colours only where they are wanted', async () => {
    const refusing = command(() => Promise.reject(new UserError('No.', 'Yes.')));
    expect((await world.run(refusing, [], { FORCE_COLOR: '1' })).stderr).toContain('\u001B[31m');
    expect((await world.run(refusing, [], { FORCE_COLOR: '1', NO_COLOR: '1' })).stderr).toBe('No.\n  Yes.\n');
  });
});
