/** `npm start` as people start it: processes, in folders of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { makeSampleWorld, type TestWorld } from '../../support/world.ts';

const program = fileURLToPath(new URL('../../../bin/felles.js', import.meta.url));

let world: TestWorld;
const started: ChildProcess[] = [];
beforeEach(async () => {
  world = await makeSampleWorld();
});
afterEach(async () => {
  await Promise.all(
    started.splice(0).map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGINT');
      await once(child, 'exit');
    }),
  );
  await world.remove();
});

interface Started {
  readonly child: ChildProcess;
  readonly address: URL;
  readonly said: () => string;
}

/** Started, and its address printed. */
async function start(folder = world.folder, ...flags: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [program, 'start', '--no-open', ...flags], {
    cwd: folder,
    env: { PATH: process.env['PATH'], FELLES_STATE: join(world.folder, 'state') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let [said, printed] = ['', ''];
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  for await (const data of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(data);
    if (printed.endsWith('\n')) break;
  }
  return { child, address: new URL(printed.trim()), said: () => said };
}

const kept = async (): Promise<readonly string[]> =>
  (await readdir(join(world.folder, 'state'))).filter((name) => name.startsWith('page-'));
const ended = async ({ child }: Started): Promise<unknown> => {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
};

it('shows the page of the folder that runs already, and another where a port is asked for', async () => {
  const first = await start();
  const [file = ''] = await kept();
  expect((await stat(join(world.folder, 'state', file))).mode & 0o777).toBe(0o600);
  const second = await start();
  expect([second.address.href, await ended(second)]).toEqual([first.address.href, 0]);
  expect(second.said()).toBe(`The page of this folder already runs (process ${String(first.child.pid)}):\n`);
  const own = await start(world.folder, '--port', '0');
  expect(own.address.port).not.toBe(first.address.port);
  own.child.kill('SIGINT');
  await ended(own);
  // Its end is not that of the first.
  expect((await start()).address.href).toBe(first.address.href);
  first.child.kill('SIGINT');
  expect(await ended(first)).toBe(0);
  expect(await kept()).toEqual([]);
});

it('is another in another folder, and after one that was killed or whose port somebody else has', async () => {
  const first = await start();
  const other = join(world.folder, 'annen');
  await mkdir(other);
  expect((await start(other, '--workbook', join(world.folder, 'register.xlsx'))).address.port).not.toBe(
    first.address.port,
  );
  expect(await kept()).toHaveLength(2);
  first.child.kill('SIGKILL');
  await ended(first);
  const again = await start();
  expect(again.address.href).not.toBe(first.address.href);
  again.child.kill('SIGKILL');
  await ended(again);
  let asked = '';
  const stranger = createServer((request, response) => {
    asked += request.url ?? '';
    response.end(new URL(request.url ?? '', 'http://x').searchParams.get('ask'));
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = z.object({ port: z.int() }).parse(stranger.address());
  for (const name of await kept()) {
    const path = join(world.folder, 'state', name);
    const where: unknown = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...z.record(z.string(), z.unknown()).parse(where), port }));
  }
  const last = await start();
  stranger.close();
  // Said after the address, by the other output.
  await vi.waitFor(() => { expect(last.said()).toContain('runs until you press Ctrl-C'); }); // prettier-ignore
  expect(asked).toContain('ask=');
  expect(asked).not.toContain(again.address.searchParams.get('token'));
});
