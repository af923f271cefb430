import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';

/** What test/setup.ts and vitest.config.ts promise, seen to bite. */
describe('the test house', () => {
  test('the console throws', () => {
    expect(() => {
      // eslint-disable-next-line no-console -- this is what is tested
      console.log('a stray line');
    }).toThrow('console.log');
  });

  test('fetch throws', () => {
    expect(() => fetch('http://127.0.0.1/')).toThrow('fetch');
  });

  test('a socket to another machine throws', () => {
    expect(() => connect({ host: 'felles.example', port: 80 })).toThrow('felles.example');
    expect(() => connect(80, '192.0.2.1')).toThrow('192.0.2.1');
  });

  test('a socket to this machine is let through', async () => {
    const socket = connect({ host: '127.0.0.1', port: 1 });
    const error = await new Promise<Error>((resolve) => {
      socket.once('error', resolve);
    });
    expect(error.message).toContain('ECONNREFUSED');
  });

  test('a time zone is set, whatever the machine says', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ']);
  });
});
