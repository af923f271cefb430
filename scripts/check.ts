import { checkCommand } from '../src/app/commands/check.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(checkCommand);
