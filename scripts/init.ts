import { initCommand } from '../src/app/commands/init.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(initCommand);
