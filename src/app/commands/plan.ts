/** `npm run plan`: proposes meetings and webinars, asks those invited which day suits, and sets the day. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { openRegister } from '../register/open-register.ts';

const options = {
  year: {
    type: 'string',
    value: '<year>',
    help: 'the quarterly meetings of this year (default: the first year that lacks one)',
  },
  series: { type: 'string', value: '<name>', help: 'a series of webinars with this name' },
  count: { type: 'string', value: '<number>', help: 'with --series: how many are to come (default 3)' },
  every: {
    type: 'string',
    value: '<6w>',
    help: 'with --series: how far apart, in weeks or months: 6w, 2m (default 4w)',
  },
  weekday: {
    type: 'string',
    value: '<tirsdag>',
    help: 'with --series: the weekday (default: as the last webinar)',
  },
  from: {
    type: 'string',
    value: '<day>',
    help: 'with --series: the first day that may be chosen (default: in eight weeks)',
  },
  time: {
    type: 'string',
    value: '<10:00>',
    help: 'with --series: when it starts (default: as the last webinar)',
  },
  poll: {
    type: 'string',
    value: '<meeting>',
    help: 'ask those invited which day suits this quarterly meeting, in the tab Datoforslag',
  },
  days: {
    type: 'string',
    value: '<day,day>',
    help: 'with --poll: the days to ask about (default: as the plan of its quarter)',
  },
  'answer-by': {
    type: 'string',
    value: '<day>',
    help: 'with --poll: the last day to answer (default: in ten days)',
  },
  decide: {
    type: 'string',
    value: '<meeting>',
    help: 'the day that suits most of those who have answered, for this meeting',
  },
  date: { type: 'string', value: '<day>', help: 'with --decide: this day instead' },
  write: { type: 'boolean', help: 'write it to the register; without this it is only shown' },
  json: { type: 'boolean', help: 'print it as JSON on standard output' },
} as const;

export const planCommand: Command = {
  name: 'plan',
  summary: 'Proposes days for meetings and webinars, and asks which day suits.',
  options,
  examples: [
    'npm run plan',
    'npm run plan -- --year 2027 --write',
    'npm run plan -- --series "Sentrum" --count 3 --every 6w --weekday tirsdag',
    'npm run plan -- --poll next --write',
    'npm run plan -- --decide next',
  ],
  ends: {
    0: 'the plan was made, or what was asked for is written',
    1: 'somebody must do something first: no day is free, nobody has answered, two days suit as many, or a cell holds something else',
  },
  run: runPlan,
};

/** The flags of each mode, which has the name of the first. */
const modes = {
  year: ['year'],
  series: ['series', 'count', 'every', 'weekday', 'from', 'time'],
  poll: ['poll', 'days', 'answer-by'],
  decide: ['decide', 'date'],
} as const;

type Mode = keyof typeof modes;

const isMode = (name: string): name is Mode => Object.hasOwn(modes, name);

/** What is asked for. Throws UserError where flags do not belong together. */
function modeIn(flags: Run['flags']): Mode {
  const names = Object.keys(modes).filter(isMode);
  const [mode = 'year', other] = names.filter((name) => flags[name] !== undefined);
  if (other !== undefined)
    throw new UserError(msg`--${mode} and --${other} were both given.`, msg`Use only one of them.`);
  for (const name of names) {
    const stray = name === mode ? undefined : modes[name].find((flag) => flags[flag] !== undefined);
    if (stray !== undefined)
      throw new UserError(
        msg`--${stray} belongs to --${name}.`,
        msg`Add --${name}, or leave --${stray} out.`,
      );
  }
  return mode;
}

const needed = ['activities', 'texts', 'slots', 'dialogues', 'contacts', 'answers', 'settings'] as const;

async function runPlan(run: Run): Promise<ExitCode> {
  const mode = modeIn(run.flags);
  const open = await openRegister(run, needed, msg`Nothing was planned.`);
  switch (mode) {
    case 'year':
      return (await import('../plan/year.ts')).planYear(run, open);
    case 'series':
      return (await import('../plan/series.ts')).planSeries(run, open);
    case 'poll':
      return (await import('../plan/poll.ts')).poll(run, open);
    case 'decide':
      return (await import('../plan/decide.ts')).decide(run, open);
  }
}
