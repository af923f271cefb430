import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { quietTerminal } from '../../../src/app/page/quiet-terminal.ts';
import { endByHand } from '../../../src/app/page/serve.ts';

it('Ctrl-C asks the page to end, and a second one ends it at once without what people handed in', async () => {
  const room = await mkdtemp(join(tmpdir(), 'felles-serve-'));
  await writeFile(join(room, 'opplastet.eml'), 'x');
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  const ending = new AbortController();
  const disk = { folder: room, out: room, room };
  const terminal = quietTerminal({ said: [] });
  const letGo = endByHand({ terminal }, { ending, disk, runs: { current: undefined } });
  process.emit('SIGTERM');
  expect([ending.signal.aborted, existsSync(room), exit.mock.calls]).toEqual([true, true, []]);
  await pause(450);
  process.emit('SIGTERM');
  expect([existsSync(room), exit.mock.calls]).toEqual([false, [[1]]]);
  letGo();
  exit.mockRestore();
});
