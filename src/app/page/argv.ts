/** From the fields of a form to the flags of a command. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { OptionSpecs } from '../cli/options.ts';

/**
 * The flags of a command from the fields of a form: those that are filled in. Throws UserError for a field that names a flag which the
 * command does not have.
 */
export function argvOf(options: OptionSpecs, fields: Readonly<Record<string, string>>): readonly string[] {
  const given = Object.entries(fields).filter(([name]) => name.startsWith('flag.'));
  return given.flatMap(([name, value]) => {
    const flag = name.slice('flag.'.length);
    const spec = Object.hasOwn(options, flag) ? options[flag] : undefined;
    if (spec === undefined) throw new UserError(msg`There is no flag --${flag}.`, msg`Open the page again.`);
    if (value.trim() === '') return [];
    // With the sign of equality a value may begin with a hyphen.
    return spec.type === 'boolean' ? [`--${flag}`] : [`--${flag}=${value.trim()}`];
  });
}

/** The flags again from what `argvOf` made, as an address or a form has them. */
export const flagsOf = (argv: readonly string[]): TypedCommand['flags'] =>
  Object.fromEntries(
    argv.map((word): [string, string | true] => {
      const at = word.indexOf('=');
      return at < 0 ? [word.slice(2), true] : [word.slice(2, at), word.slice(at + 1)];
    }),
  );

/** The words of a command as it is typed, with quotation marks taken off: `send -- "out/a b"`. */
const wordsOf = (typed: string): readonly string[] =>
  [...typed.matchAll(/"(?<quoted>[^"]*)"|(?<bare>\S+)/gu)].flatMap(({ groups }) => {
    const word = groups?.['quoted'] ?? groups?.['bare'] ?? '';
    return word === '--' ? [] : [word];
  });

/** A command as a list of things to do names it: `announce -- --webinar A-2026-031 --kind reminder-7`. */
export interface TypedCommand {
  readonly command: string;
  /** By flag; `true` for one without a value; a word without a flag is under the empty name. */
  readonly flags: Readonly<Record<string, string | true>>;
}

export function typedCommand(typed: string): TypedCommand {
  const [command = '', ...words] = wordsOf(typed);
  const flags: Record<string, string | true> = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (!word.startsWith('--')) flags[''] = word;
    else if (next === undefined || next.startsWith('--')) flags[word.slice(2)] = true;
    else {
      flags[word.slice(2)] = next;
      at += 1;
    }
  }
  return { command, flags };
}

/** The address of the form in which a command is filled in and started. */
export function formAddress({ command, flags }: TypedCommand): string {
  const query = new URLSearchParams(
    Object.entries(flags).map(([flag, value]): [string, string] => [
      flag === '' ? 'first' : flag,
      value === true ? 'on' : value,
    ]),
  ).toString();
  return `doing/${command}${query === '' ? '' : `?${query}`}`;
}
