import { start } from '../src/app/start.ts';

await start('digest');
