import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/domain/problem.ts';
import { attachmentsCell, type Attachment } from '../../src/register/cells/attachments.ts';

function read(cell: string): { readonly value: readonly Attachment[] | undefined; readonly told: unknown[] } {
  const told: [ProblemCode, string][] = [];
  const value = attachmentsCell(cell, (code, level) => void told.push([code, level]));
  return { value, told };
}

const link = 'https://felles.example/utkast';

describe('attachments in a cell', () => {
  it.each([
    ['Utkast.pdf', [{ name: 'Utkast.pdf' }]],
    ['Utkast.pdf, Budsjett;Plan', [{ name: 'Utkast.pdf' }, { name: 'Budsjett' }, { name: 'Plan' }]],
    ['- Utkast\n- Budsjett\n', [{ name: 'Utkast' }, { name: 'Budsjett' }]],
    [link, [{ link }]],
    [`Utkast: ${link}`, [{ name: 'Utkast', link }]],
    [`• Utkast – ${link}`, [{ name: 'Utkast', link }]],
    [`Utkast (${link}), Plan`, [{ name: 'Utkast', link }, { name: 'Plan' }]],
    [`${link}, ${link}`, [{ link }, { link }]],
    [`${link}?a=1,2;b\nPlan`, [{ link: `${link}?a=1,2;b` }, { name: 'Plan' }]],
    [`${link}.`, [{ link }]],
    [',\n;', []],
  ])('«%s»', (cell, value) => {
    expect(read(cell)).toEqual({ value, told: [] });
  });

  it('are text where the link cannot be used', () => {
    expect(read('Utkast: http://felles.example/a')).toEqual({
      value: [{ name: 'Utkast: http://felles.example/a' }],
      told: [['link-invalid', 'warning']],
    });
  });
});
