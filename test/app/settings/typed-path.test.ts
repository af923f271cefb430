import { describe, expect, it } from 'vitest';
import { typedPath } from '../../../src/app/settings/typed-path.ts';

describe('a path that a person typed', () => {
  it.each([
    ['register.xlsx', 'C:\\møter\\register.xlsx'],
    ['..\\nytt\\r.xlsx', 'C:\\nytt\\r.xlsx'],
    ['d:/felles/r.xlsx', 'd:\\felles\\r.xlsx'],
    ['\\\\tjener\\deling\\r.xlsx', '\\\\tjener\\deling\\r.xlsx'],
    ['console\\nullstilt.xlsx', 'C:\\møter\\console\\nullstilt.xlsx'],
    ['.ut\\a b.xlsx', 'C:\\møter\\.ut\\a b.xlsx'],
  ])('may be %s on Windows', (typed, path) => {
    expect(typedPath('C:\\møter', typed, 'win32')).toBe(path);
  });

  it.each([
    'con.xlsx',
    'ut\\Aux\\r.xlsx',
    'nul',
    'com1.tar.xlsx',
    'ut.',
    'ut \\r.xlsx',
    'a?.xlsx',
    'ut\\a:b.xlsx',
  ])('may not be %s on Windows, and is a name like others elsewhere', (typed) => {
    expect(() => typedPath('C:\\møter', typed, 'win32')).toThrow(
      'Windows does not allow a file or folder called «',
    );
    expect(typedPath('/møter', typed, 'linux')).toBe(`/møter/${typed}`);
  });
});
