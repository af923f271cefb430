/** Opens an address in the browser of this machine. */
import { spawn } from 'node:child_process';

/** If it fails, nothing happens: the address is on the terminal. */
export function openBrowser(address: string): void {
  const [command, ...first] = opener(process.platform);
  const browser = spawn(command, [...first, address], { detached: true, stdio: 'ignore' });
  browser.on('error', () => undefined);
  browser.unref();
}

/** What opens an address. Not `start`, which belongs to the Windows shell and interprets `&` in an address. */
function opener(platform: NodeJS.Platform): readonly [command: string, ...first: string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return platform === 'darwin' ? ['open'] : ['xdg-open'];
}
