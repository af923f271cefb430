// Loads all that `npm run agenda` loads at its start, and does nothing with it.
import '../src/app/commands/agenda.ts';
import '../src/app/run-script.ts';
