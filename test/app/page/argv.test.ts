import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argvOf, formAddress, typedCommand } from '../../../src/app/page/argv.ts';
import { readOptions, type OptionSpecs } from '../../../src/app/cli/options.ts';
import { UserError } from '../../../src/domain/user-error.ts';

const options = {
  title: { type: 'string', value: '<text>', help: 'a text' },
  write: { type: 'boolean', help: 'writes' },
} as const satisfies OptionSpecs;

describe('the fields of a form', () => {
  it('give the command just what was typed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (title, write) => {
        const fields = { 'flag.title': title, 'flag.write': write ? 'on' : '', from: '/', form: 'x' };
        const argv = argvOf(options, fields);
        const read = readOptions(options, argv, {});
        expect(read['title'] ?? '').toBe(title.trim());
        expect(read['write'] ?? false).toBe(write);
        expect(argv.length).toBe(Number(title.trim() !== '') + Number(write));
      }),
    );
  });

  it('can name no flag that the command does not have', () => {
    const others = fc.string().filter((name) => !Object.hasOwn(options, name));
    fc.assert(
      fc.property(fc.oneof(others, fc.constantFrom('__proto__', 'toString', 'workbook')), (name) => {
        expect(() => argvOf(options, Object.fromEntries([[`flag.${name}`, 'x']]))).toThrow(UserError);
      }),
    );
  });
});

describe('a command as it is typed', () => {
  it('is the address of its form, with every value as it was', () => {
    const word = fc.stringMatching(/^[a-zæøå0-9][\wæøå./: -]{0,20}$/u).map((text) => text.trim());
    const flag = fc.stringMatching(/^[a-z][a-z-]{1,10}$/u);
    fc.assert(
      fc.property(flag, fc.dictionary(flag, fc.oneof(word, fc.constant(true as const))), (command, flags) => {
        const given = Object.entries(flags).map(([name, value]) =>
          value === true ? `--${name}` : `--${name} "${value}"`,
        );
        const typed = typedCommand(`${command} -- ${given.join(' ')}`);
        expect(typed).toEqual({ command, flags: { ...flags } });
        const { pathname, searchParams } = new URL(formAddress(typed), 'http://127.0.0.1/nb/');
        expect(pathname).toBe(`/nb/doing/${command}`);
        expect(Object.fromEntries(searchParams)).toEqual(
          Object.fromEntries(
            Object.entries(flags).map(([name, value]) => [name, value === true ? 'on' : value]),
          ),
        );
      }),
    );
  });

  it('keeps a folder that stands without a flag', () => {
    const typed = typedCommand('send -- "out/a b" --test kari@example.no');
    expect(typed).toEqual({ command: 'send', flags: { '': 'out/a b', test: 'kari@example.no' } });
    expect(formAddress(typed)).toBe('doing/send?first=out%2Fa+b&test=kari%40example.no');
  });
});
