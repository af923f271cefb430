const plain = /^[A-Z]-20\d\d-\d+$/u;

/** Upper case, plain hyphens, no space and nothing invisible: how an ID is compared, however it was typed or pasted. */
export function normaliseId(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF\u00AD]+/gu, '')
    .replace(/[‐-―−]/gu, '-')
    .toUpperCase();
}
