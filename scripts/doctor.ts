import { doctorCommand } from '../src/app/commands/doctor.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(doctorCommand);
