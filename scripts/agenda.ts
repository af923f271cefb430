import { agendaCommand } from '../src/app/commands/agenda.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(agendaCommand);
