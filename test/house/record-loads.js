/**
 * With `node --import`: writes the address of every module that a process loads into the file that LOADED_MODULES
 * names, one a line. The file registers itself as the hooks of https://nodejs.org/api/module.html#customization-hooks.
 */
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  appendFileSync(process.env['LOADED_MODULES'] ?? '', `${url}\n`);
  return nextLoad(url, context);
}
