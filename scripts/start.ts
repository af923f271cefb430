import { start } from '../src/app/start/start.ts';

await start('start');
