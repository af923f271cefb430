import { announceCommand } from '../src/app/commands/announce.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(announceCommand);
