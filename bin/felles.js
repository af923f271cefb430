#!/usr/bin/env node
// The command `felles`: `npx felles` says where one stands, `npx felles agenda …` runs a command. npm's commands begin
// here too. src/app/start/ keeps itself as JavaScript for it; tsx takes longer than most commands, so it is loaded
// only where nothing is kept, or a source has changed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

const root = join(import.meta.dirname, '..');

/** What is kept of src/app/start/start-kept.ts. Undefined where there is none, or it is damaged: see kept-files.ts. */
function keptStarter() {
  const file = join(root, 'node_modules/.cache/felles/start.js');
  const module = { exports: {} };
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(16);
    if (Number.parseInt(bytes.toString('latin1', 3, 11), 16) !== crc32(code)) return undefined;
    new Script(code.toString(), { filename: file }).runInThisContext()(module, createRequire(file));
    return module.exports;
  } catch {
    return undefined;
  }
}

if (!(await keptStarter()?.startKept(root))) {
  const { register } = await import('tsx/esm/api');
  register();
  const { startNamed } = await import('../src/app/start/start.ts');
  await startNamed();
}
