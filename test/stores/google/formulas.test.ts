import { describe, expect, it } from 'vitest';
import { cellFormula, openBelow, ruleFormula, sameFormula } from '../../../src/stores/google/formulas.ts';

describe('a formula in a Google Sheet', () => {
  it.each([
    ['COUNTIF(A2:A9,"a, b")', '=COUNTIF(A2:A9;"a, b")'],
    ['SUM(1.25,2)', '=SUM((125/100);2)'],
    ['LOG10(A2)>0.5', '=LOG10(A2)>(5/10)'],
    ["MIN('Bo''s, fane'!$B$2:$B$2000,Saker!$B$2:$C$2000)", "=MIN('Bo''s, fane'!$B$2:$B;Saker!$B$2:$C)"],
    ['SUM($A$2:$A$1999,A2:A2000)', '=SUM($A$2:$A$1999;A2:A2000)'],
    ['COUNTA(INDIRECT("\'Valg\'!$A$2:$A$2000"),"A2:A3")', '=COUNTA(INDIRECT("\'Valg\'!$A$2:$A");"A2:A3")'],
  ])('reads %s in every locale', (formula, expected) => {
    expect(cellFormula(formula)).toBe(expected);
  });

  it('has no list in braces, which is not the same in every locale', () => {
    expect(() => cellFormula('MATCH(A2,{1,2},0)')).toThrow(/braces/u);
  });

  it('names other tabs through INDIRECT in a rule', () => {
    expect(ruleFormula("COUNTIFS('Kontroll'!$B$2:$B$2000,$A2,Kontroll!$C$1,1)>0")).toBe(
      '=COUNTIFS(INDIRECT("\'Kontroll\'!$B$2:$B");$A2;INDIRECT("Kontroll!$C$1");1)>0',
    );
  });

  it('follows its rule to the right, where its columns are loose', () => {
    expect(ruleFormula('AND($A2<>"",B2="",Z$1:AA$1="B2",$C$2:$C$2000)', 2)).toBe(
      '=AND($A2<>"";D2="";AB$1:AC$1="B2";$C$2:$C)',
    );
  });

  it('is the same with other separators, spaces and cases', () => {
    expect(sameFormula('=AND(A2;B2)', '=and(A2, B2)')).toBe(true);
    expect(sameFormula('=AND(A2;B2)', '=AND(A2;B3)')).toBe(false);
  });

  it('opens only ranges that end where the files do', () => {
    expect(openBelow("'Valg'!$A$2:$A$2000")).toBe("'Valg'!$A$2:$A");
    expect(openBelow("'Valg'!$A$2:$A$20")).toBe("'Valg'!$A$2:$A$20");
  });
});
