/** What an invitation says to people, from the file that Felles itself has made (render/exchange/ics.ts). */

/** Text of iCalendar without its signs of escape (RFC 5545 section 3.3.11). */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign));

/** The title and the place of the first event; empty where it has none. */
export function eventLines(ics: string): { readonly summary: string; readonly location: string } {
  const lines = ics.replaceAll(/\r?\n[ \t]/gu, '').split(/\r?\n/u);
  const valueOf = (name: string): string => {
    const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`));
    return line === undefined ? '' : unescaped(line.slice(line.indexOf(':') + 1));
  };
  return { summary: valueOf('SUMMARY'), location: valueOf('LOCATION') };
}
