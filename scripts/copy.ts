import { copyCommand } from '../src/app/commands/copy.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(copyCommand);
