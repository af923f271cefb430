/**
 * The address, or undefined where the text is not an address. It does not ask `URL.canParse`, which Node 20 answers wrongly for
 * letters such as ø after some thousand calls (a fault of its compiled form).
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Where people open a Google Sheet in a browser. */
export const sheetAddress = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}`;

/** Where one cell of it opens. `tab` is the number of the tab there (`gid`), `range` such as `G14`. */
export const cellAddress = (id: string, tab: number, range: string): string =>
  `${sheetAddress(encodeURIComponent(id))}/edit#gid=${String(tab)}&range=${range}`;
