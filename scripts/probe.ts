import { probeCommand } from '../src/app/commands/probe.ts';
import { runScript } from '../src/app/run-script.ts';

await runScript(probeCommand);
