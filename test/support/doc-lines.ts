/** The commands in the documents, as their readers type them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A block of commands in a document, and the line of the document that it begins on. */
export interface Block {
  readonly place: string;
  readonly lines: readonly string[];
}

/** Every block of `sh` in a document: one command a line, without its comment. Lists may indent a block. */
export function blocksIn(path: string): readonly Block[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(/^ *```sh\n(?<lines>.*?)^ *```$/gmsu)].map(({ groups, index }) => ({
    place: `${path}:${String(text.slice(0, index).split('\n').length)}`,
    lines: (groups?.['lines'] ?? '')
      .split('\n')
      .flatMap((line) => line.replace(/\s+#\s.*$/u, '').split(' && '))
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }));
}

export interface Typed {
  readonly name: string;
  readonly argv: readonly string[];
  /** The file that the results go to. */
  readonly file: string | undefined;
}

/** A line that runs Felles, as npm and the shell read it; undefined for any other. */
export function typedIn(line: string): Typed | undefined {
  const { rest } = /^(?:npm run |npx felles |node bin\/felles\.js )(?<rest>.+)$/u.exec(line)?.groups ?? {};
  const words = [...(rest ?? '').matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)].map(
    ({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? '',
  );
  const [name, ...more] = words;
  if (name === undefined) return undefined;
  const argv = line.startsWith('npm') && more[0] === '--' ? more.slice(1) : more;
  const to = argv.indexOf('>');
  return to === -1 ? { name, argv, file: undefined } : { name, argv: argv.slice(0, to), file: argv[to + 1] };
}
