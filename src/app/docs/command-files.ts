/** What a command has outside src/: its script, its line in package.json, and its section in docs/commands.md. */

/** scripts/<name>.ts. */
export const scriptOf = (name: string): string =>
  `import { start } from '../src/app/start/start.ts';\n\nawait start('${name}');\n`;

/** package.json with a line for each command that has none, after the last of those that have. */
export function withScripts(manifest: string, names: readonly string[]): string {
  const lineOf = (name: string): string => `    "${name}": "node bin/felles.js ${name}",\n`;
  const missing = names.filter((name) => !manifest.includes(lineOf(name)));
  const [last] = [...manifest.matchAll(/^ {4}"[\w-]+": "node bin\/felles\.js [\w-]+",\n/gmu)].slice(-1);
  if (last === undefined) return manifest;
  const end = last.index + last[0].length;
  return [manifest.slice(0, end), ...missing.map(lineOf), manifest.slice(end)].join('');
}

/** docs/commands.md with a section for each command that has none, in the order of the commands. Others stay as they are. */
export function withSections(text: string, names: readonly string[]): string {
  const headingOf = (name: string): string => `## ${name}\n`;
  return names.reduce((document, name, index) => {
    if (document.includes(`\n${headingOf(name)}`)) return document;
    const next = [...names.slice(index + 1), 'Settings'].find((one) =>
      document.includes(`\n${headingOf(one)}`),
    );
    const section = `${headingOf(name)}\n<!-- made: command:${name} -->\n<!-- /made -->\n\n`;
    return next === undefined
      ? `${document}\n${section}`
      : document.replace(`\n${headingOf(next)}`, `\n${section}${headingOf(next)}`);
  }, text);
}
