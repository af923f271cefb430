/** The characters that XML is built of, as codes. */
export const EXCLAMATION = 0x21;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
export const QUESTION = 0x3f;

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

export function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}
