/** Flags of the scripts: one contract for all (see README). */
import { msg, spoken } from '../../domain/msg.ts';
import { parseArgs } from 'node:util';
import { nearest } from '../../domain/nearest.ts';
import { UserError } from '../../domain/user-error.ts';

/** What a flag of a paper chooses, as a form can offer it. */
export type Choice =
  'meeting' | 'programme' | 'party' | 'county' | 'year' | 'appendix' | 'searched' | 'since';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** The kind of value, for the help: `<file>`. */
  readonly value?: string;
  /** The only words that a value may have, with commas between. */
  readonly words?: readonly string[];
  readonly help: string;
  /** A word that belongs to no flag is its value: `npm run send -- <folder>`. */
  readonly isFirst?: true;
  /** Words that follow its value are part of it: `--search felles stand`. */
  readonly isWords?: true;
  /** What the page offers for it where it shows the paper. The page gives a paper no other flags: they may do more than choose. */
  readonly chooses?: Choice;
  /** The command stops without it. */
  readonly isNeeded?: true;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The variables of the environment, or those of a `.env` file. */
export type EnvVariables = Readonly<Record<string, string | undefined>>;

/** npm's own settings, which it passes to every script in the same way as an unknown flag. */
const npmSettings =
  /^npm_config_(?:cache|global_prefix|globalconfig|init_module|local_prefix|node_gyp|noproxy|npm_version|prefix|user_agent|userconfig|save_exact|engine_strict|ignore_scripts|omit_lockfile_registry_resolved|fund|audit|yes|nodedir|registry|loglevel|color|update_notifier)$/u;

/** Flags that npm 11 reads as the beginning of one of its own settings, by that setting. */
const takenByNpm: Readonly<Record<string, string>> = { 'token-description': 'to' };

/** Flags whose letters npm reads as separate flags (-p -l -a -n), with the resulting settings. */
const spelledByNpm: Readonly<Record<string, readonly string[]>> = { plan: ['parseable', 'long', 'all'] };

function unknownFlag(flag: string, known: readonly string[]): UserError {
  const near = nearest(flag, known);
  const advice = near === undefined ? msg`Run with --help to see all flags.` : msg`Did you mean --${near}?`;
  return new UserError(msg`There is no flag --${flag}.`, advice);
}

function spelledOut(specs: OptionSpecs, env: EnvVariables): Record<string, string | boolean> {
  const spelled = Object.entries(spelledByNpm).filter(
    ([flag, settings]) =>
      Object.hasOwn(specs, flag) && settings.every((setting) => env[`npm_config_${setting}`] === 'true'),
  );
  return Object.fromEntries(spelled.map(([flag]) => [flag, true]));
}

/** Whether `npm run` started this. `npx felles` is npm's too, but it does not change what follows the command. */
const isNpmRun = (env: EnvVariables): boolean =>
  env['npm_lifecycle_event'] !== undefined && env['npm_command'] !== 'exec';

/** `npm run agenda --quarter=2026Q1`, without `--` between: npm keeps the flag and passes it as npm_config_quarter. */
function swallowedByNpm(specs: OptionSpecs, env: EnvVariables): Record<string, string | boolean> {
  if (!isNpmRun(env)) return {};
  const found = spelledOut(specs, env);
  const names = Object.keys(specs);
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith('npm_config_') || value === undefined || npmSettings.test(variable)) continue;
    const setting = variable.slice('npm_config_'.length).replaceAll('_', '-');
    const flag = takenByNpm[setting] ?? setting;
    const spec = Object.hasOwn(specs, flag) ? specs[flag] : undefined;
    if (spec === undefined) {
      if (flag.length > 3 && nearest(flag, names) !== undefined) throw unknownFlag(flag, names);
    } else if (spec.type === 'boolean') {
      if (value !== '' && value !== 'false') found[flag] = true;
    } else {
      found[flag] = value;
    }
  }
  return found;
}

/** Reads the flags of a script. Throws UserError for an unknown flag, with the nearest known one. */
export function readOptions(
  specs: OptionSpecs,
  argv: readonly string[],
  env: EnvVariables,
): Record<string, string | boolean> {
  const options = Object.fromEntries(Object.entries(specs).map(([name, { type }]) => [name, { type }]));
  const { tokens } = parseArgs({
    // npm needs `--` before flags; people who are used to that also write it after `felles`, which needs none.
    args: argv.filter((word) => word !== '--'),
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const values = swallowedByNpm(specs, env);
  for (const token of tokens) {
    if (token.kind === 'positional') {
      const first = Object.keys(specs).find((name) => specs[name]?.isFirst === true);
      if (first !== undefined && values[first] === undefined) {
        values[first] = token.value;
        continue;
      }
      const flag = flagOfWords(specs, token.value, env);
      const words = flag === undefined ? wordsBegun(specs, values) : undefined;
      if (words !== undefined) values[words.flag] = `${words.begun} ${token.value}`;
      else if (flag === undefined)
        throw new UserError(msg`«${token.value}» is not expected.`, strayAdvice(env));
      else values[flag] = token.value;
      continue;
    }
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) throw unknownFlag(token.name, Object.keys(specs));
    values[token.name] = valueOf(token.name, spec, token.value);
  }
  return values;
}

/** The flag whose words are not at their end, and those that it has. */
function wordsBegun(
  specs: OptionSpecs,
  values: Readonly<Record<string, string | boolean>>,
): { readonly flag: string; readonly begun: string } | undefined {
  const flag = Object.keys(specs).find((name) => specs[name]?.isWords === true);
  const begun = flag === undefined ? undefined : values[flag];
  return flag === undefined || typeof begun !== 'string' ? undefined : { flag, begun };
}

/**
 * `npm run agenda --format=txt`: npm 10 and 11 read `--format` as their own `--format-package-lock`, and pass only
 * `txt`. Words that only one flag knows must be meant for that flag.
 */
function flagOfWords(specs: OptionSpecs, value: string, env: EnvVariables): string | undefined {
  if (!isNpmRun(env)) return undefined;
  const words = value.split(',').map((word) => word.trim().toLowerCase());
  const flags = Object.keys(specs).filter((flag) =>
    words.every((word) => specs[flag]?.words?.includes(word) === true),
  );
  return flags.length === 1 ? flags[0] : undefined;
}

/** npm splits `--meeting A-1` unless `--` comes first. */
function strayAdvice(env: EnvVariables): string {
  const script = env['npm_lifecycle_event'];
  if (script === undefined || !isNpmRun(env))
    return msg`Values follow a flag, as in --workbook register.xlsx. Run with --help to see all flags.`;
  return msg`npm read the flags as its own. Write «npx felles ${script} --flag value», or «npm run ${script} -- --flag value» (PowerShell drops the --).`;
}

function valueOf(name: string, spec: OptionSpec, value: string | undefined): string | boolean {
  if (spec.type === 'boolean') {
    if (value === undefined || value === 'true') return true;
    if (value === 'false') return false;
    throw new UserError(msg`--${name} takes no value, but got «${value}».`, msg`Write only --${name}.`);
  }
  if (value === undefined || value.trim() === '' || /^--\w/u.test(value)) {
    // Help names the kinds of values in English; words to choose from are the same in each language.
    const isReadable = spoken() === 'en' || spec.value?.includes('|') === true;
    const kind = (isReadable ? spec.value : undefined) ?? msg`<value>`;
    throw new UserError(msg`--${name} needs a value.`, msg`Write --${name} ${kind}.`);
  }
  return value;
}
