/** The name of a tab as it stands in formulas and ranges: `'Bo''s fane'`. */
export function quoteTab(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
