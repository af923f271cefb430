import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const runner = join(import.meta.dirname, 'from-sources.js');
const recorder = pathToFileURL(join(import.meta.dirname, 'record-loads.js')).href;
const tsx = import.meta.resolve('tsx');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-loads-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs a command from the sources in a folder of its own, and tells which modules it loaded. */
async function modulesOf(command: string, argv: readonly string[], env: Record<string, string> = {}) {
  const file = join(folder, 'loaded.txt');
  const exit = await new Promise<{ code: number; stderr: string }>((resolve) => {
    const given = ['--import', tsx, '--import', recorder, runner, command, ...argv];
    const options = { cwd: folder, env: { ...process.env, LOADED_MODULES: file, ...env } };
    execFile(process.execPath, given, options, (error, _stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stderr });
    });
  });
  return { ...exit, modules: (await readFile(file, 'utf8')).split('\n') };
}

const ofGoogle = (url: string): boolean =>
  /\/(?:googleapis|google-auth-library|gaxios)\/|\/src\/(?:stores\/)?google\//u.test(url);

/** What renders drawings for Word: the agenda has none. */
const ofDrawings = (url: string): boolean => url.includes('/@resvg/') || url.endsWith('/pictures.ts');

describe('a run on the local workbook', () => {
  test('loads nothing of Google, and nothing that only drawings need', async () => {
    const { code, stderr, modules } = await modulesOf('agenda', ['--format', 'docx']);
    expect([code, stderr.includes('Agenda for')]).toEqual([0, true]);
    expect(modules.some((url) => url.endsWith('/src/stores/xlsx/xlsx-store.ts'))).toBe(true);
    expect(modules.filter(ofGoogle)).toEqual([]);
    expect(modules.filter(ofDrawings)).toEqual([]);
  });

  test('would be caught if it did', async () => {
    const env = { GOOGLE_OAUTH_CLIENT: 'none.json', XDG_CONFIG_HOME: folder };
    const { code, modules } = await modulesOf('login', [], env);
    expect(code).toBe(2);
    expect(modules.some((url) => url.endsWith('/src/google/login.ts'))).toBe(true);
    expect(modules.filter(ofGoogle)).not.toEqual([]);
  });
});
