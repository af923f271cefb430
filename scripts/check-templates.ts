import { checkTemplatesCommand } from '../src/app/commands/check-templates.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(checkTemplatesCommand);
