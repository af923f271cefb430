import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/app/cli/options.ts';
import { UserError } from '../../../src/domain/user-error.ts';

const specs = {
  meeting: { type: 'string', help: '' },
  'give-ids': { type: 'boolean', help: '' },
  json: { type: 'boolean', help: '' },
  format: { type: 'string', words: ['html', 'docx', 'txt'], help: '' },
} as const;

const underNpm = { npm_lifecycle_event: 'agenda' };

it('knows --plan when npm has taken it for -p -l -a -n', () => {
  const env = { ...underNpm, npm_config_parseable: 'true', npm_config_long: 'true', npm_config_all: 'true' };
  const withPlan = { ...specs, plan: { type: 'boolean', help: '' } } as const;
  expect(readOptions(withPlan, [], env)).toEqual({ plan: true });
  expect(readOptions(withPlan, [], { ...env, npm_config_all: '' })).toEqual({});
  expect(readOptions(specs, [], env)).toEqual({});
});

describe('flags after --', () => {
  it.each([
    [['--meeting', 'A-2026-004', '--json'], { meeting: 'A-2026-004', json: true }],
    [['--meeting=A-2026-004'], { meeting: 'A-2026-004' }],
    [['--json=false'], { json: false }],
    [['--', '--meeting', 'A-2026-004', '--', '--json'], { meeting: 'A-2026-004', json: true }],
    [[], {}],
  ])('%j', (argv, values) => {
    expect(readOptions(specs, argv, {})).toEqual(values);
  });

  it.each([
    [['--metting', 'A'], /--metting/u, /--meeting/u],
    [['--xyzzy'], /--xyzzy/u, /--help/u],
    [['-j'], /--j/u, /./u],
    [['--meeting'], /needs a value/u, /--meeting/u],
    [['--meeting', '--json'], /needs a value/u, /--meeting/u],
    [['--meeting='], /needs a value/u, /--meeting/u],
    [['--json=ja'], /takes no value/u, /--json/u],
    [['register.xlsx'], /not expected/u, /--workbook/u],
    [['--__proto__=x'], /no flag/u, /--help/u],
  ])('refuses %j with advice', (argv, message, advice) => {
    const read = (): unknown => readOptions(specs, argv, {});
    expect(read).toThrow(UserError);
    expect(read).toThrow(message);
    expect(read).toThrow(
      expect.objectContaining({ advice: expect.stringMatching(advice) as string }) as Error,
    );
  });
});

describe('flags that npm kept for itself', () => {
  it('are read from npm_config_*', () => {
    const env = {
      ...underNpm,
      npm_config_meeting: 'A-2026-004',
      npm_config_give_ids: 'true',
      npm_config_json: '',
    };
    expect(readOptions(specs, [], env)).toEqual({ meeting: 'A-2026-004', 'give-ids': true });
  });

  it('yield to those given to the script', () => {
    expect(readOptions(specs, ['--meeting', 'B'], { ...underNpm, npm_config_meeting: 'A' })).toEqual({
      meeting: 'B',
    });
  });

  it('are refused when misspelt, naming the nearest', () => {
    const read = (): unknown => readOptions(specs, [], { ...underNpm, npm_config_metting: 'A' });
    expect(read).toThrow(expect.objectContaining({ advice: 'Did you mean --meeting?' }) as Error);
  });

  it("leave npm's own settings alone", () => {
    const env = {
      ...underNpm,
      npm_config_cache: '/x',
      npm_config_user_agent: 'npm/11',
      npm_config_noproxy: '',
    };
    expect(readOptions(specs, [], env)).toEqual({});
  });

  it('are taken apart by npm when the value follows a space: then the advice is npx or --', () => {
    const read = (): unknown =>
      readOptions(specs, ['A-2026-004'], { ...underNpm, npm_config_meeting: 'true' });
    expect(read).toThrow(
      expect.objectContaining({
        advice: expect.stringMatching(/npx felles agenda --flag.*npm run agenda -- --flag/u) as string,
      }) as Error,
    );
  });

  it('are known under the longer name that npm took them for', () => {
    const to = { to: { type: 'string', help: '' } } as const;
    const env = { ...underNpm, npm_config_token_description: 'register.xlsx' };
    expect(readOptions(to, [], env)).toEqual({ to: 'register.xlsx' });
    expect(readOptions(specs, [], env)).toEqual({});
  });

  it.each(['txt', 'html,docx', 'HTML, txt'])('are known by their words alone: %s', (words) => {
    expect(readOptions(specs, [words, '--json'], underNpm)).toEqual({ format: words, json: true });
  });

  it.each(['pdf', 'html,pdf', '', ',', 'A-2026-004'])('are not guessed from «%s»', (words) => {
    expect(() => readOptions(specs, [words], underNpm)).toThrow(/is not expected/u);
  });

  it('are one value of several words, where the flag takes them, and a word of another flag is not', () => {
    const words = { ...specs, search: { type: 'string', isWords: true, help: '' } } as const;
    const several = { search: 'felles stand nå', json: true };
    expect(readOptions(words, ['--search', 'felles', 'stand', '--json', 'nå'], {})).toEqual(several);
    expect(readOptions(words, ['--search', 'felles', 'txt'], underNpm)).toEqual({
      ...{ search: 'felles', format: 'txt' },
    });
    expect(() => readOptions(words, ['felles'], {})).toThrow(/is not expected/u);
  });

  it('yield to the same flag given to the script, when npm hands over its words alone', () => {
    expect(readOptions(specs, ['txt', '--format', 'docx'], underNpm)).toEqual({ format: 'docx' });
  });

  it('count only under npm run, not under npx, which leaves them alone', () => {
    const underNpx = { npm_lifecycle_event: 'npx', npm_command: 'exec' };
    expect(readOptions(specs, [], { ...underNpx, npm_config_meeting: 'A' })).toEqual({});
    expect(() => readOptions(specs, ['txt'], underNpx)).toThrow(
      expect.objectContaining({ advice: expect.stringMatching(/^Values follow a flag/u) as string }) as Error,
    );
    expect(() => readOptions(specs, ['txt'], {})).toThrow(/is not expected/u);
    expect(readOptions(specs, [], { npm_config_meeting: 'A' })).toEqual({});
  });
});
