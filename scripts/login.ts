import { loginCommand } from '../src/app/commands/login.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(loginCommand);
