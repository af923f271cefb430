import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { Events } from '../../../src/app/page/events.ts';
import { Fresh } from '../../../src/app/page/fresh.ts';
import { newSession } from '../../../src/app/page/guard.ts';
import { listenOn } from '../../../src/app/page/listening.ts';
import type { MakerPort } from '../../../src/app/page/maker-port.ts';
import type { PageParts } from '../../../src/app/page/parts.ts';
import { Runs } from '../../../src/app/page/runs.ts';
import { UserError } from '../../../src/domain/user-error.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A page that nobody asks anything. */
function idlePage(): PageParts {
  const maker: MakerPort = {
    ask: () => Promise.reject(new Error('asked')),
    waiting: 0,
    close: () => Promise.resolve(),
  };
  const events = new Events();
  const around = { program: '', common: [], env: {}, folder: '', events };
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  const runs = new Runs({ ...around, hold: nothing, changes: nothing });
  const fresh = new Fresh(maker, events);
  return {
    session: newSession(),
    port: () => 0,
    maker,
    fresh,
    events,
    runs,
    find: nothing,
    disk: { folder: '', out: '', room: '' },
  };
}

it('takes the next port where the first is taken, unless just that one was asked for', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  ends.push(() => other.close());
  await once(other, 'listening');
  const address = other.address();
  const first = typeof address === 'object' && address !== null ? address.port : 0;
  const { server, port } = await listenOn(idlePage(), { first, isFixed: false });
  ends.push(() => server.close());
  expect(port).toBeGreaterThan(first);
  await expect(listenOn(idlePage(), { first, isFixed: true })).rejects.toThrow(UserError);
});
