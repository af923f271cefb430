/** The name of a tab as it is written in formulas and ranges: `'Bo''s fane'`. */
export function quoteTab(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
