import { logoutCommand } from '../src/app/commands/logout.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(logoutCommand);
