import fc from 'fast-check';

/** Any text that a program may meet: every UTF-16 code unit, halves of pairs and control characters included. */
export const anyCodeUnits: fc.Arbitrary<string> = fc.string({
  unit: fc.nat(0xff_ff).map((code) => String.fromCharCode(code)),
});
