/**
 * Whose requests the page takes. On most systems everybody who uses the machine can see with which address a browser was started, and could
 * use it before the browser does. Linux says whose a connection is; where a system does not, the first to come gets in, and the browser
 * is then refused.
 */
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** The ports of a connection: that of the page, and that of the one who asks. */
interface Ports {
  readonly own: number;
  readonly asking: number;
}

/** Of IPv4, and of IPv6 sockets that are used for it. */
const tables = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * The user who asks, by the tables of the kernel (proc(5): ports in hexadecimal, the user's number in the eighth column). `unknown` where
 * the tables do not even hold the end of the page; undefined where they hold that alone.
 */
export function askingUser(text: string, { own, asking }: Ports): number | 'unknown' | undefined {
  const ending = (port: number): string => `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = text.split('\n').map((line) => line.trim().split(/\s+/u));
  const userOf = (from: number, to: number): number | undefined => {
    const row = rows.find(
      ([, local, remote]) => local?.endsWith(ending(from)) === true && remote?.endsWith(ending(to)) === true,
    );
    return row === undefined ? undefined : Number(row[7]);
  };
  return userOf(own, asking) === undefined ? 'unknown' : userOf(asking, own);
}

function tablesNow(): string {
  return tables
    .map((file) => {
      try {
        return readFileSync(file, 'latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

const known = new WeakMap<Socket, boolean>();

/** Whether a connection to the page is of the user who runs it. Root may read all that the page has, and passes on for others (WSL). */
export function isSameUser(socket: Socket): boolean {
  const found = known.get(socket) ?? isSame(socket);
  known.set(socket, found);
  return found;
}

function isSame({ localPort, remotePort }: Socket): boolean {
  const self = process.getuid?.();
  if (self === undefined || localPort === undefined || remotePort === undefined) return true;
  const user = askingUser(tablesNow(), { own: localPort, asking: remotePort });
  return user === 'unknown' || user === 0 || user === self;
}
